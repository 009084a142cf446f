import { expect, test } from 'vitest';
import { deriveModel } from '../../src/derive/model.ts';
import { loadReport } from '../../src/load/load.ts';
import type { Locale } from '../../src/locale.ts';
import { Edition } from '../../src/view/edition.ts';
import { viewFinance, viewFinanceYears } from '../../src/view/finance.ts';
import { spendingChart } from '../../src/view/finance-charts.ts';
import type { TreeRow } from '../../src/view/finance.ts';
import { baseFiles, withChanges } from '../check/mistakes.ts';
import type { Change } from '../check/mistakes.ts';

const FILE = 'data/finance/2024.yaml';

test('the tree says each row with its amounts, their unit once over all of them', () => {
  const [items] = view('ja').breakdowns;
  expect(items).toMatchObject({ title: '事項別の予算と決算', unit: '百万円', columns: ['予算額', '決算額', '差'] });
  expect(lines(items!.root)).toEqual([
    '合計 1,500 1,380 120', '> ア 図書費 500 420 80', '>> 図書費 300 250 50', '>> 児童図書費 200 170 30', '> 人件費 1,000 960 40',
  ]);
});

test('in English the amounts are those of the document, and its kana marks are left out', () => {
  const [items] = view('en').breakdowns;
  expect(items?.unit).toBe('¥ million');
  expect(lines(items!.root).slice(0, 2)).toEqual(['Total 1,500 1,380 120', '> Books 500 420 80']);
});

test('where amounts are printed in two units, each says its own', () => {
  const change = { file: FILE, find: '        budget: 1,000百万円\n        settlement: 960百万円', replace: '        budget: 10.0億円\n        settlement: 9.6億円' };
  const [items] = view('ja', change).breakdowns;
  expect(items?.unit).toBeUndefined();
  expect(lines(items!.root).at(-1)).toBe('> 人件費 10.0億円 9.6億円 40百万円');
});

test('a row tells its reasons, and a cause that does not apply is left to the table', () => {
  const { breakdowns: [items, costs] } = view('en');
  const adults = items!.root.parts[0]!.parts[0]!;
  expect(adults.reasons).toMatchObject([{ html: { html: 'Lower bids for catalogues' }, amount: '¥30 million' }]);
  expect(costs!.root.causes).toMatchObject([
    { name: '① Lower bids', amount: '¥0.05 billion', reasons: [{ amount: '¥0.03 billion' }] },
    { name: '② Changed activities', amount: '¥0.07 billion', parts: [{ name: 'Internal causes', amount: '¥0.07 billion' }] },
  ]);
});

test('the table of causes has a column for each, their parts below them', () => {
  const causes = view('ja').breakdowns[1]!.causes!;
  expect(causes.head.map((row) => row.map(({ text, colSpan }) => `${text}${colSpan > 1 ? `×${colSpan}` : ''}`))).toEqual([
    ['差', '① 入札による減少', '② 事業の変更×3'], ['合計', '内的要因', '外的要因'],
  ]);
  expect(causes.rows.map(({ label, role, cells }) => [label, role, ...cells.map(({ text }) => text)])).toEqual([
    ['図書費', 'part', '0.8', '', '', '', ''], ['人件費', 'part', '0.4', '', '', '', ''],
    ['合計', 'total', '1.2', '0.5', '0.7', '0.7', '該当なし'],
  ]);
});

test('another printing is told where its digits differ, with the reason why', () => {
  const reason = '\n            waiver: { ja: 文書のとおりです。, en: It is printed so. }';
  const change = { file: FILE, find: 'settlement: 9.6億円', replace: `settlement: 9.7億円${reason}` };
  const staff = view('en', change).breakdowns[0]!.root.parts[1]!;
  expect(staff.isNoted).toBe(true);
  expect(staff.notes).toMatchObject([{ about: expect.stringContaining('¥0.97 billion'), source: expect.stringContaining('p. 2'), html: { html: 'It is printed so.' } }]);
});

test('a plan has its sides one below the other, what is a part set in', () => {
  const [plan] = view('ja').plans;
  expect(plan?.title).toBe('収支計画（百万円）');
  expect(plan?.rows.map(({ group, label, level, role, cells }) => [group?.text, label, level, role, cells[0]?.text])).toEqual([
    ['収益', '使用料', 0, 'part', '1,600'], [undefined, '純利益', 0, 'part', '100'],
    ['費用', '人件費', 0, 'part', '1,000'], [undefined, 'その他', 0, 'part', '500'], [undefined, '費用の計', undefined, 'total', '1,500'],
  ]);
});

test('the steps from budget to settlement go by the parts of a cause, in one scale', () => {
  const both = { file: FILE, find: '      is: items/total\n      difference: 1.2億円', replace: '      is: items/total\n      budget: 15.0億円\n      settlement: 13.8億円\n      difference: 1.2億円' };
  const [chart] = view('ja', both).charts;
  expect(chart?.spec).toMatchObject({
    kind: 'waterfall',
    rows: [
      { label: '予算額', value: '15', total: true }, { label: '① 入札による減少', value: '-0.5' },
      { label: '② 内的要因', value: '-0.7' }, { label: '決算額', value: '13.8', total: true },
    ],
  });
  expect(chart?.reading).toBe('予算額は15.0億円、決算額は13.8億円でした。差の要因で最も大きいのは、事業の変更の0.7億円です。');
  expect(chart?.notes).toEqual([]);
});

test('years are compared row by row, up to the year of the page', () => {
  const [file] = baseFiles().filter((each) => each.file === FILE);
  const text = new TextDecoder().decode(file!.bytes);
  const earlier = text.replace('year: FY2024', 'year: FY2023').replaceAll('@FY2024', '@FY2023').replaceAll('books-children', 'books-young');
  const change = { file: 'data/finance/2023.yaml', content: earlier };
  expect(view('ja').comparison).toBeUndefined();
  const { comparison } = view('ja', change);
  expect(comparison?.head.map((row) => row.map(({ text: words }) => words))).toEqual([['令和5年度', '令和6年度'], ['予算額', '決算額', '予算額', '決算額']]);
  expect(comparison?.rows.map(({ label, cells }) => [label, ...cells.map(({ text: words }) => words)])).toContainEqual(['児童図書費', '', '', '200', '170']);
  expect(spendingChart(edition('en', change))?.reading).toBe('In FY2024, ¥1,380 million of a budget of ¥1,500 million was spent: 92.0%.');
  expect(viewFinanceYears(edition('en', change)).map(({ year }) => year)).toEqual(['FY2024', 'FY2023']);
});

function lines(row: TreeRow, depth = 0): string[] {
  const own = [row.mark, row.label, ...row.cells.map(({ text }) => text)].filter(Boolean).join(' ');
  return [`${'>'.repeat(depth)}${depth > 0 ? ' ' : ''}${own}`, ...row.parts.flatMap((part) => lines(part, depth + 1))];
}

function edition(locale: Locale, ...changes: readonly Change[]): Edition {
  const { report } = loadReport(withChanges(baseFiles(), changes));
  return new Edition(deriveModel(report!), locale, '/');
}

function view(locale: Locale, ...changes: readonly Change[]) {
  const speaking = edition(locale, ...changes);
  return viewFinance(speaking, speaking.model.report.finances.at(-1)!);
}
