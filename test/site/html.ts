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
