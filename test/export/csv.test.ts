import { parseCsv } from 'hucre/csv';
import { expect, test } from 'vitest';
import { csvCell, toCsv } from '../../src/export/csv.ts';

test.each([
  ['=1+1', "'=1+1"], ['+cmd|calc', "'+cmd|calc"], ['-2+3', "'-2+3"], ['@SUM(A1)', "'@SUM(A1)"], ['\t=1', '"\'\t=1"'], ['a;=1+1', '"a;=1+1"'], ['＝1+1', "'＝1+1"],
  ['-0.4', '-0.4'], ['72.7', '72.7'], ['a,b', '"a,b"'], ['say "no"', '"say ""no"""'],
])('%j is written %j', (text, cell) => {
  expect(csvCell(text)).toBe(cell);
});

test('what is written is read back, line breaks and quotes included', () => {
  const rows = [['a', 'b'], ['1行目\r\n2行目', '"x", y'], ['', '▲395億円']];
  expect(parseCsv(toCsv(rows)).map((row) => row.map(String))).toEqual(rows);
});
