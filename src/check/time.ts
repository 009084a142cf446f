import type { Path, Problem } from '../diagnostics/problem.ts';
import type { LoadedIndicator, LoadedSection, Report } from '../load/report.ts';
import { isUnread } from '../load/unread.ts';
import { comparePeriods, firstDay, fiscalYearOf, lastDay, pointsOf } from '../time/period.ts';
import { firstMonthOf } from '../derive/figures.ts';
import { checkMidTermYears } from './mid-term.ts';
import { problem } from './problem.ts';

/** Periods in order, complete, real, and inside their fiscal year. */
export function checkTime(report: Report): Problem[] {
  return [
    ...report.years.flatMap((year) => checkYear(report, year)),
    ...report.sections.flatMap((section) => checkSectionTime(report, section)),
    ...report.midTerms.flatMap(checkMidTermYears),
    ...[...report.indicators.values()].flatMap((indicator) => [
      ...checkOrder(indicator),
      ...checkMonths(report, indicator),
      ...(indicator.incomplete ? [] : checkBreaks(indicator)),
    ]),
    ...checkFuture(report),
    ...checkPublication(report),
  ];
}

function checkYear(report: Report, { file, data }: Report['years'][number]): Problem[] {
  const folder = `FY${/^data\/(\d{4})\//.exec(file)?.[1] ?? ''}`;
  const wrongFolder =
    data.year === folder
      ? []
      : [problem('year-differs', file, ['year'], YEAR(data.year, folder), YEAR_REPAIR)];
  const { startMonth } = report.organisation.fiscalYear;
  const outside = data.reports.flatMap(({ asOf, kind }, index) =>
    // A plan is made before its year begins.
    PLANS.has(kind) && asOf < firstDay(data.year, startMonth) ? [] : outsideYear(report, data.year, asOf, file, ['reports', index, 'asOf']),
  );
  return [...wrongFolder, ...outside];
}

const PLANS = new Set<string>(['plan', 'mid_term_plan']);

function checkSectionTime(report: Report, { file, data, year }: LoadedSection): Problem[] {
  const targets = (data.targets ?? []).flatMap((target, index) => {
    const path: Path = ['targets', index];
    const other =
      target.year === year
        ? []
        : [problem('year-differs', file, [...path, 'year'], YEAR(target.year, year), YEAR_REPAIR)];
    const early =
      target.deadline !== undefined &&
      target.deadline < firstDay(target.year, report.organisation.fiscalYear.startMonth)
        ? [outside(file, [...path, 'deadline'], target.deadline, report, target.year)]
        : [];
    return [...other, ...early];
  });
  const figures = (data.figures ?? []).flatMap(({ at }, index) =>
    at !== undefined &&
    lastDay(at, report.organisation.fiscalYear.startMonth) >
      lastDay(year, report.organisation.fiscalYear.startMonth)
      ? [outside(file, ['figures', index, 'at'], at, report, year)]
      : [],
  );
  return [...targets, ...figures];
}

function outsideYear(report: Report, year: string, day: string, file: string, path: Path): Problem[] {
  const { startMonth } = report.organisation.fiscalYear;
  if (day >= firstDay(year, startMonth) && day <= lastDay(year, startMonth)) return [];
  return [outside(file, path, day, report, year)];
}

function outside(file: string, path: Path, day: string, report: Report, year: string): Problem {
  const { startMonth } = report.organisation.fiscalYear;
  return problem(
    'outside-year',
    file,
    path,
    OUTSIDE(day, year),
    WITHIN(firstDay(year, startMonth), lastDay(year, startMonth)),
  );
}

function checkOrder({ file, data }: LoadedIndicator): Problem[] {
  return data.observations.flatMap(({ at }, index) => {
    const before = data.observations[index - 1]?.at;
    if (before === undefined || before === at || comparePeriods(before, at) < 0) return [];
    return [problem('period-order', file, ['observations', index, 'at'], ORDER(before, at), ORDER_REPAIR)];
  });
}

