/** Groups the digits of a decimal in text: '-1234567.80' → '-1,234,567.80'. Nothing is rounded. */
export function groupDigits(decimal: string): string {
  const [whole = '', decimals] = decimal.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return decimals === undefined ? grouped : `${grouped}.${decimals}`;
}
