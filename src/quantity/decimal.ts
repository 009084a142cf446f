import { Decimal as DecimalJs } from 'decimal.js';

/**
 * The decimals of published figures. Sixty digits hold the product of any two of them;
 * parsing refuses longer ones, and a quotient is only rounded for printing.
 */
export const Decimal = DecimalJs.clone({
  precision: 60,
  rounding: DecimalJs.ROUND_HALF_UP,
  toExpNeg: -100,
  toExpPos: 100,
});
export type Decimal = DecimalJs;

/**
 * Rounds half away from zero and prints exactly `places` decimals; negative places round to tens, hundreds.
 * A negative value that rounds to zero keeps its sign: -0.04 → '-0.0'.
 */
export function roundHalfUp(value: Decimal, places: number): string {
  const rounded = roundToStep(value.abs(), powerOfTen(-places));
  return (value.isNegative() ? '-' : '') + rounded.toFixed(Math.max(0, places));
}

/** Rounds half away from zero to a whole number of steps, powers of ten or not: 838, 60 → 840. */
export function roundToStep(value: Decimal, step: Decimal): Decimal {
  return value.div(step).toDecimalPlaces(0, Decimal.ROUND_HALF_UP).times(step);
}

/** Prints a decimal in full, without an exponent, keeping the sign of a negative zero. */
export function decimalText(value: Decimal, places?: number): string {
  const digits = value.abs();
  return (value.isNegative() ? '-' : '') + (places === undefined ? digits.toFixed() : digits.toFixed(places));
}

export function powerOfTen(exponent: number): Decimal {
  return new Decimal(`1e${exponent}`);
}

/**
 * Decimals that a step prints: '0.1' → 1, '1' → 0, '10000' → -4. One that is no power of ten, such as an hour
 * in minutes, is no place of its own: '60' → 0, '0.6' → 1; `roundToStep` rounds to it.
 */
export function placesOf(quantum: string): number {
  const step = new Decimal(quantum);
  return step.equals(powerOfTen(step.e)) ? 0 - step.e : step.decimalPlaces();
}
