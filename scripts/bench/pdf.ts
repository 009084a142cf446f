import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { codePointsOfHtml } from '../../src/fonts/code-points.ts';
import { makePrintFonts } from '../../src/fonts/print-fonts.ts';
import { launchBrowser } from '../../src/pdf/browser.ts';
import { printPdf } from '../../src/pdf/print.ts';
import { LONG_EDITION, longEdition, writeLongEdition } from './long-edition.ts';
import { atLeast, atMost, time } from './measurement.ts';
import type { Bench, Measurement } from './measurement.ts';
import { watchMemory } from './memory.ts';
import { fetchPaged, printWithPaged } from './paged.ts';

/**
 * Vivliostyle CLI 11.3 beside Paged.js 0.4.3 on one machine, for a report of 320 pages with the same parts: 659 s and
 * 56 s. It is not run here: it takes ten minutes and needs a browser of its own.
 */
const VIVLIOSTYLE_TO_PAGED = 659 / 56;

/** A report of about 300 pages as a PDF: how long, how large, and beside other typesetters of web pages. */
export const benchPdf: Bench = async (tell) => {
  const work = await mkdtemp(join(tmpdir(), 'nenpo-bench-'));
  try {
    const site = join(work, 'site');
    await writeLongEdition(site);
    const files = await makePrintFonts(codePointsOfHtml(longEdition()));
    return await measure(site, work, files, tell);
  } finally {
    await rm(work, { recursive: true });
  }
};

async function measure(site: string, work: string, files: ReadonlyMap<string, Buffer>, tell: (line: string) => void): Promise<Measurement[]> {
  const outFile = join(work, 'long.pdf');
  const print = (seed?: ReadonlyMap<string, number>) => withBrowser((browser) =>
    printPdf({ distDir: site, pagePath: LONG_EDITION, outFile, browser, files, ...(seed ? { seed } : {}) }));
  tell('from nothing …');
  const peak = watchMemory();
  const first = await time(print);
  const memory = peak();
  tell('from the page map of the last print …');
  const again = await time(() => print(first.result.pages));
  tell('Paged.js, which takes some minutes …');
  const script = await fetchPaged();
  const paged = await time(() => withBrowser((browser) => printWithPaged(browser, site, LONG_EDITION, script, files, join(work, 'paged.pdf'))));
  const { pageCount, bytes } = first.result;
  return [
    { name: 'pages', value: pageCount, unit: '' },
    { name: 'from nothing', value: first.seconds, unit: 's' },
    { name: 'passes from nothing', value: first.result.passes, unit: '' },
    { name: 'from the last page map', value: again.seconds, unit: 's' },
    atMost('passes from the last page map', again.result.passes, '', 1),
    atMost('size of a page', bytes / 1024 / pageCount, 'KB', 15),
    ...(memory > 0 ? [atMost('peak memory, browser and all', memory, 'MB', 1300)] : []),
    { name: 'Paged.js', value: paged.seconds, unit: 's', note: `${paged.result} pages` },
    atLeast('faster than Paged.js, per page', paged.seconds / paged.result / (first.seconds / pageCount), '×', 5),
    {
      ...atLeast('faster than Vivliostyle CLI, per page', (paged.seconds / paged.result / (first.seconds / pageCount)) * VIVLIOSTYLE_TO_PAGED, '×', 40),
      note: 'by its recorded ratio to Paged.js, 11.8',
    },
  ];
}

async function withBrowser<T>(work: (browser: Awaited<ReturnType<typeof launchBrowser>>) => Promise<T>): Promise<T> {
  const browser = await launchBrowser();
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}
