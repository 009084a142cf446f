import axe from 'axe-core';
import type { AxeResults } from 'axe-core';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DESK, openSite, PHONE } from './open-site.ts';
import type { OpenSite } from './open-site.ts';

let site: OpenSite;

beforeAll(async () => {
  site = await openSite();
});

afterAll(() => site.close());

async function visit(path: string, look: (page: Page) => Promise<void>, options: BrowserContextOptions = {}): Promise<void> {
  const page = await site.page(options);
  await page.goto(site.url(path));
  await look(page);
  await page.context().close();
}

const WORDS = {
  ja: {
    years: ['令和7年度', '令和6年度', '令和3年度', '令和2年度'], section: '国民年金の保険料収納対策', continues: /令和2年度(から継続|を置き換え|の\d項目を統合)/,
    compare: '令和2年度の計画と比べる', heads: ['施策', '令和2年度', '令和3年度'], changed: '変更', dark: '暗い配色', terms: 'このページの用語',
    all: /^(\d+)件のうち\1件を表示/, some: /^(\d+)件のうち([1-9]\d*)件を表示/, computation: '計算', remove: '現年度納付率を外す', chosen: ['現年度納付率', '最終納付率'], leftOut: '除きました',
    year: '目標の年度', clear: '条件を消す', hide: '変わらない項目を隠す', noScript: 'JavaScript が必要です', search: '検索', unit: '値の種類',
  },
  en: {
    years: ['FY2025', 'FY2024', 'FY2021', 'FY2020'], section: 'Collecting National Pension contributions', continues: /(Continues|Replaces|Merges \d+ items of) FY2020/,
    compare: 'Compare with the plan of FY2020', heads: ['Measure', 'FY2020', 'FY2021'], changed: 'Changed', dark: 'Dark colours', terms: 'Terms on this page',
    all: /^Showing (\d+) of \1\./, some: /^Showing ([1-9]\d*) of (\d+)\./, computation: 'Computation', remove: 'Remove Current-year payment rate', chosen: ['Current-year payment rate', 'Final payment rate'], leftOut: 'left out',
    year: 'Year of the target', clear: 'Clear', hide: 'Hide what is unchanged', noScript: 'needs JavaScript', search: 'Search', unit: 'Kind of figure',
  },
} as const;

const LOCALES = ['ja', 'en'] as const;
const SCREENS = [{ screen: 'desk', viewport: DESK }, { screen: 'phone', viewport: PHONE }] as const;

test.each(LOCALES)('on a phone the head leaves the page its room, every way in it can be touched, and search is called so, in %s', async (locale) => {
  await visit(`/${locale}/indicators/`, async (page) => {
    const head = page.locator('.site-header');
    expect((await head.boundingBox())!.height).toBeLessThan(PHONE.height / 4);
    const small = await head.locator('a, button').evaluateAll((ways) => ways
      .filter((way) => Math.min(way.getBoundingClientRect().width, way.getBoundingClientRect().height) < 24)
      .map((way) => way.textContent));
    expect(small).toEqual([]);
    await head.getByRole('link', { name: WORDS[locale].search, exact: true }).click();
    await page.getByRole('dialog', { name: WORDS[locale].search }).waitFor();
  }, { viewport: PHONE });
});

describe.each(SCREENS.flatMap((each) => [{ ...each, javaScriptEnabled: true }, { ...each, javaScriptEnabled: false }]))('on a $screen, JavaScript: $javaScriptEnabled', ({ viewport, javaScriptEnabled }) => {
  const options = { viewport, javaScriptEnabled };

  test.each(LOCALES)('from home through the years to what became of a plan, in %s', async (locale) => {
    const words = WORDS[locale];
    await visit(`/${locale}/`, async (page) => {
      expect(await page.locator('.doors.years > li > a').allInnerTexts()).toEqual(words.years);
      await page.locator('.doors.years').getByRole('link', { name: words.years[2] }).click();
      await page.waitForURL(site.url(`/${locale}/2021/`));
      expect(await page.locator('.switch [aria-current]').innerText()).toBe(words.years[2]);
      await page.locator('.year-section h3').getByRole('link', { name: words.section }).click();
      await page.waitForURL(site.url(`/${locale}/2021/np-collection/`));
      expect(await page.locator('.way').allInnerTexts()).toEqual(expect.arrayContaining([expect.stringMatching(words.continues)]));
      const back = page.locator('.way .before a').first();
      const [, anchor] = (await back.getAttribute('href'))!.split('#');
      await back.click();
      await page.waitForURL(site.url(`/${locale}/2020/np-collection/#${anchor}`));
      expect(await page.locator(`#${anchor} .way .after`).count()).toBeGreaterThan(0);
      await page.goBack();
      await page.locator('.compare-links').getByRole('link', { name: words.compare }).click();
      await page.waitForURL(site.url(`/${locale}/compare/2020-2021/np-collection/`));
      await seeComparison(page, words);
    }, options);
  });
});

