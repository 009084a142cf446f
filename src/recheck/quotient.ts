import type { Fraction } from './fraction.ts';
import {
  add,
  compare,
  divide,
  fraction,
  greatest,
  isZero,
  least,
  multiply,
  negate,
  subtract,
  times,
  ZERO,
} from './fraction.ts';
import type { Interval, Range, Span } from './range.ts';

/**
 * A weighted sum of the inputs over another, or over a constant. An input may stand in both:
 * (v0 − v1)/v1 is { over: [1, -1], under: [0, 1] }, a mean of two { over: [1, 1], under: 2 }.
 */
export interface Quotient {
  readonly over: readonly number[];
  readonly under: readonly number[] | number;
}

/** Both sums for one choice of the inputs. */
interface Point {
  readonly over: Fraction;
  readonly under: Fraction;
}

/** Undefined when the divisor is zero. */
export function computeQuotient(quotient: Quotient, inputs: readonly Fraction[]): Fraction | undefined {
  const { over, under } = pointAt(quotient, inputs);
  return isZero(under) ? undefined : divide(over, under);
}

/**
 * All values of a quotient over the inputs' intervals, exactly. As the inputs run through their intervals,
 * the two sums run through a convex polygon. Where the divisor has one sign, the quotient takes its extremes
 * at corners, and grows without end towards a corner at which only the divisor is zero.
 */
export function quotientRange(quotient: Quotient, inputs: readonly Interval[]): Range {
  const corners = cornersOf(quotient, inputs);
  const mirrored = corners.map(({ over, under }) => ({ over: negate(over), under: negate(under) }));
  return [spanAbove(corners), spanAbove(mirrored)].filter((span) => span !== undefined);
}

/** Values where the divisor is positive, if it can be. */
function spanAbove(corners: readonly Point[]): Span | undefined {
  const points = clipAtZero(corners);
  const values = points.filter(({ under }) => under.over > 0n).map(({ over, under }) => divide(over, under));
  if (values.length === 0) return undefined;
  const edge = points.filter(({ under }) => isZero(under));
  return {
    ...(edge.every(({ over }) => over.over >= 0n) && { low: least(values) }),
    ...(edge.every(({ over }) => over.over <= 0n) && { high: greatest(values) }),
  };
}

/** The part of a polygon where the divisor is not negative. */
function clipAtZero(corners: readonly Point[]): Point[] {
  return corners.flatMap((corner, index) => {
    const next = corners[(index + 1) % corners.length] ?? corner;
    const crosses = corner.under.over * next.under.over < 0n;
    return [...(corner.under.over >= 0n ? [corner] : []), ...(crosses ? [crossing(corner, next)] : [])];
  });
}

/** Where the line between two points meets the divisor zero. */
function crossing(a: Point, b: Point): Point {
  const share = divide(a.under, subtract(a.under, b.under));
  return { over: add(a.over, multiply(share, subtract(b.over, a.over))), under: ZERO };
}

/** Corners of the polygon in order: up from the lowest along every edge by angle, and down the other side. */
function cornersOf(quotient: Quotient, inputs: readonly Interval[]): Point[] {
  const edges = edgesOf(quotient, inputs).toSorted(byAngle);
  let corner = lowestCorner(quotient, inputs);
  if (edges.length === 0) return [corner];
  return [...edges, ...edges.map(opposite)].map((edge) => (corner = move(corner, edge)));
}

/** Every input at the end that makes the divisor small, and among equal ones the sum above it. */
function lowestCorner(quotient: Quotient, inputs: readonly Interval[]): Point {
  const ends = inputs.map(({ low, high }, index) => (climbs(quotient, index) ? low : high));
  return pointAt(quotient, ends);
}

/** Whether a larger input moves both sums to the upper half-plane. */
function climbs({ over, under }: Quotient, index: number): boolean {
  const slope = typeof under === 'number' ? 0n : weightOf(under, index);
  return slope > 0n || (slope === 0n && weightOf(over, index) >= 0n);
}

/** What each inexact input adds to both sums over its whole interval, turned to the upper half-plane. */
function edgesOf({ over, under }: Quotient, inputs: readonly Interval[]): Point[] {
  const edges = inputs.map(({ low, high }, index) => ({
    over: times(subtract(high, low), weightOf(over, index)),
    under: times(subtract(high, low), typeof under === 'number' ? 0n : weightOf(under, index)),
  }));
  return edges.filter((edge) => !isZero(edge.over) || !isZero(edge.under)).map(upwards);
}

function pointAt({ over, under }: Quotient, inputs: readonly Fraction[]): Point {
  const divisor = typeof under === 'number' ? fraction(BigInt(under)) : weightedSum(under, inputs);
  return { over: weightedSum(over, inputs), under: divisor };
}

function weightedSum(weights: readonly number[], inputs: readonly Fraction[]): Fraction {
  return inputs.reduce((sum, input, index) => add(sum, times(input, weightOf(weights, index))), ZERO);
}

function weightOf(weights: readonly number[], index: number): bigint {
  return BigInt(weights[index] ?? 0);
}

function move(a: Point, b: Point): Point {
  return { over: add(a.over, b.over), under: add(a.under, b.under) };
}

function opposite({ over, under }: Point): Point {
  return { over: negate(over), under: negate(under) };
}

function upwards(edge: Point): Point {
  const down = edge.under.over < 0n || (isZero(edge.under) && edge.over.over < 0n);
  return down ? opposite(edge) : edge;
}

/** From the right, over the top, to the left. */
function byAngle(a: Point, b: Point): number {
  return compare(multiply(b.over, a.under), multiply(a.over, b.under));
}
