import { furtherStyle, otherWords } from '../format/further.ts';
import type { FurtherStyle } from '../format/further.ts';
import type { Calendar } from '../format/style.ts';
import type { Locale, Localized } from '../locale.ts';
import { isTongue } from '../locale.ts';
import { CALENDAR_YEAR_LANGUAGES, LANGUAGES } from './language.ts';
import type { Language } from './language.ts';

/** What the data say of a language: data/languages/<tag>.yaml. */
export interface GivenLanguage extends FurtherStyle {
  readonly name?: string | undefined;
  readonly strings?: Readonly<Record<string, string>> | undefined;
  readonly words?: Readonly<Record<string, Readonly<Record<string, string>>>> | undefined;
  readonly charts?: Readonly<Record<string, string>> | undefined;
}

/** The languages of a site, in its order. What one lacks is said in the default one; what that lacks, in English. */
export function languagesOf(
  tags: readonly Locale[], first: Locale, given: ReadonlyMap<Locale, GivenLanguage>, { startMonth }: Pick<Calendar, 'startMonth'>,
): Language[] {
  const own = startMonth === 1 ? CALENDAR_YEAR_LANGUAGES : LANGUAGES;
  const base = make(first, own.en, given.get(first), own);
  return tags.map((tag) => (tag === first ? base : make(tag, base, given.get(tag), own)));
}

function make(tag: Locale, base: Language, given: GivenLanguage | undefined, own: Localized<Language>): Language {
  if (!isTongue(tag)) return further(tag, base, given ?? {});
  const language = own[tag];
  return given ? { ...withWords(language, given), style: otherWords(language.style, given) } : language;
}

function further(tag: Locale, base: Language, given: GivenLanguage): Language {
  const lacking = Object.keys(base.strings).filter((key) => key !== 'language' && !Object.hasOwn(given.strings ?? {}, key));
  return {
    ...withWords(base, { name: tag, ...given }),
    tag,
    style: furtherStyle(tag, given, base.style),
    borrowed: { from: base.tag, strings: new Set(lacking) },
  };
}

function withWords(language: Language, { name, strings, words = {}, charts }: GivenLanguage): Language {
  const vocabularies = Object.entries(language.words).map(([name, entries]) => [name, { ...entries, ...words[name] }]);
  return {
    ...language,
    strings: { ...language.strings, ...strings, ...(name === undefined ? {} : { language: name }) },
    words: Object.fromEntries(vocabularies) as Language['words'],
    charts: { ...language.charts, ...charts },
  };
}
