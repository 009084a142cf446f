import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { writeWhole } from '../files/write-whole.ts';
import { isOfBrowser } from './browser.ts';
import { LABEL_RED } from './content.ts';
import { readPageMap } from './destinations.ts';
import type { PageNumbers } from './destinations.ts';
import { finishPdf } from './finish.ts';
import type { LinkText } from './link-texts.ts';
import type { PrintMetadata } from './metadata.ts';
import { fillPageNumbers, keepLanguages, loadFonts, markDraft, narrowTables, readHead, readLinks, readReferences, showLabels } from './print-page.ts';
import { A4, TEXT_WIDTH, paperRules } from './paper.ts';
import type { Paper } from './paper.ts';
import { serveDirectory } from './serve.ts';
import type { StaticServer } from './serve.ts';

/** A document to be printed. */
export interface PrintJob {
  /** The print page, e.g. `/ja/print/2025-mid-year/`, without the base path. */
  readonly pagePath: string;
  readonly outFile: string;
  /** Instead of what the page's `<head>` says. */
  readonly metadata?: Partial<PrintMetadata>;
  /** A4 unless told. */
  readonly paper?: Paper;
  /** Files to be served instead of the site's own, such as fonts. */
  readonly files?: ReadonlyMap<string, Buffer>;
  /** The page numbers of the last print: where they still hold, one pass is enough. */
  readonly seed?: PageNumbers;
  readonly onProgress?: (progress: PrintProgress) => void;
}

export interface PressOptions {
  /** The built site. */
  readonly distDir: string;
  /** The site's base path; `/` unless told. */
  readonly base?: string;
  /** Started by the caller. */
  readonly browser: Browser;
}

export type PrintOptions = PrintJob & PressOptions;

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

