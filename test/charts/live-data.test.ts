import { expect, test } from 'vitest';
import { measureNotoSansJp } from '../../src/charts/font.ts';
import { findRows, measureWith, readLiveData, widthsOf, writeLiveData } from '../../src/charts/live-data.ts';
import { rowsOf } from '../../src/charts/table.ts';
import { sevenYearsByMonth, threeYears } from './specs.ts';

test('the browser measures what the build measured, for all that a chart can show', () => {
  const spec = sevenYearsByMonth();
  const measure = measureWith(widthsOf(spec, measureNotoSansJp));
  for (const text of ['縦軸は0から始まりません', '令和7年度', '72.7%', '1,234,567,890.5%', '−12月末']) {
    for (const bold of [false, true]) {
      expect(measure(text, 13, bold)).toBeCloseTo(measureNotoSansJp(text, 13, bold), 9);
    }
  }
});

test('no text ends the script element that it travels in', () => {
  const data = { spec: threeYears({ title: '</script><!-- <b>' }), widths: { regular: {}, bold: {} } };
  const text = writeLiveData(data);
  expect(text).not.toContain('<');
  expect(readLiveData(text)).toEqual(data);
});

test('the words of the table are taken if its cells are those of the chart', () => {
  const rows = ['令和4年度', '令和5年度', '令和6年度'].map((label, index) => ({ label, cells: [`${76 + index}%`] }));
  expect(findRows(threeYears(), { rows })).toBe(rows);
  expect(findRows(threeYears(), { rows: rowsOf(threeYears()) })).toBeUndefined();
  expect(findRows(threeYears(), { rows: rows.slice(1) })).toBeUndefined();
  expect(findRows(threeYears(), { rows: rows.map((row) => ({ ...row, cells: ['1', '2'] })) })).toBeUndefined();
});