async function seeComparison(page: Page, words: (typeof WORDS)['ja' | 'en']): Promise<void> {
  expect((await page.locator('.compared thead th').allTextContents()).map((text) => text.trim())).toEqual(words.heads);
  const changed = page.locator('.compared tr.changed, .compared tr.merged').first();
  expect(await changed.locator('del').count() + await changed.locator('ins').count()).toBeGreaterThan(0);
  // Not by colour alone: a line through or under the words, and a sign before them.
  const [gone, come] = [page.locator('.compared del').first(), page.locator('.compared ins').first()];
  expect(await gone.evaluate((mark) => [getComputedStyle(mark).textDecorationLine, getComputedStyle(mark, '::before').content[1]])).toEqual(['line-through', '−']);
  expect(await come.evaluate((mark) => [getComputedStyle(mark).textDecorationLine, getComputedStyle(mark, '::before').content[1]])).toEqual(['underline', '+']);
}

describe.each(LOCALES)('plans compared, in %s', (locale) => {
  test('all pairs of years are there, each with its sections', async () => {
    await visit(`/${locale}/compare/`, async (page) => {
      expect(await page.locator('main .doors > li > a').count()).toBe(6);
      await page.locator('main .doors > li > a').last().click();
      await page.waitForURL(site.url(`/${locale}/compare/2020-2021/`));
      await page.locator('h2').getByRole('link', { name: WORDS[locale].section }).click();
      await page.waitForURL(site.url(`/${locale}/compare/2020-2021/np-collection/`));
    });
  });

  test('what is unchanged can be hidden, without JavaScript too', async () => {
    await visit(`/${locale}/compare/2020-2021/`, async (page) => {
      const unchanged = page.locator('.compared tr.unchanged');
      expect(await unchanged.count()).toBeGreaterThan(0);
      await page.getByLabel(WORDS[locale].hide).check();
      expect(await unchanged.first().isVisible()).toBe(false);
    }, { javaScriptEnabled: false });
  });
});

describe.each(LOCALES)('the list of targets, in %s', (locale) => {
  const words = WORDS[locale];

  test('is narrowed down by the address, and opens what a verdict rests on', async () => {
    await visit(`/${locale}/targets/?year=2025&section=np-collection&verdict=pending`, async (page) => {
      await page.getByRole('status').filter({ hasText: words.some }).waitFor();
      const shown = page.locator('[data-entry]:visible');
      for (const entry of await shown.all()) {
        expect(await entry.evaluate((each) => ({ ...each.dataset }))).toMatchObject({ year: '2025', section: 'np-collection', verdict: 'pending' });
      }
      const first = page.locator('#target-t25-01');
      await first.getByText(words.computation, { exact: false }).first().click();
      expect(await first.locator('.computation').innerText()).toContain('72.7% − 72.5% = +0.2');
      await page.getByLabel(words.year).selectOption('2020');
      await page.waitForURL(/year=2020/);
      expect(await page.locator('#target-t25-01').isVisible()).toBe(false);
      await page.goBack();
      expect(await page.locator('#target-t25-01').isVisible()).toBe(true);
      await page.getByRole('button', { name: words.clear }).click();
      await page.getByRole('status').filter({ hasText: words.all }).waitFor();
      expect(new URL(page.url()).search).toBe('');
    });
  });

  test('shows everything without JavaScript, and no form', async () => {
    await visit(`/${locale}/targets/?year=2025`, async (page) => {
      const years = await page.locator('[data-entry]:visible').evaluateAll((entries) => entries.map((entry) => (entry as HTMLElement).dataset['year']));
      expect([...new Set(years)]).toEqual(expect.arrayContaining(['2020', '2021', '2024', '2025', '2028']));
      expect(await page.locator('.filter').isVisible()).toBe(false);
    }, { javaScriptEnabled: false });
  });

  test('the other language shows the same choice', async () => {
    await visit(`/${locale}/targets/?rule=streak`, async (page) => {
      await page.getByRole('status').filter({ hasText: words.some }).waitFor();
      await page.locator('a.language').first().click();
      await page.waitForURL(/\?rule=streak$/);
    });
  });
});

