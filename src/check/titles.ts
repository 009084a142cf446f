import type { Path, Problem } from '../diagnostics/problem.ts';
import type { Report } from '../load/report.ts';
import type { Outline } from '../schema/organisation.ts';
import { problem } from './problem.ts';

/** Titles of parts and sections that hold for some years: each year has one. */
export function checkTitles({ outline }: Report): Problem[] {
  return outline.parts.flatMap((part, p) => [
    ...ofOne(part, ['parts', p]),
    ...part.sections.flatMap((section, s) => ofOne(section, ['parts', p, 'sections', s])),
  ]);
}

function ofOne({ titles = [] }: Outline['parts'][number]['sections'][number], path: Path): Problem[] {
  return titles.flatMap(({ from, to }, index) => {
    const at = [...path, 'titles', index];
    if (to !== undefined && to < from) return [problem('title-years', FILE, [...at, 'to'], BACKWARDS(from, to), BACKWARDS_REPAIR)];
    const before = titles[index - 1];
    if (!before || (before.to !== undefined && before.to < from)) return [];
    return [problem('title-years', FILE, [...at, 'from'], MEETS(from), MEETS_REPAIR)];
  });
}

const FILE = 'data/outline.yaml';
const BACKWARDS = (from: string, to: string) => ({
  ja: `最後の年度 ${to} が最初の年度 ${from} より前です。`,
  en: `The last year, ${to}, comes before the first, ${from}.`,
});
const BACKWARDS_REPAIR = { ja: 'from と to を直してください。', en: 'Mend “from” and “to”.' };
const MEETS = (from: string) => ({
  ja: `${from} に使う名称が、すぐ上の期間と重なっています。`,
  en: `The title from ${from} on meets the one above it: a year has one title.`,
});
const MEETS_REPAIR = {
  ja: '期間を古い順に並べ、上の期間の to を、この from より前の年度にしてください。',
  en: 'List the periods from the oldest, and end the one above before this one begins (“to”).',
};
