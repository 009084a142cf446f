import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locale } from '../locale.ts';
import { renderProse } from '../prose/render.ts';
import type { Edition, Html } from '../view/edition.ts';
import { ROOT } from './model.ts';

/**
 * A page of `content/<language>/<name>.md`, in the language of all texts while its translation is missing; undefined
 * without either.
 * @param spare the program's own page of that name stands in for one that the organisation has not written
 */
export function readArticle(edition: Edition, name: string, spare = false): Html | undefined {
  const { text } = edition.model.report.languages;
  const own = [edition.locale, text].map((lang) => ({ lang, file: fileOf(ROOT, lang, name) }));
  const brought = [edition.locale, text, 'en'].map((lang) => ({ lang, file: fileOf(process.cwd(), lang, name) }));
  const found = [...own, ...(spare ? brought : [])].find(({ file }) => existsSync(file));
  if (!found) return undefined;
  const speaking = edition.languages.some(({ tag }) => tag === found.lang) ? edition.in(found.lang) : edition;
  return { html: renderProse(readFileSync(found.file, 'utf8'), (reference) => speaking.resolve(reference)), lang: found.lang };
}

export function hasArticle(locale: Locale, name: string): boolean {
  return existsSync(fileOf(ROOT, locale, name));
}

/** Every page that there is in the language of all texts. */
export function articleNames(textLanguage: Locale): string[] {
  const folder = join(ROOT, 'content', textLanguage);
  return existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.md')).map((file) => file.slice(0, -3)).toSorted() : [];
}

function fileOf(root: string, locale: Locale, name: string): string {
  return join(root, 'content', locale, `${name}.md`);
}

/** Whether the body brings an icon for the tab. */
export const hasOwnIcon = (): boolean => existsSync(join(ROOT, 'public', 'favicon.svg'));
