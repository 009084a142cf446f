import { expect, test } from 'vitest';
import { placeIn } from '../../src/format/place.ts';

const patterns = [
  { ja: '資料編 P{0}–P{1}', en: 'reference data, pp. {0}–{1}' },
  { ja: '資料編 P{0}', en: 'reference data, p. {0}' },
  { ja: '{0}－{1}', en: 'section {0}-{1}' },
];

test.each([
  ['資料編 P12', 'reference data, p. 12'],
  ['資料編P12', 'reference data, p. 12'],
  ['資料編　Ｐ１２', 'reference data, p. 12'],
  ['資料編 P3–P5', 'reference data, pp. 3–5'],
  ['Ⅰ－７', 'section I-7'],
  ['付録', '付録'],
])('%s is %s in English and itself in Japanese', (printed, en) => {
  expect(placeIn(printed, 'en', patterns)).toBe(en);
  expect(placeIn(printed, 'ja', patterns)).toBe(printed);
});

test('signs of a pattern are signs, not a search', () => {
  expect(placeIn('p.3 (a+b)', 'ja', [{ en: 'p.{0} (a+b)', ja: '{0}頁' }])).toBe('3頁');
  expect(placeIn('px3 (aab)', 'ja', [{ en: 'p.{0} (a+b)', ja: '{0}頁' }])).toBe('px3 (aab)');
});

test('a number is read whole, not in parts', () => {
  expect(placeIn('12', 'en', [{ ja: '{0}{1}', en: '{0}-{1}' }])).toBe('12');
  expect(placeIn('表12の0', 'en', [{ ja: '表{0}の0', en: 'table {0}/0' }])).toBe('table 12/0');
});
