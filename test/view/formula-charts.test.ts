import { expect, test } from 'vitest';
import { checkData } from '../../src/check/check.ts';
import { readDataFiles } from '../../src/load/files.ts';
import { Edition } from '../../src/view/edition.ts';
import { sharesChart, treeChart, waterfallChart } from '../../src/view/formula-charts.ts';
import { baseFiles } from '../check/mistakes.ts';

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

/** The tree of the first of these, each the sum of others. */
function treeOf(sums: Readonly<Record<string, readonly string[]>>) {
  const plain = baseFiles();
  const pattern = Buffer.from(plain.find(({ file }) => file.endsWith('/adult-loans.yaml'))!.bytes).toString();
  const written = Object.entries(sums).map(([id, of]) => ({
    file: `data/indicators/lending/${id}.yaml`,
    bytes: Buffer.from(pattern.replace('id: adult-loans', `id: ${id}`).replace('source:', `${of.length > 0 ? `formula: {op: sum, of: [${of.join()}]}\n` : ''}source:`)),
  }));
  const { model: own } = checkData([...plain, ...written]);
  const [first = ''] = Object.keys(sums);
  return treeChart(new Edition(own!, 'en', '/'), own!.report.indicators.get(first)!);
}

test('two sums that are each in the other end where they meet again', () => {
  const rows = treeOf({ one: ['other', 'leaf'], other: ['one', 'leaf'], leaf: [] })?.table.rows;
  expect(rows?.length).toBe(5);
});

test('parts that are shared again and again are too many to be drawn', () => {
  const levels = Array.from({ length: 40 }, (_, index) => index);
  const sums = Object.fromEntries(levels.flatMap((level) => ['a', 'b'].map((id) => [`${id}${level}`, level === 39 ? [] : [`a${level + 1}`, `b${level + 1}`]])));
  expect(treeOf(sums)).toBeUndefined();
});
