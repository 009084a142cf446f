import { gzipSync } from 'node:zlib';
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import type { Page, Response } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TONGUES } from '../../src/locale.ts';
import { DESK, PHONE, openSite } from './open-site.ts';
import type { OpenSite } from './open-site.ts';
import { distance, placesOfLive, placesOfPicture, wake } from './live-places.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** One and two series, rates and counts, breaks and gaps. */
const INDICATORS = ['np-current-rate', 'np-insured', 'ep-collection-rate', 'np-exempt'];
const RATE = 'indicators/np-current-rate/';
/** What the browser tells the page of between two frames. */
const SOON = { timeout: 10_000 };

let site: OpenSite;

beforeAll(async () => {
  site = await openSite();
});

afterAll(() => site.close());

/** Opens a page and notes what goes wrong on it. */
async function open(path: string, options: Parameters<OpenSite['page']>[0] = {}): Promise<{ page: Page; wrong: string[] }> {
  const page = await site.page(options);
  const wrong: string[] = [];
  page.on('pageerror', (error) => wrong.push(error.message));
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && wrong.push(message.text()));
  await page.goto(site.url(path));
  return { page, wrong };
}

const voice = (page: Page, nth = 0) => page.locator('figure').nth(nth).locator('[aria-live=polite]').textContent();

async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

describe('what a reader loads', () => {
  test('is no chart code before the first touch, and at most 80 KB of it all after', async () => {
    const page = await site.page();
    const scripts: Response[] = [];
    page.on('response', (response) => {
      // The room of the typeface is a font that a script carries: weighed with the page, no code.
      if (response.request().resourceType() === 'script' && !response.url().endsWith('/fonts/room.js')) scripts.push(response);
    });
    const weight = async () => (await Promise.all(scripts.map(async (script) => gzipSync(await script.body()).length))).reduce((sum, size) => sum + size, 0);
    const ofCharts = () => scripts.map((script) => script.url()).filter((url) => url.includes('chart'));
    await page.goto(site.url(`ja/${RATE}`));
    await page.locator('h1').hover();
    await page.waitForLoadState('networkidle');
    expect(ofCharts()).toEqual([]);
    expect(await weight()).toBeLessThan(4 * 1024);
    await page.locator('.chart').first().hover();
    await page.locator('canvas').waitFor();
    expect(ofCharts()).not.toEqual([]);
    expect(await weight()).toBeLessThanOrEqual(80 * 1024);
  });

  test('without JavaScript is the picture, with no stop of the Tab key and no promise', async () => {
    const page = await site.page({ javaScriptEnabled: false });
    await page.goto(site.url(`ja/${RATE}`));
    await page.locator('.chart').first().hover();
    expect(await page.locator('.chart > svg.chart-wide').first().isVisible()).toBe(true);
    expect(await page.locator('.chart[tabindex], canvas').count()).toBe(0);
    expect(await page.locator('.chart-hint').first().isVisible()).toBe(false);
  });
});

describe.each([['wide', {}], ['narrow', { viewport: PHONE }]] as const)('%s', (_, options) => {
  test.each(TONGUES.flatMap((locale) => INDICATORS.map((indicator) => [locale, indicator] as const)))(
    'the points of %s %s lie where the picture has them',
    async (locale, indicator) => {
      const { page, wrong } = await open(`${locale}/indicators/${indicator}/`, options);
      const charts = await page.locator('.chart').count();
      expect(charts).toBeGreaterThan(0);
      for (let nth = 0; nth < charts; nth++) {
        const picture = await placesOfPicture(page, nth);
        const live = await placesOfLive(page, nth);
        expect(live.length).toBeGreaterThan(1);
        expect(live.filter((point) => distance(point, picture) >= 2), `chart ${nth}`).toEqual([]);
      }
      expect(wrong).toEqual([]);
      await page.context().close();
    },
  );
});