describe.each(LOCALES)('indicators, in %s', (locale) => {
  const words = WORDS[locale];

  test('are narrowed down by section and kind', async () => {
    await visit(`/${locale}/indicators/?section=consultation&kind=rate`, async (page) => {
      await page.getByRole('status').filter({ hasText: words.some }).waitFor();
      expect(await page.locator('[data-entry]:visible').count()).toBeGreaterThan(0);
      expect(await page.locator('[data-group]:visible').count()).toBe(1);
      expect(await page.getByLabel(words.unit).inputValue()).toBe('rate');
    });
  });

  test.each(SCREENS)('up to four of one unit are compared by the address, on a $screen', async ({ viewport }) => {
    await visit(`/${locale}/indicators/compare/?ids=np-current-rate,np-final-rate`, async (page) => {
      await page.locator('.chosen li').nth(1).waitFor();
      expect(await page.locator('.chosen a').allInnerTexts()).toEqual(words.chosen);
      await page.locator('#compared canvas').first().waitFor();
      expect((await page.locator('#compared table').first().innerText())).toContain('84.5%');
      const options = page.locator('#compare-add option:not([hidden])[data-unit]');
      expect(new Set(await options.evaluateAll((all) => all.map((each) => (each as HTMLElement).dataset['unit'])))).toEqual(new Set(['percent']));
      await page.locator('#compare-add').selectOption('np-first-year-rate');
      await page.waitForURL(/ids=np-current-rate,np-final-rate,np-first-year-rate$/);
      await page.getByRole('button', { name: words.remove }).click();
      await page.waitForURL(/ids=np-final-rate,np-first-year-rate$/);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
    }, { viewport });
  });

  test('what cannot be compared is left out, and that is said', async () => {
    await visit(`/${locale}/indicators/compare/?ids=np-current-rate,ep-establishments,nonsense`, async (page) => {
      await page.getByRole('status').filter({ hasText: words.leftOut }).waitFor();
      expect(await page.locator('.chosen li').count()).toBe(1);
    });
  });

  test('a comparison without JavaScript says what it needs', async () => {
    await visit(`/${locale}/indicators/compare/?ids=np-current-rate`, async (page) => {
      expect(await page.locator('main').innerText()).toContain(words.noScript);
      expect(await page.locator('#compare').isVisible()).toBe(false);
    }, { javaScriptEnabled: false });
  });

  test('a comparison has nothing for axe to find', async () => {
    await visit(`/${locale}/indicators/compare/?ids=np-current-rate,np-final-rate`, async (page) => {
      await page.locator('#compared canvas').first().waitFor();
      await page.evaluate(axe.source);
      const { violations } = await page.evaluate((): Promise<AxeResults> => (globalThis as unknown as { axe: typeof axe }).axe.run());
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ')}`)).toEqual([]);
    });
  });
});

describe.each(LOCALES)('a term, in %s', (locale) => {
  const path = `/${locale}/2025/np-collection/`;

  test('is explained where it stands, from the keyboard and by touch, and Escape closes it', async () => {
    await visit(path, async (page) => {
      const term = page.locator('main a.term').first();
      const note = page.locator('.term-note');
      await term.focus();
      await page.keyboard.press('Enter');
      await note.waitFor();
      const text = await page.locator(`${await term.getAttribute('href')} dd`).innerText();
      expect(await note.innerText()).toContain(text);
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.closest('.term-note') !== null)).toBe(true);
      await page.keyboard.press('Escape');
      expect(await note.count()).toBe(0);
      expect(await term.evaluate((link) => document.activeElement === link)).toBe(true);
      await term.click();
      await note.waitFor();
      await page.locator('h1').click();
      expect(await note.count()).toBe(0);
    });
  });

  test('stays on the screen of a phone and moves nothing', async () => {
    await visit(path, async (page) => {
      const term = page.locator('main a.term').nth(2);
      const before = await page.locator('#targets').evaluate((heading) => heading.getBoundingClientRect().top + scrollY);
      await term.click();
      const box = (await page.locator('.term-note').boundingBox())!;
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(PHONE.width);
      expect(await page.locator('#targets').evaluate((heading) => heading.getBoundingClientRect().top + scrollY)).toBe(before);
    }, { viewport: PHONE });
  });

  test('leads to its explanation at the end of the page without JavaScript', async () => {
    await visit(path, async (page) => {
      const term = page.locator('main a.term').first();
      const target = (await term.getAttribute('href'))!;
      await term.click();
      expect(new URL(page.url()).hash).toBe(target);
      expect(await page.locator(target).isVisible()).toBe(true);
      expect(await page.locator('#page-terms').innerText()).toBe(WORDS[locale].terms);
    }, { javaScriptEnabled: false });
  });
});

