import { placePoint, trimZeros } from './number.ts';

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
 * A scale that would start near zero anyway starts at zero, and so does one of equal values: there is no change to enlarge. Values are only placed here, never printed:
 * they may be numbers; the ticks are counted in whole steps and so are exact.
 * @param decimals decimals of the printed values: no step is finer than what is printed
 */
export function fitScale(
  values: readonly string[],
  start: 'zero' | 'data',
  decimals: number,
  most = MOST_INTERVALS,
): Scale {
  const [low, high] = extent(values.map(Number), start);
  const step = findStep(low, high, decimals, most);
  const first = floor(low, step);
  const last = Math.max(ceil(high, step), first + 1);
  const ticks: string[] = [];
  for (let count = first; count <= last; count++) {
    ticks.push(trimZeros(placePoint(BigInt(count) * BigInt(step.mantissa), -step.exponent)));
  }
  return { ticks, cut: first > 0 || last < 0 };
}

function extent(values: readonly number[], start: 'zero' | 'data'): [number, number] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const nearZero = low > 0 ? low < (high - low) / 2 : high < 0 && high > (low - high) / 2;
  return start === 'zero' || nearZero || low === high ? [Math.min(0, low), Math.max(0, high)] : [low, high];
}

/** mantissa × 10^exponent */
interface Step {
  readonly mantissa: 1 | 2 | 5;
  readonly exponent: number;
}

function findStep(low: number, high: number, decimals: number, most: number): Step {
  const span = Math.max(high - low, 10 ** -decimals);
  let exponent = Math.max(-decimals, Math.floor(Math.log10(span / most)));
  for (; ; exponent++) {
    for (const mantissa of [1, 2, 5] as const) {
      const step = { mantissa, exponent };
      if (ceil(high, step) - floor(low, step) <= most) return step;
    }
  }
}

function floor(value: number, step: Step): number {
  const count = countOf(value, step);
  return isWhole(count) ? Math.round(count) : Math.floor(count);
}

function ceil(value: number, step: Step): number {
  const count = countOf(value, step);
  return isWhole(count) ? Math.round(count) : Math.ceil(count);
}

function countOf(value: number, { mantissa, exponent }: Step): number {
  return exponent < 0 ? (value * 10 ** -exponent) / mantissa : value / (mantissa * 10 ** exponent);
}

/** Nearer to a whole number than any printed figure could be: 0.3 / 0.1 is three steps. */
function isWhole(count: number): boolean {
  return Math.abs(count - Math.round(count)) < 1e-9 * Math.max(1, Math.abs(count));
}
