import type { Locale } from '../locale.ts';
import { isTongue } from '../locale.ts';
import { LANGUAGES } from './language.ts';
import type { Language } from './language.ts';

/** The languages of a site, in its order. */
export function languagesOf(tags: readonly Locale[]): Language[] {
  return tags.map((tag) => (isTongue(tag) ? LANGUAGES[tag] : { ...LANGUAGES.en, tag }));
}
