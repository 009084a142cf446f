import { pageName } from '../../pdf/page-rules.ts';
import type { PrintSection } from '../../pdf/page-rules.ts';
import type { Edition } from '../edition.ts';
import { codedTitle } from './book.ts';
import type { DirectionChapter } from './mid-term-chapter.ts';
import type { Chapter } from './print.ts';

/** Chapters under the heading of their part; those before the first part have none. */
export interface PrintPart {
  readonly heading?: { readonly anchor: string; readonly number: string; readonly title: string; readonly page: string };
  /** Its chapters have no more than a page each: they follow each other on the pages of the part. */
  readonly runsOn?: boolean;
  /** Parts of a few lines each follow each other too: they have their pages and the running head together. */
  readonly shared?: PrintSection;
  /** It shares its pages with the part before it. */
  readonly joined?: boolean;
  readonly chapters: readonly Chapter[];
}

interface OutlinePart {
  readonly number: string;
  /** Nothing but a few lines for each section. */
  readonly brief: boolean;
  readonly part: PrintPart;
}

/** Chapters under the parts of the outline that they belong to; one that bears the name of its part is no part of it. */
export function inParts(edition: Edition, chapters: readonly { readonly part: string; readonly chapter: Chapter }[]): PrintPart[] {
  const parts = edition.model.report.outline.parts.flatMap(({ id, number, title }): OutlinePart[] => {
    const own = chapters.filter(({ part }) => part === id).map(({ chapter }) => chapter);
    const [first] = own;
    if (!first) return [];
    const brief = own.every(isBrief);
    if (own.length === 1 && first.title === codedTitle(edition, number, edition.pick(title))) return [{ number, brief, part: { chapters: own } }];
    const page = pageName(`part-${id}`);
    const heading = { anchor: `part-${id}`, number, title: edition.pick(title), page };
    return [{ number, brief, part: runOn(edition, own) ? { heading, runsOn: true, chapters: own.map((chapter) => ({ ...chapter, page })) } : { heading, chapters: own } }];
  });
  return runsOf(parts).flatMap((run) => (run.length === 1 ? [run[0]!.part] : shareFrom(edition, run)));
}

/** Parts that may stand on one page, one after the other. */
function runsOf(parts: readonly OutlinePart[]): OutlinePart[][] {
  const runs: OutlinePart[][] = [];
  for (const part of parts) {
    const last = runs.at(-1);
    if (part.brief && last?.at(-1)!.brief) last.push(part);
    else runs.push([part]);
  }
  return runs;
}

function shareFrom(edition: Edition, run: readonly OutlinePart[]): PrintPart[] {
  const numbers = [run[0]!.number, run.at(-1)!.number];
  const name = pageName(`parts-${numbers.join('-')}`);
  const shared = { name, heading: codedTitle(edition, numbers.join(edition.t('spanGap')), edition.t('measureDirection')) };
  return run.map(({ part: { heading, chapters, ...part } }, index) => ({
    ...part, shared, joined: index > 0,
    ...(heading ? { heading: { ...heading, page: name } } : {}),
    chapters: chapters.map((chapter) => ({ ...chapter, page: name })),
  }));
}

/** A section of which a plan gives the direction only. */
function isBrief(chapter: Chapter): boolean {
  return chapter.kind === 'direction' && chapter.contents.length === 0;
}

/** What a page has room for, in letters, with the headings of a plan. */
const PAGEFUL = { wide: 1000, narrow: 2400 };

/** Each of these chapters on pages of its own would leave half of them empty. */
function runOn(edition: Edition, chapters: readonly Chapter[]): boolean {
  const lengths = chapters.map((chapter) => (chapter.kind === 'direction' ? lengthOf(chapter) : Infinity));
  return lengths.reduce((sum, length) => sum + length, 0) <= lengths.length * PAGEFUL[edition.style.wide ? 'wide' : 'narrow'];
}

function lengthOf({ direction = '', issues, measures }: DirectionChapter): number {
  const texts = [direction, ...issues.map(({ html }) => html), ...measures.flatMap(({ items }) => items.map(({ html }) => html))];
  return texts.join('').replace(/<[^>]*>/g, '').length;
}
