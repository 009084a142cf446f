import { align } from '../diff/alignment.ts';

/** A part of the data before and after; one of the two is missing where it has gone or come. */
export interface Pair {
  readonly before?: Located;
  readonly after?: Located;
}

/** A value, with the key or index that it stands under. */
export interface Located {
  readonly key: string | number;
  readonly value: unknown;
}

/**
 * The entries of two lists that are one and the same: by their ids or points in time where they have them, else equal
 * ones in their order, and what lies between equal ones one after the other.
 */
export function alignLists(before: readonly unknown[], after: readonly unknown[]): Pair[] {
  const names = [before, after].map((list) => list.map(nameOf));
  const isNamed = names.every((list) => list.every((name) => name !== undefined) && new Set(list).size === list.length);
  return isNamed ? alignNamed(before, after) : alignEqual(before, after);
}

function nameOf(entry: unknown): string | undefined {
  if (typeof entry !== 'object' || entry === null) return undefined;
  const { id, at, cause } = entry as Readonly<Record<string, unknown>>;
  return [id, at, cause].find((name): name is string => typeof name === 'string');
}

function alignNamed(before: readonly unknown[], after: readonly unknown[]): Pair[] {
  const places = new Map(before.map((entry, index) => [nameOf(entry), index]));
  const kept = new Set(after.map(nameOf));
  const gone = before.flatMap((value, key): Pair[] => (kept.has(nameOf(value)) ? [] : [{ before: { key, value } }]));
  const here = after.map((value, key): Pair => {
    const index = places.get(nameOf(value));
    return { after: { key, value }, ...(index === undefined ? {} : { before: { key: index, value: before[index] } }) };
  });
  return [...here, ...gone];
}

function alignEqual(before: readonly unknown[], after: readonly unknown[]): Pair[] {
  const [a = [], b = []] = [before, after].map((list) => list.map((value) => JSON.stringify(value)));
  const pairs: Pair[] = [];
  let [i, j] = [0, 0];
  const upTo = (endI: number, endJ: number): void => {
    for (; i < endI || j < endJ; i += 1, j += 1) {
      pairs.push({
        ...(i < endI ? { before: { key: i, value: before[i] } } : {}),
        ...(j < endJ ? { after: { key: j, value: after[j] } } : {}),
      });
    }
    [i, j] = [endI, endJ];
  };
  for (const { before: [from, to], after: [start] } of align(a, b).filter(({ kind }) => kind === 'same')) {
    upTo(from, start);
    upTo(to, start + to - from);
  }
  upTo(before.length, after.length);
  return pairs;
}
