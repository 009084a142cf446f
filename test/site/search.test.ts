import AxeBuilder from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkData } from '../../src/check/check.ts';
import { readDataFiles } from '../../src/load/files.ts';
import { searchIndex } from '../../src/search/index-files.ts';
import { editionsOf } from '../../src/view/editions.ts';
import { DESK, openSite, PHONE } from './open-site.ts';
import type { OpenSite } from './open-site.ts';

let site: OpenSite;

beforeAll(async () => {
  site = await openSite();
});

afterAll(() => site.close());

const WORDS = {
  ja: { query: '現年度納付率', kind: '指標', figure: '72.7%（令和7年9月末）', part: '催告' },
  en: { query: 'current-year payment rate', kind: 'Indicators', figure: '72.7% (End of September 2025)', part: 'arrears' },
} as const;

/** Types into the search that “/” opens, and waits until it has answered. */
async function ask(page: Page, query: string): Promise<void> {
  await page.keyboard.press('/');
  await page.locator('#search-query').fill(query);
  await page.locator('.search-status').filter({ hasText: /\S/ }).waitFor();
}

describe.each(['ja', 'en'] as const)('search in %s', (locale) => {
  const words = WORDS[locale];

  test.each([DESK, PHONE])('“/”, a few words, arrow keys, Enter: from any page to the figure, at $width px', async (viewport) => {
    const page = await site.page({ viewport });
    await page.goto(site.url(`/${locale}/glossary/`));
    await ask(page, words.query);
    const first = page.locator('.search-results li').first();
    await first.waitFor();
    expect(await first.innerText()).toContain(words.figure);
    expect(await first.locator('.search-kind').innerText()).toBe(words.kind);
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe(`/${locale}/indicators/np-current-rate/`);
    await page.keyboard.press('Enter');
    await page.waitForURL(/indicators\/np-current-rate\/$/);
  });

  test('a kind narrows the results; Escape leads back', async () => {
    const page = await site.page();
    await page.goto(site.url(`/${locale}/`));
    await ask(page, words.part);
    await page.locator('[data-kind="term"]').click();
    await page.waitForFunction(() => [...document.querySelectorAll('.search-results .search-kind')].every((kind, _, all) => all.length > 0 && kind.textContent === all[0]?.textContent));
    await page.keyboard.press('Escape');
    expect(await page.locator('dialog.search-dialog').isVisible()).toBe(false);
  });

  test('its own page keeps the words in the address, and says when there is nothing', async () => {
    const page = await site.page();
    await page.goto(site.url(`/${locale}/search/?q=${encodeURIComponent(words.query)}`));
    await page.locator('.search-results li').first().waitFor();
    await page.locator('#search-query').fill('ｘｙｚｚｙ該当なし');
    await page.locator('.search-status').filter({ hasText: /ｘｙｚｚｙ/ }).waitFor();
    expect(await page.locator('.search-results li').count()).toBe(0);
    expect(page.url()).toContain('?q=');
  });

  test('without JavaScript its page offers lists, and no form that could not answer', async () => {
    const page = await site.page({ javaScriptEnabled: false });
    await page.goto(site.url(`/${locale}/search/`));
    expect(await page.locator('main a[href$="/indicators/"]').isVisible()).toBe(true);
    expect(await page.locator('main').locator('input, button, form').filter({ visible: true }).count()).toBe(0);
  });

  test('has no violation of accessibility while it is open', async () => {
    const page = await site.page();
    await page.goto(site.url(`/${locale}/`));
    await ask(page, words.part);
    await page.locator('.search-results li').first().waitFor();
    await page.evaluate(AxeBuilder.source);
    const violations = await page.evaluate(async () => {
      const { axe } = window as unknown as { axe: { run(context: string): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } };
      return (await axe.run('dialog.search-dialog')).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    });
    expect(violations).toEqual([]);
  });
});

test('every target and indicator with the words in its name is found, figures first', async () => {
  const page = await site.page();
  const messages: string[] = [];
  page.on('console', (message) => messages.push(message.text()));
  await page.goto(site.url('/ja/search/?q=納付率'));
  await page.locator('.search-results li').first().waitFor();
  const titles = async () => page.locator('.search-results li > a').allInnerTexts();
  while (await page.locator('.search-more').isVisible()) {
    const before = (await titles()).length;
    await page.locator('.search-more').click();
    await page.waitForFunction((count) => document.querySelectorAll('.search-results li').length > count, before);
  }
  const found = await titles();
  await page.goto(site.url('/ja/targets/'));
  const named = (await page.locator('[data-entry] > a').allTextContents()).filter((title) => title.includes('納付率'));
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((title) => !found.includes(title))).toEqual([]);
  expect(messages).toEqual([]);
});

test('an index in parts finds what the whole one finds', async () => {
  const files = new Map<string, Uint8Array>();
  const { model } = checkData(readDataFiles(process.cwd()));
  const edition = editionsOf(model!, '/').find(({ locale }) => locale === 'en')!;
  for await (const some of searchIndex(edition, (_kind, _inputs, compute) => compute(), 500)) for (const { path, content } of some) files.set(`/${path}`, content);
  expect([...files.keys()].filter((path) => path.endsWith('/pagefind.js')).length).toBeGreaterThan(2);

  const [whole, parted] = [await site.page(), await site.page()];
  const asked = new Set<string>();
  await parted.route('**/search-index/**', (route) => {
    const { pathname } = new URL(route.request().url());
    asked.add(pathname.replace(/part-\d+\/$|[^/]*$/, ''));
    const type = /\.js$/.test(pathname) ? 'text/javascript' : /\.json$/.test(pathname) ? 'application/json' : 'application/octet-stream';
    return route.fulfill(files.has(pathname) ? { body: Buffer.from(files.get(pathname)!), contentType: type } : { status: 404 });
  });
  const foundIn = async (page: Page, query: string) => {
    await page.goto(site.url(`/en/search/?q=${encodeURIComponent(query)}`));
    await page.locator('.search-results li').first().waitFor();
    while (await page.locator('.search-more').isVisible()) await page.locator('.search-more').click();
    return { said: await page.locator('.search-status').innerText(), links: (await page.locator('.search-results li > a').evaluateAll((links) => links.map((link) => link.getAttribute('href')))).sort() };
  };
  for (const query of ['current-year payment rate', 'arrears collection', 'seminars']) expect(await foundIn(parted, query)).toEqual(await foundIn(whole, query));
  expect([...asked].filter((folder) => folder.includes('/part-')).length).toBeGreaterThan(1);
});

test('without JavaScript the search’s page leads to the lists', async () => {
  const page = await site.page({ javaScriptEnabled: false });
  await page.goto(site.url('/ja/search/'));
  expect(await page.locator('main').getByRole('link', { name: '用語集' }).count()).toBe(1);
});
