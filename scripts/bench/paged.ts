import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { serveDirectory } from '../../src/pdf/serve.ts';

const FOLDER = '.cache/bench';
const VERSION = '0.4.3';
const SCRIPT = join(FOLDER, 'node_modules/pagedjs/dist/paged.polyfill.js');

/** Paged.js is fetched from the npm registry for this bench alone. @throws Error where that fails. */
export async function fetchPaged(): Promise<Buffer> {
  if (!existsSync(SCRIPT)) {
    await mkdir(FOLDER, { recursive: true });
    await writeFile(join(FOLDER, 'package.json'), '{ "private": true }');
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', `pagedjs@${VERSION}`], { cwd: FOLDER, stdio: 'ignore' });
  }
  return readFile(SCRIPT);
}

/** Its own way to page numbers, in place of ours. */
const STYLE = `<style>.continued { display: none !important }
a[data-page-ref]::after { content: target-counter(attr(href url), page) !important; border: 0 !important; }
.page-number { display: none !important }</style>`;

/** Prints a print page with Paged.js in the same browser. @returns the number of pages. */
export async function printWithPaged(browser: Browser, site: string, path: string, script: Buffer, files: ReadonlyMap<string, Buffer>, outFile: string): Promise<number> {
  const server = await serveDirectory(site, '/', { files: new Map([...files, ['/paged.js', script]]) });
  const page = await browser.newPage();
  try {
    await page.route(server.url(path), async (route) => {
      const html = await (await route.fetch()).text();
      const config = '<script>window.PagedConfig = { auto: true, after: (flow) => { window.pagedTotal = flow.total; } };</script><script src="/paged.js"></script>';
      await route.fulfill({ contentType: 'text/html; charset=utf-8', body: html.replace('</head>', `${STYLE}${config}</head>`) });
    });
    await page.goto(server.url(path), { timeout: 0 });
    await page.waitForFunction('window.pagedTotal > 0', undefined, { timeout: 1_800_000, polling: 250 });
    const total = Number(await page.evaluate('window.pagedTotal'));
    await writeFile(outFile, await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true }));
    return total;
  } finally {
    await page.close();
    await server.close();
  }
}
