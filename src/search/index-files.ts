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

/** Records of one part of the index: to make a larger one takes the engine ever more memory, and each part costs a reader two requests. */
const OF_A_PART = 8_000;

/** Records whose words stand in one file: few requests for what a search shows, and little else comes along. */
const OF_A_FILE = 20;

/** Records that are on their way to the engine at once. */
const AT_ONCE = 64;

/**
 * The search index of a language in files, part after part: the same records give the same bytes. The search begins with the
 * first part and takes in those that `parts.json` names.
 */
export async function* searchIndex(edition: Edition, remember: RememberLater, ofAPart = OF_A_PART): AsyncGenerator<IndexFile[]> {
  const { locale } = edition;
  const records = searchRecords(edition);
  const parts = Array.from({ length: Math.ceil(records.length / ofAPart) }, (_, part) => ({
    folder: part === 0 ? '' : `part-${part + 1}/`, records: records.slice(part * ofAPart, (part + 1) * ofAPart),
  }));
  const place = (folder: string) => `search-index/${locale}/${folder}`;
  yield [{ path: `${place('')}parts.json`, content: new TextEncoder().encode(JSON.stringify(parts.slice(1).map(({ folder }) => folder))) }];
  for (const part of parts) {
    const files = await remember('search', [locale, part.records], () => indexOf(locale, part.records));
    yield files.map(({ path, content }) => ({ path: place(part.folder) + path, content }));
  }
}

async function indexOf(locale: Locale, records: readonly SearchRecord[]): Promise<IndexFile[]> {
  try {
    // Words are found in all their forms where the engine knows the language; what is cut into pairs needs no such knowledge.
    const { index, errors } = await createIndex({
      forceLanguage: /^(ja|zh)\b/.test(locale) ? 'unknown' : locale, maxFragments: Math.ceil(records.length / OF_A_FILE),
    });
    if (!index) throw new Error(errors.join('\n'));
    for (let next = 0; next < records.length; next += AT_ONCE) {
      const added = await Promise.all(records.slice(next, next + AT_ONCE).map((record) => index.addHTMLFile({ url: record.url, content: asHtml(record) })));
      const wrong = added.flatMap(({ errors: each }) => each);
      if (wrong.length > 0) throw new Error(wrong.join('\n'));
    }
    const { files } = await index.getFiles();
    return files.filter(({ path }) => NEEDED.test(path)).map(({ path, content }) => ({ path, content }));
  } finally {
    // What it has taken of memory goes back to the machine only with it.
    await close();
  }
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
