import type { Path, Problem } from '../diagnostics/problem.ts';
import type { Localized } from '../locale.ts';
import type { LoadedText, Report } from '../load/report.ts';
import { keptBy } from '../cache/kept-by.ts';
import { oncePerReport } from '../load/once-per-report.ts';
import { FORMATS } from '../load/shape-words.ts';
import { isUnread } from '../load/unread.ts';
import { lintText } from '../prose/lint.ts';
import type { Missing, Resolves } from '../prose/lint.ts';
import type { Reference } from '../prose/reference.ts';
import { isText } from '../schema/languages.ts';
import type { Languages } from '../schema/languages.ts';
import type { Text } from '../schema/text.ts';
import { isLikelyYear, isRealDay } from '../time/period.ts';
import { changeOf } from '../derive/change.ts';
import { findFigure } from '../derive/figures.ts';
import { meant, noAmount, noPeriod, periodsOf } from './meant.ts';

/** Texts that are bound to figures, with the place where each stands. */
interface PlacedText {
  readonly file: string;
  readonly path: Path;
  readonly text: Text;
  readonly section?: LoadedText;
}

/** Names and labels quote the field's own words (第1号…, I-2): only running text is linted. */
const RUNNING = new Set([
  'plan',
  'text',
  'note',
  'notes',
  'definition',
  'direction',
  'wording',
  'summary',
  'waiver',
  'value',
  'change',
  'also',
  'about',
  'budget',
  'settlement',
  'difference',
]);

/** What a term means is told with the numbers of its law or history, which are no figures of the report. */
const GLOSSARY = 'data/glossary.yaml';

export function checkProse(report: Report): Problem[] {
  const terms = glossaryWords(report);
  return textsOf(report)
    .flatMap(({ file, path, text, section }) =>
      lintText(file, path, text, { terms, languages: report.languages, resolves: resolvesIn(report, section) }),
    )
    .filter(({ code, file }) => code !== 'unbound-number' || !(report.unread.has('term:*') || file === GLOSSARY));
}

/** What references lead to, in a text of a section or in one that stands by itself. */
export function resolvesIn(report: Report, section?: LoadedText): Resolves {
  return (reference) => missing(report, reference, section);
}

export function textsOf(report: Report): PlacedText[] {
  const { languages } = report;
  return [
    ...[...report.indicators.values()].flatMap(({ file, data }) => textsIn(data, [languages.tags.join(), file], () => collect(languages, file, data, []))),
    ...[...report.sections, ...report.midTerms].flatMap((section) =>
      textsIn(section.data, [languages.tags.join(), section.file], () => collect(languages, section.file, section.data, [])).map((each) => ({ ...each, section }))),
    ...[...report.glossary.values()].map(({ text }, index) => ({ file: GLOSSARY, path: ['terms', index, 'text'], text })),
    ...report.finances.flatMap(({ file, data }) => textsIn(data, [languages.tags.join(), file], () => collect(languages, file, data, []))),
  ];
}

const textsIn = keptBy<object, PlacedText[]>();

function collect(languages: Languages, file: string, value: unknown, path: Path): PlacedText[] {
  if (Array.isArray(value))
    return value.flatMap((each, index) => collect(languages, file, each, [...path, index]));
  if (typeof value !== 'object' || value === null) return [];
  if (isText(value, languages)) return isRunning(path) ? [{ file, path, text: value }] : [];
  return Object.entries(value).flatMap(([key, each]) => collect(languages, file, each, [...path, key]));
}

/** The key over a text, skipping list positions: ['notes', 0] → notes. */
export function isRunning(path: Path): boolean {
  const key = path.filter((step) => typeof step === 'string').at(-1);
  return key !== undefined && RUNNING.has(key);
}

/** Longest first, so that a term inside another one does not hide the rest of it. */
function glossaryWords({ glossary }: Report): string[] {
  const words = [...glossary.values()].flatMap(({ term, also }) => [
    ...Object.values(term),
    ...Object.values(also ?? {}).flat(),
  ]);
  return words.filter((word) => /\d|[０-９]/.test(word)).sort((a, b) => b.length - a.length);
}

function missing(report: Report, reference: Reference, section: LoadedText | undefined): Missing | null {
  if (reference.kind === 'figure') return missingFigure(report, reference, section);
  if (reference.kind === 'link') return missingLink(report, reference);
  if (reference.kind !== 'period') return null;
  return isRealDay(reference.period) ? unlikelyYear(reference.period) : unrealDay(reference.period);
}