describe('light and dark', () => {
  const ground = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

  test.each(LOCALES)('a choice holds on other pages, before anything is drawn, and can be taken back, in %s', async (locale) => {
    const page = await site.page({ colorScheme: 'light' });
    await page.goto(site.url(`/${locale}/`));
    const light = await ground(page);
    const button = page.getByRole('button', { name: WORDS[locale].dark });
    expect(await button.getAttribute('aria-pressed')).toBe('false');
    await button.press('Enter');
    const dark = await ground(page);
    expect(dark).not.toBe(light);
    expect(await button.getAttribute('aria-pressed')).toBe('true');
    await page.goto(site.url(`/${locale}/targets/`), { waitUntil: 'commit' });
    await page.locator('h1').waitFor();
    expect(await ground(page)).toBe(dark);
    await page.waitForLoadState('load');
    await page.getByRole('button', { name: WORDS[locale].dark }).click();
    expect(await ground(page)).toBe(light);
    expect(await page.evaluate(() => localStorage.getItem('theme'))).toBeNull();
    await page.context().close();
  });

  test('without JavaScript the page follows the system, and offers no button', async () => {
    await visit('/en/', async (page) => {
      expect(await page.locator('button.theme').isVisible()).toBe(false);
      expect(await ground(page)).toBe('rgb(26, 26, 26)');
    }, { javaScriptEnabled: false, colorScheme: 'dark' });
  });
});

test.each(LOCALES)('a year of which only a plan is known has its page, in %s', async (locale) => {
  await visit(`/${locale}/2024/`, async (page) => {
    expect(await page.locator('h1').innerText()).toBe(WORDS[locale].years[1]);
    expect(await page.locator('.card').count()).toBeGreaterThanOrEqual(6);
    expect(await page.locator('#target-t24-09').count() + await page.locator('#target-t24-17').count()).toBeGreaterThan(0);
    await page.locator('.year-section h3').getByRole('link', { name: WORDS[locale].section }).click();
    await page.waitForURL(/\/mid-term\/fourth\/#/);
  });
});

test.each(SCREENS.flatMap((each) => LOCALES.map((locale) => ({ ...each, locale }))))('a wide table on a $screen says in $locale which row is which, however far its figures are scrolled', async ({ viewport, locale }) => {
  await visit(`/${locale}/2021/ep-collection/`, async (page) => {
    const heads = await page.locator('#table-collection-indicators .scroll').evaluate((region) => {
      region.scrollLeft = 400;
      const { left, width } = region.getBoundingClientRect();
      const edges = (selector: string) => [...region.querySelectorAll(selector)].map((cell) => {
        const box = cell.getBoundingClientRect();
        return [Math.round(box.left - left), Math.round(box.right - left)] as const;
      });
      return { width, corner: edges('thead td'), groups: edges('[scope="rowgroup"]'), rows: edges('tbody [scope="row"]:not([colspan])') };
    });
    const [corner, group, row] = [heads.corner[0]!, heads.groups[0]!, heads.rows[0]!];
    expect(heads.groups.length).toBeGreaterThan(3);
    expect(new Set([...heads.groups, ...heads.rows].map(String))).toEqual(new Set([group, row].map(String)));
    expect([corner[0], group[0]]).toEqual([0, 0]);
    expect(row[0]).toBe(group[1]);
    expect(Math.abs(corner[1] - row[1])).toBeLessThanOrEqual(1);
    expect(heads.width - row[1]).toBeGreaterThan(120);
  }, { viewport });
});