describe('the keyboard', () => {
  test.each([
    ['ja', ['平成24年度 59.0%', '平成25年度 60.9%', '令和6年度 78.6%', '令和5年度 77.6%']],
    ['en', ['FY2012: 59.0%', 'FY2013: 60.9%', 'FY2024: 78.6%', 'FY2023: 77.6%']],
  ])('walks from point to point and says each in %s', async (locale, sentences) => {
    const { page } = await open(`${locale}/${RATE}`);
    await wake(page);
    const said: (string | null)[] = [];
    for (const key of ['ArrowRight', 'ArrowRight', 'End', 'ArrowLeft']) {
      await press(page, key);
      said.push(await voice(page));
      expect(await page.locator('.chart-tip').first().isVisible()).toBe(true);
    }
    expect(said).toEqual(sentences);
    await page.context().close();
  });

  test.each([
    ['ja', ['令和7年度 5月末 61.0%', '令和6年度 5月末 61.2%', '令和6年度 4月末 78.6%', '令和7年度 9月末 72.7%']],
    ['en', ['FY2025, May: 61.0%', 'FY2024, May: 61.2%', 'FY2024, Apr: 78.6%', 'FY2025, Sep: 72.7%']],
  ])('goes between series in %s', async (locale, sentences) => {
    const { page } = await open(`${locale}/${RATE}`);
    await wake(page, 1);
    const said: (string | null)[] = [];
    for (const key of ['Home', 'ArrowUp', 'End', 'ArrowDown']) {
      await press(page, key);
      said.push(await voice(page, 1));
    }
    expect(said).toEqual(sentences);
    await page.context().close();
  });

  test('has one stop at a chart, and Escape brings the picture back until the next key', async () => {
    const { page } = await open(`ja/${RATE}`);
    await wake(page);
    await press(page, 'Home', 'Escape');
    expect(await page.locator('canvas, .chart-tip').count()).toBe(0);
    expect(await page.locator('.chart > svg.chart-wide').first().isVisible()).toBe(true);
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('chart');
    await press(page, 'End');
    await page.locator('canvas').waitFor();
    expect(await voice(page)).toBe('令和6年度 78.6%');
    await press(page, 'Tab');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SUMMARY');
  });
});

describe('the pointer', () => {
  test('shows the figures of the nearest period, until it leaves', async () => {
    const { page } = await open(`ja/${RATE}`);
    const chart = page.locator('.chart').nth(1);
    const box = (await chart.boundingBox())!;
    const tip = chart.locator('.chart-tip');
    await chart.hover({ position: { x: 70, y: box.height / 2 } });
    await tip.waitFor();
    expect((await tip.innerText()).split(/\s+/)).toEqual(['5月末', '令和6年度', '61.2%', '令和7年度', '61.0%']);
    await chart.hover({ position: { x: 880, y: 40 } });
    expect((await tip.innerText()).split(/\s+/)).toEqual(['4月末', '令和6年度', '78.6%']);
    await page.locator('h1').hover();
    expect(await tip.isVisible()).toBe(false);
  });

  test('a tap shows them too, and they stay when the finger is lifted, until a tap elsewhere', async () => {
    const { page } = await open(`en/${RATE}`, { viewport: PHONE, hasTouch: true, isMobile: true });
    const chart = page.locator('.chart').first();
    await chart.tap({ position: { x: 30, y: 100 } });
    const tip = chart.locator('.chart-tip');
    await tip.waitFor();
    expect((await tip.innerText()).split(/\s+/)).toEqual(['FY2012', '59.0%']);
    await page.locator('h1').tap();
    expect(await tip.isVisible()).toBe(false);
  });
});

describe('the buttons', () => {
  test.each([['a phone', PHONE], ['a desk', DESK]])('come without moving the page, on %s', async (_, viewport) => {
    const { page } = await open(`ja/${RATE}`, { viewport });
    const height = async () => (await page.locator('main').boundingBox())?.height;
    const before = await height();
    await page.locator('.chart').nth(1).hover();
    await page.locator('canvas').waitFor();
    expect(await height()).toBe(before);
  });

  test('show and hide a series each, and never the last one', async () => {
    const { page } = await open(`ja/${RATE}`);
    expect(await page.locator('.chart-toggles').count()).toBe(1);
    await page.locator('.chart').nth(1).hover();
    await page.locator('canvas').waitFor();
    const [last, now] = [page.getByRole('button', { name: '令和6年度' }), page.getByRole('button', { name: '令和7年度' })];
    await page.mouse.move(0, 0);
    const picture = () => page.locator('canvas').evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());
    const [both, states] = [await picture(), async () => [await last.getAttribute('aria-pressed'), await now.getAttribute('aria-pressed')]];
    expect(await states()).toEqual(['true', 'true']);
    await last.click();
    expect(await states()).toEqual(['false', 'true']);
    expect(await picture() === both).toBe(false);
    await now.click({ force: true });
    expect(await states()).toEqual(['false', 'true']);
    expect(await now.getAttribute('aria-disabled')).toBe('true');
    await page.locator('.chart').nth(1).focus();
    await press(page, 'End', 'ArrowUp');
    expect(await voice(page, 1)).toBe('令和7年度 9月末 72.7%');
    await last.click();
    await page.mouse.move(0, 0);
    expect(await states()).toEqual(['true', 'true']);
    expect(await picture() === both).toBe(true);
  });
});

