import type { Locale } from '../locale.ts';

/** The order of a list of words in a language; in English an article at the beginning does not count: the Service, settlement. */
export function alphabetOf(locale: Locale): (one: string, other: string) => number {
  const { compare } = new Intl.Collator(locale);
  const article = ARTICLES[new Intl.Locale(locale).language];
  if (!article) return compare;
  return (one, other) => compare(one.replace(article, ''), other.replace(article, '')) || compare(one, other);
}

const ARTICLES: Readonly<Record<string, RegExp>> = { en: /^(?:the|an?)\s+(?=\S)/i };
