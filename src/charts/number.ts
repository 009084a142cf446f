import { groupDigits } from '../format/number.ts';
import type { NumberPattern, Printed } from './spec.ts';

/**
 * e.g. ('20590', { decimals: 0, suffix: '件' }) → '20,590件'; rounds half up, away from zero.
 * On the digits themselves, so that the browser needs no decimal library to print what the build prints.
 */
export function formatNumber(value: string, pattern: NumberPattern): string {
  const { decimals, prefix = '', suffix = '', minus = '−', group = ',', decimal = '.' } = pattern;
  const negative = value.startsWith('-');
  return (negative ? minus : '') + prefix + groupDigits(roundDigits(value, decimals), { group, decimal }) + suffix;
}

interface Row {
  readonly values: readonly (string | null)[];
  readonly printed?: Printed;
}

/** One value of a row as it is published; '' for a gap. */
export function printAt({ values, printed }: Row, index: number, number: NumberPattern): string {
  const value = values[index] ?? null;
  return value === null ? '' : (printed?.[index] ?? formatNumber(value, number));
}

/** e.g. ('-2.345', 2) → '2.35' */
function roundDigits(value: string, decimals: number): string {
  const [whole = '0', fraction = ''] = value.replace(/^[+-]/, '').split('.');
  const up = (fraction[decimals] ?? '0') >= '5' ? 1n : 0n;
  return placePoint(BigInt(whole + fraction.slice(0, decimals).padEnd(decimals, '0')) + up, decimals);
}

/** e.g. (25n, 2) → '0.25', (-3n, -2) → '-300' */
export function placePoint(digits: bigint, decimals: number): string {
  if (decimals <= 0) return String(digits * 10n ** BigInt(-decimals));
  const text = String(digits < 0n ? -digits : digits).padStart(decimals + 1, '0');
  return `${digits < 0n ? '-' : ''}${text.slice(0, -decimals)}.${text.slice(-decimals)}`;
}

/** Divides by 10^power, exactly: ('-12.5', 4) → '-0.00125' */
export function movePoint(value: string, power: number): string {
  const [whole = '', fraction = ''] = value.split('.');
  return trimZeros(placePoint(BigInt(whole + fraction), fraction.length + power));
}

/** '72.50' → '72.5', '72.00' → '72', '100' stays. */
export function trimZeros(value: string): string {
  return value.replace(/\.0+$|(\.\d*?)0+$/, '$1');
}

/** The fewest decimals that print all these values exactly, e.g. ['55', '62.5'] → 1. */
export function decimalsNeeded(values: readonly string[]): number {
  return Math.max(0, ...values.map((value) => (value.split('.')[1] ?? '').replace(/0+$/, '').length));
}
