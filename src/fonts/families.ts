import type { Locale } from '../locale.ts';

/** What all is set in that has no typeface of its own; it has Japanese, Latin, Greek and Cyrillic letters. */
export const MAIN_FAMILY = 'Noto Sans JP';

/** By the language itself, whatever script or country follows it: 中 and 国 are drawn otherwise in Chinese. */
const FAMILIES: Readonly<Record<string, string>> = { zh: 'Noto Sans SC' };

/** The family, as stylesheets call it, that a text of this language is set in. `own`: the languages that a body has brought a typeface for. */
export function familyOf(tag: Locale, own: { has(tag: Locale): boolean } = NONE): string {
  return own.has(tag) ? ownFamily(tag) : FAMILIES[tag.split('-')[0]!] ?? MAIN_FAMILY;
}

const NONE = new Set<Locale>();

export function ownFamily(tag: Locale): string {
  return `Own ${tag}`;
}

/** For `font-family`: what the one of the language lacks is drawn by the main one, which is filled up from all others. */
export function printStack(family: string): string {
  return [...new Set([family, MAIN_FAMILY])].map((name) => `'${name}', `).join('') + 'sans-serif';
}
