import type { RecheckCase } from './case.ts';
import { compare, fromDecimal } from './fraction.ts';
import type { Fraction } from './fraction.ts';
import { operationOf } from './operation.ts';
import { roundHalfUp, showDecimal } from './print.ts';
import { endsOf, intervalAround, reachesRounded } from './range.ts';
import type { Range } from './range.ts';

/**
 * - `equal`: recomputed and rounded half-up, it is the reported figure.
 * - `rounding`: it is not, but some inputs within half of their quanta give a value that rounds to it.
 * - `differs`: none do.
 */
export type Verdict = 'equal' | 'rounding' | 'differs';

/** Decimal texts are exact, or to twenty places where they have no end. */
export interface RecheckResult {
  readonly verdict: Verdict;
  /** Recomputed from the inputs as printed; null when that divides by zero. */
  readonly value: string | null;
  /** The same, rounded to the reported figure's decimals. */
  readonly rounded: string | null;
  /** Least and greatest value within the inputs' resolution: '-Infinity', 'Infinity' without a bound. */
  readonly low: string | null;
  readonly high: string | null;
}

/** Recomputes a derived figure over its inputs' intervals. Nothing is rounded before it is compared. */
export function recheck(figure: RecheckCase): RecheckResult {
  const operation = operationOf(figure.kind);
  const reported = fromDecimal(figure.reported);
  const intervals = figure.inputs.map((input, index) => intervalAround(input, figure.quanta[index] ?? '0'));
  const value = operation.compute(figure.inputs.map(fromDecimal), figure);
  const range = operation.range(intervals, figure);
  const rounded = value && roundHalfUp(value, figure.decimals);
  return {
    verdict: judge(rounded, range, reported, figure.decimals),
    value: value ? showDecimal(value) : null,
    rounded: rounded ?? null,
    ...shownEnds(range),
  };
}

/** Minus zero is zero here: documents print -0.0 for a fall that rounds away, and 0.0 as well. */
function judge(rounded: string | undefined, range: Range, reported: Fraction, decimals: number): Verdict {
  if (rounded !== undefined && compare(fromDecimal(rounded), reported) === 0) return 'equal';
  return reachesRounded(range, reported, decimals) ? 'rounding' : 'differs';
}

function shownEnds(range: Range): Pick<RecheckResult, 'low' | 'high'> {
  const ends = endsOf(range);
  if (!ends) return { low: null, high: null };
  const { low, high } = ends;
  return {
    low: low === 'unbounded' ? '-Infinity' : showDecimal(low, 'down'),
    high: high === 'unbounded' ? 'Infinity' : showDecimal(high, 'up'),
  };
}
