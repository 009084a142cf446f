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
