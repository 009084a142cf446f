import { Decimal, powerOfTen } from './decimal.ts';
import type { Qualifier, Quantity } from './quantity.ts';
import { SIXTY } from './scale.ts';

/** What a figure says of the true value: at least `low`, at most `high`; an end that is missing is open. */
export interface Extent {
  readonly low?: Decimal;
  readonly high?: Decimal;
}

/**
 * Half a unit of the last printed place on either side, wider or one-sided where a qualifier says so:
 * 4.1万 → 40500 to 41500, 300万超 → 3000000 and more, 70%台 → 70 to 80.
 */
export function extentOf(quantity: Quantity): Extent {
  const size = new Decimal(quantity.value).abs();
  const bandUnit = new Decimal(quantity.scale === '時間' ? SIXTY : 1);
  const extent = extentOfSize(size, new Decimal(quantity.quantum), quantity.qualifiers ?? [], bandUnit);
  return quantity.value.startsWith('-') ? mirrored(extent) : extent;
}

/** Whether two printings of one figure, such as 1,453万人 and 14,533,402人, can both be right. */
export function agree(a: Quantity, b: Quantity): boolean {
  if (a.unit !== b.unit) return false;
  const [first, second] = [extentOf(a), extentOf(b)];
  return reaches(first, second) && reaches(second, first) && !touchesOpenEnd(a, b) && !touchesOpenEnd(b, a);
}

/** `bandUnit`: what a band counts in, minutes or hours: 2時間台 is an hour wide. */
function extentOfSize(
  size: Decimal,
  step: Decimal,
  qualifiers: readonly Qualifier[],
  bandUnit: Decimal,
): Extent {
  const has = (...names: Qualifier[]) => names.some((name) => qualifiers.includes(name));
  if (has('over', 'or_more')) return { low: size };
  if (has('or_less', 'under')) return { high: size };
  if (has('approximately_or_more')) return { low: size.minus(step.div(2)) };
  if (has('just_over')) return { low: size, high: size.plus(step) };
  if (has('just_under')) return { low: size.minus(step), high: size };
  const band = BANDS.find(([name]) => has(name));
  if (band) return between(size, lastPlace(size.div(bandUnit)).times(bandUnit), band[1], band[2]);
  return between(size, step, -0.5, 0.5);
}

/** Parts of a band: 70%台 is ten wide, 半ば its middle. */
const BANDS: readonly (readonly [Qualifier, from: number, to: number])[] = [
  ['band', 0, 1],
  ['band_low', 0, 0.5],
  ['band_mid', 0.3, 0.7],
  ['band_high', 0.5, 1],
];

function between(size: Decimal, step: Decimal, from: number, to: number): Extent {
  return { low: size.plus(step.times(from)), high: size.plus(step.times(to)) };
}

/** The place of the last digit that is not zero: 70 → 10, 120000 → 10000. */
export function lastPlace(size: Decimal): Decimal {
  const digits = size.isZero() ? 1 : size.precision();
  return powerOfTen(size.e - digits + 1);
}

function mirrored({ low, high }: Extent): Extent {
  return { ...(high && { low: high.negated() }), ...(low && { high: low.negated() }) };
}

function reaches({ low }: Extent, { high }: Extent): boolean {
  return !low || !high || low.lessThanOrEqualTo(high);
}

/** 14,535,000 rounds to 1,454万, so it is not 1,453万, although it lies half a step from it. */
function touchesOpenEnd(rounded: Quantity, other: Quantity): boolean {
  if (rounded.quantum === '0' || rounded.qualifiers || other.qualifiers) return false;
  const top = new Decimal(rounded.value).abs().plus(new Decimal(rounded.quantum).div(2));
  const nearest = new Decimal(other.value).abs().minus(new Decimal(other.quantum).div(2));
  return nearest.equals(top);
}
