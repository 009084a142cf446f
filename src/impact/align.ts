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
  const [a, b] = [before, after].map((list) => list.map((value) => JSON.stringify(value)));
  const pairs: Pair[] = [];
  let [i, j] = [0, 0];
  const between = (endI: number, endJ: number): void => {
    for (; i < endI || j < endJ; i += 1, j += 1) {
      pairs.push({
        ...(i < endI ? { before: { key: i, value: before[i] } } : {}),
        ...(j < endJ ? { after: { key: j, value: after[j] } } : {}),
      });
    }
    [i, j] = [endI, endJ];
  };
  for (const [x, y] of commonSequence(a ?? [], b ?? [])) {
    between(x, y);
    between(x + 1, y + 1);
  }
  between(before.length, after.length);
  return pairs;
}

/** The longest common sequence, as pairs of indexes. What both begin and end with is left out of the search. */
function commonSequence(a: readonly string[], b: readonly string[]): [number, number][] {
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1;
  const [rows, columns] = [a.length - head - tail, b.length - head - tail];
  const lengths = Array.from({ length: rows + 1 }, () => new Uint32Array(columns + 1));
  const at = (x: number, y: number): number => lengths[x]?.[y] ?? 0;
  for (let x = rows - 1; x >= 0; x--) {
    for (let y = columns - 1; y >= 0; y--) {
      lengths[x]![y] = a[head + x] === b[head + y] ? at(x + 1, y + 1) + 1 : Math.max(at(x + 1, y), at(x, y + 1));
    }
  }
  const found: [number, number][] = Array.from({ length: head }, (_, index) => [index, index]);
  for (let [x, y] = [0, 0]; x < rows && y < columns;) {
    if (a[head + x] === b[head + y]) found.push([head + x++, head + y++]);
    else if (at(x + 1, y) >= at(x, y + 1)) x += 1;
    else y += 1;
  }
  for (let k = tail; k > 0; k--) found.push([a.length - k, b.length - k]);
  return found;
}
