import { expect, test } from 'vitest';
import { loadReport } from '../../src/load/load.ts';
import { baseFiles } from '../check/mistakes.ts';

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
