import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Browser, BrowserContext, Page, Route } from 'playwright-core';
import { LABEL_RED } from './content.ts';
import { readPageMap } from './destinations.ts';
import type { PageNumbers } from './destinations.ts';
import { finishPdf } from './finish.ts';
import type { LinkText } from './link-texts.ts';
import type { PrintMetadata } from './metadata.ts';
import { fillPageNumbers, loadFonts, narrowTables, readHead, readLinks, readReferences, showLabels } from './print-page.ts';
import { A4, TEXT_WIDTH, paperRules } from './paper.ts';
import type { Paper } from './paper.ts';
import { serveDirectory } from './serve.ts';

export interface PrintOptions {
  /** The built site. */
  readonly distDir: string;
  /** The print page, e.g. `/ja/print/2025-mid-year/`, without the base path. */
  readonly pagePath: string;
  readonly outFile: string;
  /** The site's base path; `/` unless told. */
  readonly base?: string;
  /** Instead of what the page's `<head>` says. */
  readonly metadata?: Partial<PrintMetadata>;
  /** Started by the caller, who prints several documents with it. */
  readonly browser: Browser;
  /** A4 unless told. */
  readonly paper?: Paper;
  /** Files to be served instead of the site's own, such as fonts. */
  readonly files?: ReadonlyMap<string, Buffer>;
  /** The page numbers of the last print: where they still hold, one pass is enough. */
  readonly seed?: PageNumbers;
  readonly onProgress?: (progress: PrintProgress) => void;
}

export interface PrintProgress {
  /** From 1. */
  readonly pass: number;
  readonly pageCount: number;
  /** How many printed page numbers this pass found to be wrong. */
  readonly changed: number;
}

export interface PrintResult {
  readonly pageCount: number;
  readonly pages: PageNumbers;
  readonly passes: number;
  readonly bytes: number;
  /** Addresses outside the site that the page asked for and did not get. */
  readonly blocked: readonly string[];
  /** Tables that had to be set smaller to fit their page. */
  readonly narrowed: readonly string[];
  /** The paths in the site that the page was made from. */
  readonly asked: readonly string[];
}

/** The page numbers settled after two passes in everything that was ever measured. */
const MOST_PASSES = 5;

/**
 * Prints a page of a built site as a PDF in which every reference names the page that it points to. The first
 * pass only learns where the targets lie; each further one is printed with the numbers that the one before
 * found, until none changes.
 * @throws PrintError where a reference points nowhere or the numbers do not settle.
 */
export async function printPdf(options: PrintOptions): Promise<PrintResult> {
  const asked = new Set<string>();
  const server = await serveDirectory(options.distDir, options.base, {
    ...(options.files ? { files: options.files } : {}),
    onAsked: (path) => asked.add(path),
  });
  const context = await options.browser.newContext({ serviceWorkers: 'block', javaScriptEnabled: false });
  try {
    const blocked = await blockOutside(context, server.origin);
    const { pdf, ...print } = await printUntilSettled(context, server.url(options.pagePath), options);
    const finished = await finishPdf(pdf, { ...print.metadata, ...options.metadata }, print.links);
    await writeWhole(options.outFile, finished);
    const { pageCount, pages, narrowed, passes } = print;
    return { pageCount, pages, narrowed, passes, bytes: finished.length, blocked: [...blocked], asked: [...asked].sort() };
  } finally {
    await context.close();
    await server.close();
  }
}

/** The print page has a fault that would show on paper. */
export class PrintError extends Error {
  override readonly name = 'PrintError';
}

interface Print {
  readonly pdf: Uint8Array;
  readonly metadata: PrintMetadata;
  readonly links: readonly LinkText[];
  readonly pageCount: number;
  readonly pages: PageNumbers;
  readonly narrowed: readonly string[];
  readonly passes: number;
}

/** A book of hundreds of pages on a busy machine: it is not lost, only slow. */
const LOADING_MS = 600_000;

