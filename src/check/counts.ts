import { keptBy } from '../cache/kept-by.ts';
import type { LoadedSection, LoadedText, Report } from '../load/report.ts';
import { nearest } from '../load/nearest.ts';
import { Decimal } from '../quantity/decimal.ts';
import { isQuantity } from '../quantity/quantity.ts';
import { piecesOf } from '../prose/pieces.ts';
import type { Piece } from '../prose/reference.ts';
import type { SectionFigure } from '../schema/section-year.ts';
import type { Text } from '../schema/text.ts';
import { findFigure } from '../derive/figures.ts';
import type { Finding } from './finding.ts';
import { lineSpan } from './line-span.ts';
import { meantOr } from './meant.ts';
import { problem } from './problem.ts';
import { textsOf } from './prose.ts';
import { mayCount, miscounts } from './stated-counts.ts';
import type { StatedCount } from './stated-counts.ts';

/** What is counted: lists under 「次の3項目」, and figures that say how many of its own things a file has. */
export function checkCounts(report: Report): Finding[] {
  return [
    ...report.sections.filter(({ incomplete }) => !incomplete).flatMap((section) =>
      (section.data.figures ?? []).flatMap((figure, index) => checkFigure(section, figure, index))),
    ...textsOf(report).flatMap(({ file, path, text, section }) =>
      miscountsIn(report, text, section).map(({ tag, stated, listed, words, line }): Finding => ({
        problem: { ...problem('count-differs', file, [...path, tag], MISCOUNT(words, stated, listed), MISCOUNT_REPAIR, 'warning'), span: lineSpan(text[tag] ?? '', line) },
        waiver: undefined,
      }))),
  ];
}

type Miscount = StatedCount & { readonly tag: string };

/** It follows from the text as it is spoken: where its figures have not changed, what was found still holds. */
function miscountsIn(report: Report, text: Text, section: LoadedText | undefined): readonly Miscount[] {
  const all = [...piecesOf(text)].flatMap(([tag, pieces]) => (mayCount(text[tag] ?? '') ? [{ tag, words: spoken(report, pieces, section) }] : []));
  return found(text, all.map(({ words }) => words), () => all.flatMap(({ tag, words }) => miscounts(words).map((miscount) => ({ tag, ...miscount }))));
}

const found = keptBy<Text, readonly Miscount[]>();

/** The text with its references said: numbers and exact counts as numbers, unless a reason is given for the figure. */
function spoken(report: Report, pieces: readonly Piece[], section: LoadedText | undefined): string {
  return pieces.map(({ raw, reference }) => {
    if (!reference) return raw;
    if (reference.kind === 'number') return reference.text;
    if (reference.kind === 'link' || reference.kind === 'ruby') return '用語';
    if (reference.kind !== 'figure' || reference.as !== 'value') return '〓';
    const found = findFigure(report, reference.at === undefined ? reference.id : `${reference.id}@${reference.at}`, section);
    const waiver = found?.origin.kind === 'section' ? found.origin.figure.data.waiver : undefined;
    return found && isQuantity(found.figure) && found.figure.quantum === '0' && !waiver ? found.figure.value + unitOf(report, found.figure.unit) : '〓';
  }).join('');
}

function unitOf({ units }: Report, id: string): string {
  return units.get(id)?.label['ja']?.other ?? '';
}

function checkFigure(section: LoadedSection, { id, counts, waiver }: SectionFigure, index: number): Finding[] {
  const figure = section.figures.get(id)?.figure;
  if (!counts || !figure || !isQuantity(figure)) return [];
  const known = idsOf(section);
  if (typeof counts !== 'string') {
    const all = Object.values(known).flat();
    const unknown = counts.flatMap((each, at) => (all.includes(each) ? [] : [{ each, at }]));
    if (unknown.length > 0)
      return unknown.map(({ each, at }) => ({ problem: problem('dangling-reference', section.file, ['figures', index, 'counts', at], UNKNOWN(each), meantOr(nearest(each, all), UNKNOWN_REPAIR)), waiver: undefined }));
  }
  const listed = typeof counts === 'string' ? known[counts].length : new Set(counts).size;
  if (new Decimal(figure.value).eq(listed)) return [];
  return [{ problem: problem('count-differs', section.file, ['figures', index, 'value'], COUNT(figure.value, listed), COUNT_REPAIR), waiver }];
}

function idsOf({ data }: LoadedSection) {
  const ids = (some: readonly { readonly id: string }[] = []) => some.map(({ id }) => id);
  return {
    measures: ids(data.measures), clauses: data.measures.flatMap(({ clauses }) => ids(clauses)),
    targets: ids(data.targets), issues: ids(data.issues), tables: ids(data.tables), figures: ids(data.figures),
  };
}

const MISCOUNT = (words: string, stated: number, listed: number) => ({
  ja: `「${words}」は ${stated} と数えていますが、挙がっているのは ${listed} です。`,
  en: `“${words}” says ${stated}, but ${listed} are listed.`,
});
const MISCOUNT_REPAIR = {
  ja: '数か、挙げるものを直してください。文書がこの数を印刷していれば、figures に値として書き、waiver に理由を各言語で書きます。',
  en: 'Mend the number or the list. If the document prints this number, write it under “figures” and give the reason there, in every language, under “waiver”.',
};
const COUNT = (stated: string, listed: number) => ({
  ja: `値は ${stated} ですが、counts で数えると ${listed} です。`,
  en: `The figure is ${stated}, but “counts” comes to ${listed}.`,
});
const COUNT_REPAIR = {
  ja: '値と、数えるもの（counts）を文書で確かめてください。文書のとおりであれば waiver に理由を各言語で書きます。',
  en: 'Compare the figure and what it counts with the document. If it is printed so, give the reason in every language under “waiver”.',
};
const UNKNOWN = (id: string) => ({ ja: `このファイルに「${id}」はありません。`, en: `There is no “${id}” in this file.` });
const UNKNOWN_REPAIR = { ja: '施策・計画項目・目標・課題・表・値の id を書いてください。', en: 'Write the id of a measure, clause, target, issue, table or figure.' };
