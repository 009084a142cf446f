import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DESK, openSite, PHONE } from './open-site.ts';
import type { OpenSite } from './open-site.ts';

let site: OpenSite;

beforeAll(async () => {
  site = await openSite();
});

afterAll(() => site.close());

const WORDS = {
  ja: {
    title: '年金機構の計画と実績', unofficial: '非公式', notRun: '日本年金機構が運営するものではありません',
    document: '日本年金機構の令和7年度の取組状況について', section: 'I-2 国民年金の保険料収納対策', target: '現年度納付率の伸び',
    indicator: '現年度納付率', rule: '前年度の実績から+1.0ポイント程度以上の伸び', base: '令和6年9月末72.5%', value: '令和7年9月末72.7%',
    computation: '72.7% − 72.5% = +0.2ポイント', source: '「日本年金機構の令和7年度の取組状況について」参考資料 P1',
    verdict: ['期限未到来', '中間', '遅れ'], goal: '79.6%程度以上', deadline: '令和8年3月31日',
    tally: ['達成', '未達成', '期限未到来'], home: 'ホーム',
    plan: '計画', progress: '取組状況', issues: '次年度計画の策定に向けた課題', missing: 'ページが見つかりません',
    definition: '納付対象月数に占める割合', table: '図の値を表で見る', changes: '増減の計算', print: '印刷版',
  },
  en: {
    title: 'Japan Pension Service, plans and results', unofficial: 'Unofficial', notRun: 'not run by the Japan Pension Service',
    document: 'Progress of the Japan Pension Service in FY2025', section: 'I-2 Collecting National Pension contributions',
    target: 'Growth of the current-year payment rate', indicator: 'Current-year payment rate',
    rule: 'approximately +1.0 pp or more on the year before', base: 'End of September 202472.5%', value: 'End of September 202572.7%',
    computation: '72.7% − 72.5% = +0.2 pp', source: 'Progress of the Japan Pension Service in FY2025, reference data, p. 1',
    verdict: ['Deadline ahead', 'Interim', 'Behind'], goal: 'about 79.6% or more', deadline: '31 March 2026',
    tally: ['Achieved', 'Not achieved', 'Deadline ahead'], home: 'Home',
    plan: 'Plan', progress: 'Progress', issues: 'Issues for next year’s plan', missing: 'Page not found',
    definition: 'the share that was paid', table: 'Show the figures as a table', changes: 'How the changes follow',
    print: 'Print edition',
  },
} as const;

describe.each([
  { screen: 'desk', javaScriptEnabled: true }, { screen: 'desk', javaScriptEnabled: false },
  { screen: 'phone', javaScriptEnabled: true }, { screen: 'phone', javaScriptEnabled: false },
] as const)('on a $screen, JavaScript: $javaScriptEnabled', ({ screen, javaScriptEnabled }) => {
  test.each(['ja', 'en'] as const)('from home to where a figure comes from, in %s', async (locale) => {
    const words = WORDS[locale];
    const page = await site.page({ javaScriptEnabled, viewport: screen === 'desk' ? DESK : PHONE });

    await page.goto(site.url(`/${locale}/`));
    await seeHome(page, words);

    await goBy(page, page.locator('section', { has: page.locator('#targets') }).getByRole('link', { name: words.section }));
    await seeSection(page, words);

    await goBy(page, page.locator('.target-list').getByRole('link', { name: words.target, exact: true }));
    await seeVerdict(page, words);

    await goBy(page, page.locator('.part-box h3').getByRole('link', { name: words.indicator }));
    await seeIndicator(page, words);

    await page.locator('.breadcrumb').getByRole('link', { name: words.home }).click();
    await page.waitForURL(site.url(`/${locale}/`));
    await page.context().close();
  });
});