function missingFigure(
  report: Report,
  { id, at, as }: Extract<Reference, { kind: 'figure' }>,
  section: LoadedText | undefined,
): Missing | null {
  const ref = at === undefined ? id : `${id}@${at}`;
  if (isUnread(report, 'figure', ref)) return null;
  const found = findFigure(report, ref, section);
  if (!found) return at === undefined ? noFigure(report, id, section) : noObservation(report, id, at);
  if (as === 'value' || as === 'size') return null;
  if ('absent' in found.figure) return noChange(ref);
  const { origin } = found;
  return origin.kind === 'section' || (origin.kind === 'observation' && changeOf(report, origin.indicator, origin.at))
    ? null
    : noChange(ref);
}

function noFigure(report: Report, id: string, section: LoadedText | undefined): Missing {
  const message = {
    ja: `このファイルの figures に値「${id}」はありません。`,
    en: `“figures” of this file has no figure “${id}”.`,
  };
  if (report.indicators.has(id))
    return {
      message,
      repair: {
        ja: `指標の値は {${id}@時点} のように時点を付けて書きます。`,
        en: `A figure of an indicator is written with its period: {${id}@period}.`,
      },
    };
  return { message, repair: meant(id, section?.figures.keys() ?? [], FIGURE_HOME) };
}

function noObservation(report: Report, id: string, at: string): Missing {
  if (id.includes('/')) return noAmount(report, id, at);
  const indicator = report.indicators.get(id);
  if (indicator) return { message: noPeriod(id, at), repair: periodsOf(indicator) };
  return {
    message: { ja: `指標「${id}」はありません。`, en: `There is no indicator “${id}”.` },
    repair: meant(id, report.indicators.keys(), INDICATOR_HOME),
  };
}

function noChange(ref: string): Missing {
  return {
    message: {
      ja: `「${ref}」には比べる前年などの値がなく、増減を示せません。`,
      en: `“${ref}” has no earlier figure to be compared with.`,
    },
    repair: {
      ja: '前年同期の値を指標に加えるか、「:change」などを消してください。',
      en: 'Add the figure of a year earlier to the indicator, or remove “:change” and the like.',
    },
  };
}

function missingLink(report: Report, { to, id }: Extract<Reference, { kind: 'link' }>): Missing | null {
  const known = knownLinks(report)[to];
  if (known.has(id) || isUnread(report, to, id) || isUnread(report, to, id.split('/').at(-1) ?? id))
    return null;
  const noun = NOUN[to];
  return {
    message: { ja: `${noun.ja}「${id}」はありません。`, en: `There is no ${noun.en} “${id}”.` },
    repair: meant(id, known, { ja: 'id を確かめてください。', en: 'Check the id.' }),
  };
}

type LinkTarget = Extract<Reference, { kind: 'link' }>['to'];

/** The ids that links can lead to. */
const knownLinks = oncePerReport(({ sections, midTerms, indicators, glossary }): Record<LinkTarget, ReadonlySet<string>> => ({
  section: new Set(sections.map(({ data }) => data.section)),
  indicator: new Set(indicators.keys()),
  target: new Set([...sections, ...midTerms].flatMap(({ data }) => (data.targets ?? []).map(({ id }) => id))),
  table: new Set(sections.flatMap(({ data }) => (data.tables ?? []).map(({ id }) => `${data.section}/${id}`))),
  term: new Set(glossary.keys()),
}));

function unrealDay(day: string): Missing {
  return {
    message: { ja: `${day} という日は暦にありません。`, en: `There is no day ${day} in the calendar.` },
    repair: { ja: 'その月の日数を確かめてください。', en: 'Check the number of days of the month.' },
  };
}

function unlikelyYear(period: string): Missing | null {
  const { message, repair } = FORMATS.unlikelyYear;
  return isLikelyYear(period) ? null : { message: message(period), repair: repair() };
}

const NOUN = {
  section: { ja: '節', en: 'section' },
  indicator: { ja: '指標', en: 'indicator' },
  target: { ja: '目標', en: 'target' },
  table: { ja: '表', en: 'table' },
  term: { ja: '用語集に用語', en: 'term' },
} as const satisfies Record<string, Localized>;
const FIGURE_HOME = {
  ja: 'このファイルの figures に値を加えるか、id を直してください。',
  en: 'Add the figure to “figures” of this file, or mend the id.',
};
const INDICATOR_HOME = {
  ja: 'data/indicators/ に指標を加えるか、id を直してください。',
  en: 'Add the indicator to data/indicators/, or mend the id.',
};
