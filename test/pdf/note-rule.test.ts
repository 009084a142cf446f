import { expect, test } from 'vitest';
import { noteRule } from '../../src/pdf/note-rule.ts';

test('notes are marked as the language marks them, and set in as far as that needs', () => {
  const rules = [['注{0}', '　'], ['Note {0}', '  '], ['Remarque {0}', ' '], ['{0}주', ' '], ['<"{0}', ' ']].map(([mark, gap]) => noteRule(mark!, gap!));
  expect(rules.map((rule) => /prefix: ("[^"]*"); suffix: ("[^"]*");/.exec(rule)?.slice(1))).toEqual([
    ['"注"', '"　"'], ['"Note "', '"  "'], ['"Remarque "', '" "'], ['""', '"주 "'], ['"\\3c \\22 "', '" "'],
  ]);
  expect(rules.map((rule) => /padding-inline-start: (\d+)em/.exec(rule)?.[1])).toEqual(['3', '4', '7', '2', '3']);
});
