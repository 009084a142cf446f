import { expect, test } from 'vitest';
import { checkData } from '../../src/check/check.ts';
import type { Problem } from '../../src/diagnostics/problem.ts';
import { loadReport } from '../../src/load/load.ts';
import { firstOfEachFile } from '../../src/load/most-told.ts';
import { baseFiles, withChanges } from '../check/mistakes.ts';

/** The glossary anew. What it names is not looked for any more. */
const told = (glossary: string) =>
  loadReport(baseFiles().map((each) => (each.file === 'data/glossary.yaml' ? { ...each, bytes: Buffer.from(glossary) } : each)))
    .diagnostics.filter(({ file }) => file === 'data/glossary.yaml').map(({ code }) => code);

test.each([
  ['entries', `terms:\n${'  - x\n'.repeat(503)}`, 'wrong-type', 500],
  ['keys', `terms: []\n${Array.from({ length: 503 }, (_, index) => `k${index}: 1\n`).join('')}`, 'unknown-key', 500],
])('of thousands of wrong %s the first are told, and how many more there are', (_, glossary, code, count) => {
  expect(told(glossary).toSorted()).toEqual(['more-mistakes', ...Array.from({ length: count }, () => code)]);
});

const LOANS = 'data/indicators/lending/loans.yaml';

test.each([
  [503, 'There are 3 more mistakes in this file.', 'このファイルには、ほかに 3 件の誤りがあります。'],
  [501, 'There is 1 more mistake in this file.', 'このファイルには、ほかに 1 件の誤りがあります。'],
])('of %i references that lead nowhere too', (count, en, ja) => {
  const files = withChanges(baseFiles(), [{ file: LOANS, find: '    - adult-loans\n', replace: Array.from({ length: count }, (_, index) => `    - no-${index}\n`).join('') }]);
  const found = checkData(files).diagnostics.filter(({ file }) => file === LOANS);
  expect(found.map(({ code }) => code).toSorted()).toEqual([...Array.from({ length: 500 }, () => 'dangling-reference'), 'more-mistakes']);
  expect(found.find(({ code }) => code === 'more-mistakes')).toMatchObject({ line: 1, severity: 'error', message: { en, ja }, repair: { en: 'Mend those that are told, and check it again.' } });
});

test('errors are told before warnings', () => {
  const problem = (severity: 'error' | 'warning', index: number): Problem => ({ severity, code: 'x', file: 'a', path: [index], message: { ja: '', en: '' } });
  const told = firstOfEachFile([...Array.from({ length: 600 }, (_, index) => problem('warning', index)), problem('error', 600), { ...problem('warning', 0), file: 'b' }]);
  expect(told.map(({ severity, file, code }) => [severity, file, code].join(' ')).toSorted()).toEqual([
    'error a x', 'warning a more-mistakes', ...Array.from({ length: 499 }, () => 'warning a x'), 'warning b x',
  ]);
  expect(told.find(({ code }) => code === 'more-mistakes')?.message).toEqual({ ja: 'このファイルには、ほかに 101 件の注意があります。', en: 'There are 101 more warnings for this file.' });
});
