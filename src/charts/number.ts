import { Decimal } from '../quantity/decimal.ts';
import type { NumberPattern } from './spec.ts';

/** e.g. ('20590', { decimals: 0, suffix: '件' }) → '20,590件'; rounds half up, away from zero. */
export function formatNumber(value: string, pattern: NumberPattern): string {
  const { decimals, prefix = '', suffix = '', minus = '−' } = pattern;
  const fixed = new Decimal(value).toFixed(decimals, Decimal.ROUND_HALF_UP);
  const negative = fixed.startsWith('-');
  const digits = groupThousands(negative ? fixed.slice(1) : fixed);
  return (negative ? minus : '') + prefix + digits + suffix;
}

function groupThousands(digits: string): string {
  const [whole = '', fraction] = digits.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** The fewest decimals that print all these values exactly, e.g. ['55', '62.5'] → 1. */
export function decimalsNeeded(values: readonly string[]): number {
  return Math.max(0, ...values.map((value) => new Decimal(value).decimalPlaces()));
}
