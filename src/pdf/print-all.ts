import { readFile, stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { digestOfProgram } from '../cache/program.ts';
import { writeWhole } from '../files/write-whole.ts';
import type { Typefaces } from '../fonts/faces.ts';
import { makePrintFonts, textsOf } from '../fonts/print-fonts.ts';
import type { Texts } from '../fonts/shares.ts';
import { LostBrowserError, SharedBrowser, identifyBrowsers, isOfBrowser, launchBrowser } from './browser.ts';
import { paperName } from './paper.ts';
import type { Paper } from './paper.ts';
import { PrintCache } from './print-cache.ts';
import { pdfName } from './print-pages.ts';
import type { PrintPage } from './print-pages.ts';
import { Press } from './print.ts';
import type { PrintJob, PrintResult } from './print.ts';

export interface PrintAllOptions {
  /** The built site; the PDFs go into its `pdf/`. */
  readonly dist: string;
  readonly base: string;
  readonly paper: Paper;
  readonly typefaces: Typefaces;
  /** Holds what was printed, and the typefaces for it, from one time to the next. */
  readonly cache?: string;
  readonly onPrinted?: (printed: Printed) => void;
}

export interface Printed {
  readonly page: PrintPage;
  /** `pdf/2025-mid-year.ja.pdf` */
  readonly name: string;
  readonly pageCount: number;
  readonly bytes: number;
  /** 0: nothing that it is made from has changed since it was last printed. */
  readonly passes: number;
  readonly seconds: number;
  readonly blocked: readonly string[];
  readonly narrowed: readonly string[];
}

/** More would want more memory than a small machine has: a long document takes over a gigabyte. */
const MOST_AT_ONCE = 4;

/** In how many browsers a document is printed before it is given up. */
const ATTEMPTS = 2;

/**
 * Prints all these documents, several at a time in one browser, books first. What has not changed since it
 * was last printed is only copied, and without anything to print no browser is started.
 */
export async function printAll(pages: readonly PrintPage[], options: PrintAllOptions, launch = launchBrowser): Promise<void> {
  const { dist, paper, cache: folder = '.cache', onPrinted } = options;
  const recipe = [digestOfProgram(['src/pdf']), await identifyBrowsers(), paperName(paper)].join('\n');
  const cache = new PrintCache(join(folder, 'pdf'), recipe);
  const queue = await inOrder(dist, pages);
  const browser = new SharedBrowser(() => launch());
  /** One that fails ends the others after their document. */
  const work = async (): Promise<void> => {
    const printer = new Printer(options, cache, browser);
    try {
      for (let page = queue.shift(); page; page = queue.shift()) {
        const printed = await printer.print(page);
        onPrinted?.(printed);
      }
    } finally {
      queue.length = 0;
      await printer.close();
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: Math.min(MOST_AT_ONCE, availableParallelism()) }, work));
  await browser.close();
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
}

class Printer {
  readonly #options: PrintAllOptions;
  readonly #cache: PrintCache;
  readonly #browser: SharedBrowser;
  #press: Press | undefined;
  /** The characters of the last report. */
  #book: { readonly path: string; readonly texts: Texts } | undefined;

  constructor(options: PrintAllOptions, cache: PrintCache, browser: SharedBrowser) {
    this.#options = options;
    this.#cache = cache;
    this.#browser = browser;
  }

  async print(page: PrintPage): Promise<Printed> {
    const { dist, paper, typefaces, cache = '.cache' } = this.#options;
    const start = performance.now();
    const name = pdfName(page, paper);
    const outFile = join(dist, name);
    const files = await makePrintFonts(await this.#texts(page), typefaces, join(cache, 'fonts'));
    const read = (path: string) => readSite(dist, files, path);
    const key = name.replace(/^pdf\//, '').replace(/\.pdf$/, '');
    const last = await this.#cache.find(key, read);
    const done = (rest: Pick<Printed, 'pageCount' | 'bytes' | 'passes' | 'blocked' | 'narrowed'>): Printed =>
      ({ page, name, ...rest, seconds: (performance.now() - start) / 1000 });
    if (last?.pdf) {
      writeWhole(outFile, last.pdf);
      return done({ pageCount: last.pageCount, bytes: last.pdf.length, passes: 0, blocked: [], narrowed: [] });
    }
    const print = await this.#printOn({ pagePath: page.pagePath, outFile, paper, files, ...(last ? { seed: last.pages } : {}) });
    await this.#cache.keep(key, { ...print, pdf: await readFile(outFile) }, read);
    return done(print);
  }

  async close(): Promise<void> {
    await this.#press?.close();
    this.#press = undefined;
  }

  /** Once more in another browser, where one ended in the middle: the machine may have been short of memory. */
  async #printOn(job: PrintJob): Promise<PrintResult> {
    for (let attempt = 1; ; attempt += 1) {
      const browser = await this.#browser.open();
      try {
        this.#press ??= await Press.open({ distDir: this.#options.dist, base: this.#options.base, browser });
        return await this.#press.print(job);
      } catch (error) {
        if (!isOfBrowser(error)) throw error;
        if (attempt === ATTEMPTS) throw new LostBrowserError(job.pagePath, error);
        await this.close();
      }
    }
  }

  /** A section's are those of its whole report, so that both are set in the same file. */
  async #texts({ lang, report, pagePath }: PrintPage): Promise<Texts> {
    const bookPath = `/${lang}/print/${report}/`;
    if (this.#book?.path !== bookPath) this.#book = { path: bookPath, texts: textsOf(await this.#read(bookPath)) };
    const { texts } = this.#book;
    return pagePath === bookPath ? texts : bothTexts(texts, textsOf(await this.#read(pagePath)));
  }

  #read(pagePath: string): Promise<string> {
    return readFile(join(this.#options.dist, pagePath, 'index.html'), 'utf8');
  }
}

/** A file of the site by the path that a browser asks for, or one that stands in for it. */
async function readSite(dist: string, files: ReadonlyMap<string, Buffer>, path: string): Promise<Buffer | undefined> {
  const given = files.get(path);
  if (given) return given;
  return readFile(join(dist, path.endsWith('/') ? `${path}index.html` : path)).catch(() => undefined);
}

function bothTexts(one: Texts, other: Texts): Texts {
  const none = new Set<number>();
  return new Map([...one.keys(), ...other.keys()].map((tag) => [tag, (one.get(tag) ?? none).union(other.get(tag) ?? none)]));
}

/** Books, the longest first; then the sections of each report together, which share its typeface. */
async function inOrder(dist: string, pages: readonly PrintPage[]): Promise<PrintPage[]> {
  const sized = await Promise.all(pages.map(async (page) => ({ page, size: (await stat(join(dist, page.pagePath, 'index.html'))).size })));
  const [books, sections] = [true, false].map((isBook) => sized.filter(({ page }) => (page.section === undefined) === isBook)) as [typeof sized, typeof sized];
  const byReport = Map.groupBy(sections, ({ page }) => `${page.lang} ${page.report}`);
  return [books, ...byReport.values()].flatMap((some) => some.toSorted((a, b) => b.size - a.size)).map(({ page }) => page);
}