/** Three months of one year make a series of months, or of quarters: it starts with the year and has no silent holes. */
function checkMonths(report: Report, indicator: LoadedIndicator): Problem[] {
  const { id } = indicator.data;
  const first = firstMonthOf(report, indicator);
  const months = [...indicator.observations.keys()].filter((at) => /^\d{4}-\d{2}$/.test(at));
  const byYear = Map.groupBy(months, (at) => fiscalYearOf(at, first));
  return [...byYear].flatMap(([year, present]) => {
    if (present.length < 3) return [];
    const last = [...present].sort().at(-1) ?? '';
    return pointsOf(year, first, present)
      .filter(
        (month) => month < last && !present.includes(month) && !isUnread(report, 'figure', `${id}@${month}`),
      )
      .map((missing) => {
        const next = present.filter((month) => month > missing).sort()[0] ?? last;
        const index = indicator.observations.get(next)?.index ?? 0;
        return problem(
          'missing-month',
          indicator.file,
          ['observations', index, 'at'],
          MISSING(missing),
          MISSING_REPAIR(missing),
        );
      });
  });
}

/** A result cannot be known before its time: the day of the latest report bounds it. */
function checkFuture(report: Report): Problem[] {
  // A report that could not be read may be the latest one.
  if (report.unread.has('report:*')) return [];
  const latest = latestOf(report);
  if (!latest) return [];
  const found = [...report.indicators.values()].flatMap((indicator) => futureIn(report, indicator, latest.asOf));
  return found.length > MOST_FUTURE ? [problem('future-period', latest.file, latest.path, MANY(found.length, latest.asOf, found[0]?.ref ?? ''), MANY_REPAIR)] : found.map((each) => each.problem);
}

/** So many are not mistaken one by one: the report is missing, or its day is wrong. */
const MOST_FUTURE = 10;

function latestOf(report: Report) {
  const reports = report.years.flatMap(({ file, data }) => data.reports.map(({ asOf }, index) => ({ file, asOf, path: ['reports', index, 'asOf'] as Path })));
  return reports.sort((a, b) => (a.asOf < b.asOf ? -1 : 1)).at(-1);
}

function futureIn(report: Report, { file, data: { id, planned }, observations }: LoadedIndicator, latest: string): { readonly ref: string; readonly problem: Problem }[] {
  const { startMonth } = report.organisation.fiscalYear;
  if (planned) return [];
  return [...observations.values()].flatMap(({ data: { at }, figure, index }) =>
    'absent' in figure || lastDay(at, startMonth) <= latest
      ? []
      : [{ ref: `${id}@${at}`, problem: problem('future-period', file, ['observations', index, 'at'], FUTURE(at, latest), FUTURE_REPAIR) }]);
}

/** A report tells of what was before it was published; its documents are not of another age. */
function checkPublication(report: Report): Problem[] {
  const { startMonth } = report.organisation.fiscalYear;
  const early = report.years.flatMap(({ file, data }) => data.reports.flatMap(({ asOf, kind, published }, index) => (
    PLANS.has(kind) || published >= asOf.slice(0, published.length) || fiscalYearOf(asOf, startMonth) !== data.year ? [] : [problem('publication-date', file, ['reports', index, 'published'], EARLY(published, asOf), DATE_REPAIR, 'warning')])));
  const latest = report.years.flatMap(({ data }) => data.reports.map(({ published }) => published)).toSorted().at(-1);
  if (report.unread.has('report:*') || latest === undefined) return early;
  const late = [...report.documents.values()].flatMap(({ published }, index) => (
    Number(String(published).slice(0, 4)) <= Number(latest.slice(0, 4)) + LATEST_DOCUMENT ? [] : [problem('publication-date', 'data/documents.yaml', ['documents', index, 'published'], LATE(String(published), latest), DATE_REPAIR, 'warning')]));
  return [...early, ...late];
}

