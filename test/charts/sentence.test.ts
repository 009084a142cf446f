import { expect, test } from 'vitest';
import { achievementOf, sentenceOf } from '../../src/charts/sentence.ts';
import { tableCsv, tableOf } from '../../src/charts/table.ts';
import { speakerOf } from './kinds.ts';
import { calls, cohorts, everyKind, multiples, planned, ranges, shares, tree, waterfall } from './kinds.ts';

test.each([
  [calls('ja'), '応答率は9月に76.2%で、この中で最も高い値です。'],
  [calls('en'), 'Answered: 76.2% in Sep, the highest shown.'],
  [shares('ja'), '令和6年度は口座振替が最も多く38.2%（令和4年度は40.1%）です。'],
  [shares('en'), 'Direct debit was the largest part in FY2024: 38.2% (40.1% in FY2022).'],
  [
    planned('ja'),
    '2項目のうち1項目が計画以上で、最も高いのは特別催告状の104.1%、最も低いのは電話による督励の62.7%です。',
  ],
  [
    planned('en'),
    '1 of 2 reached the plan: the highest is 104.1% (Special notices), the lowest 62.7% (Reminders by telephone).',
  ],
  [cohorts('ja'), '令和4年度分は76.1%から最終の82.1%まで上がりました。'],
  [cohorts('en'), 'FY2022: it rose from 76.1% to 82.1% (final).'],
  [multiples('ja'), '令和元から令和6までに、6指標のうち5指標で値が大きくなりました。'],
  [multiples('en'), 'From FY2019 to FY2024, 5 of 6 figures became larger.'],
  [tree('ja'), '未統合記録5,095万件のうち、最も大きいのは解明された記録の3,383万件（約66%）です。'],
  [
    tree('en'),
    'Of 50.95 million (Records not merged), the largest part is Resolved: 33.83 million, about 66%.',
  ],
  [ranges('ja'), '値のある3項目のうち、1項目が必要な値に届いています。'],
  [ranges('en'), '1 of 3 figures is where its target asks it to be.'],
  [waterfall('ja'), '決算は予算を151億円下回り、最も大きい差はシステム経費の▲98億円です。'],
  [waterfall('en'), 'Settlement is ¥15.1bn below Budget; the largest step is Systems, −¥9.8bn.'],
])('reads %#', (spec, sentence) => {
  expect(spec.reading).toBe(sentence);
});

test('what is no higher or lower than another is neither the highest nor the lowest', () => {
  const read = (...values: (string | null)[]): string =>
    sentenceOf({ ...calls('en'), x: { labels: values.map((_, index) => `FY${2020 + index}`) }, rate: { ...calls('en').rate!, values } }, speakerOf({ locale: 'en' }));
  expect(read('70.0', '60.0', '70.0')).toBe('Answered: 70.0% in FY2022, after 60.0%.');
  expect(read('70.0', '80.0', '70.0')).toBe('Answered: 70.0% in FY2022, after 80.0%.');
  expect(read('70.0', '70.0', '70.0')).toBe('Answered: 70.0% in FY2022, after 70.0%.');
  expect(read(null, null, '70.0')).toBe('Answered: 70.0% in FY2022.');
  expect(read('60.0', '80.0', '90.0')).toBe('Answered: 90.0% in FY2022, the highest shown.');
});

test.each([
  ['100', '104.05', '104.1'],
  ['3', '1', '33.3'],
  ['0', '5', null],
  [null, '5', null],
  ['5', null, null],
  ['5', '0', '0.0'],
])('of %s planned and %s done is %s %', (plan, actual, percent) => {
  expect(achievementOf({ plan, actual })).toBe(percent);
});

test('every kind has its table, with a heading for every column', () => {
  for (const spec of everyKind('ja')) {
    const { head, rows } = tableOf(spec, speakerOf(spec));
    expect(rows.length, spec.kind).toBeGreaterThan(1);
    for (const { cells } of rows) expect(cells.length + 1, spec.kind).toBe(head.length);
  }
});

test('a table holds what the chart says, and a gap is empty', () => {
  expect(tableOf(planned('ja'), speakerOf({ locale: 'ja' })).rows[2]).toEqual({ label: '戸別訪問', cells: ['5,240,000件', '', '未集計'] });
  expect(tableOf(tree('ja'), speakerOf({ locale: 'ja' })).rows[2]).toEqual({
    label: '　　基礎年金番号に統合済みの記録',
    cells: ['2,147万件'],
  });
});

test('as CSV, cells with commas are quoted', () => {
  expect(tableCsv(tableOf(waterfall('ja'), speakerOf({ locale: 'ja' })))).toContain('項目,値\r\n予算,"3,120億円"\r\n人件費,▲41億円\r\n');
});
