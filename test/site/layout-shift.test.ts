import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { hasBundledBrowser } from '../../src/pdf/bundled-browser.ts';
import { launchBrowser } from '../../src/pdf/browser.ts';
import { serveDirectory } from '../../src/pdf/serve.ts';
import type { StaticServer } from '../../src/pdf/serve.ts';
import { DESK, PHONE } from './open-site.ts';

const PAGES = ['', '2025/np-collection/', 'indicators/np-current-rate/', 'compare/2020-2021/np-collection/', 'targets/', 'finance/2021/', 'search/'];

/** The bundled browser has no typeface for Japanese, as a device has that needs the site's own. */
const isBare = hasBundledBrowser();

let browser: Browser;
let server: StaticServer;

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(isBare ? 'bundled' : undefined), serveDirectory(inject('dist'))]);
});

afterAll(() => Promise.all([browser.close(), server.close()]));

test.each(['ja', 'en'].flatMap((locale) => PAGES.map((path) => `/${locale}/${path}`)))('%s stays where it was when typeface and scripts come late', async (path) => {
  for (const viewport of [PHONE, DESK]) {
    const { shifts, typefaces } = await openSlowly(path, viewport);
    expect(shifts).toEqual([]);
    if (isBare && path.startsWith('/ja/')) expect(typefaces.sort()).toEqual(['noto-sans-jp-400.woff2', 'noto-sans-jp-700.woff2']);
  }
});

test.each(['/ja/targets/', '/en/indicators/np-current-rate/'])('%s stays where it was when half of its head comes late', async (path) => {
  const html = readFileSync(join(inject('dist'), path, 'index.html'), 'utf8');
  const half = html.indexOf('</a>', html.indexOf('class="search-open"'));
  let sendRest = () => {};
  const slow = createServer(async (request, response) => {
    if (request.url !== path) {
      const answer = await fetch(server.url(request.url!));
      response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' }).end(Buffer.from(await answer.arrayBuffer()));
      return;
    }
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).write(html.slice(0, half));
    sendRest = () => response.end(html.slice(half));
  }).listen(0, '127.0.0.1');
  await once(slow, 'listening');
  const page = await browser.newPage({ viewport: PHONE });
  await page.addInitScript(watchShifts);
  await page.goto(`http://127.0.0.1:${(slow.address() as AddressInfo).port}${path}`, { waitUntil: 'commit' });
  await page.waitForFunction(() => document.querySelector('.search-open'), undefined, { polling: 20 });
  await twoFrames(page);
  sendRest();
  await page.waitForLoadState('load');
  await twoFrames(page);
  expect(await page.evaluate(() => (globalThis as unknown as Watched).readShifts())).toEqual([]);
  await page.context().close();
  slow.close();
});

/** What comes after the page is first drawn comes when the page has been drawn, however quick or slow the machine is. */
async function openSlowly(path: string, viewport: { width: number; height: number }): Promise<{ shifts: string[]; typefaces: string[] }> {
  const context = await browser.newContext({ viewport });
  const page = await context.newPage();
  const typefaces: string[] = [];
  let drawn = () => {};
  const isDrawn = new Promise<void>((resolve) => (drawn = resolve));
  await page.route(/\.woff2$|\/_astro\/.+\.js$/, async (route) => {
    const [, name] = /([^/]+\.woff2)$/.exec(route.request().url()) ?? [];
    if (name) typefaces.push(name);
    await isDrawn;
    await route.continue();
  });
  await page.addInitScript(watchShifts);
  await page.goto(server.url(path), { waitUntil: 'commit' });
  await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
  await twoFrames(page);
  drawn();
  await page.waitForLoadState('load');
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await twoFrames(page);
  const shifts = await page.evaluate(() => (globalThis as unknown as Watched).readShifts());
  await context.close();
  return { shifts, typefaces };
}

interface Watched {
  /** What moved since the page was opened, and how far. */
  readShifts: () => string[];
}

interface LayoutShift extends PerformanceEntry {
  readonly value: number;
  readonly sources: readonly { readonly node: Node | null; readonly previousRect: DOMRect; readonly currentRect: DOMRect }[];
}

/** Runs in the page, before anything of it. */
function watchShifts(): void {
  const seen: LayoutShift[] = [];
  const observer = new PerformanceObserver((list) => seen.push(...list.getEntries() as LayoutShift[]));
  observer.observe({ type: 'layout-shift', buffered: true });
  (globalThis as unknown as Watched).readShifts = () => [...seen, ...observer.takeRecords() as LayoutShift[]].map(({ value, sources }) => {
    const moved = sources.map(({ node, previousRect: before, currentRect: now }) => {
      const element = node instanceof Element ? node : node?.parentElement;
      return `${element?.tagName} ${element?.className} from ${before.x},${before.y} ${before.width}×${before.height} to ${now.x},${now.y} ${now.width}×${now.height}`;
    });
    return `${value.toFixed(4)}: ${moved.join('; ')}`;
  });
}

async function twoFrames(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)))));
}