async function printUntilSettled(context: BrowserContext, url: string, options: PrintOptions): Promise<Print> {
  let known = options.seed;
  const narrowed: string[] = [];
  let page = await openPage(context, url, options.paper);
  try {
    for (let pass = 1; pass <= MOST_PASSES; pass++) {
      const printed = await printOnce(page, known);
      const { pageCount, pages, scale } = readPageMap(printed.pdf);
      requireTargets(printed.references, pages);
      if (scale < 1 && narrowed.length === 0) {
        narrowed.push(...(await narrowWideTables(page)));
        if (narrowed.length > 0) continue;
      }
      const changed = printed.references.filter((id) => pages.get(id) !== known?.get(id)).length;
      options.onProgress?.({ pass, pageCount, changed });
      if (known && changed === 0) return { ...printed, pageCount, pages, narrowed, passes: pass };
      known = pages;
      if (pageCount <= MOST_REUSED) continue;
      await page.close();
      page = await openPage(context, url, options.paper);
      if (narrowed.length > 0) await narrowWideTables(page);
    }
    throw new PrintError(`The page numbers of ${url} did not settle in ${MOST_PASSES} passes.`);
  } finally {
    await page.close();
  }
}

/** Only where the print was found to be too wide: it lays the whole document out once more. */
async function narrowWideTables(page: Page): Promise<string[]> {
  await page.emulateMedia({ media: 'print' });
  const narrowed = await page.evaluate(narrowTables, TEXT_WIDTH);
  await page.emulateMedia({ media: null });
  return narrowed;
}

/** A long document leaves much in memory: its next pass is printed from a fresh page. */
const MOST_REUSED = 60;

/** Without known page numbers it prints a draft, only to be measured: no tags, no outline. */
async function printOnce(page: Page, known: PageNumbers | undefined) {
  const references = await page.evaluate(readReferences);
  await page.evaluate(fillPageNumbers, Object.fromEntries(known ?? []));
  const metadata = await page.evaluate(readHead);
  const links = await page.evaluate(readLinks);
  const final = known !== undefined;
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: final, outline: final });
  return { pdf, metadata, links, references };
}

async function openPage(context: BrowserContext, url: string, paper = A4): Promise<Page> {
  const page = await context.newPage();
  await page.route(url, (route) => prepare(route, paper));
  const response = await page.goto(url, { waitUntil: 'load', timeout: LOADING_MS });
  if (!response?.ok()) {
    throw new PrintError(`The print page ${url} answered ${response?.status() ?? 'nothing'}.`);
  }
  const unloaded = await page.evaluate(loadFonts);
  if (unloaded.length > 0) {
    throw new PrintError(`The print page's fonts did not load: ${unloaded.join(', ')}.`);
  }
  await page.evaluate(showLabels, LABEL_RED);
  return page;
}

/**
 * A page that is only printed needs no layout for a screen, which would take longer than printing it; and it may
 * be meant for another sheet.
 */
async function prepare(route: Route, paper: Paper): Promise<void> {
  const response = await route.fetch();
  const html = await response.text();
  const styles = `${NOT_ON_SCREEN}<style>${paperRules(paper, html)}</style>`;
  await route.fulfill({ response, body: html.replace(/<\/head>/i, (end) => `${styles}${end}`) });
}

const NOT_ON_SCREEN = '<style media="screen">body { display: none !important }</style>';

function requireTargets(references: readonly string[], pages: PageNumbers): void {
  const dangling = [...new Set(references.filter((id) => !pages.has(id)))];
  if (dangling.length === 0) return;
  throw new PrintError(
    `References with a page number point to ids that the print page lacks: ${dangling.join(', ')}.`,
  );
}

async function blockOutside(context: BrowserContext, origin: string): Promise<ReadonlySet<string>> {
  const blocked = new Set<string>();
  await context.route((url) => url.origin !== origin && url.protocol !== 'data:', (route) => {
    blocked.add(route.request().url());
    return route.abort();
  });
  return blocked;
}

async function writeWhole(file: string, content: Uint8Array): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.part`, content);
  await rename(`${file}.part`, file);
}