describe('the bare address', () => {
  test.each([['en-GB', 'en'], ['ja-JP', 'ja'], ['fr-FR', 'ja']])('leads a reader whose browser speaks %s to /%s/', async (locale, leads) => {
    const page = await site.page({ locale });
    await page.goto(site.url('/'));
    await page.waitForURL(site.url(`/${leads}/`));
    await page.context().close();
  });

  test('remembers the language that the reader has gone over to', async () => {
    const page = await site.page({ locale: 'ja-JP' });
    await page.goto(site.url('/ja/targets/'));
    await page.locator('a.language').click();
    await page.waitForURL(site.url('/en/targets/'));
    await page.goto(site.url('/'));
    await page.waitForURL(site.url('/en/'));
    await page.context().close();
  });

  test('is a page with both languages without JavaScript', async () => {
    const page = await site.page({ javaScriptEnabled: false });
    await page.goto(site.url('/'));
    expect(await page.locator('main').innerText()).toMatch(new RegExp(`${WORDS.ja.title}[^]*${WORDS.en.title}`));
    await goBy(page, page.getByRole('link', { name: 'English' }));
    expect(page.url()).toBe(site.url('/en/'));
    await page.goBack();
    await goBy(page, page.getByRole('link', { name: '日本語' }));
    expect(page.url()).toBe(site.url('/ja/'));
    await page.context().close();
  });
});

describe('the other language', () => {
  test('is the same place of the same page, there and back', async () => {
    const page = await site.page();
    await page.goto(site.url('/ja/2025/np-collection/#issues'));
    await page.getByRole('link', { name: 'English' }).click();
    await page.waitForURL(site.url('/en/2025/np-collection/#issues'));
    await page.locator('.toc').getByRole('link', { name: 'Reference data' }).click();
    await page.getByRole('link', { name: '日本語' }).click();
    await page.waitForURL(site.url('/ja/2025/np-collection/#reference'));
    await page.goBack();
    await page.waitForURL(site.url('/en/2025/np-collection/#reference'));
    await page.context().close();
  });

  test('is the same page without JavaScript', async () => {
    const page = await site.page({ javaScriptEnabled: false });
    await page.goto(site.url('/en/targets/t25-02/'));
    await goBy(page, page.getByRole('link', { name: '日本語' }));
    expect(page.url()).toBe(site.url('/ja/targets/t25-02/'));
    await page.context().close();
  });
});

test('downloads hold the figures as printed', async () => {
  const page = await site.page();
  await page.goto(site.url('/en/indicators/np-current-rate/'));
  const csv = await follow(page, 'CSV');
  expect(csv.status).toBe(200);
  expect(csv.type).toContain('text/csv');
  expect(csv.text).toMatch(/2025-09.*72\.7/);
  const json = await follow(page, 'JSON');
  expect(json.type).toContain('application/json');
  expect(JSON.stringify(JSON.parse(json.text))).toContain('"72.7%"');
  await page.context().close();
});

test.each(['ja', 'en'] as const)('the print edition and its PDF are one step from home, in %s', async (locale) => {
  const page = await site.page();
  await page.goto(site.url(`/${locale}/`));
  const pdf = await page.request.get(new URL((await page.getByRole('link', { name: 'PDF' }).getAttribute('href'))!, page.url()).href);
  expect(pdf.headers()['content-type']).toBe('application/pdf');
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');
  await page.getByRole('link', { name: WORDS[locale].print }).click();
  await page.waitForURL(site.url(`/${locale}/print/mid-year-2025/`));
  const text = await page.locator('body').innerText();
  for (const figure of ['72.7%', '2,920,482', '97.7%', '85.1%']) expect(text).toContain(figure);
  await page.context().close();
});

test('a wrong address is told in both languages, with the way home', async () => {
  const page = await site.page();
  await page.goto(site.url('/404.html'));
  for (const locale of ['ja', 'en'] as const) {
    const part = page.locator(`main [lang=${locale}]`);
    expect(await part.innerText()).toContain(WORDS[locale].missing);
    expect(await part.getByRole('link').getAttribute('href')).toBe(`/${locale}/`);
  }
  await page.context().close();
});

type Words = (typeof WORDS)['ja' | 'en'];

/** Follows a link, and waits until the page that it leads to is there as a whole. */
async function goBy(page: Page, link: Locator): Promise<void> {
  const address = new URL((await link.getAttribute('href'))!, page.url()).href;
  await link.click();
  await page.waitForURL(address);
}

