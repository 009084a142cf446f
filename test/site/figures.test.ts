import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TONGUES } from '../../src/locale.ts';
import { SECTIONS, SENTENCES } from './figures.ts';
import type { PrintedRow } from './figures.ts';
import { openSite } from './open-site.ts';
import type { OpenSite } from './open-site.ts';

let site: OpenSite;
let page: Page;

beforeAll(async () => {
  site = await openSite();
  page = await site.page({ javaScriptEnabled: false });
});

afterAll(() => site.close());

test('the list is long enough to trust', () => {
  const cells = Object.values(SECTIONS).flat().flatMap(({ printed }) => printed.split(' · '));
  expect(cells.filter((cell) => cell !== '—').length + SENTENCES.length).toBeGreaterThan(120);
});

describe.each(TONGUES)('the tables in %s show what the document prints', (locale) => {
  test.each(Object.keys(SECTIONS))('%s', async (section) => {
    await page.goto(site.url(`${locale}/2025/${section}/`));
    const rows = SECTIONS[section] ?? [];
    const shown = await Promise.all(rows.map((row) => readRow(row, locale)));
    expect(shown).toEqual(rows.map((row) => named(row, locale, locale === 'ja' ? row.printed : row.english)));
  });
});

test.each(TONGUES)('counts in %s are grouped as figures are', async (locale) => {
  const counts: string[] = [];
  for (const path of ['checks/', 'checks/equal/', 'translation/', 'data/']) {
    await page.goto(site.url(`${locale}/${path}`));
    counts.push(...await page.locator('.tally strong, main td.num, main li > strong, summary .fine').allInnerTexts());
  }
  expect(counts.filter((count) => /\d,\d{3}/.test(count)).length).toBeGreaterThan(5);
  expect(counts.filter((count) => /\d{4}/.test(count))).toEqual([]);
});

describe.each(TONGUES)('the sentences in %s show what the document prints', (locale) => {
  test.each([...new Set(SENTENCES.map((sentence) => sentence.page))])('on /%s', async (path) => {
    await page.goto(site.url(`${locale}/${path}`));
    const text = (await page.locator('main').innerText()).replace(/\s+/g, locale === 'ja' ? '' : ' ');
    const wanted = SENTENCES.filter((sentence) => sentence.page === path).map((sentence) => sentence[locale]);
    expect(wanted.filter((figure) => !text.includes(figure))).toEqual([]);
  });
});

test('what the extraction lost is said to be missing, with a note, and is not left blank', async () => {
  const words = [
    ['ja', '原資料で欠落', '失われています'], ['en', 'Missing in the source', 'lost in the extraction'],
  ] as const;
  for (const [locale, lost, note] of words) {
    await page.goto(site.url(`${locale}/2025/np-collection/`));
    const table = page.locator('#table-months-by-method');
    expect(await table.locator('td.absent', { hasText: lost }).count()).toBe(8);
    const mark = table.locator('td.absent .note a').first();
    expect(await page.locator((await mark.getAttribute('href'))!).innerText()).toContain(note);
  }
});

test('a printed figure that does not follow from the others is kept, and a note says so', async () => {
  const waivers = [
    ['ja', 'np-exempt', '+0.6%', '符号の誤り'], ['en', 'np-exempt', '+0.6%', 'The sign is probably wrong'],
    ['ja', 'np-insured', '▲0.3%', '誤記と思われます'], ['en', 'np-insured', '−0.3%', 'probably a slip'],
  ] as const;
  for (const [locale, indicator, printed, reason] of waivers) {
    await page.goto(site.url(`${locale}/indicators/${indicator}/`));
    const row = page.locator('table.series tr', { has: page.locator('.check.differs') });
    expect(await row.innerText()).toContain(printed);
    const note = page.locator((await row.locator('.note a').getAttribute('href'))!);
    expect(await note.innerText()).toContain(reason);
    await page.goto(site.url(`${locale}/checks/`));
    expect(await page.locator('.checks tr', { hasText: reason }).innerText()).toContain(printed);
  }
  await page.goto(site.url('en/2025/np-collection/'));
  const cell = page.locator('#table-payment-rates-by-year td', { hasText: '5.92 million' });
  expect(await page.locator((await cell.locator('.note a').getAttribute('href'))!).innerText()).toContain('sign is probably wrong');
});

async function readRow(row: PrintedRow, locale: 'ja' | 'en'): Promise<string> {
  const cells = await page.locator(`#table-${row.table} tbody tr`).evaluateAll((rows, { name, nth, gap }) => {
    // In English the unit of a row may stand behind its name: “Months unpaid (months)”.
    const nameOf = (each: Element) => each.querySelector('th[scope=row]')?.textContent?.trim() ?? '';
    const found = rows.filter((each) => nameOf(each) === name || nameOf(each).replace(/ \([a-z ]+\)$/, '') === name)[nth];
    return [...found?.querySelectorAll('td') ?? []].map((cell) => {
      const copy = cell.cloneNode(true) as HTMLElement;
      copy.querySelectorAll('.note').forEach((note) => note.remove());
      return copy.textContent?.replace(/\s+/g, gap).trim() || '—';
    });
  }, { name: row[locale], nth: row.nth ?? 0, gap: locale === 'ja' ? '' : ' ' });
  return named(row, locale, cells.join(' · '));
}

function named({ table, ...row }: PrintedRow, locale: 'ja' | 'en', cells: string): string {
  return `${table}, ${row[locale]}: ${cells}`;
}
