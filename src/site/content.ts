import type { DataFile } from '../load/files.ts';
import type { Locale } from '../locale.ts';
import { renderProse } from '../prose/render.ts';
import type { Edition, Html } from '../view/edition.ts';
import { getBeside } from './model.ts';

/** A page of `content/<language>/<name>.md`, in the language of all texts while its translation is missing; undefined without either. */
export function readArticle(edition: Edition, name: string): Html | undefined {
  const { text } = edition.model.report.languages;
  const found = [edition.locale, text].map((lang) => ({ lang, article: find(lang, name) })).find(({ article }) => article);
  if (!found?.article) return undefined;
  const speaking = edition.in(found.lang);
  return { html: renderProse(new TextDecoder().decode(found.article.bytes), (reference) => speaking.resolve(reference)), lang: found.lang };
}

export function hasArticle(locale: Locale, name: string): boolean {
  return find(locale, name) !== undefined;
}

/** Every page that there is in the language of all texts. */
export function articleNames(textLanguage: Locale): string[] {
  return getBeside().content.flatMap(({ file }) => {
    const [, lang, name = ''] = /^content\/([^/]+)\/(.+)\.md$/.exec(file) ?? [];
    return lang === textLanguage ? [name] : [];
  });
}

function find(locale: Locale, name: string): DataFile | undefined {
  return getBeside().content.find(({ file }) => file === `content/${locale}/${name}.md`);
}

/** Whether the body brings an icon for the tab. */
export const hasOwnIcon = (): boolean => getBeside().published.some(({ file }) => file === 'public/favicon.svg');