async function seeHome(page: Page, words: Words): Promise<void> {
  expect(await page.locator('h1').innerText()).toBe(words.title);
  expect(await page.locator('.brand .tag').innerText()).toBe(words.unofficial);
  const foot = page.locator('footer');
  expect(await foot.innerText()).toContain(words.notRun);
  expect(await foot.getByRole('link').allInnerTexts()).toContain(words.document);
  expect(await page.locator('.card').count()).toBeGreaterThanOrEqual(6);
  await seeTally(page, words);
}

/** Achieved or not stands beside all that cannot be judged yet, which is counted and named. */
async function seeTally(page: Page, words: Words): Promise<void> {
  const tally = page.locator('section', { has: page.locator('#targets') }).locator('.tally-item');
  expect((await tally.locator('span').allInnerTexts()).slice(0, 3)).toEqual(words.tally);
  const counts = (await tally.locator('strong').allInnerTexts()).map(Number);
  const open = counts.slice(2).reduce((sum, count) => sum + count, 0);
  expect(open).toBeGreaterThan(0);
  expect(await page.locator('.tally + p').innerText()).toMatch(new RegExp(`\\b${open}(件| targets)`));
}

async function seeSection(page: Page, words: Words): Promise<void> {
  expect((await page.locator('h1').innerText()).replace(/\s+/g, ' ')).toBe(words.section);
  expect(await page.title()).toContain(words.section);
  const clause = page.locator('.clause').first();
  expect(await clause.locator('h3').allInnerTexts()).toEqual([words.plan, words.progress]);
  expect((await page.locator('h2').allInnerTexts()).map((text) => text.replace(/\s*#$/, ''))).toContain(words.issues);
  expect(await page.locator('#table-transfer-and-card-rates').innerText()).toContain('39.4%');
  await page.locator('.prose a.figure').first().waitFor();
}

async function seeVerdict(page: Page, words: Words): Promise<void> {
  expect(await page.locator('h1').innerText()).toBe(words.target);
  expect((await page.locator('.page-head .badge').allInnerTexts()).map((text) => text.replace(/^\S\s/, ''))).toEqual(words.verdict);
  const facts = (await page.locator('main').innerText()).replace(/\s+/g, ' ');
  for (const fact of [words.rule, words.goal, words.deadline, words.computation, words.source]) expect(facts).toContain(fact);
  const listed = await page.locator('.part-box').first().locator('.inputs li').allTextContents();
  const inputs = listed.map((text) => text.replace(/\s+(?=\d+\.\d)/g, '').trim());
  expect(inputs[0]).toContain(words.base);
  expect(inputs[1]).toContain(words.value);
}

async function seeIndicator(page: Page, words: Words): Promise<void> {
  expect(await page.locator('h1').innerText()).toBe(words.indicator);
  expect(await page.locator('.headline').innerText()).toContain('72.7%');
  expect(await page.locator('.page-head .prose').innerText()).toContain(words.definition);
  const charts = page.locator('.chart-figure');
  expect(await charts.count()).toBe(2);
  for (const chart of await charts.all()) {
    expect(await chart.locator('svg:visible').count()).toBe(1);
    await chart.getByText(words.table).click();
    expect(await chart.locator('table').isVisible()).toBe(true);
  }
  const row = page.locator('#p-2025-09');
  expect(await row.innerText()).toMatch(/72\.7%.*\+0\.2/s);
  const check = page.locator('.checks tr', { hasText: words.base.slice(0, -5) }).last();
  expect(await check.innerText()).toMatch(/72\.7%[^]*72\.5%/);
  expect((await page.locator('h2').allInnerTexts()).map((text) => text.replace(/\s*#$/, ''))).toContain(words.changes);
  expect(await page.getByRole('link', { name: 'JSON' }).isVisible()).toBe(true);
}

async function follow(page: Page, name: string): Promise<{ status: number; type: string; text: string }> {
  const href = await page.locator('#about-indicator ~ ul').getByRole('link', { name, exact: true }).getAttribute('href');
  const response = await page.request.get(new URL(href!, page.url()).href);
  return { status: response.status(), type: response.headers()['content-type'] ?? '', text: await response.text() };
}
