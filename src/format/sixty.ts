import { Decimal, decimalText, placesOf } from '../quantity/decimal.ts';
import type { Quantity } from '../quantity/quantity.ts';
import { SIXTY } from '../quantity/scale.ts';
import type { SixtyLabels } from '../quantity/unit.ts';
import { groupDigits } from './number.ts';
import type { NumberStyle } from './style.ts';

/**
 * The number and the unit of a size that is printed with its larger unit: `19時間`, `13時間58分`, `8 h 00 min`.
 * Hours that count nothing are left out, as a larger number word is: `24分`.
 */
export function sixtyParts(
  size: Decimal,
  { quantum, scale }: Quantity,
  { larger, smaller }: SixtyLabels,
  numbers: NumberStyle,
): { number: string; unit: string } {
  const { gap } = numbers;
  const digits = (value: Decimal, places?: number): string =>
    groupDigits(decimalText(value, places === undefined ? undefined : Math.max(0, places)), numbers);
  if (scale === '時間') return { number: digits(size.div(SIXTY), hourPlaces(quantum)), unit: gap + larger };
  const hours = size.divToInt(SIXTY);
  const minutes = digits(size.mod(SIXTY), quantum === '0' ? undefined : placesOf(quantum));
  if (hours.isZero()) return { number: minutes, unit: gap + smaller };
  return { number: digits(hours, 0) + gap + larger + gap + twoDigits(minutes), unit: gap + smaller };
}

/** Decimals of hours whose step is given in minutes: '60' → 0, '6' → 1. */
function hourPlaces(quantum: string): number {
  return 1 - new Decimal(quantum).e;
}

/** '5' → '05', '5.5' → '05.5' */
function twoDigits(minutes: string): string {
  return /^\d(?!\d)/.test(minutes) ? `0${minutes}` : minutes;
}
