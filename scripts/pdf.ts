/* Prints the print edition of a built site: node scripts/pdf.ts [--lang ja|en] [--report id] [--dist dir] */
import { parseArgs } from 'node:util';
import { launchBrowser } from '../src/pdf/browser.ts';
import { findPrintPages } from '../src/pdf/print-pages.ts';
import { printPdf } from '../src/pdf/print.ts';
import type { PrintProgress } from '../src/pdf/print.ts';

const { values } = parseArgs({
  options: {
    lang: { type: 'string' },
    report: { type: 'string' },
    dist: { type: 'string', default: 'dist' },
    base: { type: 'string', default: process.env['NENPO_BASE'] ?? '/' },
  },
});

try {
  await printAll();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function printAll(): Promise<void> {
  const pages = await findPrintPages(values.dist, values);
  if (pages.length === 0) {
    throw new Error(`印刷ページがありません / No print page in ${values.dist}: <lang>/print/<report>/`);
  }
  const browser = await launchBrowser();
  try {
    for (const { pagePath, outFile } of pages) {
      const start = performance.now();
      const { dist: distDir, base } = values;
      const print = await printPdf({ distDir, pagePath, outFile, base, browser, onProgress });
      for (const address of print.blocked) console.warn(`  not loaded: ${address}`);
      const seconds = ((performance.now() - start) / 1000).toFixed(1);
      console.log(`${outFile}  ${print.pageCount} p.  ${Math.ceil(print.bytes / 1024)} KB  ${seconds} s`);
    }
  } finally {
    await browser.close();
  }
}

function onProgress({ pass, pageCount, changed }: PrintProgress): void {
  if (process.stderr.isTTY) console.error(`  pass ${pass}: ${pageCount} p., ${changed} page numbers changed`);
}
