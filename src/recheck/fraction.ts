/**
 * An exact fraction in lowest terms. Decimals alone cannot hold a third, and a verdict may hang on
 * whether a quotient lies on the edge of a rounding cell or just beside it.
 */
export interface Fraction {
  readonly over: bigint;
  /** Always positive. */
  readonly under: bigint;
}

export const ZERO: Fraction = { over: 0n, under: 1n };

export function fraction(over: bigint, under = 1n): Fraction {
  const divisor = commonDivisor(over, under) * (under < 0n ? -1n : 1n);
  return { over: over / divisor, under: under / divisor };
}

/** Reads plain decimal text, e.g. '-0.30'. The caller has checked it. */
export function fromDecimal(text: string): Fraction {
  const [whole = '', decimals = ''] = text.split('.');
  return fraction(BigInt(whole + decimals), 10n ** BigInt(decimals.length));
}

export function add(a: Fraction, b: Fraction): Fraction {
  if (a.under === b.under) return fraction(a.over + b.over, a.under);
  return fraction(a.over * b.under + b.over * a.under, a.under * b.under);
}

export function subtract(a: Fraction, b: Fraction): Fraction {
  return add(a, negate(b));
}

export function multiply(a: Fraction, b: Fraction): Fraction {
  return fraction(a.over * b.over, a.under * b.under);
}

/** The divisor must not be zero. */
export function divide(a: Fraction, b: Fraction): Fraction {
  return fraction(a.over * b.under, a.under * b.over);
}

export function times(a: Fraction, factor: bigint): Fraction {
  return fraction(a.over * factor, a.under);
}

export function negate(a: Fraction): Fraction {
  return { over: -a.over, under: a.under };
}

/** Negative, zero or positive as a lies before, on or after b. */
export function compare(a: Fraction, b: Fraction): number {
  const difference = a.over * b.under - b.over * a.under;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function isZero(a: Fraction): boolean {
  return a.over === 0n;
}

export function least(values: readonly Fraction[]): Fraction {
  return values.reduce((a, b) => (compare(b, a) < 0 ? b : a));
}

export function greatest(values: readonly Fraction[]): Fraction {
  return values.reduce((a, b) => (compare(b, a) > 0 ? b : a));
}

/** One step of a last printed place: 1 → 1/10, -3 → 1000. */
export function stepOf(places: number): Fraction {
  const power = 10n ** BigInt(Math.abs(places));
  return places < 0 ? fraction(power) : fraction(1n, power);
}

function commonDivisor(a: bigint, b: bigint): bigint {
  let [larger, smaller] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (smaller > 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}
