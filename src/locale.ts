/** The languages of the interface and of every text in the data. */
export const LOCALES = ['ja', 'en'] as const;

export type Locale = (typeof LOCALES)[number];

/** One value for each language. */
export type Localized<T = string> = Readonly<Record<Locale, T>>;

export function isLocale(text: string | undefined): text is Locale {
  return LOCALES.some((locale) => locale === text);
}

/** The other language: the one that a language link leads to. */
export function otherLocale(locale: Locale): Locale {
  return locale === 'ja' ? 'en' : 'ja';
}
