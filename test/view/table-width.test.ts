import { expect, test } from 'vitest';
import type { CellView, TableView } from '../../src/view/table.ts';
import { tableWidth } from '../../src/view/table-width.ts';

function tableOf(heads: readonly string[], rows: readonly (readonly [string, ...CellView[]])[]): TableView {
  return {
    id: 'table-a', title: 'A', head: [heads.map((text) => ({ text, colSpan: 1, rowSpan: 1 }))], hasGroups: false, notes: [], source: '',
    rows: rows.map(([label, ...cells]) => ({ label, role: 'part', cells })),
  };
}
const figure = (text: string): CellView => ({ text });

test('two columns of figures fit into the middle of three columns, six do not', () => {
  const years = ['令和3年度', '令和2年度', '令和元年度', '平成30年度', '平成29年度', '平成28年度'];
  const of = (count: number) => tableWidth(tableOf(years.slice(0, count), [['応答率', ...years.slice(0, count).map(() => figure('71.6%'))]]));
  expect(of(2)).toBeLessThan(29);
  expect(of(6)).toBeGreaterThan(42.5);
});

test('figures stand in one line, words wrap', () => {
  const sentence = '年金事務所の窓口でお待たせしないよう、予約による相談を広く知らせ、相談の枠を増やしました。';
  expect(tableWidth(tableOf(['取組'], [['窓口', figure(sentence)]]))).toBeGreaterThan(50);
  expect(tableWidth(tableOf(['取組'], [['窓口', { text: sentence, words: true }]]))).toBeLessThan(29);
});
