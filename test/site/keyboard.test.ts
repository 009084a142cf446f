import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSite, PHONE } from './open-site.ts';
import type { OpenSite } from './open-site.ts';

let site: OpenSite;

beforeAll(async () => {
  site = await openSite();
});

afterAll(() => site.close());

test('the first Tab offers to skip to the content, and skipping goes there', async () => {
  const page = await open('/ja/2025/np-collection/');
  await page.keyboard.press('Tab');
  const skip = page.locator(':focus');
  expect(await skip.innerText()).toBe('本文へ移動');
  expect(await skip.evaluate((link) => link.getBoundingClientRect().top)).toBeGreaterThanOrEqual(0);
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
  await page.context().close();
});

test('Tab goes through name, search, colours, language, main pages and the way up, in the order of the page', async () => {
  const page = await open('/en/targets/t25-01/');
  const reached: string[] = [];
  for (let step = 0; step < 13; step++) {
    await page.keyboard.press('Tab');
    reached.push((await page.locator(':focus').innerText()).replace(/\s+\/$/, ''));
  }
  expect(reached.slice(0, 5)).toEqual(['Skip to content', 'Japan Pension Service, plans and results', 'Search', 'Dark colours', '日本語']);
  expect(reached.slice(5)).toEqual(expect.arrayContaining(['FY2025', 'Medium-term plan', 'Targets', 'Indicators', 'Plan comparison', 'Glossary', 'Home']));
  await page.context().close();
});

test.each(['light', 'dark'] as const)('what has the focus can be seen, %s', async (colorScheme) => {
  const page = await open('/ja/indicators/np-current-rate/', { colorScheme });
  const hidden: string[] = [];
  let stops = 0;
  for (await page.keyboard.press('Tab'); await page.evaluate(() => document.activeElement !== document.body); await page.keyboard.press('Tab')) {
    stops += 1;
    const focus = await page.locator(':focus').evaluate((element) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      const { width, height } = element.getBoundingClientRect();
      const shown = outlineStyle === 'solid' && parseFloat(outlineWidth) >= 2 && width > 0 && height > 0;
      return { name: element.textContent?.trim().slice(0, 30), shown };
    });
    if (!focus.shown) hidden.push(focus.name ?? '');
  }
  expect(stops).toBeGreaterThan(15);
  expect(hidden).toEqual([]);
  await page.context().close();
});

test('a table is a stop only where it has more to scroll to, and the arrow keys scroll it', async () => {
  const page = await open('/en/2025/np-collection/', { viewport: PHONE });
  const wide = page.locator('#table-payment-rates-by-year .scroll');
  await page.locator('#table-payment-rates-by-year .scroll[tabindex="0"]').waitFor();
  const wrong = await page.locator('.scroll').evaluateAll((regions) => regions
    .filter((region) => (region.scrollWidth > region.clientWidth) !== region.hasAttribute('tabindex'))
    .map(({ textContent }) => textContent?.slice(0, 40)));
  expect(wrong).toEqual([]);
  await wide.focus();
  await page.keyboard.press('ArrowRight');
  await page.waitForFunction((region) => (region as HTMLElement).scrollLeft > 0, await wide.elementHandle());
  await page.context().close();
});

test('without JavaScript every table is a stop: a wide one can be scrolled', async () => {
  const page = await open('/ja/2025/np-collection/', { javaScriptEnabled: false });
  expect(await page.locator('.scroll:not([tabindex])').count()).toBe(0);
  await page.context().close();
});

test.each(['ja', 'en'])('the link of a row of a table is copied from the keyboard, one stop for the whole table, in %s', async (locale) => {
  const page = await open(`/${locale}/2025/np-collection/`, { permissions: ['clipboard-read', 'clipboard-write'] });
  const links = page.locator('#table-transfer-and-card-rates .row-link');
  expect(await links.count()).toBe(1);
  await links.focus();
  const first = await links.getAttribute('aria-label');
  await page.keyboard.press('ArrowDown');
  expect(await links.getAttribute('aria-label')).not.toBe(first);
  await page.keyboard.press('Enter');
  await page.waitForURL(/#table-transfer-and-card-rates--np-card-rate$/);
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(page.url());
  await page.goto('about:blank');
  await page.goto(copied);
  const row = page.locator('tr:target');
  expect(await row.locator('th').evaluate((head) => getComputedStyle(head).backgroundColor)).toBe('rgb(255, 247, 214)');
  await page.locator('a.language').first().click();
  await page.waitForURL(new RegExp(`/(?!${locale})\\w+/.*--np-card-rate$`));
  expect(await row.count()).toBe(1);
  await page.context().close();
});

test('the figures of a chart open from the keyboard', async () => {
  const page = await open('/ja/indicators/np-current-rate/');
  const summary = page.locator('.chart-figure summary').first();
  await summary.focus();
  await page.keyboard.press('Enter');
  expect(await page.locator('.chart-figure table').first().isVisible()).toBe(true);
  await page.context().close();
});

async function open(path: string, options: Parameters<OpenSite['page']>[0] = {}): Promise<Page> {
  const page = await site.page(options);
  await page.goto(site.url(path));
  return page;
}
