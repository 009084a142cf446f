import { keptBy } from '../cache/kept-by.ts';
import type { Path, Problem } from '../diagnostics/problem.ts';
import type { Report } from '../load/report.ts';
import { problem } from './problem.ts';
import { eachWithin, filesOf } from './tree.ts';

/** Entries that stand in a list twice, to the last letter: an id that is listed again, a paragraph that was pasted again. */
export function checkEntries(report: Report): Problem[] {
  return filesOf(report).flatMap(({ file, data }) =>
    twiceIn(data, [], () => findTwice(data)).map(({ path, words }) => problem('entry-twice', file, path, TWICE(words), REPAIR)));
}

interface Twice {
  readonly path: Path;
  /** By what the entry can be known: what stands in it, or the beginning of that. */
  readonly words: string;
}

const twiceIn = keptBy<object, readonly Twice[]>();

/** Cells and signs are as they come; for the others there is a check of their own. */
const MAY_REPEAT: ReadonlySet<string> = new Set(['cells', 'signs', 'notes', 'languages']);

function findTwice(data: object): Twice[] {
  const found: Twice[] = [];
  eachWithin(data, (value, path) => {
    if (Array.isArray(value) && !MAY_REPEAT.has(String(path.at(-1)))) found.push(...repeated(value, path));
  });
  return found;
}

function* repeated(list: readonly unknown[], path: Path): Generator<Twice> {
  const seen = list.length > FEW ? new Set<string>() : undefined;
  for (const [index, entry] of list.entries()) {
    // Ids and periods are looked at by themselves: two entries of one name need not be the same.
    if (isNamed(entry) || isOnlyWords(entry)) continue;
    const key = seen && JSON.stringify(entry);
    const isAgain = seen && key !== undefined ? seen.has(key) : list.some((other, before) => before < index && isSame(other, entry));
    if (key !== undefined) seen?.add(key);
    if (isAgain) yield { path: [...path, index], words: wordsOf(entry) };
  }
}

/** Heads that a table repeats (月, 件数, 月, 件数), and rows without a figure: うち女性 – below one group and the next. */
function isOnlyWords(entry: unknown): boolean {
  if (typeof entry !== 'object' || entry === null || !('label' in entry || 'cells' in entry)) return false;
  return !('indicator' in entry || 'change' in entry) && !('cells' in entry && Array.isArray(entry.cells) && entry.cells.some((cell) => typeof cell === 'string' || Array.isArray(cell)));
}

/** Of so many each may be compared with all. */
const FEW = 50;

function isNamed(entry: unknown): boolean {
  return typeof entry === 'object' && entry !== null && ('id' in entry || 'at' in entry);
}

const MOST_LETTERS = 60;

function wordsOf(entry: unknown): string {
  const text = scalarsOf(entry).join(', ');
  return text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS)}…` : text;
}

function scalarsOf(value: unknown): string[] {
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(scalarsOf) : [String(value)];
}

function isSame(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return one === other;
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length
    && keys.every((key) => isSame((one as Record<string, unknown>)[key], (other as Record<string, unknown>)[key]));
}

const TWICE = (words: string) => ({
  ja: `この並びに「${words}」が二度あります。`,
  en: `“${words}” stands in this list twice.`,
});
const REPAIR = { ja: '一方を消してください。', en: 'Remove one of the two.' };
