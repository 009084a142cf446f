import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importSheet } from '../../src/edit/import-sheet.ts';
import { readSheets } from '../../src/edit/sheet/read-sheet.ts';
import { renderSheetProblem } from '../../src/edit/sheet/sheet-problem.ts';
import { loadReport } from '../../src/load/load.ts';
import { TONGUES } from '../../src/locale.ts';
import { baseFiles } from '../check/mistakes.ts';

const CASES = join(import.meta.dirname, '../cases/sheets');
const files = baseFiles();
const report = loadReport(files).report!;
const texts = new Map(files.map(({ file, bytes }) => [file, new TextDecoder().decode(bytes)]));
const source = { document: [...report.documents.keys()][0]!, page: 1 };

/** A sheet that cannot be imported, and what is said of it, word for word. */
describe.each(readdirSync(CASES).sort())('%s', (name) => {
  test.each(TONGUES)('is told in %s', async (locale) => {
    const ask = existsSync(join(CASES, name, 'ask.json')) ? (JSON.parse(readFileSync(join(CASES, name, 'ask.json'), 'utf8')) as { indicator?: string; source?: false }) : {};
    const read = await readSheets('table.csv', readFileSync(join(CASES, name, 'table.csv')));
    if (!read.ok) throw new Error(read.message.en);
    const request = { indicators: [ask.indicator ?? 'return-rate'], columns: new Map(), decide: () => 'keep' as const, ...(ask.source === false ? {} : { source }) };
    const { problems } = importSheet(report, read.sheets[0]!, request, (file) => texts.get(file)!);
    const actual = problems.map((problem) => `${renderSheetProblem('table.csv', problem, locale)}\n`).join('');
    const expected = join(CASES, name, `expected.${locale}.txt`);
    const aside = join(CASES, name, `expected.${locale}.actual.txt`);
    const wanted = existsSync(expected) ? readFileSync(expected, 'utf8') : '';
    if (actual === wanted) rmSync(aside, { force: true });
    else writeFileSync(aside, actual);
    expect(actual).toBe(wanted);
    expect(actual).not.toBe('');
  });
});
