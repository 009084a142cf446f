import type { Fraction } from './fraction.ts';
import { divide, isZero, stepOf } from './fraction.ts';

/** Decimals to which a value is shown that has no end, such as a third. */
const SHOWN_PLACES = 20;

type Direction = 'down' | 'up' | 'nearest';

/**
 * Rounds half away from zero to `places` decimals, or to tens and hundreds where places are negative.
 * A negative value that rounds to zero keeps its sign: '-0.0'.
 */
export function roundHalfUp(value: Fraction, places: number): string {
  return print(steps(value, places, 'nearest'), places, value.over < 0n);
}

/** Shows a value in full, or to twenty decimals. Ends of a range are rounded outwards, not to cut it. */
export function showDecimal(value: Fraction, direction: Direction = 'nearest'): string {
  const places = exactPlaces(value) ?? SHOWN_PLACES;
  return print(steps(value, places, direction), places, value.over < 0n);
}

/** The value as a whole number of steps of the last place. */
function steps(value: Fraction, places: number, direction: Direction): bigint {
  const { over, under } = divide(value, stepOf(places));
  if (direction === 'down') return floor(over, under);
  if (direction === 'up') return -floor(-over, under);
  const size = floor(2n * (over < 0n ? -over : over) + under, 2n * under);
  return over < 0n ? -size : size;
}

function floor(over: bigint, under: bigint): bigint {
  const whole = over / under;
  return over % under < 0n ? whole - 1n : whole;
}

function print(count: bigint, places: number, negative: boolean): string {
  const sign = count < 0n || (count === 0n && negative) ? '-' : '';
  const digits = `${count < 0n ? -count : count}`;
  if (places <= 0) return sign + (count === 0n ? '0' : digits + '0'.repeat(-places));
  const padded = digits.padStart(places + 1, '0');
  return `${sign}${padded.slice(0, -places)}.${padded.slice(-places)}`;
}

/** Decimals that print a fraction in full; none when it has no end, or a very far one. */
function exactPlaces({ over, under }: Fraction): number | undefined {
  if (isZero({ over, under })) return 0;
  for (let places = 0, power = 1n; places <= 2 * SHOWN_PLACES; places += 1, power *= 10n) {
    if (power % under === 0n) return places;
  }
  return undefined;
}
