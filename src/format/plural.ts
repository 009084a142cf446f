import type { Locale } from '../locale.ts';
import type { Quantity } from '../quantity/quantity.ts';

/** The grammatical number of a unit's word. */
export type Plural = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';

/** The form that a printed number asks for: ('1') → one; 1.0 and 1 million → other, in English. */
export function pluralOf({ number, word }: { number: string; word: string }, { value }: Quantity, locale: Locale): Plural {
  const [, decimals = ''] = number.split('.');
  const size = value.replace('-', '');
  return rulesFor(locale, word === '' ? decimals.length : 0).select(Number(size));
}

const made = new Map<string, Intl.PluralRules>();

function rulesFor(locale: Locale, decimals: number): Intl.PluralRules {
  const key = `${locale}:${decimals}`;
  const rules = made.get(key) ?? new Intl.PluralRules(locale, { minimumFractionDigits: decimals });
  made.set(key, rules);
  return rules;
}