describe('a live chart', () => {
  test('needs nothing that a strict content security policy forbids', async () => {
    const page = await site.page();
    const wrong: string[] = [];
    page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
    await page.route('**/np-current-rate/', async (route) => {
      const response = await route.fetch();
      const policy = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'";
      await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': policy } });
    });
    await page.goto(site.url(`ja/${RATE}`));
    await wake(page, 1);
    await press(page, 'End');
    await page.getByRole('button', { name: '令和6年度' }).click();
    expect(await voice(page, 1)).toBe('令和7年度 9月末 72.7%');
    expect(wrong).toEqual([]);
  });

  test('moves nothing by itself', async () => {
    const { page } = await open(`ja/${RATE}`, { reducedMotion: 'reduce' });
    await wake(page, 1);
    await press(page, 'End');
    await page.getByRole('button', { name: '令和6年度' }).click();
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  });

  test.each(['light', 'dark'] as const)('has nothing that axe finds, %s', async (colorScheme) => {
    const { page, wrong } = await open(`en/${RATE}`, { colorScheme });
    await wake(page);
    await wake(page, 1);
    await press(page, 'End');
    await page.evaluate(AXE);
    const { violations } = await page.evaluate(() => (window as unknown as { axe: typeof import('axe-core') }).axe.run());
    expect(violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)])).toEqual([]);
    expect(wrong).toEqual([]);
  });

  test('is the picture on paper, with every series', async () => {
    const { page } = await open(`ja/${RATE}`);
    await wake(page, 1);
    await page.getByRole('button', { name: '令和6年度' }).click();
    await page.emulateMedia({ media: 'print' });
    for (const live of ['canvas', '.chart-tip', '.chart-toggles', '.chart-hint']) {
      expect(await page.locator(live).last().isVisible(), live).toBe(false);
    }
    expect(await page.locator('svg.chart-wide').nth(1).isVisible()).toBe(true);
  });

  test('follows the width from one drawing to the other', async () => {
    const { page } = await open(`ja/${RATE}`);
    await wake(page);
    expect(await page.locator('canvas').getAttribute('class')).toContain('chart-wide');
    await page.setViewportSize(PHONE);
    await page.locator('canvas.chart-narrow').waitFor();
    const [canvas, svg] = [await page.locator('canvas').boundingBox(), await page.locator('.chart > svg.chart-narrow').first().boundingBox()];
    for (const side of ['x', 'y', 'width', 'height'] as const) expect(Math.abs(canvas![side] - svg![side])).toBeLessThan(1);
  });

  test('follows the colours of the page', async () => {
    const { page } = await open(`ja/${RATE}`, { colorScheme: 'light' });
    await page.locator('.chart').first().evaluate((element) => {
      element.addEventListener('chart-drawn', (event) => Object.assign(element, { drawnChart: (event as CustomEvent).detail.chart }));
    });
    await wake(page);
    const colour = () => page.locator('.chart').first().evaluate((element) =>
      (element as unknown as { drawnChart: import('chart.js').Chart }).drawnChart.data.datasets[0]!.borderColor);
    expect(await colour()).toBe('rgb(0, 23, 193)');
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect.poll(colour, SOON).toBe('rgb(157, 183, 249)');
    await page.emulateMedia({ forcedColors: 'active' });
    await expect.poll(colour, SOON).not.toBe('rgb(157, 183, 249)');
  });
});
