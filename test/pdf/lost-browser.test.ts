import { cpSync } from 'node:fs';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SHIPPED } from '../../src/fonts/faces.ts';
import { LostBrowserError, launchBrowser } from '../../src/pdf/browser.ts';
import { A4 } from '../../src/pdf/paper.ts';
import { printAll } from '../../src/pdf/print-all.ts';
import { SAMPLE_PAGE, writeSampleSite } from './sample.ts';

/** A browser is ended while it makes a PDF. */
let work: string;
let browsers: Browser[];
const PAGES = ['sample', 'second', 'third'].map((report) => ({ lang: 'ja', report, pagePath: `/ja/print/${report}/` }));

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'nenpo-lost-'));
  await writeSampleSite(join(work, 'site'));
  for (const { pagePath } of PAGES.slice(1)) cpSync(join(work, 'site', SAMPLE_PAGE), join(work, 'site', pagePath), { recursive: true });
  await print('whole', async () => {});
}, 120_000);
afterAll(() => rm(work, { recursive: true }));

type End = (page: Page, browser: Browser) => Promise<void>;

/** `end`: told of every PDF that is about to be made. */
async function print(name: string, end: End): Promise<void> {
  browsers = [];
  const dist = join(work, name);
  cpSync(join(work, 'site'), dist, { recursive: true });
  await printAll(PAGES, { dist, base: '/', paper: A4, typefaces: SHIPPED, cache: join(work, `${name}-cache`) }, async () => {
    const browser = await launchBrowser();
    browsers.push(browser);
    const newContext = browser.newContext.bind(browser);
    browser.newContext = async (options) => (await newContext(options)).on('page', (page) => {
      const pdf = page.pdf.bind(page);
      page.pdf = async (given) => {
        await end(page, browser);
        return pdf(given);
      };
    });
    return browser;
  });
}

/** Neither waits for an answer: there is none. */
const endBrowser: End = async (_, browser) => void (await browser.newBrowserCDPSession()).send('Browser.crash').catch(() => {});
const endPage: End = async (page) => void (await page.context().newCDPSession(page)).send('Page.crash').catch(() => {});

async function expectWhole(name: string): Promise<void> {
  for (const { report } of PAGES) {
    const file = `pdf/${report}.ja.pdf`;
    expect((await readFile(join(work, name, file))).equals(await readFile(join(work, 'whole', file))), report).toBe(true);
  }
  expect((await readdir(join(work, name, 'pdf'))).length).toBe(PAGES.length);
}

test.each([
  ['browser that ends', endBrowser, [2]],
  // A browser of one process may go with its page.
  ['page that crashes', endPage, [1, 2]],
])('a %s in the middle of a PDF is replaced, and all is printed as ever', { timeout: 120_000 }, async (name, end, started) => {
  let times = 0;
  await print(name, async (page, browser) => {
    times += 1;
    if (times === 4) await end(page, browser);
  });
  expect(started).toContain(browsers.length);
  await expectWhole(name);
  expect(browsers.map((browser) => browser.isConnected())).toEqual(browsers.map(() => false));
});

test.each([['browser', endBrowser], ['page', endPage]])('a %s that ends every time is told of, with what to do', { timeout: 120_000 }, async (name, end) => {
  const error = await print(`${name} always`, end).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(LostBrowserError);
  expect((error as Error).message).toMatch(/^印刷の途中でブラウザが終了したか.*\n→ .+。\nThe browser ended .*\/ja\/print\/\w+\/\n→ .+\.\n  - .+$/);
  expect(browsers.map((browser) => browser.isConnected())).toEqual(browsers.map(() => false));
});
