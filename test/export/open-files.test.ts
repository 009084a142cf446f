import { parseCsv } from 'hucre/csv';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { checkData } from '../../src/check/check.ts';
import { openFiles, openResources } from '../../src/export/files.ts';
import { ADDRESSES } from '../../src/i18n/data-files.ts';
import { readDataFiles } from '../../src/load/files.ts';
import { editionsOf } from '../../src/view/editions.ts';

const { model } = checkData(readDataFiles(process.cwd()));
if (!model) throw new Error('no model');
const editions = editionsOf(model, '/');
const files = new Map(openFiles(editions, 'https://example.org/').map((file) => [file.path, file]));
const resources = openResources(editions);

async function read(path: string): Promise<string> {
  const content = await files.get(path)?.content();
  if (typeof content !== 'string') throw new Error(path);
  return content;
}

interface Descriptor {
  readonly resources: readonly {
    readonly name: string;
    readonly path: string;
    readonly schema: {
      readonly fields: readonly { readonly name: string; readonly type: string; readonly constraints?: { readonly enum: readonly string[] } }[];
      readonly primaryKey: readonly string[];
      readonly foreignKeys?: readonly { readonly fields: string; readonly reference: { readonly resource: string; readonly fields: string } }[];
    };
  }[];
}

describe('the data package', async () => {
  const descriptor = JSON.parse(await read('data/datapackage.json')) as Descriptor;
  const tables = new Map<string, Record<string, string>[]>();
  for (const { name, path } of descriptor.resources) {
    const [head = [], ...rows] = parseCsv(await read(`data/${path}`)).map((row) => row.map((cell) => String(cell ?? '')));
    tables.set(name, rows.map((row) => Object.fromEntries(head.map((column, index) => [column, row[index] ?? '']))));
  }

  test.each(descriptor.resources.map((each) => [each.name, each] as const))('%s.csv is what its schema says', (name, { schema }) => {
    const rows = tables.get(name) ?? [];
    expect(rows.length).toBeGreaterThan(0);
    for (const field of schema.fields) {
      const values = rows.map((row) => row[field.name]);
      expect(values.every((value) => value !== undefined), field.name).toBe(true);
      const wrong = values.filter((value) => value !== '' && value !== undefined
        && ((field.type === 'number' && !/^-?\d+(\.\d+)?$/.test(value)) || (field.constraints && !field.constraints.enum.includes(value))));
      expect(wrong, field.name).toEqual([]);
    }
    const keys = rows.map((row) => schema.primaryKey.map((key) => row[key]).join(' '));
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('whatever refers to another table finds it there', () => {
    for (const { name, schema } of descriptor.resources) {
      for (const { fields, reference } of schema.foreignKeys ?? []) {
        const known = new Set(tables.get(reference.resource)?.map((row) => row[reference.fields]));
        const lost = (tables.get(name) ?? []).map((row) => row[fields] ?? '').filter((value) => value !== '' && !known.has(value));
        expect(lost, `${name}.${fields}`).toEqual([]);
      }
    }
  });

  test('figures are exact, with the resolution of the document', () => {
    const found = tables.get('observations')?.find(({ indicator, period }) => indicator === 'np-current-rate' && period === '2025-09');
    expect(found).toMatchObject({ value: '72.7', resolution: '0.1', unit: 'percent', printed: '72.7%', document: 'progress-2025' });
  });
});

test('the workbook holds the same tables, numbers as numbers', async () => {
  const content = await files.get('data/nenpo.xlsx')?.content();
  const book = await readXlsx(content as Uint8Array);
  expect(book.sheets.map(({ name }) => name)).toEqual(['README', ...resources.map(({ name }) => name)]);
  const sheet = book.sheets.find(({ name }) => name === 'observations');
  const [head = [], ...rows] = sheet?.rows ?? [];
  const row = rows.find((cells) => cells[head.indexOf('indicator')] === 'np-current-rate' && cells[head.indexOf('period')] === '2025-09');
  expect(row?.[head.indexOf('value')]).toBe(72.7);
  expect(rows).toHaveLength(resources.find(({ name }) => name === 'observations')?.rows.length ?? -1);
});

test('the same data give the same workbook, byte for byte', async () => {
  const make = () => openFiles(editions, 'https://example.org/').find(({ path }) => path === 'data/nenpo.xlsx')?.content();
  expect(await make()).toEqual(await make());
});

test('a table is written as it stands on its page, with the exact figures in JSON', async () => {
  const section = model.report.sections.find(({ year, data }) => year === 'FY2025' && data.section === 'np-collection');
  const table = section?.data.tables?.[0];
  const stem = `data/tables/2025/np-collection/${table?.id}`;
  expect((await read(`${stem}.ja.csv`)).split('\r\n').length).toBe((table?.rows.length ?? 0) + 2);
  const excel = await read(`${stem}.en.excel.csv`);
  expect(excel.slice(1)).toBe(await read(`${stem}.en.csv`));
  expect(excel.charCodeAt(0)).toBe(0xfeff);
  const { rows } = JSON.parse(await read(`${stem}.json`)) as { rows: { cells: unknown[] }[] };
  expect(rows).toHaveLength(table?.rows.length ?? -1);
});

test('every file lies at an address of the documented scheme, and every address is used', () => {
  const patterns = ADDRESSES.map(({ pattern }) => new RegExp(`^${pattern.replace(/[.]/g, '\\.').replace(/\{\w+\}/g, '[^/.]+')}$`));
  const unknown = [...files.keys()].filter((path) => !patterns.some((pattern) => pattern.test(path)));
  expect(unknown).toEqual([]);
  expect(patterns.filter((pattern) => ![...files.keys()].some((path) => pattern.test(path))).map(String)).toEqual([]);
});
