import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** A page of the built site: its address below the base, and its source. */
export interface HtmlFile {
  readonly path: string;
  readonly html: string;
  readonly tags: readonly Tag[];
}

export interface Tag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
}

export function readHtmlFiles(dist: string): HtmlFile[] {
  return readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replace(/\\/g, '/'))
    .filter((file) => file.endsWith('.html'))
    .sort()
    .map((file) => {
      const html = readFileSync(join(dist, file), 'utf8');
      return { path: `/${file.replace(/(^|\/)index\.html$/, '$1')}`, html, tags: readTags(html) };
    });
}

/** The start tags of a page that a program has written: every attribute quoted or bare. */
export function readTags(html: string): Tag[] {
  const text = html.replace(/<!--.*?-->/gs, '').replace(/(<(script|style)\b[^>]*>).*?<\/\2>/gs, '$1');
  return [...text.matchAll(/<([a-z][a-z0-9-]*)((?:\s+[^\s=>/]+(?:="[^"]*"|='[^']*'|=[^\s>]+)?)*)\s*\/?>/gi)]
    .map(([, name = '', attributes = '']) => ({ name: name.toLowerCase(), attributes: readAttributes(attributes) }));
}

function readAttributes(text: string): Map<string, string> {
  const found = text.matchAll(/([^\s=>/]+)(?:="([^"]*)"|='([^']*)'|=([^\s>]+))?/g);
  return new Map([...found].map(([, name = '', double, single, bare]) => [name.toLowerCase(), decode(double ?? single ?? bare ?? '')]));
}

function decode(text: string): string {
  return text.replace(/&#38;|&amp;/g, '&').replace(/&quot;|&#34;/g, '"').replace(/&#39;/g, "'");
}

/**
 * The largest pages of each kind in each language, and others spread evenly: a sample that does not grow with the data.
 * Pages are of one kind when only their names differ: `/ja/targets/t25-01/` and `/ja/targets/t25-02/`.
 */
export function ofEachKind(files: readonly HtmlFile[], most: number): string[] {
  const kinds = Map.groupBy(files, ({ path }) =>
    path.replace(/\d{4}/g, 'year').replace(/[^/]+\/$/, (name, at) => (at > 4 ? '*/' : name)));
  return [...kinds.values()].flatMap((some) => {
    const bySize = [...some].sort((a, b) => b.html.length - a.html.length);
    const step = Math.max(1, (bySize.length - 1) / Math.max(1, most - 1));
    const chosen = Array.from({ length: Math.min(most, bySize.length) }, (_, index) => bySize[Math.round(index * step)]);
    return chosen.flatMap((file) => file?.path ?? []);
  });
}

/** The text of a page with the language that it stands in, by the nearest `lang`. */
export function readTexts(html: string): { text: string; lang: string }[] {
  const open: { name: string; lang: string }[] = [];
  const bare = html.replace(/<!doctype[^>]*>|<!--.*?-->/gis, '')
    .replace(/(<(script|style)\b[^>]*>).*?<\/\2>/gs, '$1</$2>');
  const pieces = bare.matchAll(/<(\/?)([a-z][a-z0-9-]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>|([^<]+)/gi);
  return [...pieces].flatMap(([, end, name = '', attributes = '', text]) => {
    if (text !== undefined) return [{ text, lang: open.at(-1)?.lang ?? '' }];
    if (end) open.length = Math.max(0, open.findLastIndex((each) => each.name === name.toLowerCase()));
    else if (!VOID.has(name.toLowerCase()) && !attributes.endsWith('/')) {
      open.push({ name: name.toLowerCase(), lang: readAttributes(attributes).get('lang') ?? open.at(-1)?.lang ?? '' });
    }
    return [];
  });
}

const VOID = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr']);
