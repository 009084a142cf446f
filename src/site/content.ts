import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderProse } from '../prose/render.ts';
import type { Edition, Html } from '../view/edition.ts';
import { ROOT } from './model.ts';

/** A page of `content/<language>/<name>.md`, in the language of all texts while its translation is missing; undefined without either. */
export function readArticle(edition: Edition, name: string): Html | undefined {
  const file = (locale: string) => join(ROOT, 'content', locale, `${name}.md`);
  const lang = [edition.locale, edition.model.report.languages.text].find((locale) => existsSync(file(locale)));
  if (lang === undefined) return undefined;
  const speaking = edition.in(lang);
  return { html: renderProse(readFileSync(file(lang), 'utf8'), (reference) => speaking.resolve(reference)), lang };
}
