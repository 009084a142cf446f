import { Decimal } from '../quantity/decimal.ts';

/** The vertical extent of a chart and the levels that are labelled, from the lowest to the highest. */
export interface Scale {
  readonly ticks: readonly string[];
  /** Zero lies outside: lengths on this axis do not compare. */
  readonly cut: boolean;
}

/** More intervals than this crowd a chart of 300 px. */
const MOST_INTERVALS = 7;

/**
 * The shortest scale of round steps (1, 2, 5, 10, …) that holds all values.
 * A scale that would start near zero anyway starts at zero.
 * @param decimals decimals of the printed values: no step is finer than what is printed
 */
export function fitScale(values: readonly string[], start: 'zero' | 'data', decimals: number): Scale {
  const [low, high] = extent(values, start);
  const step = findStep(low, high, new Decimal(10).pow(-decimals));
  const first = low.div(step).floor().toNumber();
  const last = Math.max(high.div(step).ceil().toNumber(), first + 1);
  const ticks: string[] = [];
  for (let count = first; count <= last; count++) ticks.push(step.times(count).toFixed());
  return { ticks, cut: first > 0 || last < 0 };
}

function extent(values: readonly string[], start: 'zero' | 'data'): [Decimal, Decimal] {
  const low = Decimal.min(...values);
  const high = Decimal.max(...values);
  const nearZero = low.gt(0) ? low.lt(high.minus(low).div(2)) : high.lt(0) && high.gt(low.minus(high).div(2));
  return start === 'zero' || nearZero ? [Decimal.min(0, low), Decimal.max(0, high)] : [low, high];
}

function findStep(low: Decimal, high: Decimal, finest: Decimal): Decimal {
  const span = Decimal.max(high.minus(low), finest);
  let unit = new Decimal(10).pow(span.div(MOST_INTERVALS).log(10).floor());
  for (;;) {
    for (const mantissa of [1, 2, 5]) {
      const step = unit.times(mantissa);
      if (step.gte(finest) && countIntervals(low, high, step) <= MOST_INTERVALS) return step;
    }
    unit = unit.times(10);
  }
}

function countIntervals(low: Decimal, high: Decimal, step: Decimal): number {
  return high.div(step).ceil().minus(low.div(step).floor()).toNumber();
}
