import { cp, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDevelopment } from '../../scripts/bench/development.ts';
import type { Development } from '../../scripts/bench/development.ts';
import { launchBrowser } from '../../src/pdf/browser.ts';
import { shellEnvironment } from './environment.ts';

/** An editor at work: `npm run dev` over a copy of a city’s data, with a page open beside the file. */
let root: string;
let server: Development;
let browser: Browser;
let page: Page;
let yaml: string;
let printed: string;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'nenpo-development-'));
  await cp('test/cases/organisations/city', root, { recursive: true });
  yaml = join(root, 'data/indicators/parks/park-area.yaml');
  printed = await readFile(yaml, 'utf8');
  server = startDevelopment(root, shellEnvironment());
  const address = await server.address;
  browser = await launchBrowser();
  page = await browser.newPage();
  await page.goto(`${address}/ja/2025/parks/`);
  await cell('128.2ヘクタール').waitFor();
});

afterAll(async () => {
  await browser?.close();
  server?.stop();
  await rm(root, { recursive: true, force: true, maxRetries: 5 });
});

test('an edited figure appears in the open page by itself', async () => {
  await edit('128.3ヘクタール');
  await cell('128.3ヘクタール').waitFor();
});

test('a mistake is shown in the page with its place and its repair, and no more', async () => {
  await edit('128.3');
  const overlay = page.locator('vite-error-overlay');
  await overlay.getByText('値が読めません').first().waitFor();
  const text = await overlay.evaluate((host) => {
    host.shadowRoot?.querySelectorAll('style, script').forEach((element) => element.remove());
    return host.shadowRoot?.textContent ?? '';
  });
  expect(text).toContain('data/indicators/parks/park-area.yaml:');
  expect(text).toContain('value: 128.3, change');
  expect(text).toContain('→ 128.3ヘクタール');
  expect(text).toContain('データに誤りが1件あります');
  expect(text).toContain('直して保存すると、ページは自動で元に戻ります。');
  expect(text).not.toContain('node_modules');
  expect(text).not.toContain('Stack');
});

test('in the language of the page', async () => {
  await open(page.url().replace('/ja/', '/en/'));
  await page.locator('vite-error-overlay').getByText('cannot be read').first().waitFor();
  await open(page.url().replace('/en/', '/ja/'));
  await page.locator('vite-error-overlay').getByText('値が読めません').first().waitFor();
});

test('mended, the page comes back', async () => {
  await edit('128.2ヘクタール');
  await cell('128.2ヘクタール').waitFor();
  expect(await page.locator('vite-error-overlay').count()).toBe(0);
});

const FILE = 'data/indicators/parks/park-area.yaml';
const elsewhere = 'data/indicators/parks/park-areas.yaml';

test.each<[string, () => Promise<void>, RegExp]>([
  ['a file that was emptied', () => writeFile(yaml, ''), new RegExp(`^${FILE}:1:1 +誤り`)],
  ['a file that was deleted', () => rm(yaml), /^(?:content|data)\/.+:\d+:\d+ +誤り .*park-area/],
  ['a file with another name', () => rename(yaml, join(root, elsewhere)), new RegExp(`^${elsewhere}:1:5 +誤り .*park-area`)],
  ['YAML that is none', () => writeFile(yaml, printed.replace('\nunit:', '\nunit: "')), new RegExp(`^${FILE}:\\d+:\\d+ +誤り`)],
])('%s: told in the open page, in one that is opened and in one that is loaded again; mended, all come back', async (_, spoil, told) => {
  await open(new URL('/ja/2025/parks/', page.url()).href);
  await cell('128.2ヘクタール').waitFor();
  await spoil();
  expect(await overlayText(page)).toMatch(told);
  const second = await browser.newPage();
  // A slow machine: what is sent to the pages that are there when the answer is given comes too early for this one.
  await second.route('**/@vite/client', async (route) => {
    await new Promise((done) => setTimeout(done, 700));
    await route.continue();
  });
  for (let time = 0; time < 3; time += 1) {
    await open(page.url(), second);
    expect(await overlayText(second)).toMatch(told);
  }
  expect(await overlayText(page)).toMatch(told);
  await writeFile(yaml, printed);
  await rm(join(root, elsewhere), { force: true });
  for (const each of [page, second]) {
    await cell('128.2ヘクタール', each).waitFor();
    expect(await each.locator('vite-error-overlay').count()).toBe(0);
  }
  await second.close();
});

/** What the page shows instead of itself. */
async function overlayText(shown: Page): Promise<string> {
  const overlay = shown.locator('vite-error-overlay');
  await overlay.getByText('誤り').first().waitFor();
  return overlay.evaluate((host) => host.shadowRoot?.querySelector('#message, .message')?.textContent?.trim() ?? '');
}

test('an edited text appears too', async () => {
  await open(new URL('/ja/about/', page.url()).href);
  const file = join(root, 'content/ja/about.md');
  await writeFile(file, `${await readFile(file, 'utf8')}\n書き足した一文です。\n`);
  await page.getByText('書き足した一文です。').waitFor();
});

/** The server may load a page again at any time after an edit, also while it is on its way elsewhere. */
async function open(address: string, shown = page): Promise<void> {
  try {
    await shown.goto(address);
  } catch (error) {
    if (!/interrupted by another navigation|ERR_ABORTED/.test((error as Error).message)) throw error;
    await open(address, shown);
  }
}

/** The last printed value, which the page shows. */
async function edit(value: string): Promise<void> {
  const changed = printed.replace('128.2ヘクタール', value);
  if (value !== '128.2ヘクタール') expect(changed).not.toBe(printed);
  await writeFile(yaml, changed);
}

function cell(text: string, shown = page) {
  return shown.locator('#table-areas td:last-child', { hasText: text });
}
