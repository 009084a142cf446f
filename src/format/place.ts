import type { Locale } from '../locale.ts';

/** How documents name a place, in each language: 別表{0} / appendix table {0}. `{0}`, `{1}` are numbers. */
export type PlacePattern = Readonly<Record<Locale, string>>;

/** A place as a document prints it, in another language, where the data say how: ('別表3', 'en') → appendix table 3. */
export function placeIn(place: string, locale: Locale, patterns: readonly PlacePattern[]): string {
  for (const pattern of patterns) {
    const wanted = pattern[locale];
    const numbers = Object.values(pattern).map((each) => numbersIn(place, each)).find((found) => found !== undefined);
    if (!numbers || wanted === undefined) continue;
    // As it is printed, where it is printed in this very language.
    if (numbersIn(place, wanted)) return place;
    return wanted.replace(/\{(\d)\}/g, (_, index: string) => numbers[Number(index)] ?? '');
  }
  return place;
}

/** ('参考資料 P3–P5', '参考資料 P{0}–P{1}') → 3, 5. Undefined where it does not fit. */
function numbersIn(place: string, pattern: string): string[] | undefined {
  const order: number[] = [];
  const source = pattern.normalize('NFKC').split(/\{(\d)\}/).map((part, index) => {
    if (index % 2 === 0) return part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s*');
    order.push(Number(part));
    // A number is read whole and never tried in parts, which would take minutes where several stand together.
    return `(?=([0-9]+|[IVX]+))(?:\\${order.length})`;
  });
  const match = new RegExp(`^${source.join('')}$`).exec(place.normalize('NFKC'));
  if (!match) return undefined;
  const numbers: string[] = [];
  order.forEach((place, index) => (numbers[place] = match[index + 1] ?? ''));
  return numbers;
}
