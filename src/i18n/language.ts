import { STYLES } from '../format/styles.ts';
import type { Style } from '../format/style.ts';
import type { Locale, Localized } from '../locale.ts';
import { TONGUES } from '../locale.ts';
import { CHART_STRINGS } from './chart-strings.ts';
import type { ChartStringKey } from './chart-strings.ts';
import { fill } from './fill.ts';
import { CALENDAR_YEAR_STRINGS } from './strings/calendar-year.ts';
import { STRINGS, WORDS } from './strings.ts';
import type { StringKey } from './strings.ts';

/** All that the interface needs to speak a language. */
export interface Language {
  readonly tag: Locale;
  readonly style: Style;
  readonly strings: Readonly<Record<StringKey, string>>;
  readonly words: Words;
  readonly charts: Readonly<Record<ChartStringKey, string>>;
  /** The strings that it lacks, and the language that they are in instead. */
  readonly borrowed?: { readonly from: Locale; readonly strings: ReadonlySet<string> };
}

export type Vocabulary = keyof typeof WORDS;
export type WordOf<V extends Vocabulary> = keyof (typeof WORDS)[V] & string;
export type Words = { readonly [V in Vocabulary]: Readonly<Record<WordOf<V>, string>> };

/** A string of the interface with its places filled in. */
export type Say = (key: StringKey, ...values: readonly (string | number)[]) => string;

/** The languages that the program brings with it. */
export const LANGUAGES = Object.fromEntries(
  TONGUES.map((tongue) => [
    tongue,
    {
      tag: tongue,
      style: STYLES[tongue],
      strings: mapValues(STRINGS, (string) => string[tongue]),
      words: mapValues(WORDS, (words: Readonly<Record<string, Localized>>) => mapValues(words, (word) => word[tongue])) as Words,
      charts: mapValues(CHART_STRINGS, (string) => string[tongue]),
    } satisfies Language,
  ]),
) as Localized<Language>;

/** The same where the year of the reports is the calendar year. */
export const CALENDAR_YEAR_LANGUAGES = Object.fromEntries(
  TONGUES.map((tongue) => [
    tongue,
    { ...LANGUAGES[tongue], words: ofCalendarYears(LANGUAGES[tongue].words), strings: { ...LANGUAGES[tongue].strings, ...mapValues(CALENDAR_YEAR_STRINGS, (string) => string[tongue]) } },
  ]),
) as Localized<Language>;

function ofCalendarYears(words: Words): Words {
  return { ...words, ruleKind: mapValues(words.ruleKind, (word) => word.replaceAll('年度', '年')) };
}

export function sayIn(language: Language): Say {
  return (key, ...values) => fill(language.strings[key], values, tagOf(language, key));
}

/** The language that a string is in: where it is lacking, the one that it is borrowed from. */
export function tagOf({ tag, borrowed }: Language, key: StringKey): Locale {
  return borrowed?.strings.has(key) ? borrowed.from : tag;
}

function mapValues<K extends string, A, B>(record: Readonly<Record<K, A>>, change: (value: A) => B): Record<K, B> {
  return Object.fromEntries(Object.entries<A>(record).map(([key, value]) => [key, change(value)])) as Record<K, B>;
}
