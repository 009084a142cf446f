import { readFile, readdir } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { codePointsOfCode, codePointsOfHtml } from './code-points.ts';

export interface SiteText {
  /**
   * Every character of the site's pages: what a reader sees, so a font that lacks one of these is a fault.
   */
  readonly pages: Set<number>;
  /** Characters of scripts and stylesheets; some may be shown, some are only parts of patterns. */
  readonly code: Set<number>;
}

/** Reads the characters that occur in a built site. */
export async function readSiteText(directory: string): Promise<SiteText> {
  const text: SiteText = { pages: new Set(), code: new Set() };
  for (const file of await readdir(directory, { recursive: true })) {
    const kind = extname(file);
    if (kind === '.html' || kind === '.svg') add(text.pages, codePointsOfHtml(await read(directory, file)));
    if (kind === '.js') add(text.code, codePointsOfCode(await read(directory, file), 'js'));
    if (kind === '.css') add(text.code, codePointsOfCode(await read(directory, file), 'css'));
  }
  return text;
}

/** What several parts of a site have together. */
export function joinTexts(texts: readonly SiteText[]): SiteText {
  const all: SiteText = { pages: new Set(), code: new Set() };
  for (const { pages, code } of texts) {
    add(all.pages, pages);
    add(all.code, code);
  }
  return all;
}

function read(directory: string, file: string): Promise<string> {
  return readFile(join(directory, file), 'utf8');
}

function add(into: Set<number>, codes: Iterable<number>): void {
  for (const code of codes) into.add(code);
}
