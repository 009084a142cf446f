import type { CellView, TableView } from './table.ts';

/**
 * About how wide a table wants to be, in the size of its letters: figures and headings in one line as the style
 * sheet has it, words wrapped. It decides where a table stands; the browser lays it out.
 */
export function tableWidth({ head, rows, hasGroups }: TableView): number {
  const columns = rows[0]?.cells.length ?? 0;
  const heads = head.at(-1)?.length === columns ? head.at(-1)! : head[0]!.flatMap((cell) => Array.from({ length: cell.colSpan }, () => cell));
  const widths = Array.from({ length: columns }, (_, index) => {
    const cells = rows.flatMap(({ cells: own }) => (own[index] ? [cellWidth(own[index])] : []));
    return Math.max(HEAD, longestWord(heads[index]?.text ?? ''), ...cells) + PADDING;
  });
  const labels = Math.min(LABEL, Math.max(8, ...rows.map(({ label }) => textWidth(label)))) + PADDING;
  return widths.reduce((sum, width) => sum + width, labels + (hasGroups ? GROUP + PADDING : 0));
}

/** As the style sheet has it: the least width of a heading, room beside a cell, the column of groups; and where a heading of a row wraps at the latest. */
const HEAD = 5;
const PADDING = 1.6;
const GROUP = 6;
const LABEL = 11;

/** Words wrap, but not into less than this. */
const WORDS = 14;

function cellWidth({ text, extra = '', words, note }: CellView): number {
  const own = textWidth(text) + (note === undefined ? 0 : 1.2);
  return words ? Math.min(WORDS, own) : Math.max(own, textWidth(extra) * 0.87);
}

/** A Japanese heading breaks at punctuation only, an English one between its words. */
function longestWord(text: string): number {
  return Math.max(0, ...text.split(/(?<=[、。・）」])|(?=[（「])|\s+/).map(textWidth));
}

/** A character of the East is as wide as it is high, another a little more than half of that. */
function textWidth(text: string): number {
  return [...text].reduce((sum, character) => sum + (character > '\u2e7f' ? 1 : 0.58), 0);
}
