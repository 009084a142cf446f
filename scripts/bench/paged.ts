import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { launchBrowser } from '../../src/pdf/browser.ts';
import { serveDirectory } from '../../src/pdf/serve.ts';
import { LONG_EDITION } from './long-edition.ts';
import { fetchOther, forOthers } from './others.ts';

/** Paged.js as a script for a page. */
export async function fetchPaged(): Promise<Buffer> {
  return readFile(join(await fetchOther('pagedjs', '0.4.3'), 'dist/paged.polyfill.js'));
}

/** Prints the long edition with Paged.js in the same browser. @returns the number of pages; rejects once it is told to stop. */
export async function printWithPaged(site: string, script: Buffer, files: ReadonlyMap<string, Buffer>, outFile: string, signal: AbortSignal): Promise<number> {
  const html = await readFile(join(site, LONG_EDITION, 'index.html'), 'utf8');
  const own = new Map([...files, ['/paged.js', script], [LONG_EDITION, Buffer.from(await forOthers(html, LOADER))]]);
  const server = await serveDirectory(site, '/', { files: own });
  const browser = await launchBrowser('bundled');
  signal.addEventListener('abort', () => void browser.close());
  try {
    const page = await browser.newPage({ bypassCSP: true });
    await page.goto(server.url(LONG_EDITION), { timeout: 0 });
    await page.waitForFunction('window.pagedTotal > 0', undefined, { timeout: 0, polling: 250 });
    const total = Number(await page.evaluate('window.pagedTotal'));
    await writeFile(outFile, await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true }));
    return total;
  } finally {
    await browser.close();
    await server.close();
  }
}

const LOADER = '<script>window.PagedConfig = { auto: true, after: (flow) => { window.pagedTotal = flow.total; } };</script><script src="/paged.js"></script>';
