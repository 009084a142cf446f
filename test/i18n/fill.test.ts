import { expect, test } from 'vitest';
import { pluralsOf } from '../../src/format/plural.ts';
import { fill, formsIn } from '../../src/i18n/fill.ts';
import { LANGUAGES, sayIn } from '../../src/i18n/language.ts';
import type { GivenLanguage } from '../../src/i18n/languages.ts';
import { languagesOf } from '../../src/i18n/languages.ts';
import { IMPACT_WORDS } from '../../src/impact/words.ts';
import { TONGUES } from '../../src/locale.ts';

test('a counted word is in the form that the number asks for', () => {
  const rows = (count: string | number) => fill('{0} {0|row|rows}', [count], 'en');
  expect([rows(0), rows(1), rows(2), rows('1'), rows('1,001')]).toEqual(['0 rows', '1 row', '2 rows', '1 row', '1,001 rows']);
});

test('with the numbers of its language', () => {
  const goals = (count: number) => fill('{0} {0|cel|cele|celów}', [count], 'pl');
  expect([goals(1), goals(3), goals(5), goals(22), goals(112)]).toEqual(['1 cel', '3 cele', '5 celów', '22 cele', '112 celów']);
  expect(fill('{0} {0|cible|cibles}', ['1 000 000'], 'fr')).toBe('1 000 000 cibles');
  expect(fill('{0} {0|个}', [1], 'zh')).toBe('1 个');
});

test('a string that a language borrows is counted as in the language that it is in', () => {
  const given = new Map<string, GivenLanguage>([['zh', { name: '中文' }]]);
  const [, zh] = languagesOf(['en', 'zh'], 'en', given, { startMonth: 4 });
  expect(sayIn(zh!)('dataRows', 5)).toBe('5 rows');
});

test.each(TONGUES)('every counted word of the interface has its forms (%s)', (tongue) => {
  const strings = [...Object.values(LANGUAGES[tongue].strings), ...Object.values(IMPACT_WORDS).map((words) => words[tongue])];
  const forms = strings.flatMap(formsIn);
  expect(forms.length > 0).toBe(tongue === 'en');
  expect(forms.filter(({ length }) => length !== pluralsOf(tongue).length)).toEqual([]);
});

test.each([
  ['leftOut', [1], 'No rate of achievement is shown: 1 target cannot be judged yet, and a rate without them would mislead.'],
  ['newsTargets', ['FY2025', 1], 'target of FY2025'],
  ['newsIndicators', [1], 'indicator with new figures'],
  ['newsPlan', ['FY2024', 1], 'plan item that differs from the plan of FY2024'],
  ['newsPlan', ['FY2024', 2], 'plan items that differ from the plan of FY2024'],
  ['partsMet', [1, 3], '1 of 3 meets the rule'],
  ['partsMet', [0, 3], '0 of 3 meet the rule'],
  ['rangesReached', [4, 1], '1 of 4 figures is where its target asks it to be.'],
  ['rangesReached', [4, 0], '0 of 4 figures are where their targets ask them to be.'],
  ['multiplesLarger', ['2020', '2024', 1, 1], 'From 2020 to 2024, 1 of 1 figure became larger.'],
] as const)('%s %j', (key, values, text) => {
  expect(sayIn(LANGUAGES.en)(key, ...values)).toBe(text);
});
