import { Decimal } from '../quantity/decimal.ts';

/** What a row of figures over time does: the facts for a sentence in any language. Indices into the row. */
export interface Trend {
  /** First and last period with a value; null when there is none. */
  readonly first: number | null;
  readonly last: number | null;
  /** How many times in a row the figure rose (fell) up to the last value; a gap ends the row. */
  readonly risingStreak: number;
  readonly fallingStreak: number;
  /** The best and the worst period; of several equal ones the latest. */
  readonly best: number | null;
  readonly worst: number | null;
  /** Another period was as good (as bad). */
  readonly bestShared: boolean;
  readonly worstShared: boolean;
  /** Sign of the change to the last value from the period just before it; null when that has no value. */
  readonly lastChange: -1 | 0 | 1 | null;
}

/** @param better the direction in which the figure improves; never guessed */
export function describeTrend(values: readonly (string | null)[], better: 'higher' | 'lower'): Trend {
  const first = values.findIndex((value) => value !== null);
  const last = values.findLastIndex((value) => value !== null);
  const highest = findExtreme(values, 1);
  const lowest = findExtreme(values, -1);
  const [best, worst] = better === 'higher' ? [highest, lowest] : [lowest, highest];
  return {
    first: first < 0 ? null : first,
    last: last < 0 ? null : last,
    risingStreak: countStreak(values, last, 1),
    fallingStreak: countStreak(values, last, -1),
    best: best.index,
    worst: worst.index,
    bestShared: best.shared,
    worstShared: worst.shared,
    lastChange: changeAt(values, last),
  };
}

interface Extreme {
  readonly index: number | null;
  readonly shared: boolean;
}

function findExtreme(values: readonly (string | null)[], sign: 1 | -1): Extreme {
  let index: number | null = null;
  let extreme: string | null = null;
  let shared = false;
  values.forEach((value, at) => {
    if (value === null) return;
    const order = extreme === null ? sign : new Decimal(value).cmp(extreme);
    if (order === -sign) return;
    shared = order === 0;
    [index, extreme] = [at, value];
  });
  return { index, shared };
}

function countStreak(values: readonly (string | null)[], last: number, sign: 1 | -1): number {
  let at = last;
  while (changeAt(values, at) === sign) at--;
  return last - at;
}

function changeAt(values: readonly (string | null)[], index: number): -1 | 0 | 1 | null {
  const [before, value] = [values[index - 1] ?? null, values[index] ?? null];
  return before === null || value === null ? null : (new Decimal(value).cmp(before) as -1 | 0 | 1);
}
