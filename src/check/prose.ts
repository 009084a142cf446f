import type { Path, Problem } from '../diagnostics/problem.ts';
import type { Localized } from '../locale.ts';
import type { LoadedSection, Report } from '../load/report.ts';
import { lintText } from '../prose/lint.ts';
import type { Reference } from '../prose/reference.ts';
import type { Text } from '../schema/text.ts';
import { changeOf } from '../derive/change.ts';
import { findFigure } from '../derive/figures.ts';

/** Texts that are bound to figures, with the place where each stands. */
interface PlacedText {
  readonly file: string;
  readonly path: Path;
  readonly text: Text;
  readonly section?: LoadedSection;
}

/** Names and labels quote the field's own words (第1号…, I-2): only running text is linted. */
const RUNNING = new Set(['plan', 'text', 'note', 'notes', 'definition', 'wording', 'summary', 'waiver', 'value', 'change', 'also']);

export function checkProse(report: Report): Problem[] {
  const terms = glossaryWords(report);
  return textsOf(report).flatMap(({ file, path, text, section }) =>
    lintText(file, path, text, { terms, resolves: (reference) => missing(report, reference, section) }));
}

export function textsOf(report: Report): PlacedText[] {
  return [
    ...[...report.indicators.values()].flatMap(({ file, data }) => collect(file, data, [])),
    ...report.sections.flatMap((section) => collect(section.file, section.data, [], section)),
  ];
}

function collect(file: string, value: unknown, path: Path, section?: LoadedSection): PlacedText[] {
  if (Array.isArray(value)) return value.flatMap((each, index) => collect(file, each, [...path, index], section));
  if (typeof value !== 'object' || value === null) return [];
  if (typeof (value as Text).ja === 'string') {
    return isRunning(path) ? [{ file, path, text: value as Text, ...(section ? { section } : {}) }] : [];
  }
  return Object.entries(value).flatMap(([key, each]) => collect(file, each, [...path, key], section));
}

/** The key over a text, skipping list positions: ['notes', 0] → notes. */
function isRunning(path: Path): boolean {
  const key = path.filter((step) => typeof step === 'string').at(-1);
  return key !== undefined && RUNNING.has(key);
}

/** Longest first, so that a term inside another one does not hide the rest of it. */
function glossaryWords({ glossary }: Report): string[] {
  const words = [...glossary.values()].flatMap(({ term, also }) => [term.ja, term.en, ...(also?.ja ?? []), ...(also?.en ?? [])]);
  return words.filter((word) => /\d|[０-９]/.test(word)).sort((a, b) => b.length - a.length);
}

function missing(report: Report, reference: Reference, section: LoadedSection | undefined): Localized | null {
  if (reference.kind === 'figure') return missingFigure(report, reference, section);
  if (reference.kind === 'link') return missingLink(report, reference);
  return null;
}

function missingFigure(report: Report, { id, at, as }: Extract<Reference, { kind: 'figure' }>, section: LoadedSection | undefined): Localized | null {
  const ref = at === undefined ? id : `${id}@${at}`;
  const found = findFigure(report, ref, section);
  if (!found) return { ja: `参照先の値「${ref}」がありません。`, en: `There is no figure “${ref}”.` };
  if (found.origin.kind === 'section' || as === 'value' || as === 'size') return null;
  return changeOf(report, found.origin.indicator, found.origin.at) ? null
    : { ja: `「${ref}」には増減を計算する前年の値がありません。`, en: `“${ref}” has no earlier figure to change from.` };
}

function missingLink(report: Report, { to, id }: Extract<Reference, { kind: 'link' }>): Localized | null {
  const [first, second] = id.split('/');
  const exists = {
    section: () => report.sections.some(({ data }) => data.section === id),
    indicator: () => report.indicators.has(id),
    target: () => report.sections.some(({ data }) => data.targets?.some((target) => target.id === id)),
    table: () => report.sections.some(({ data }) => data.section === first && data.tables?.some((table) => table.id === second)),
    term: () => report.glossary.has(id),
  }[to]();
  return exists ? null : { ja: `参照先「${to}:${id}」がありません。`, en: `“${to}:${id}” leads nowhere.` };
}
