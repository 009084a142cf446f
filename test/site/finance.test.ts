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
    menu: '予算と決算', year: '令和3年度の予算と決算', group: /^イ 国民年金の適用業務に必要な経費/, part: /事務センターに必要な経費（国年適用）/,
    amounts: ['4,439', '2,941', '1,498'], reason: '入力業務・共同処理委託の入札減 1,427百万円', columns: ['予算額', '決算額', '差'],
    waived: '経費別に丸めた不用額を積み上げた合計です。', open: 'すべて開く', close: 'すべて閉じる',
    step: '③（ア） 内的要因',
  },
  en: {
    menu: 'Finance', year: 'Budget and settlement, FY2021', group: /^National Pension coverage/, part: /Administration centres \(National Pension coverage\)/,
    amounts: ['4,439', '2,941', '1,498'], reason: 'Lower bids for data entry and joint processing ¥1,427 million', columns: ['Budget', 'Settlement', 'Difference'],
    waived: 'The sum of the unused amounts as rounded by type of cost', open: 'Open all', close: 'Close all',
    step: '③ Internal causes',
  },
} as const;

describe.each([
  { screen: 'desk', viewport: DESK, javaScriptEnabled: true }, { screen: 'phone', viewport: PHONE, javaScriptEnabled: false },
] as const)('on a $screen, JavaScript: $javaScriptEnabled', ({ viewport, javaScriptEnabled }) => {
  test.each(['ja', 'en'] as const)('from the menu to the reasons for a difference, in %s', async (locale) => {
    const words = WORDS[locale];
    const page = await site.page({ viewport, javaScriptEnabled });
    await page.goto(site.url(`/${locale}/`));
    await page.locator('.site-header').getByRole('link', { name: words.menu, exact: true }).click();
    await page.waitForURL(site.url(`/${locale}/finance/`));
    await page.getByRole('link', { name: words.year }).first().click();
    await page.waitForURL(site.url(`/${locale}/finance/2021/`));

    const row = page.locator('#items-np-coverage-centres');
    expect(await row.isVisible()).toBe(false);
    await page.locator('#items-insurance > details > summary').click();
    await page.locator('#items-np-coverage > details > summary').click();
    expect(await row.isVisible()).toBe(true);
    expect(await row.locator('.finance-amount .figure-text').allInnerTexts()).toEqual([...words.amounts]);
    expect(await row.locator('.finance-column').allInnerTexts()).toEqual([...words.columns]);
    expect(await row.locator('summary').innerText()).toMatch(words.part);

    await row.locator('summary').click();
    expect((await row.locator('.finance-reasons').innerText()).trim()).toBe(words.reason);
    expect(await page.locator('#costs-total > details > .finance-facts').innerText()).toContain(words.waived);
    await page.context().close();
  });
});

test('a row opens and closes by the keyboard, and says its amounts with their columns', async () => {
  const page = await site.page({ viewport: PHONE });
  await page.goto(site.url('/en/finance/2021/'));
  const summary = page.locator('#items-general > details > summary');
  await summary.focus();
  await page.keyboard.press('Enter');
  expect(await page.locator('#items-staff').isVisible()).toBe(true);
  expect((await summary.innerText()).replace(/\s+/g, ' ')).toBe('General administration Budget 106,905 Settlement 98,098 Difference 8,807');
  await page.keyboard.press('Space');
  expect(await page.locator('#items-staff').isVisible()).toBe(false);
  await page.context().close();
});

test.each(['ja', 'en'] as const)('all rows open and close at once, in %s', async (locale) => {
  const { open, close } = WORDS[locale];
  const page = await site.page();
  await page.goto(site.url(`/${locale}/finance/2021/`));
  const tree = page.locator('.finance-tree').first();
  await tree.getByRole('button', { name: open }).click();
  expect(await tree.locator('details:not([open])').count()).toBe(0);
  await tree.getByRole('button', { name: close }).click();
  expect(await tree.locator('details[open]').count()).toBe(1);
  await page.context().close();
});

test('a link to a row opens all that it is folded in, also from the list of discrepancies', async () => {
  const page = await site.page();
  await page.goto(site.url('/ja/checks/'));
  await page.getByRole('link', { name: /コールセンターの運営.*（コールセンターの音声認識ツールの機能拡大の減）/ }).first().click();
  await page.waitForURL(site.url('/ja/finance/2021/#items-call-centres'));
  const row = page.locator('#items-call-centres');
  await expect.poll(() => row.locator('.finance-reasons').first().isVisible()).toBe(true);
  expect(await row.innerText()).toContain('522百万円');
  await page.context().close();
});

test.each(['ja', 'en'] as const)('three years stand side by side, and the chart steps from budget to settlement, in %s', async (locale) => {
  const { step } = WORDS[locale];
  const page = await site.page();
  await page.goto(site.url(`/${locale}/finance/2021/`));
  const cells = await page.locator('#table-items-years tbody tr', { has: page.getByRole('rowheader', { name: locale === 'ja' ? /適用対象事業所の適用促進/ : /Promoting coverage of establishments/ }) }).getByRole('cell').allInnerTexts();
  expect(cells.map((text) => text.trim())).toEqual(['75', '43', '75', '8', '107', '42']);
  const figure = page.locator('#chart-finance-2021-causes');
  await figure.locator('summary').click();
  expect(await figure.locator('tbody th').allInnerTexts()).toContain(step);
  expect((await figure.locator('tbody').innerText()).replace(/\s+/g, ' ')).toContain(locale === 'ja' ? '▲112.5億円' : '−¥11.25 billion');
  await page.context().close();
});

test('all years are told in one file, each amount as it is printed', async () => {
  const response = await fetch(site.url('/data/finance.csv'));
  const lines = (await response.text()).split('\r\n');
  expect(lines[0]).toMatch(/^year,table,row,parent,cause,column,level,mark,/);
  expect(lines.find((line) => line.startsWith('FY2021,items,staff,general,,budget,'))).toContain('95674000000,1000000,yen,,,"95,674百万円",performance-2021');
  expect(lines.find((line) => line.startsWith('FY2021,costs,insurance,operating,bidding,difference,'))).toContain('7790000000,10000000,yen');
  expect(new Set(lines.map((line) => line.slice(0, 6)))).toEqual(new Set(['year,t', 'FY2019', 'FY2020', 'FY2021', '']));
});
