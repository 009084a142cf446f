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

/** Reads the characters that occur in a built site, but for those of pages that are `known`: ja/index.html. */
export async function readSiteText(directory: string, known: ReadonlySet<string> = new Set()): Promise<SiteText> {
  const text: SiteText = { pages: new Set(), code: new Set() };
  for (const file of await readdir(directory, { recursive: true })) {
    if (known.has(file)) continue;
    const kind = extname(file);
    if (kind === '.html' || kind === '.svg') add(text.pages, codePointsOfHtml(await read(directory, file)));
    if (kind === '.js') add(text.code, codePointsOfCode(await read(directory, file), 'js'));
    if (kind === '.css') add(text.code, codePointsOfCode(await read(directory, file), 'css'));
  }
  return text;
}

function read(directory: string, file: string): Promise<string> {
  return readFile(join(directory, file), 'utf8');
}

function add(into: Set<number>, codes: Iterable<number>): void {
  for (const code of codes) into.add(code);
}
