import type { Locale, Tongue } from '../locale.ts';

/** What a language is called in one of the program's own: ('zh', 'en') → Chinese. */
export function nameOf(locale: Locale, tongue: Tongue): string {
  return new Intl.DisplayNames([tongue], { type: 'language' }).of(locale) ?? locale;
}