/** Prints one document. @throws PrintError as `Press.print` does. */
export async function printPdf(options: PrintOptions): Promise<PrintResult> {
  const press = await Press.open(options);
  try {
    return await press.print(options);
  } finally {
    await press.close();
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

/**
 * A page of a browser with the server that feeds it. Documents are printed on it one after the other: a new page
 * for each, with typefaces to be read again, would take longer than printing a short one.
 */
export class Press {
  readonly #distDir: string;
  readonly #server: StaticServer;
  readonly #context: BrowserContext;
  /** What is served instead of the site's own files. */
  readonly #files: Map<string, Buffer>;
  #asked = new Set<string>();
  #blocked = new Set<string>();
  #page: Page | undefined;

  private constructor(distDir: string, server: StaticServer, context: BrowserContext, files: Map<string, Buffer>) {
    this.#distDir = distDir;
    this.#server = server;
    this.#context = context;
    this.#files = files;
    context.on('requestfailed', (request) => {
      const url = request.url();
      if (!url.startsWith(`${server.origin}/`) && !url.startsWith('data:')) this.#blocked.add(url);
    });
  }

  static async open({ distDir, base, browser }: PressOptions): Promise<Press> {
    const files = new Map<string, Buffer>();
    const server = await serveDirectory(distDir, base, { files, onAsked: (path) => press.#asked.add(path) });
    const context = await browser.newContext({ serviceWorkers: 'block', javaScriptEnabled: false, viewport: WINDOW }).catch(async (error: unknown) => {
      await server.close();
      throw error;
    });
    const press: Press = new Press(distDir, server, context, files);
    return press;
  }

  async close(): Promise<void> {
    // A browser that has ended, or ends just now, has taken it along.
    if (this.#context.browser()?.isConnected()) {
      await this.#context.close().catch((error: unknown) => {
        if (!isOfBrowser(error)) throw error;
      });
    }
    await this.#server.close();
  }

  /**
   * Prints a page of a built site as a PDF in which every reference names the page that it points to. The first
   * pass only learns where the targets lie; each further one is printed with the numbers that the one before
   * found, until none changes.
   * @throws PrintError where a reference points nowhere or the numbers do not settle.
   */
  async print(job: PrintJob): Promise<PrintResult> {
    const { pagePath, paper = A4, files = new Map<string, Buffer>() } = job;
    this.#asked = new Set();
    this.#blocked = new Set();
    this.#files.clear();
    for (const [path, content] of files) this.#files.set(path, content);
    await this.#prepare(pagePath, paper);
    const { pdf, ...print } = await this.#printUntilSettled(this.#server.url(pagePath), job);
    const finished = await finishPdf(pdf, { ...print.metadata, ...job.metadata }, print.links);
    writeWhole(job.outFile, finished);
    const { pageCount, pages, narrowed, passes } = print;
    // A typeface that an earlier document has had is not asked for again.
    const asked = [...new Set([...this.#asked, ...files.keys()])].filter((path) => path !== SHEET).sort();
    return { pageCount, pages, narrowed, passes, bytes: finished.length, blocked: [...this.#blocked], asked };
  }

  /** The page with a stylesheet for its sheet: a link, since its own policy allows no styles within it. */
  async #prepare(pagePath: string, paper: Paper): Promise<void> {
    const html = await readFile(join(this.#distDir, pagePath, 'index.html'), 'utf8').catch(() => undefined);
    if (html === undefined) return;
    const link = `<link rel="stylesheet" href="${encodeURI(this.#server.url(SHEET))}">`;
    this.#files.set(pagePath, Buffer.from(html.replace(/<\/head>/i, (end) => link + end)));
    this.#files.set(SHEET, Buffer.from([NOT_IN_WINDOW, DRAFT, paperRules(paper, html)].join('\n')));
  }

  async #printUntilSettled(url: string, job: PrintJob): Promise<Print> {
    let known = job.seed;
    const narrowed: string[] = [];
    let page = await this.#open(url);
    for (let pass = 1; pass <= MOST_PASSES; pass++) {
      const printed = await printOnce(page, known);
      const { pageCount, pages, scale } = readPageMap(printed.pdf);
      if (pageCount > MOST_REUSED) await this.#discardPage();
      requireTargets(printed.references, pages);
      if (scale < 1 && narrowed.length === 0) {
        page = await this.#open(url);
        narrowed.push(...(await narrowWideTables(page)));
        if (narrowed.length > 0) continue;
      }
      const changed = printed.references.filter((id) => pages.get(id) !== known?.get(id)).length;
      job.onProgress?.({ pass, pageCount, changed });
      if (known && changed === 0) return { ...printed, pageCount, pages, narrowed, passes: pass };
      known = pages;
      if (this.#page) continue;
      page = await this.#open(url);
      if (narrowed.length > 0) await narrowWideTables(page);
    }
    throw new PrintError(`The page numbers of ${url} did not settle in ${MOST_PASSES} passes.`);
  }

  async #open(url: string): Promise<Page> {
    this.#page ??= await this.#newPage();
    await load(this.#page, url);
    return this.#page;
  }

  /** Set for paper from the beginning: a change of medium would style all its elements once more. */
  async #newPage(): Promise<Page> {
    const page = await this.#context.newPage();
    await page.emulateMedia({ media: 'print' });
    return page;
  }

  async #discardPage(): Promise<void> {
    await this.#page?.close();
    this.#page = undefined;
  }
}

/** The stylesheet for the paper, beside the site's own files. */
const SHEET = '/print-sheet.css';

/** Wider than any paper, which tells the window from a page. */
const WINDOW = { width: 4000, height: 100 };

/**
 * A page that is only printed needs no layout for a window, which would take longer than printing it; and the browser,
 * which looks at the document twice when it prints, keeps what it has found out about it the first time.
 */
const NOT_IN_WINDOW = `@media (min-width: ${WINDOW.width}px) { body { content-visibility: hidden !important } }`;

/** A draft only tells where everything lies. What comes first is drawn, by which it is seen whether all is at its true size. */
const DRAFT = '.draft > body > :first-child ~ * { visibility: hidden }';

/** Only where the print was found to be too wide: it lays the whole document out once more. */
async function narrowWideTables(page: Page): Promise<string[]> {
  await page.setViewportSize({ width: 1280, height: 720 });
  const narrowed = await page.evaluate(narrowTables, TEXT_WIDTH);
  await page.setViewportSize(WINDOW);
  return narrowed;
}

/** A long document leaves much in memory: its next pass is printed from a fresh page. */
const MOST_REUSED = 60;

/** Without known page numbers it prints a draft, only to be measured: no tags, no outline, no letters. */
async function printOnce(page: Page, known: PageNumbers | undefined) {
  const references = await page.evaluate(readReferences);
  await page.evaluate(fillPageNumbers, Object.fromEntries(known ?? []));
  const metadata = await page.evaluate(readHead);
  const links = await page.evaluate(readLinks);
  const final = known !== undefined;
  await page.evaluate(markDraft, !final);
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: final, outline: final });
  return { pdf, metadata, links, references };
}

async function load(page: Page, url: string): Promise<void> {
  const response = await page.goto(url, { waitUntil: 'load', timeout: LOADING_MS });
  if (!response?.ok()) {
    throw new PrintError(`The print page ${url} answered ${response?.status() ?? 'nothing'}.`);
  }
  const unloaded = await page.evaluate(loadFonts);
  if (unloaded.length > 0) {
    throw new PrintError(`The print page's fonts did not load: ${unloaded.join(', ')}.`);
  }
  await page.evaluate(showLabels, LABEL_RED);
  await page.evaluate(keepLanguages);
}

function requireTargets(references: readonly string[], pages: PageNumbers): void {
  const dangling = [...new Set(references.filter((id) => !pages.has(id)))];
  if (dangling.length === 0) return;
  throw new PrintError(
    `References with a page number point to ids that the print page lacks: ${dangling.join(', ')}.`,
  );
}
