import type { Locale } from '../locale.ts';
import { TAG } from './tags.ts';

/**
 * A string that a language borrows from another carries that language with it, in signs of the private use area, until it
 * reaches a page: there it becomes an element with `lang`, where an element can stand.
 */
const [START, MIDDLE, END] = ['\uE010', '\uE011', '\uE012'];

export function markBorrowed(text: string, from: Locale): string {
  return `${START}${from}${MIDDLE}${text}${END}`;
}

/** For files and drawings, which have no place for a language. */
export function withoutMarks(text: string): string {
  return text.includes(START) ? text.replace(OPENING, '').replaceAll(END, '') : text;
}

const OPENING = new RegExp(`${START}[^${MIDDLE}]*${MIDDLE}`, 'g');

/** A page with its borrowed strings in elements of their language; attributes, titles, drawings and scripts stay bare. */
export function showBorrowed(html: string): string {
  if (!html.includes(START)) return html;
  return html
    .split(UNMARKABLE)
    .map((piece, index) => (index % 2 === 1 ? withoutMarks(piece) : inElements(piece)))
    .join('');
}

/** A borrowed string may name another one: the inner first. */
function inElements(text: string): string {
  const shown = text.replace(BORROWED, '<span lang="$1">$2</span>');
  return shown === text ? text : inElements(shown);
}

/** Where no element can stand, as the odd pieces of a split. */
const UNMARKABLE = new RegExp(`(<(?:title|script|style|svg)\\b[^]*?<\\/(?:title|script|style|svg)>|${TAG.source})`);
const BORROWED = new RegExp(`${START}([^${START}${MIDDLE}]*)${MIDDLE}([^${START}${END}]*)${END}`, 'g');
