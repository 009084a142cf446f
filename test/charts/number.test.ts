import { expect, test } from 'vitest';
import { decimalsNeeded, formatNumber, movePoint } from '../../src/charts/number.ts';

test.each([
  ['78.6', { decimals: 1, suffix: '%' }, '78.6%'],
  ['1234567', { decimals: 0, suffix: '件' }, '1,234,567件'],
  ['999', { decimals: 0 }, '999'],
  ['0', { decimals: 1 }, '0.0'],
  ['1234.25', { decimals: 1, prefix: '¥' }, '¥1,234.3'],
  ['-395', { decimals: 0, minus: '▲', suffix: '億円' }, '▲395億円'],
  ['-0.04', { decimals: 1 }, '−0.0'],
  ['-1.5', { decimals: 1 }, '−1.5'],
])('prints %s', (value, pattern, text) => {
  expect(formatNumber(value, pattern)).toBe(text);
});

test('knows how many decimals a row of ticks needs', () => {
  expect(decimalsNeeded(['55', '60'])).toBe(0);
  expect(decimalsNeeded(['0', '0.25', '0.5'])).toBe(2);
});

test('digits are parted as the language parts them', () => {
  expect(formatNumber('-1234567.25', { decimals: 1, group: '.', decimal: ',', suffix: ' %' })).toBe('−1.234.567,3 %');
});

test.each([
  ['-12.5', 4, '-0.00125'],
  ['3', 8, '0.00000003'],
  ['2000000', 6, '2'],
  ['72.50', 0, '72.5'],
  ['0', 4, '0'],
  ['100', 0, '100'],
])('%s by 10^%i is %s', (value, power, moved) => {
  expect(movePoint(value, power)).toBe(moved);
});
