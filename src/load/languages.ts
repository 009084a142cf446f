import { Tag } from '../schema/text.ts';
import { USUAL_LANGUAGES } from '../schema/languages.ts';
import type { Languages } from '../schema/languages.ts';

/**
 * The languages that an organisation names. Its texts cannot be judged before they are known: what is wrong with
 * them is left to the check of the organisation's file.
 */
export function languagesIn(organisation: unknown): Languages {
  const { languages, name, defaultLanguage, textLanguage } = (organisation ?? {}) as Readonly<Record<string, unknown>>;
  const listed = Array.isArray(languages) && languages.length > 0 && languages.every(isTag) ? languages : undefined;
  // Where the list itself is wrong, its name says which languages are meant.
  const named = languages === undefined ? [] : Object.keys(name ?? {}).filter(isTag);
  // One that cannot be used needs no texts, where there are none yet: that it is listed is the one mistake.
  const usable = listed?.filter((tag) => !isFromRight(tag) || Object.hasOwn(name ?? {}, tag)) ?? [];
  const known = listed ? [...new Set(usable.length > 0 ? usable : listed)] : named.length > 0 ? named : USUAL_LANGUAGES.tags;
  const text = [textLanguage, defaultLanguage].find((tag) => isTag(tag) && known.includes(tag)) ?? known[0];
  return { tags: known, text: text as string };
}

/** Whether a language is written from right to left. */
export function isFromRight(tag: string): boolean {
  return FROM_RIGHT.has(new Intl.Locale(tag).maximize().script ?? '');
}

/** Of those that languages are written in today. */
const FROM_RIGHT = new Set(['Adlm', 'Arab', 'Aran', 'Hebr', 'Mand', 'Mend', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa', 'Yezi']);

function isTag(value: unknown): value is string {
  return Tag.safeParse(value).success;
}
