import type { NumberStyle } from './style.ts';

/** Groups the digits of a decimal in text: '-1234567.80' → '-1,234,567.80'. Nothing is rounded. */
export function groupDigits(decimal: string, { group, decimal: point }: Pick<NumberStyle, 'group' | 'decimal'> = COMMAS): string {
  const [whole = '', decimals] = decimal.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  return decimals === undefined ? grouped : `${grouped}${point}${decimals}`;
}

const COMMAS = { group: ',', decimal: '.' };
