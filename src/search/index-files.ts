import { close, createIndex } from 'pagefind';
import type { RememberLater } from '../cache/remember.ts';
import { escapeMarkup } from '../charts/markup.ts';
import type { Locale } from '../locale.ts';
import type { Edition } from '../view/edition.ts';
import { searchRecords } from './records.ts';
import type { SearchRecord } from './records.ts';
import { tokens } from './tokens.ts';

export interface IndexFile {
  /** Below the root of the site: search-index/ja/pagefind.js. */
  readonly path: string;
  readonly content: Uint8Array;
}

/** What the page needs: not the user interfaces that come along. */
const NEEDED = /^(pagefind\.js|pagefind-worker\.js|pagefind-entry\.json|wasm\..*|.*\.pf_meta|index\/.*|fragment\/.*|filter\/.*)$/;

/** The search index of every language, each by itself: the same records give the same bytes. */
export async function searchIndex(editions: readonly Edition[], remember: RememberLater): Promise<IndexFile[]> {
  const files: IndexFile[] = [];
  try {
    for (const { locale, records } of editions.map((edition) => ({ locale: edition.locale, records: searchRecords(edition) })))
      files.push(...(await remember('search', [locale, records], () => indexOf(locale, records))));
  } finally {
    await close();
  }
  return files;
}

async function indexOf(locale: Locale, records: readonly SearchRecord[]): Promise<IndexFile[]> {
  // Words are found in all their forms where the engine knows the language; what is cut into pairs needs no such knowledge.
  const { index, errors } = await createIndex({ forceLanguage: /^(ja|zh)\b/.test(locale) ? 'unknown' : locale });
  if (!index) throw new Error(errors.join('\n'));
  for (const record of records) {
    const added = await index.addHTMLFile({ url: record.url, content: asHtml(record) });
    if (added.errors.length > 0) throw new Error(added.errors.join('\n'));
  }
  const { files } = await index.getFiles();
  await index.deleteIndex();
  return files
    .filter(({ path }) => NEEDED.test(path))
    .map(({ path, content }) => ({ path: `search-index/${locale}/${path}`, content }));
}

/** Words of the title weigh more than those of the text. */
function asHtml({ title, kind, context, figure, text }: SearchRecord): string {
  const meta = (name: string, value: string | undefined) =>
    value ? `<span data-pagefind-meta="${name}[data-value]" data-value="${escapeMarkup(value)}"></span>` : '';
  return (
    `<!doctype html><html><body data-pagefind-body><p data-pagefind-weight="8">${escapeMarkup(tokens(title))}</p>` +
    `<p data-pagefind-weight="2">${escapeMarkup(tokens(context))}</p><p>${escapeMarkup(tokens(text))}</p>` +
    `<span data-pagefind-filter="kind[data-value]" data-value="${kind}"></span>` +
    `${meta('title', title)}${meta('kind', kind)}${meta('context', context)}${meta('figure', figure)}${meta('text', excerpt(text))}</body></html>`
  );
}

/** The beginning of a text, enough to know it by. */
function excerpt(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const characters = [...line];
  return characters.length <= EXCERPT ? line : `${characters.slice(0, EXCERPT).join('')}…`;
}

const EXCERPT = 140;
