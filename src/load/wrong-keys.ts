import { isCollection, isMap, isScalar } from 'yaml';
import type { Document } from 'yaml';
import type { FileProblem } from './file-problems.ts';
import type { PlacedProblem } from './yaml-errors.ts';

/** A key that is written twice in the same place, or that no value can have: by a set of each map, as comparing every key with every other takes minutes for a list of names. */
export function wrongKeys(document: Document.Parsed): PlacedProblem[] {
  const found: PlacedProblem[] = [];
  const open: unknown[] = [document.contents];
  while (open.length > 0) {
    const node = open.pop();
    if (!isCollection(node)) continue;
    if (!isMap(node)) {
      open.push(...node.items);
      continue;
    }
    const keys = new Set<unknown>();
    for (const { key, value } of node.items) {
      open.push(value);
      if (!isScalar(key)) continue;
      const [from = 0, to = 0] = key.range ?? [];
      if (key.value === '__proto__') found.push({ from, to, ...NO_KEY });
      if (keys.has(key.value)) found.push({ from, to: Math.max(to, from + 1), ...DUPLICATE(String(key.source ?? key.value)) });
      keys.add(key.value);
    }
  }
  return found.sort((a, b) => a.from - b.from).slice(0, MOST);
}

/** Far more than anyone makes by hand. */
const MOST = 100;

const NO_KEY: FileProblem = {
  code: 'unknown-key',
  message: { ja: '「__proto__」は項目の名前になりません。', en: '“__proto__” cannot be a key.' },
  repair: { ja: 'この項目を消してください。', en: 'Remove it.' },
};
const DUPLICATE = (key: string): FileProblem => ({
  code: 'duplicate-key',
  message: {
    ja: `項目「${key}」が同じところに二度書かれています。`,
    en: `The key “${key}” is written twice in the same place.`,
  },
  repair: { ja: 'どちらか一方を消してください。', en: 'Remove one of the two.' },
});
