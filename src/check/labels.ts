import type { Path } from '../diagnostics/problem.ts';
import type { LoadedSection, Report } from '../load/report.ts';
import type { Cell, Table } from '../schema/table.ts';
import type { Name, Text } from '../schema/text.ts';
import { fiscalYearOf, yearNumber } from '../time/period.ts';
import { firstMonthOf } from '../derive/figures.ts';
import type { Finding } from './finding.ts';
import { problem } from './problem.ts';
import { yearsNamed } from './years-named.ts';

/** Heads of columns and rows, and titles of tables, that name a year which none of their figures is of: a label one year off. */
export function checkLabels(report: Report): Finding[] {
  return report.sections.filter(({ incomplete }) => !incomplete).flatMap((section) =>
    (section.data.tables ?? []).flatMap((table, t) => checkTable(report, section, table, ['tables', t])));
}

function checkTable(report: Report, section: LoadedSection, table: Table, path: Path): Finding[] {
  const yearsIn = (cells: readonly (Cell | undefined)[]) => cells.flatMap((cell) => yearsOf(report, section, cell));
  const { startMonth } = report.organisation.fiscalYear;
  const own = table.columns.map(({ at, change }) => [at, change].flatMap((period) => (period === undefined ? [] : [fiscalYearOf(period, startMonth)])));
  const columns = table.columns.map((_, c) => (own[c]?.length ? own[c] : yearsIn(table.rows.map(({ cells }) => cells?.[c]))));
  const rows = table.rows.map(({ indicator, cells = [] }) => (indicator === undefined ? yearsIn(cells) : own.flat()));
  const check = (name: Name | undefined, years: readonly string[], at: Path, waiver: Text | undefined) =>
    name ? mislabelled(report, section.file, name, years, [...path, ...at], waiver) : [];
  return [
    ...check(table.title, [...rows.flat(), ...own.flat()], ['title'], table.waiver),
    ...table.columns.flatMap(({ label, waiver }, c) => check(label, columns[c] ?? [], ['columns', c, 'label'], waiver)),
    ...table.rows.flatMap(({ label, waiver }, r) => check(label, rows[r] ?? [], ['rows', r, 'label'], waiver)),
  ];
}

/** The years that a cell’s figures may be of: that of the period and, where a series follows contributions of one year, that year. */
function yearsOf(report: Report, section: LoadedSection, cell: Cell | undefined): string[] {
  if (Array.isArray(cell)) return cell.flatMap((each) => yearsOf(report, section, each));
  if (typeof cell !== 'string') return [];
  const [id = '', at = section.figures.get(id)?.data.at] = cell.split(':')[0]?.split('@') ?? [];
  if (at === undefined) return [];
  const { startMonth } = report.organisation.fiscalYear;
  const indicator = report.indicators.get(id);
  const months = [startMonth, ...(indicator ? [firstMonthOf(report, indicator)] : [])];
  return months.flatMap((month) => {
    const year = fiscalYearOf(at, month);
    return [year, ...(indicator?.data.cohort ? [`FY${yearNumber(year) - indicator.data.cohort.lag}`] : [])];
  });
}

function mislabelled(report: Report, file: string, name: Name, years: readonly string[], path: Path, waiver: Text | undefined): Finding[] {
  if (years.length === 0) return [];
  return report.languages.tags.flatMap((tag) => {
    const text = name[tag] ?? '';
    const named = yearsNamed(text, report.organisation.fiscalYear.startMonth);
    if (named.length === 0 || isOfSpan(text) || named.some((each) => each.some((year) => years.includes(year)))) return [];
    if (isOfAim(text) && named.every((each) => each.every((year) => years.every((other) => year > other)))) return [];
    const found = [...new Set(years)].sort();
    return [{ problem: problem('label-year', file, [...path, tag], LABEL(text, found), REPAIR, 'warning'), waiver }];
  });
}

/** 令和2年4月から, since FY2019: the figure is of a later time. */
function isOfSpan(text: string): boolean {
  return /から|以降|以後|以前|まで|[～〜]|\b(since|from|until|before|after|by)\b|–/i.test(text);
}

/** 2030年目標に対する進み具合, progress towards the target for FY2030 */
function isOfAim(text: string): boolean {
  return /目標|計画|見込|target|goal|plan/i.test(text);
}

const LABEL = (text: string, years: readonly string[]) => ({
  ja: `見出し「${text}」の年度の値がありません。ここにあるのは ${years.join('、')} の値です。`,
  en: `“${text}” names a year that no figure here is of; the figures are of ${years.join(', ')}.`,
});
const REPAIR = {
  ja: '見出しと値の時点を文書で確かめてください。文書の見出しのとおりであれば、ここの waiver に理由を各言語で書きます。',
  en: 'Compare the label and the periods with the document. If it is printed so, give the reason in every language under “waiver” here.',
};
