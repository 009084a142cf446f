import { expect, test } from 'vitest';
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
