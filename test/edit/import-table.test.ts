import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importTable } from '../../src/edit/import-table.ts';
import { cellName } from '../../src/edit/sheet/sheet.ts';
import { readSheets } from '../../src/edit/sheet/read-sheet.ts';
import { sheetCsv, sheetXlsx } from '../../src/edit/sheet/write-sheet.ts';
import { tableSheets } from '../../src/edit/table-sheet.ts';
import type { TableSheet } from '../../src/edit/table-sheet.ts';
import { loadReport } from '../../src/load/load.ts';
import { readDataFiles } from '../../src/load/files.ts';

const root = process.cwd();
const { report } = loadReport(readDataFiles(root));
if (!report) throw new Error('the data cannot be read');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const tables = { ja: tableSheets(report, 'ja'), en: tableSheets(report, 'en') };

async function sheetOf(name: string, bytes: Uint8Array) {
  const result = await readSheets(name, bytes);
  if (!result.ok) throw new Error(result.message.en);
  return result.sheets[0]!;
}

describe.each(['ja', 'en'] as const)('what was exported in %s comes back', (locale) => {
  test.each(tables[locale].map((table) => ({ key: table.key, table })))('$key', async ({ table }) => {
    expect(table.places.size).toBeGreaterThan(0);
    for (const [name, bytes] of [['t.csv', Buffer.from(sheetCsv(table))], ['t.xlsx', await sheetXlsx([table])]] as const) {
      const result = importTable(report!, table, await sheetOf(name, bytes), read, () => 'replace');
      expect(result.problems).toEqual([]);
      expect(result.conflicts).toEqual([]);
      expect(result.files.size).toBe(0);
    }
  });
});

describe('a cell that was edited', () => {
  const edited = (table: TableSheet, row: number, column: number, text: string) => ({
    rows: table.rows.map((cells, r) => cells.map((cell, c) => (r === row && c === column ? text : cell))), merges: [],
  });

  test('changes its figure and nothing else, in every table', () => {
    for (const table of tables.ja) {
      const [at, places] = [...table.places].find(([, [place]]) => place?.kind === 'value' && /^[1-9]\d*[^\d]*$/.test(place.printed) && [...table.places.values()].flat().filter((other) => other.path.join() === place.path.join() && other.file === place.file).length === 1) ?? [];
      if (at === undefined || places?.length !== 1) continue;
      const [row = 0, column = 0] = at.split(',').map(Number);
      const { file, printed, path } = places[0]!;
      const text = printed.replace(/^\d/, '7') === printed ? printed.replace(/^\d/, '8') : printed.replace(/^\d/, '7');
      const result = importTable(report!, table, edited(table, row, column, text), read, () => 'replace');
      expect(result.problems).toEqual([]);
      expect(result.conflicts).toEqual([{ file, name: path.join('.'), cell: cellName(row, column), stored: printed, sheet: text }]);
      const [before, after] = [read(file).split('\n'), result.files.get(file)!.split('\n')];
      expect(after.filter((line, index) => line !== before[index])).toHaveLength(1);
    }
  });

  test('is refused where it is a head, empty, or unreadable, or the sheet another table’s', () => {
    const [table] = tables.ja;
    const [row = 0, column = 0] = [...table!.places.keys()][0]!.split(',').map(Number);
    const problem = (r: number, c: number, text: string) => importTable(report!, table!, edited(table!, r, c, text), read, () => 'replace').problems[0];
    expect(problem(row, 1, '別の行')).toMatchObject({ cell: cellName(row, 1) });
    expect(problem(row, column, '')).toMatchObject({ cell: cellName(row, column), message: { ja: 'セルが空です。' } });
    expect(problem(row, column, '1,23件')).toMatchObject({ cell: cellName(row, column) });
    expect(problem(0, 0, '2020/other/table')).toMatchObject({ cell: 'A1' });
  });
});
