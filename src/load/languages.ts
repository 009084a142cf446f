import { Tag } from '../schema/text.ts';
import { USUAL_LANGUAGES } from '../schema/languages.ts';
import type { Languages } from '../schema/languages.ts';

/**
 * The languages that an organisation names. Its texts cannot be judged before they are known: what is wrong with
 * them is left to the check of the organisation's file, and the usual ones stand in.
 */
export function languagesIn(organisation: unknown): Languages {
  const { languages, defaultLanguage, textLanguage } = (organisation ?? {}) as Readonly<Record<string, unknown>>;
  const tags = (Array.isArray(languages) ? languages : USUAL_LANGUAGES.tags).filter(isTag);
  const known = tags.length > 0 ? [...new Set(tags)] : USUAL_LANGUAGES.tags;
  const text = [textLanguage, defaultLanguage].find((tag) => isTag(tag) && known.includes(tag)) ?? known[0];
  return { tags: known, text: text as string };
}

function isTag(value: unknown): value is string {
  return Tag.safeParse(value).success;
}
