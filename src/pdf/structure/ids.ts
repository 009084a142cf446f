import { walk } from './element.ts';
import type { Element } from './element.ts';

/**
 * Cells name the header cells that they belong to, by the numbers of the browser's nodes, which go on from whatever it
 * did before. They are counted anew in reading order: the same document gives the same file.
 */
export function renumberIds(top: Element): void {
  const elements = walk(top);
  const named = elements.filter(({ entries }) => entries['ID'] !== undefined);
  const renamed = new Map(named.map(({ entries }, index) => [entries['ID']!, `(n${String(index + 1).padStart(6, '0')})`]));
  for (const { entries } of named) entries['ID'] = renamed.get(entries['ID']!)!;
  for (const { entries } of elements) {
    if (entries['A']?.includes('/Headers')) entries['A'] = entries['A'].replace(HEADERS, (list) => list.replace(ID, (id) => renamed.get(id) ?? id));
  }
}

/** `/Headers [(node00004374) (node00004520)]` */
const HEADERS = /\/Headers \[[^\]]*\]/g;
const ID = /\([^)]*\)/g;
