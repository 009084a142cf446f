import type { Fraction } from './fraction.ts';
import {
  add,
  compare,
  divide,
  fraction,
  fromDecimal,
  greatest,
  least,
  multiply,
  stepOf,
  subtract,
} from './fraction.ts';

/** All values from low to high, both included; an end that is missing is infinite. */
export interface Span {
  readonly low?: Fraction;
  readonly high?: Fraction;
}

/** All values that can be reached. Spans may overlap; a divisor that can be zero leaves a gap. */
export type Range = readonly Span[];

/** A span with both ends: what an input stands for. */
export type Interval = Required<Span>;

/** All values within half a quantum of the printed one. */
export function intervalAround(value: string, quantum: string): Interval {
  const centre = fromDecimal(value);
  const half = divide(fromDecimal(quantum), fraction(2n));
  return { low: subtract(centre, half), high: add(centre, half) };
}

/** Sums of one value of each range. */
export function addRanges(a: Range, b: Range): Range {
  return a.flatMap((first) => b.map((second) => addSpans(first, second)));
}

function addSpans(a: Span, b: Span): Span {
  return {
    ...(a.low && b.low && { low: add(a.low, b.low) }),
    ...(a.high && b.high && { high: add(a.high, b.high) }),
  };
}

/** Products of one value of each interval. */
export function multiplyIntervals(a: Interval, b: Interval): Interval {
  const corners = [a.low, a.high].flatMap((x) => [b.low, b.high].map((y) => multiply(x, y)));
  return { low: least(corners), high: greatest(corners) };
}

/** Whether some value of the range rounds half-up, at `places` decimals, to the reported one. */
export function reachesRounded(range: Range, reported: Fraction, places: number): boolean {
  const step = stepOf(places);
  if (divide(reported, step).under !== 1n) return false;
  return range.some((span) => meetsCell(span, reported, divide(step, fraction(2n))));
}

/** Half-up goes away from zero: 7.4 is [7.35, 7.45), -7.4 is (-7.45, -7.35], 0.0 is (-0.05, 0.05). */
function meetsCell({ low, high }: Span, reported: Fraction, half: Fraction): boolean {
  const belowTop = low ? compare(add(reported, half), low) : 1;
  const aboveBottom = high ? compare(high, subtract(reported, half)) : 1;
  const startsInTime = belowTop > 0 || (belowTop === 0 && reported.over < 0n);
  const reachesIt = aboveBottom > 0 || (aboveBottom === 0 && reported.over > 0n);
  return startsInTime && reachesIt;
}

interface Ends {
  readonly low: Fraction | 'unbounded';
  readonly high: Fraction | 'unbounded';
}

/** Ends of the whole range: 'unbounded' where it has none, undefined where nothing can be reached. */
export function endsOf(range: Range): Ends | undefined {
  if (range.length === 0) return undefined;
  const lows = range.map((span) => span.low);
  const highs = range.map((span) => span.high);
  return {
    low: lows.every((low) => low !== undefined) ? least(lows) : 'unbounded',
    high: highs.every((high) => high !== undefined) ? greatest(highs) : 'unbounded',
  };
}
