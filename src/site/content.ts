import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locale } from '../locale.ts';
import { renderProse } from '../prose/render.ts';
import type { Edition, Html } from '../view/edition.ts';
import { ROOT } from './model.ts';

/** A page of `content/<language>/<name>.md`, in the language of all texts while its translation is missing; undefined without either. */
export function readArticle(edition: Edition, name: string): Html | undefined {
  const { text } = edition.model.report.languages;
  const found = [edition.locale, text].map((lang) => ({ lang, file: fileOf(lang, name) })).find(({ file }) => existsSync(file));
  if (!found) return undefined;
  const speaking = edition.in(found.lang);
  return { html: renderProse(readFileSync(found.file, 'utf8'), (reference) => speaking.resolve(reference)), lang: found.lang };
}

export function hasArticle(locale: Locale, name: string): boolean {
  return existsSync(fileOf(locale, name));
}

/** Every page that there is in the language of all texts. */
export function articleNames(textLanguage: Locale): string[] {
  const folder = join(ROOT, 'content', textLanguage);
  return existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.md')).map((file) => file.slice(0, -3)).toSorted() : [];
}

function fileOf(locale: Locale, name: string): string {
  return join(ROOT, 'content', locale, `${name}.md`);
}

/** Whether the body brings an icon for the tab. */
export const hasOwnIcon = (): boolean => existsSync(join(ROOT, 'public', 'favicon.svg'));
