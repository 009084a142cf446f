import type { Locale } from '../locale.ts';
import type { Text } from '../schema/text.ts';

export interface LocalisedText {
  readonly text: string;
  /** The language that the text is really in: not the page's when the translation is missing. */
  readonly lang: Locale;
}

/** The text in a language, or in the one that every text has, marked as such, while it is not translated. */
export function localise(text: Text, locale: Locale, otherwise: Locale): LocalisedText {
  const wanted = text[locale];
  return wanted === undefined ? { text: text[otherwise] ?? '', lang: otherwise } : { text: wanted, lang: locale };
}
