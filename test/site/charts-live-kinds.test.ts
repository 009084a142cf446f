import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { TONGUES } from '../../src/locale.ts';
import { liveGallery } from './live-gallery.ts';
import { distance, placesOfLive, placesOfPicture } from './live-places.ts';
import { DESK, PHONE, openSite } from './open-site.ts';
import type { OpenSite } from './open-site.ts';

let site: OpenSite;

beforeAll(async () => {
  site = await openSite();
});

afterAll(() => site.close());

describe.each(TONGUES)('every kind of chart in %s', (locale) => {
  test.each([['wide', DESK], ['narrow', PHONE]] as const)('has its figures where the picture has them, %s', async (_, viewport) => {
    const { page, wrong } = await openGallery(locale, viewport);
    const kinds = await page.locator('figure').evaluateAll((figures) => figures.map(({ id }) => id));
    expect(kinds.length).toBeGreaterThan(7);
    for (const [nth, kind] of kinds.entries()) {
      const picture = await placesOfPicture(page, nth);
      const live = await placesOfLive(page, nth);
      expect(live.length, kind).toBeGreaterThan(2);
      expect(live.filter((place) => distance(place, picture) >= 2), kind).toEqual([]);
    }
    expect(wrong).toEqual([]);
  });

  test('says each figure that a key leads to, and shows it', async () => {
    const { page } = await openGallery(locale, DESK);
    for (const figure of await page.locator('figure').all()) {
      await figure.locator('.chart').focus();
      await figure.locator('canvas').waitFor();
      const said = new Set<string | null>();
      for (const key of ['Home', 'ArrowRight', 'ArrowDown', 'End']) {
        await page.keyboard.press(key);
        said.add(await figure.locator('[aria-live]').textContent());
        const [value = ''] = /[^ :]+$/.exec([...said].at(-1) ?? '') ?? [];
        expect(await figure.locator('.chart-tip').innerText()).toContain(value);
      }
      expect(said.size).toBeGreaterThan(2);
    }
  });
});

test('the pointer means the bar that it is on', async () => {
  const { page } = await openGallery('ja', DESK);
  const figure = page.locator('figure[id^=shares]');
  const nth = (await page.locator('figure').evaluateAll((all) => all.map(({ id }) => id))).findIndex((id) => id.startsWith('shares'));
  const bar = (await placesOfLive(page, nth))[0]!;
  await figure.locator('.chart').hover({ position: { x: bar.x + 60, y: bar.y } });
  expect(await figure.locator('.chart-tip .here').innerText()).toBe('口座振替 40.1%');
});

async function openGallery(locale: 'ja' | 'en', viewport: typeof DESK): Promise<{ page: Page; wrong: string[] }> {
  const page = await site.page({ viewport });
  const wrong: string[] = [];
  page.on('pageerror', (error) => wrong.push(error.message));
  await page.route('**/gallery/', (route) => route.fulfill({ contentType: 'text/html', body: liveGallery(inject('dist'), locale) }));
  await page.goto(site.url('gallery/'));
  return { page, wrong };
}
