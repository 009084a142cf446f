import { expect, test } from 'vitest';
import { deriveBody } from '../derive/body.ts';
import type { Body } from '../derive/body.ts';
import { checkData } from '../../src/check/check.ts';
import { readDataFiles } from '../../src/load/files.ts';
import { Edition } from '../../src/view/edition.ts';
import { sharesChart, treeChart, waterfallChart } from '../../src/view/formula-charts.ts';

const { model } = checkData(readDataFiles(process.cwd()));
if (!model) throw new Error('the data cannot be read');
const ja = new Edition(model, 'ja', '/');
const indicator = (id: string) => model.report.indicators.get(id)!;

test('a sum of sums is a tree, each part with its figure as printed', () => {
  const chart = treeChart(ja, indicator('rec-total'));
  expect(chart?.title).toBe('未統合記録の全体（内訳、令和7年9月末）');
  expect(chart?.reading).toBe('未統合記録の全体5,095万件のうち、最も大きいのは基礎年金番号に統合済みの記録の2,123万件（約42%）です。');
  expect(JSON.stringify(chart?.table)).toContain('1,312万件');
});

test('parts of a whole are shown as shares of each year that has them all', () => {
  const chart = sharesChart(ja, indicator('ict-filers-all'));
  expect(chart?.table.rows.map(({ label }) => label)).toEqual(['令和元年度', '令和3年度', '令和4年度', '令和5年度', '令和6年度']);
  expect(chart?.reading).toContain('88.1%');
});

test('a balance goes down its steps, with the unit at every number', () => {
  const chart = waterfallChart(ja, indicator('ep-outstanding'));
  expect(chart?.svg).toContain('▲186,617億円');
  expect(chart?.svg).toContain('4,200億円');
  expect(waterfallChart(new Edition(model, 'en', '/'), indicator('ep-outstanding'))?.svg).toContain('−¥18,661.7 billion');
});

test('rates are no parts of a whole, and an indicator without a formula has none of these', () => {
  expect(sharesChart(ja, indicator('np-transfer-and-card-rate'))).toBeUndefined();
  for (const view of [treeChart, sharesChart, waterfallChart]) expect(view(ja, indicator('np-current-rate'))).toBeUndefined();
});

const years = (...values: readonly string[]): { values: Record<string, string> } => ({
  values: Object.fromEntries(values.map((value, index) => [`FY${2022 + index}`, value])),
});

function editionOf(series: object): Edition {
  return new Edition(deriveBody({ series: Object.fromEntries(Object.entries(series).map(([id, each]) => [id, { unit: 'books', kind: 'flow', ...each }])) as Body['series'] }), 'ja', '/');
}

test('of nothing there are no shares, and none where a part is below zero', () => {
  const shares = (...a: readonly string[]) => {
    const edition = editionOf({ whole: { formula: { op: 'sum', of: ['a', 'b'] }, ...years('30冊', '0冊', '40冊') }, a: years(...a), b: years('20冊', '0冊', '30冊') });
    return sharesChart(edition, edition.model.report.indicators.get('whole')!);
  };
  expect(shares('10冊', '0冊', '10冊')?.table.rows).toEqual([
    { label: '令和4年度', cells: ['33.3%', '66.7%'] },
    { label: '令和6年度', cells: ['25.0%', '75.0%'] },
  ]);
  expect(shares('10冊', '0冊', '▲10冊')).toBeUndefined();
});

test('what has a part below zero is no tree', () => {
  const tree = (c: string) => {
    const edition = editionOf({
      whole: { formula: { op: 'sum', of: ['a', 'b'] }, ...years('30冊') }, a: { formula: { op: 'sum', of: ['c', 'd'] }, ...years('10冊') },
      b: years('20冊'), c: years(c), d: years('5冊'),
    });
    return treeChart(edition, edition.model.report.indicators.get('whole')!);
  };
  expect(tree('5冊')?.reading).toBe('名30冊のうち、最も大きいのは名の20冊（約67%）です。');
  expect(tree('▲5冊')).toBeUndefined();
});

test('each step of a balance has its own resolution', () => {
  const edition = editionOf({
    left: { formula: { op: 'signed_sum', of: ['in', 'out', 'lost'], signs: [1, -1, -1] }, ...years('9万冊') },
    in: years('10万冊'), out: years('0.5万冊'), lost: years('約1,234冊'),
  });
  const chart = waterfallChart(edition, edition.model.report.indicators.get('left')!);
  expect(chart?.table.rows.map(({ cells }) => cells)).toEqual([['10万冊'], ['▲0.5万冊'], ['約▲1,234冊'], ['9万冊']]);
  expect(chart?.reading).toContain('▲0.5万冊');
});

/** The tree of the first of these, each the sum of others. */
function treeOf(sums: Readonly<Record<string, readonly string[]>>) {
  const edition = editionOf(Object.fromEntries(Object.entries(sums).map(([id, of]) => [id, { ...(of.length > 0 ? { formula: { op: 'sum', of } } : {}), ...years('0冊') }])));
  return treeChart(edition, edition.model.report.indicators.get(Object.keys(sums)[0]!)!);
}

test('two sums that are each in the other end where they meet again', () => {
  expect(treeOf({ one: ['other', 'leaf'], other: ['one', 'leaf'], leaf: [] })?.table.rows.length).toBe(5);
});

test('parts that are shared again and again are too many to be drawn', () => {
  const levels = Array.from({ length: 40 }, (_, index) => index);
  const sums = Object.fromEntries(levels.flatMap((level) => ['a', 'b'].map((id) => [`${id}${level}`, level === 39 ? [] : [`a${level + 1}`, `b${level + 1}`]])));
  expect(treeOf(sums)).toBeUndefined();
});
