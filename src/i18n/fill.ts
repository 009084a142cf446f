import { formFor } from '../format/plural.ts';
import type { Locale } from '../locale.ts';

/** ('{0} of {1}', [2, 5], en) → 2 of 5; ('{0} {0|row|rows}', ['1'], en) → 1 row: a form for each number of the language. */
export function fill(pattern: string, values: readonly (string | number)[], locale: Locale): string {
  return pattern.replace(PLACE, (_, index: string, forms?: string) => {
    const value = String(values[Number(index)] ?? '');
    return forms === undefined ? value : formFor(countIn(value), forms.split('|'), locale);
  });
}

/** The forms of the counted words of a string: ('{0} {0|row|rows}') → [[row, rows]] */
export function formsIn(pattern: string): string[][] {
  return [...pattern.matchAll(PLACE)].flatMap(([, , forms]) => (forms === undefined ? [] : [forms.split('|')]));
}

const PLACE = /\{(\d)(?:\|([^{}]*))?\}/g;

/** Counts are whole: what parts their digits is left out (1,988). */
function countIn(text: string): number {
  return Number(text.replace(/\D/g, ''));
}
