import { join } from 'node:path';
import { unknownTable } from '../src/edit/import-sheet.ts';
import { indicatorSheet } from '../src/edit/indicator-sheet.ts';
import { renderSheetProblem } from '../src/edit/sheet/sheet-problem.ts';
import { sheetFile } from '../src/edit/sheet/write-sheet.ts';
import type { SheetText } from '../src/edit/sheet/write-sheet.ts';
import { tableSheets } from '../src/edit/table-sheet.ts';
import { writeWhole } from '../src/files/write-whole.ts';
import { fill } from '../src/i18n/fill.ts';
import { loadReport } from '../src/load/load.ts';
import { nearest } from '../src/load/nearest.ts';
import { finish, misused, needSheetName, oneOf, readLocale, readOptions, stopWhenReaderLeaves } from './command.ts';
import { readData } from './read-data.ts';
import { rootFolder } from './root.ts';

/** npm run export: an indicator or a table as a sheet to edit, which npm run import reads back. */
const USAGE = `npm run export -- --indicator ID --out FILE.csv|xlsx
npm run export -- --table YEAR/SECTION/TABLE|finance/YEAR/TABLE --out FILE.csv|xlsx
npm run export -- --all DIR [--format csv|xlsx]
npm run export -- --list
  [--lang ja|en] [--root DIR]
`;

const { values } = readOptions({
  options: {
    indicator: { type: 'string' }, table: { type: 'string' }, all: { type: 'string' }, list: { type: 'boolean', default: false }, out: { type: 'string' },
    format: { type: 'string', default: 'xlsx' }, lang: { type: 'string' }, root: { type: 'string' },
  },
}, USAGE);
const locale = readLocale(values.lang, USAGE);
const say = (ja: string, en: string) => (locale === 'ja' ? ja : en);
const asked = [values.indicator, values.table, values.all, values.list || undefined].filter((each) => each !== undefined);
if (asked.length !== 1) misused({ ja: '何を書き出すかを、--indicator、--table、--all、--list のどれか一つで示してください。', en: 'Say what to export, with one of --indicator, --table, --all and --list.' }, USAGE);
const format = oneOf('--format', values.format, ['csv', 'xlsx'], USAGE);
const out = values.out ?? '';
if ((values.indicator ?? values.table) !== undefined) {
  if (out === '') misused({ ja: '書き出すファイルを --out に書いてください。', en: 'Give the file to write with --out.' }, USAGE);
  needSheetName(out, USAGE);
}
const { report } = loadReport(readData(rootFolder(values.root), locale));
if (!report) finish(say('データが読めません。npm run check で確かめてください。\n', 'The data cannot be read: see npm run check.\n'), 1);
stopWhenReaderLeaves();
const tables = tableSheets(report, locale);

if (values.list) {
  for (const id of report.indicators.keys()) console.log(`--indicator ${id}`);
  for (const { key, rows } of tables) console.log(`--table ${key}  ${rows[0]?.[1] ?? ''}`);
} else if (values.all !== undefined) {
  const all: [string, SheetText][] = [
    ...[...report.indicators.values()].map((indicator): [string, SheetText] => [`indicators/${indicator.data.id}`, indicatorSheet(indicator, locale)]),
    ...tables.map((table): [string, SheetText] => [`tables/${table.key}`, table]),
  ];
  for (const [name, sheet] of all) await write(join(values.all, `${name}.${format}`), sheet);
  console.log(say(`${values.all}: 表 ${all.length} 件`, `${values.all}: ${fill('{0} {0|sheet|sheets}', [all.length], 'en')}`));
} else {
  await write(out, values.indicator === undefined ? tableNamed(values.table ?? '') : indicatorNamed(values.indicator));
  console.log(out);
}

function indicatorNamed(id: string): SheetText {
  const indicator = report!.indicators.get(id);
  const near = nearest(id, [...report!.indicators.keys()]);
  return indicator ? indicatorSheet(indicator, locale) : finish(say(
    `指標「${id}」はありません${near ? ` → 「${near}」ではありませんか` : ''}。\n`, `There is no indicator “${id}”${near ? ` → did you mean “${near}”?` : '.'}\n`), 1);
}

function tableNamed(key: string): SheetText {
  const matching = tables.filter((table) => table.key === key || table.key.replace(/^\d{4}\//, '') === key);
  const [only] = matching;
  return only && matching.length === 1 ? only : finish(`${renderSheetProblem(key, unknownTable(key, tables.map((table) => table.key), matching.map((table) => table.key)), locale)}\n`, 1);
}

async function write(file: string, sheet: SheetText): Promise<void> {
  writeWhole(file, await sheetFile(file, sheet));
}
