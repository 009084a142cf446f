import { expect, test } from 'vitest';
import { checkData } from '../../src/check/check.ts';
import { baseFiles } from './mistakes.ts';

/** The base body with a series whose figures stand on these pages and lines of the document: 3:40-45. */
function told(places: readonly string[]): string[] {
  const observations = places.map((place, index) => {
    const [page, line] = place.split(':');
    return `  - at: FY${2010 + index}\n    value: ${index + 100}冊\n    source:\n      document: progress-2025\n      page: ${page}\n      line: ${line}\n`;
  });
  const text = `id: posted\nname:\n  ja: 郵送\n  en: Posted\nsection: lending\nunit: books\nkind: flow\nbetter: higher\ndefinition:\n  ja: 郵送の数。\n  en: Books by post.\nsource:\n  document: progress-2025\n  page: 1\nobservations:\n${observations.join('')}`;
  const { diagnostics } = checkData([...baseFiles(), { file: 'data/indicators/lending/posted.yaml', bytes: new TextEncoder().encode(text) }]);
  return diagnostics.map(({ line, code, message }) => `${(line - 20) / 6} ${code}: ${message.en}`);
}

const IN_ORDER = ['1:10', '2:20-48', '3:40-45', '4:50', '5:60', '6:70', '7:80'];

test('pages that follow one another as their lines do are in order, though what stands on one may go on to the next', () => {
  expect(told(IN_ORDER)).toEqual([]);
});

test('a page that does not fit its line is told, not those that it is compared with', () => {
  expect(told(IN_ORDER.with(1, '6:20'))).toEqual([
    '1 page-order: Line 20 on page 6 does not fit line 40 on page 3 of “progress-2025”: pages and lines run the same way.',
  ]);
});

test('a line that does not fit its page is told', () => {
  expect(told(IN_ORDER.with(5, '6:7'))).toEqual([
    '5 page-order: Line 7 on page 6 does not fit line 10 on page 1 of “progress-2025”: pages and lines run the same way.',
  ]);
});

test('two that do not fit are told both, where the rest is in order', () => {
  const many = [...IN_ORDER, '8:90', '9:100', '10:110', '11:120', '12:130'];
  expect(told(many.with(1, '9:20').with(9, '2:110')).map((each) => each.split(':')[0])).toEqual(['1 page-order', '9 page-order']);
});

test('a document whose lines are counted on each page is not told', () => {
  expect(told(['1:12', '2:5', '3:30', '4:2', '5:17', '6:33', '7:8', '8:21', '9:14', '10:38', '11:3', '12:26', '13:9', '14:19', '15:31'])).toEqual([]);
});

test('a document that counts its pages anew is not told', () => {
  expect(told(['1:10', '2:20', '3:30', '4:40', '1:50', '2:60', '3:70', '4:80'])).toEqual([]);
});
