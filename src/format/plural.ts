import type { Locale } from '../locale.ts';
import type { Quantity } from '../quantity/quantity.ts';

/** The grammatical number of a unit's word. */
export type Plural = (typeof PLURALS)[number];

const PLURALS = ['zero', 'one', 'two', 'few', 'many', 'other'] as const;

/** The form that a printed number asks for: ('1') → one; 1.0 and 1 million → other, in English. */
export function pluralOf({ number, word }: { number: string; word: string }, { value }: Quantity, locale: Locale): Plural {
  const [, decimals = ''] = number.split('.');
  const size = value.replace('-', '');
  return rulesFor(locale, word === '' ? decimals.length : 0).select(Number(size));
}

/** The numbers that a language tells apart in counts: en → one, other; pl → one, few, many. */
export function pluralsOf(locale: Locale): readonly Plural[] {
  const plurals = pluralsIn.get(locale) ?? findPlurals(locale);
  pluralsIn.set(locale, plurals);
  return plurals;
}

function findPlurals(locale: Locale): Plural[] {
  const told = new Set<Plural>(COUNTS.map((count) => rulesFor(locale, 0).select(count)));
  return PLURALS.filter((plural) => told.has(plural));
}

const pluralsIn = new Map<Locale, readonly Plural[]>();
/** What a language tells apart beyond them (a million in French) is no count of ours, and has the last form. */
const COUNTS = Array.from({ length: 200 }, (_, count) => count);

/** The form of a word that a count asks for, from one for each number of the language: (1, [row, rows]) → row */
export function formFor(count: number, forms: readonly string[], locale: Locale): string {
  const plural = rulesFor(locale, 0).select(count);
  return forms[pluralsOf(locale).indexOf(plural)] ?? forms.at(-1) ?? '';
}

const made = new Map<string, Intl.PluralRules>();

function rulesFor(locale: Locale, decimals: number): Intl.PluralRules {
  const key = `${locale}:${decimals}`;
  const rules = made.get(key) ?? new Intl.PluralRules(locale, { minimumFractionDigits: decimals });
  made.set(key, rules);
  return rules;
}
