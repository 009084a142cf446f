import { expect, test } from 'vitest';
import { lackingWords } from '../../src/check/languages.ts';
import { checkData } from '../../src/check/check.ts';
import { readDataFiles } from '../../src/load/files.ts';

const AGENCY = readDataFiles('test/cases/organisations/agency');
const ZH = 'data/languages/zh.yaml';

test('a group of words that a language lacks wholly is named, before the single ones', () => {
  const files = AGENCY.map(({ file, bytes }) => ({
    file, bytes: file === ZH ? Buffer.from(new TextDecoder().decode(bytes).replace(/^absences:\n(?: .*\n)+/m, '').replace(/^  kindTable: .*\n/m, '')) : bytes,
  }));
  const { diagnostics } = checkData(files);
  expect(diagnostics.map(({ file, line, severity, message }) => ({ file, line, severity, message }))).toEqual([{
    file: ZH, line: 1, severity: 'warning',
    message: {
      ja: '6 語の訳がなく、en で示します: 「absences」のすべて、strings.kindTable',
      en: '6 words are not translated and shown in en: all of “absences”, strings.kindTable',
    },
  }]);
});

test('how dates and changes are said is among the words of a language: else they would stand in another one', () => {
  const paths = lackingWords({ name: 'français' }).map(({ path, key }) => [...path, key].join('.'));
  expect(paths).toEqual(expect.arrayContaining(['dates.fiscalYear', 'dates.endOf', 'changes.count.up', 'changes.point.none']));
  expect(lackingWords({ dates: { fiscalYear: 'exercice {0}', endOf: 'fin {0}' } }).filter(({ path }) => path[0] === 'dates')).toEqual([]);
});

test('a language that writes numbers otherwise, and whose file does not say so, is told: 1,234 would be read as another number', () => {
  // What stands there in Chinese is taken for French.
  const told = (numbers: string) => checkData(AGENCY.map(({ file, bytes }) => ({
    file: file.replace('zh', 'fr'), bytes: Buffer.from(new TextDecoder().decode(bytes).replace(/\bzh\b/g, 'fr').replace(/^numbers:\n(?: .*\n)+/m, numbers)),
  }))).diagnostics.filter(({ code }) => code === 'number-marks').map(({ severity, message, repair }) => [severity, message.en, repair?.en]);
  expect(told('')).toEqual([
    ['warning', 'There is no numbers.decimal: the decimal mark is shown as “.”, while “fr” is mostly written otherwise.', 'Write “numbers: { decimal: "," }” for what is usual, or “.” if it is to stay.'],
    ['warning', 'There is no numbers.group: the mark between groups of three digits is shown as “,”, while “fr” is mostly written otherwise.', 'Write “numbers: { group: "\\u202f" }” for what is usual, or “,” if it is to stay.'],
  ]);
  expect(told('numbers: { group: " ", decimal: "," }\n')).toEqual([]);
  expect(told('numbers: { decimal: "." }\n').length).toBe(1);
});

test('a file of a language that cannot be read is told for what it is, and not as one that is not there', () => {
  const files = AGENCY.map(({ file, bytes }) => ({ file, bytes: file === ZH ? Buffer.from(`\n> nenpo language\n${new TextDecoder().decode(bytes)}`) : bytes }));
  expect(checkData(files).diagnostics.map(({ file, line }) => `${file}:${line}`)).toEqual([`${ZH}:2`]);
});
