import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { holds, tokens, words } from '../../src/search/tokens.ts';
import '../fixed-seed.ts';

describe('words of a text without spaces', () => {
  test.each([
    ['納付率', '納付 付率 率'],
    ['国民年金の保険料', '国民 民年 年金 金の の保 保険 険料 料'],
    ['コールセンター', 'コー ール ルセ セン ンタ ター ー'],
    ['Ｎｅｎｋｉｎ Net', 'nenkin net'],
    ['令和7年度の72.7%', '令和 和 7 年度 度の の 72.7%'],
    ['', ''],
  ])('%s', (text, expected) => {
    expect(words(text).join(' ')).toBe(expected);
  });

  test('a query has no lone last character, unless it is one', () => {
    expect(words('納付率', false)).toEqual(['納付', '付率']);
    expect(words('税', false)).toEqual(['税']);
  });
});

test('the engine sees letters in place of characters, and words of letters as they are', () => {
  expect(tokens('納付の rate 72.7%')).toMatch(/^(z[b-v]{8} ){2}z[b-v]{4} rate 72\.7%$/);
  expect(new Set(tokens('納付付納納納').split(' ')).size).toBe(5);
});

test('whatever stands in a text is held by it, and what does not is not', () => {
  const japanese = fc.string({ unit: fc.constantFrom(...'国民年金保険料納付率のカード'), minLength: 1, maxLength: 12 });
  fc.assert(fc.property(japanese, japanese, japanese, (before, query, after) => {
    expect(holds(tokens(before + query + after), tokens(query, false))).toBe(true);
  }));
  expect(holds(tokens('国民年金保険料'), tokens('免除', false))).toBe(false);
  expect(holds(tokens('相談の予約'), tokens('談予', false))).toBe(false);
});