/** Documents of the year to come may be listed before its report is. */
const LATEST_DOCUMENT = 2;

/** A break stands where the series does. */
function checkBreaks({ file, data, observations }: LoadedIndicator): Problem[] {
  const years = [...observations.keys()].map(yearOf);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return (data.breaks ?? []).flatMap(({ at }, index) => (yearOf(at) >= first && yearOf(at) <= last
    ? []
    : [problem('break-outside', file, ['breaks', index, 'at'], BREAK(at, first, last), BREAK_REPAIR, 'warning')]));
}

/** FY2020, 2020-09 → 2020 */
function yearOf(at: string): number {
  return Number(/\d{4}/.exec(at)?.[0]);
}

const YEAR = (found: string, folder: string) => ({
  ja: `年度 ${found} がフォルダーの年度 ${folder} と違います。`,
  en: `The year ${found} differs from that of the folder, ${folder}.`,
});
const YEAR_REPAIR = {
  ja: '年度を直すか、ファイルを正しい年度のフォルダーに移してください。',
  en: 'Mend the year, or move the file to the folder of its year.',
};
const OUTSIDE = (day: string, year: string) => ({
  ja: `${day} は年度 ${year} の外です。`,
  en: `${day} lies outside ${year}.`,
});
const WITHIN = (from: string, to: string) => ({
  ja: `${from} から ${to} までの日付を書いてください。`,
  en: `Write a date from ${from} to ${to}.`,
});
const ORDER = (before: string, at: string) => ({
  ja: `時点が順番どおりではありません: ${before} の後に ${at}。`,
  en: `The periods are out of order: ${at} comes after ${before}.`,
});
const ORDER_REPAIR = {
  ja: '年度を古い順に、その後に月を古い順に並べてください。',
  en: 'List fiscal years first, then months, each from the oldest.',
};
const MISSING = (month: string) => ({
  ja: `系列に ${month} がありません。`,
  en: `The series lacks ${month}.`,
});
const MISSING_REPAIR = (month: string) => ({
  ja: `${month} の値を加えるか、値がない理由（not_published など）を書いてください。`,
  en: `Add the figure for ${month}, or say why there is none (e.g. not_published).`,
});
const FUTURE = (at: string, latest: string) => ({
  ja: `${at} は最新の報告の基準日 ${latest} より後です。`,
  en: `${at} is later than ${latest}, the day of the latest report.`,
});
const FUTURE_REPAIR = {
  ja: '時点を直すか、report.yaml に新しい報告を加えてください。',
  en: 'Mend the period, or add the new report to report.yaml.',
};
const MANY = (count: number, latest: string, first: string) => ({
  ja: `${first} など ${count} 件の値が、最新の報告の基準日 ${latest} より後です。`,
  en: `${count} figures, ${first} among them, are later than ${latest}, the day of the latest report.`,
});
const MANY_REPAIR = {
  ja: 'この基準日を直すか、report.yaml に新しい報告を加えてください。',
  en: 'Mend this day, or add the new report to report.yaml.',
};
const EARLY = (published: string, asOf: string) => ({
  ja: `公表の時期 ${published} が、報告の基準日 ${asOf} より前です。`,
  en: `Its publication, ${published}, comes before the day that it reports on, ${asOf}.`,
});
const LATE = (published: string, latest: string) => ({
  ja: `公表の時期 ${published} が、最新の報告の公表 ${latest} より何年も後です。`,
  en: `Its publication, ${published}, comes years after that of the latest report, ${latest}.`,
});
const DATE_REPAIR = { ja: '公表の時期を文書で確かめてください。', en: 'Compare the date with the document.' };
const BREAK = (at: string, first: number, last: number) => ({
  ja: `断層の時点 ${at} が、値のある ${first}～${last} 年の外です。`,
  en: `The break at ${at} lies outside the years of the series, ${first} to ${last}.`,
});
const BREAK_REPAIR = { ja: '断層の時点を文書で確かめてください。', en: 'Compare it with the document.' };
