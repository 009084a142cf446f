import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { printEditions } from '../../scripts/print-editions.ts';
import { checkData } from '../../src/check/check.ts';
import { rename } from '../../src/edit/rename/rename.ts';
import { redirectFiles } from '../../src/export/redirects.ts';
import { SHIPPED } from '../../src/fonts/faces.ts';
import { readDataFiles } from '../../src/load/files.ts';
import { launchBrowser } from '../../src/pdf/browser.ts';
import { A4 } from '../../src/pdf/paper.ts';
import { findMovedPages, findPrintPages } from '../../src/pdf/print-pages.ts';
import { serveDirectory } from '../../src/pdf/serve.ts';
import type { StaticServer } from '../../src/pdf/serve.ts';
import { withPolicy } from '../../src/site/policy.ts';
import { editionsOf } from '../../src/view/editions.ts';
import { writeSampleSite } from '../pdf/sample.ts';

/** A site with one page of a section that had another name, and with its print page. */
let dist: string;
let browser: Browser;
let server: StaticServer;
let old: string;

beforeAll(async () => {
  dist = await mkdtemp(join(tmpdir(), 'nenpo-redirects-'));
  const data = readDataFiles('test/cases/organisations/city');
  const before = checkData(data).model!;
  old = before.report.sections[0]!.data.section;
  const result = rename(before.report, data, old, 'new-name', { kind: 'section' });
  if (!result.ok) throw new Error(result.message.en);
  const after = [...data.filter(({ file }) => !result.removed.includes(file) && !result.files.has(file)), ...[...result.files].map(([file, text]) => ({ file, bytes: Buffer.from(text) }))];
  const model = checkData(after).model!;
  await write('ja/2025/new-name/index.html', withPolicy('<!doctype html><html lang="ja"><head><meta charset="utf-8"><title>節</title></head><body><h1 id="top">節</h1></body></html>'));
  await writeSampleSite(dist);
  await write('ja/print/sample/new-name/index.html', await readFile(join(dist, 'ja/print/sample/index.html'), 'utf8'));
  const addresses = ['2025/new-name/', 'print/sample/', 'print/sample/new-name/'];
  for (const { path, content } of redirectFiles(model.report, editionsOf(model, '/base/'), addresses, { url: 'https://example.org', base: '/base/' })) await write(path, withPolicy(content));
  [browser, server] = await Promise.all([launchBrowser(), serveDirectory(dist, '/base/')]);
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  await rm(dist, { recursive: true });
});

async function write(path: string, content: string): Promise<void> {
  await mkdir(dirname(join(dist, path)), { recursive: true });
  await writeFile(join(dist, path), content);
}

describe('an old address', () => {
  test.each([
    ['leads to the place on the page that was asked for', true, '?a=1#clause-x'],
    ['leads to the page without scripts too', false, ''],
  ])('%s', async (_, javaScriptEnabled, rest) => {
    const context = await browser.newContext({ javaScriptEnabled });
    const page = await context.newPage();
    const wrong: string[] = [];
    page.on('pageerror', ({ message }) => wrong.push(message));
    page.on('console', (message) => message.type() === 'error' && !message.text().includes('favicon') && wrong.push(message.text()));
    await page.goto(`${server.url(`/ja/2025/${old}/`)}?a=1#clause-x`);
    await page.waitForURL(`${server.url('/ja/2025/new-name/')}${rest}`);
    await page.locator('h1#top').waitFor();
    await page.goBack().catch(() => null);
    expect(page.url()).toBe('about:blank');
    expect(wrong).toEqual([]);
    await context.close();
  });
});

test('a print page that only leads on is not printed; its PDF is there under both names', async () => {
  expect((await findPrintPages(dist)).map(({ pagePath }) => pagePath)).toEqual(['/ja/print/sample/', '/ja/print/sample/new-name/']);
  expect((await findMovedPages(dist)).map(({ from, to }) => [from.pagePath, to.pagePath])).toEqual([
    [`/en/print/sample/${old}/`, '/en/print/sample/new-name/'], [`/ja/print/sample/${old}/`, '/ja/print/sample/new-name/'],
  ]);
  const cache = join(dist, '.cache');
  await printEditions({ dist, base: '/', paper: A4, typefaces: SHIPPED, cache, locale: 'en', lang: 'ja', section: 'new-name', tell: () => {} });
  const folder = join(dist, 'pdf/sample');
  expect((await readdir(folder)).sort()).toEqual([`${old}.ja.pdf`, 'new-name.ja.pdf'].sort());
  expect((await readFile(join(folder, `${old}.ja.pdf`))).equals(await readFile(join(folder, 'new-name.ja.pdf')))).toBe(true);
});
