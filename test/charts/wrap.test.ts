import { expect, test } from 'vitest';
import { wrapLabel } from '../../src/charts/wrap.ts';

const widthOf = (text: string): number => [...text].length;

test.each([
  ['fits', 12, ['fits']],
  ['First year after', 10, ['First year', 'after']],
  ['過年度\n1年目', 12, ['過年度', '1年目']],
  ['現年度納付率', 4, ['現年度納', '付率']],
  ['納付率、率', 3, ['納付', '率、率']],
  ['Unbreakable', 4, ['Unbreakable']],
  ['FY2024 納付率', 6, ['FY2024', '納付率']],
])('breaks %j at %i', (label, most, lines) => {
  expect(wrapLabel(label, most, widthOf)).toEqual(lines);
});
