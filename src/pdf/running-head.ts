import type { PrintSection } from './page-rules.ts';

/** What a line of the head has room for, in ems of its letters of 7.5 points: 166 mm upright, 255 mm across. */
const ROOM = { portrait: 62.7, landscape: 96.3 };
const GAP = 2;
/** A long title of the document leaves the rest to that of the section. */
const MOST_OF_TITLE = 0.4;

export interface RunningHead {
  readonly title: string;
  readonly section: string;
}

/** The titles of the document and of a section on one line: what is too long for it is cut, and says so. */
export function fitHead(title: string, section: string, orientation: PrintSection['orientation'] = 'portrait'): RunningHead {
  const room = ROOM[orientation] - GAP;
  const cut = cutTo(section, room - Math.min(emsOf(title), room * MOST_OF_TITLE));
  return { title: cutTo(title, room - emsOf(cut)), section: cut };
}

/** Cut after a word, where it has words; without the signs that only lead on. */
function cutTo(text: string, ems: number): string {
  if (emsOf(text) <= ems) return text;
  let [start, width] = ['', 0];
  for (const letter of text) {
    width += emsOf(letter);
    if (width + emsOf('…') > ems) break;
    start += letter;
  }
  const word = /\p{L}$/u.test(start) && /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u.test(text.slice(start.length)) ? start.replace(/\s+\S*$/, '') : start;
  return `${word.replace(/[\s\p{P}]+$/u, '')}…`;
}

/** Not less than it will be: each letter counts as one of the wider ones of its kind. */
/** About how wide a text is. */
export function emsOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (KINDS.find(([kind]) => kind.test(letter))?.[1] ?? 1), 0);
}

const KINDS: readonly (readonly [RegExp, number])[] = [
  [/[ \u00a0'’.,:;|!ijlI]/, 0.3],
  [/[ft()[\]{}\-/r]/, 0.39],
  [/[@%MWm]/, 0.95],
  [/[A-Zw&]/, 0.75],
  [/[!-~\u00a1-\u02ff–]/, 0.6],
];
