import { readFile, readdir } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Locale } from '../locale.ts';
import { codePointsOfCode, codePointsOfHtml } from './code-points.ts';

export interface SiteText {
  /**
   * Every character of the site's pages, by their language: what a reader sees, so a font that lacks one of these is a fault.
   */
  readonly pages: ReadonlyMap<Locale, ReadonlySet<number>>;
  /** Characters of scripts and stylesheets; some may be shown, some are only parts of patterns. */
  readonly code: ReadonlySet<number>;
}

/** The characters of pages as they are made or read, by the language of each. */
export class PageTexts {
  readonly byLanguage = new Map<Locale, Set<number>>();

  addPage(html: string): void {
    this.add(/^\s*(?:<!doctype html>)?\s*<html[^>]* lang="([^"]+)"/i.exec(html)?.[1] ?? UNDETERMINED, codePointsOfHtml(html));
  }

  add(tag: Locale, codes: Iterable<number>): void {
    const known = this.byLanguage.get(tag) ?? new Set();
    for (const code of codes) known.add(code);
    this.byLanguage.set(tag, known);
  }
}

/** Of a drawing that stands by itself. */
const UNDETERMINED = 'und';

/** Reads the characters that occur in a built site, but for those of pages that are `known`: ja/index.html. */
export async function readSiteText(directory: string, known: ReadonlySet<string> = new Set(), pages = new PageTexts()): Promise<SiteText> {
  const code = new Set<number>();
  for (const file of await readdir(directory, { recursive: true })) {
    if (known.has(file)) continue;
    const kind = extname(file);
    if (kind === '.html' || kind === '.svg') pages.addPage(await read(directory, file));
    if (kind === '.js') add(code, codePointsOfCode(await read(directory, file), 'js'));
    if (kind === '.css') add(code, codePointsOfCode(await read(directory, file), 'css'));
  }
  return { pages: pages.byLanguage, code };
}

function read(directory: string, file: string): Promise<string> {
  return readFile(join(directory, file), 'utf8');
}

function add(into: Set<number>, codes: Iterable<number>): void {
  for (const code of codes) into.add(code);
}
