import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SHIPPED } from '../../src/fonts/faces.ts';
import { makePrintFonts, textsOf } from '../../src/fonts/print-fonts.ts';
import { launchBrowser } from '../../src/pdf/browser.ts';
import { installBundledBrowser } from '../../src/pdf/bundled-browser.ts';
import { printPdf } from '../../src/pdf/print.ts';
import type { PrintResult } from '../../src/pdf/print.ts';
import { LONG_EDITION, writeLongEdition } from './long-edition.ts';
import { atLeast, atMost, time, timeWithin } from './measurement.ts';
import type { Bench, Measurement } from './measurement.ts';
import { watchMemory, watchProcessor } from './memory.ts';
import { fetchPaged, printWithPaged } from './paged.ts';
import { fetchVivliostyle, printWithVivliostyle } from './vivliostyle.ts';

/** About how many pages the made-up reports have; the bounds hold for the last. NENPO_BENCH_PAGES=50,100 names others. */
const SIZES = (process.env['NENPO_BENCH_PAGES'] ?? '50,300').split(',').map(Number);
/** Seconds that another typesetter is given for one report. */
const LIMIT = Number(process.env['NENPO_BENCH_LIMIT'] ?? 1200);

type Tell = Parameters<Bench>[0];

/** Prints one report, and gives the number of its pages. */
type Print = (site: string, files: ReadonlyMap<string, Buffer>, outFile: string, signal: AbortSignal) => Promise<number>;

interface Other {
  readonly name: string;
  readonly print: Print;
  /** How many times faster this product is, at least. */
  readonly bound: number;
}

/**
 * Reports of several lengths as PDFs: how long, how large, and beside other typesetters of web pages in the same browser.
 * Seconds are those of processors, of the program and all that it starts: the clock goes on while others have them.
 */
export const benchPdf: Bench = async (tell) => {
  const work = await mkdtemp(join(tmpdir(), 'nenpo-bench-'));
  try {
    const others = await fetchOthers(tell);
    await installBundledBrowser();
    const measurements: Measurement[] = [];
    for (const pages of SIZES) measurements.push(...(await measure(pages, join(work, String(pages)), others, tell)));
    return measurements;
  } finally {
    await rm(work, { recursive: true });
  }
};

async function fetchOthers(tell: Tell): Promise<Other[]> {
  tell('Paged.js and Vivliostyle CLI from the npm registry …');
  const [script, program] = [await fetchPaged(), await fetchVivliostyle()];
  return [
    { name: 'Paged.js', bound: 5, print: (site, files, outFile, signal) => printWithPaged(site, script, files, outFile, signal) },
    { name: 'Vivliostyle CLI', bound: 40, print: (site, files, outFile, signal) => printWithVivliostyle(site, program, files, outFile, signal) },
  ];
}

async function measure(pages: number, folder: string, others: readonly Other[], tell: Tell): Promise<Measurement[]> {
  const site = join(folder, 'site');
  const files = await makePrintFonts(textsOf(await writeLongEdition(site, pages)), SHIPPED);
  const name = (what: string) => `${pages} pages: ${what}`;
  const print = (seed?: ReadonlyMap<string, number>) => printOnce(site, join(folder, 'long.pdf'), files, seed);
  tell(`${name('memory')} …`);
  const memory = await peakOf(() => print());
  tell(`${name('from nothing')} …`);
  const first = await onProcessor(() => time(() => print()));
  tell(`${name('from the page map of the last print')} …`);
  const again = await onProcessor(() => time(() => print(first.result.pages)));
  const { pageCount, bytes, passes } = first.result;
  const isLast = pages === SIZES.at(-1);
  return [
    { name: name('nenpo, from nothing'), value: first.processor, unit: 's', note: `${pageCount} pages, ${passes} passes; ${first.seconds.toFixed(1)} s by the clock` },
    { name: name('nenpo, from the last page map'), value: again.processor, unit: 's', note: `${again.seconds.toFixed(1)} s by the clock` },
    atMost(name('passes from the last page map'), again.result.passes, '', 1),
    atMost(name('size of a page'), bytes / 1024 / pageCount, 'KB', 15),
    ...(memory > 0 ? [atMost(name('peak memory, browser and all'), memory, 'MB', 1300)] : []),
    ...(await compare(others, first.processor, name, isLast, (other, signal) => other.print(site, files, join(folder, 'other.pdf'), signal), tell)),
  ];
}

async function compare(
  others: readonly Other[], own: number, name: (what: string) => string, isBound: boolean,
  print: (other: Other, signal: AbortSignal) => Promise<number>, tell: Tell,
): Promise<Measurement[]> {
  const measurements: Measurement[] = [];
  for (const other of others) {
    tell(`${name(other.name)} …`);
    const { seconds, result, processor } = await onProcessor(() => timeWithin(LIMIT, (signal) => print(other, signal)));
    const more = result === undefined ? { more: true } : {};
    tell(`  ${result ?? 'no'} pages in ${processor.toFixed(1)} s, ${seconds.toFixed(1)} s by the clock; nenpo ${own.toFixed(1)} s`);
    const times = name(`faster than ${other.name}`);
    measurements.push(
      { name: name(other.name), value: processor, unit: 's', ...more, note: `${result === undefined ? 'not at its end' : `${result} pages`}; ${seconds.toFixed(1)} s by the clock` },
      { ...(isBound ? atLeast(times, processor / own, '×', other.bound) : { name: times, value: processor / own, unit: '×' }), ...more },
    );
  }
  return measurements.map((each) => (each.more && each.met === false ? leftOpen(each) : each));
}

/** What was stopped before it had reached a bound has not broken it either. */
function leftOpen({ met: _, ...measurement }: Measurement): Measurement {
  return { ...measurement, note: 'open: it was stopped before' };
}

/** The most memory that some work takes, in MB: to look at it costs time, so it is work of its own. */
async function peakOf(work: () => Promise<unknown>): Promise<number> {
  const stop = watchMemory();
  await work();
  return stop();
}

/** Work with the seconds that it has a processor, in all its processes. */
async function onProcessor<T>(work: () => Promise<T>): Promise<T & { readonly processor: number }> {
  const stop = watchProcessor();
  const result = await work();
  return { ...result, processor: stop() };
}

async function printOnce(site: string, outFile: string, files: ReadonlyMap<string, Buffer>, seed: ReadonlyMap<string, number> | undefined): Promise<PrintResult> {
  const browser = await launchBrowser('bundled');
  try {
    return await printPdf({ distDir: site, pagePath: LONG_EDITION, outFile, browser, files, ...(seed ? { seed } : {}) });
  } finally {
    await browser.close();
  }
}
