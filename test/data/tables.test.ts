import { expect, test } from 'vitest';
import { coverSources } from '../../src/coverage/sources.ts';
import { deriveModel } from '../../src/derive/model.ts';
import { readDataFiles } from '../../src/load/files.ts';
import { loadReport } from '../../src/load/load.ts';

const { report } = loadReport(readDataFiles(process.cwd()));
const { documents } = coverSources(deriveModel(report!));

/** How many tables, figures and charts each document prints, numbered by hand: each must be shown from the data. */
test.each([
  ['plan-2021', 22],
  ['performance-2021', 101],
  ['plan-2024', 8],
  ['progress-2025', 39],
  ['progress-2020', 30],
])('the tables of %s are all there: %i', (document, number) => {
  expect(documents.find((each) => each.document === document)?.counts.catalogued).toBe(number);
});
