import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locale } from '../locale.ts';
import { renderProse } from '../prose/render.ts';
import type { Edition, Html } from '../view/edition.ts';
import { ROOT } from './model.ts';

/** A page of `content/<language>/<name>.md`, in Japanese while its translation is missing. */
export function readArticle(edition: Edition, name: string): Html {
  const lang = hasArticle(edition.locale, name) ? edition.locale : 'ja';
  const speaking = edition.in(lang);
  return { html: renderProse(readFileSync(fileOf(lang, name), 'utf8'), (reference) => speaking.resolve(reference)), lang };
}

export function hasArticle(locale: Locale, name: string): boolean {
  return existsSync(fileOf(locale, name));
}

/** Every page that there is in Japanese. */
export function articleNames(): string[] {
  return readdirSync(join(ROOT, 'content', 'ja')).filter((file) => file.endsWith('.md')).map((file) => file.slice(0, -3)).toSorted();
}

function fileOf(locale: Locale, name: string): string {
  return join(ROOT, 'content', locale, `${name}.md`);
}
