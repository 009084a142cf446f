import { writeXlsx } from 'hucre/xlsx';
import type { Resource } from './resource.ts';

/** What a sheet's cell may hold. */
type Value = string | number | null;

export interface WorkbookFacts {
  readonly title: string;
  /** Said on the first sheet, a line each. */
  readonly about: readonly string[];
  /** The day that the data speak of; it dates the file. */
  readonly known: string;
  readonly language: string;
}

/** Everything in one workbook: a sheet for each table, its head frozen and explained. */
export async function workbook(resources: readonly Resource[], facts: WorkbookFacts): Promise<Uint8Array> {
  const say = (text: Readonly<Record<string, string | undefined>>) => text[facts.language] ?? text['en'] ?? '';
  const day = new Date(`${facts.known}T00:00:00Z`);
  const about = { name: 'README', rows: [[facts.title], ...facts.about.map((line) => [line]), [], ...keyOf(resources, say)] };
  const sheets = resources.map(({ name, fields, rows }) => ({
    name,
    rows: [fields.map((field): Value => field.name), ...rows.map((row) => row.map((text, index) => valueOf(text, fields[index]?.type)))],
    freezePane: { rows: 1 },
  }));
  return writeXlsx({ properties: { title: facts.title, created: day, modified: day }, sheets: [about, ...sheets] });
}

function keyOf(resources: readonly Resource[], say: (text: Readonly<Record<string, string | undefined>>) => string): Value[][] {
  return resources.flatMap(({ name, title, fields }) => [
    [name, say(title)],
    ...fields.map((field) => ['', field.name, say(field.description)]),
  ]);
}

/** A spreadsheet keeps fifteen digits of a number: what is longer stays text, to the last digit. */
function valueOf(text: string, type: 'string' | 'decimal' | undefined): Value {
  if (text === '') return null;
  const digits = text.replace(/\D/g, '').replace(/^0+/, '');
  return type === 'decimal' && /^-?\d+(\.\d+)?$/.test(text) && digits.length <= 15 ? Number(text) : text;
}
