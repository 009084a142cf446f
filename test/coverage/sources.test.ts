import { expect, test } from 'vitest';
import { printCoverage } from '../../src/coverage/print.ts';
import { coverSources } from '../../src/coverage/sources.ts';
import type { Counts } from '../../src/coverage/sources.ts';
import { deriveModel } from '../../src/derive/model.ts';
import { loadReport } from '../../src/load/load.ts';
import { baseFiles, withChanges } from '../check/mistakes.ts';
import type { Change } from '../check/mistakes.ts';

const LENDING = 'data/2025/lending.yaml';
const RATE = 'data/indicators/lending/return-rate.yaml';

test('the parts of the small body of data are counted once', () => {
  expect(counts()).toEqual({
    sections: 2, measures: 2, clauses: 2, targets: 3, tables: 4, catalogued: 0,
    indicators: 4, observations: 15, printings: 8, figures: 2, amounts: 23,
    equal: 32, rounding: 0, differs: 0, unexplained: 0, unchecked: 0,
    unsourced: 0, untranslated: 0, lost: 0, lostCells: 0,
  });
});

test('a part that names another document counts there, its series in both', () => {
  const { documents, total } = cover(
    { file: 'data/documents.yaml', find: 'documents:\n', replace: `documents:\n${OTHER}` },
    { file: RATE, find: 'value: 90.1%', replace: `value: 90.1%\n    source: ${EARLIER}` },
    { file: RATE, find: 'value: 91.0%', replace: `value: 91.0%\n    also: [{ value: 91.04%, source: ${EARLIER} }]` },
  );
  const earlier = documents.find(({ document }) => document === 'earlier')?.counts;
  expect(earlier).toMatchObject({ sections: 0, indicators: 1, observations: 1, printings: 1 });
  expect(total).toMatchObject({ indicators: 4, observations: 15, printings: 9 });
});

test('a document without page or line is no place', () => {
  expect(counts({ file: RATE, find: '  page: 2\n', replace: '' })).toMatchObject({ unsourced: 9 });
});

test('a lost figure counts once, and so does each cell that shows it', () => {
  const lost = counts(
    { file: RATE, find: 'value: 90.2%', replace: 'value: lost' },
    { file: LENDING, find: 'cells: [loans@FY2023, loans@FY2024]', replace: 'cells: [return-rate@2024-09, null]' },
  );
  expect(lost).toMatchObject({ lost: 1, lostCells: 2 });
});

test('the numbers of the catalogue are counted, several of them in one table', () => {
  const table = '  - id: returns-by-year';
  const numbered = counts({ file: LENDING, find: table, replace: `${table}\n    catalogue: 1-T1, 1-T2` });
  expect(numbered).toMatchObject({ tables: 4, catalogued: 2 });
});

test('a table that a whole file shows is counted with its number, in the document that prints it', () => {
  const { documents, total } = cover(
    { file: 'data/documents.yaml', find: 'documents:\n', replace: `documents:\n${OTHER}` },
    { file: LENDING, find: 'measures:\n', replace: `sheets: [{ catalogue: 1-T9, source: ${EARLIER} }]\nmeasures:\n` },
  );
  expect(documents.find(({ document }) => document === 'earlier')?.counts).toMatchObject({ tables: 1, catalogued: 1 });
  expect(total).toMatchObject({ tables: 5, catalogued: 1 });
});

test('a text in Japanese alone is counted, and a figure that differs without a reason', () => {
  const japanese = { file: LENDING, find: '\n      en: How can late returns be reduced?', replace: '' };
  const wrong = { file: RATE, find: 'change: +0.9ポイント', replace: 'change: +0.4ポイント' };
  expect(counts(japanese)).toMatchObject({ untranslated: 1 });
  expect(counts(wrong)).toMatchObject({ differs: 1, unexplained: 1 });
});

test('a printed change without last year’s figure is no recheck, and is counted', () => {
  const { unchecked, equal } = counts({ file: RATE, find: 'value: 90.1%', replace: 'value: not_published' });
  expect({ unchecked, equal }).toEqual({ unchecked: 1, equal: 31 });
});

test.each(['ja', 'en'] as const)('the table in %s has aligned columns', (locale) => {
  const lines = printCoverage(cover(), locale).trimEnd().split('\n');
  const widths = lines.map((line) => line.length + (line.match(/[^ -~]/g)?.length ?? 0));
  expect(new Set(widths).size).toBe(1);
  expect(lines.join('\n')).toContain(locale === 'ja' ? '系列の値' : 'Observations');
});

const EARLIER = '{ document: earlier, page: 4 }';
const OTHER = `  - id: earlier
    title: { ja: 前の報告, en: Earlier report }
    publisher: { ja: 図書館, en: Library }
    published: 2021
`;

function cover(...changes: readonly Change[]) {
  const { report } = loadReport(withChanges(baseFiles(), changes));
  if (!report) throw new Error('unreadable');
  return coverSources(deriveModel(report));
}

function counts(...changes: readonly Change[]): Counts {
  return cover(...changes).total;
}
