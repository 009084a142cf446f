import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { checkData } from '../src/check/check.ts';
import { renderDiagnostics } from '../src/diagnostics/render.ts';
import type { Conflict } from '../src/edit/import-indicator.ts';
import { importSheet, parseSourceOption } from '../src/edit/import-sheet.ts';
import type { ImportRequest } from '../src/edit/import-sheet.ts';
import { lineDiff } from '../src/edit/line-diff.ts';
import { readSheets } from '../src/edit/sheet/read-sheet.ts';
import { renderSheetProblem } from '../src/edit/sheet/sheet-problem.ts';
import { writeAllWhole } from '../src/files/write-whole.ts';
import type { DataFile } from '../src/load/files.ts';
import { loadReport } from '../src/load/load.ts';
import { finish, misused, oneOf, readLocale, readOptions, refuseFurther } from './command.ts';
import { readData } from './read-data.ts';
import { rootFolder } from './root.ts';

/** npm run import: merges the figures of a sheet into the YAML of indicators, or of the figures of a table. */
const CALL = `npm run import -- FILE.csv|xlsx --indicator ID [--indicator ID …] [--column "HEAD=ID" …] [--source DOCUMENT:PAGE[:LINE]]
npm run import -- FILE.csv|xlsx --table YEAR/SECTION/TABLE
`;
const USAGE = {
  ja: `${CALL}  --sheet NAME            ブックのシート（なければ最初のもの）
  --unit UNIT             表に単位のない値の単位（%、万人）
  --on-conflict keep|replace   データと違うとき、データを残すか表の値にするか（なければ端末では一つずつ尋ね、ほかでは取り込まない）
  --dry-run               違いを示すだけで、書き換えない
  [--lang ja|en] [--root DIR]
`,
  en: `${CALL}  --sheet NAME            the sheet of a workbook (the first unless given)
  --unit UNIT             of figures that have none in the sheet (%, 万人)
  --on-conflict keep|replace   where the data say something else; without it each is asked about on a terminal, and refused elsewhere
  --dry-run               shows the difference, writes nothing
  [--lang ja|en] [--root DIR]
`,
};

const { values, positionals } = readOptions({
  allowPositionals: true,
  options: {
    indicator: { type: 'string', multiple: true }, column: { type: 'string', multiple: true }, table: { type: 'string' }, sheet: { type: 'string' },
    source: { type: 'string' }, unit: { type: 'string' }, 'on-conflict': { type: 'string' }, 'dry-run': { type: 'boolean', default: false },
    lang: { type: 'string' }, root: { type: 'string' },
  },
}, USAGE);
const locale = readLocale(values.lang, USAGE);
const say = (ja: string, en: string) => (locale === 'ja' ? ja : en);
const [file, ...more] = positionals;
const indicators = (values.indicator ?? []).flatMap((ids) => ids.split(','));
const columns = new Map((values.column ?? []).map((each): [string, string] => [each.slice(0, each.lastIndexOf('=')), each.slice(each.lastIndexOf('=') + 1)]));
const wanted = [...indicators, ...columns.values()];
const rule = oneOf('--on-conflict', values['on-conflict'], ['keep', 'replace'], USAGE);
if (file === undefined) misused({ ja: '取り込む表のファイルを書いてください。', en: 'Give the file of a sheet.' }, USAGE);
refuseFurther(more, USAGE);
if ((wanted.length === 0) === (values.table === undefined)) {
  misused({ ja: '何に取り込むかを、--indicator か --table のどちらか一つで示してください。', en: 'Say what it is for, with --indicator or --table and not both.' }, USAGE);
}

const root = rootFolder(values.root);
const files = readData(root, locale);
const { report } = loadReport(files);
if (!report) finish(say('データが読めません。npm run check で確かめてください。\n', 'The data cannot be read: see npm run check.\n'), 1);
const texts = new Map(files.map(({ file: name, bytes }) => [name, new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)]));
const sheet = await readSheet(file);
const source = values.source === undefined ? undefined : (parseSourceOption(values.source, report) ?? finish(say(
  `--source の文書「${values.source.split(':')[0]}」は data/documents.yaml にありません。 → 文書を加えるか、そこにある id を書いてください。\n`, `The document “${values.source.split(':')[0]}” of --source is not in data/documents.yaml. → Add it there, or write an id that is there.\n`), 1));
const request: Omit<ImportRequest, 'decide'> = {
  indicators: wanted, columns,
  ...(values.table === undefined ? {} : { table: values.table }),
  ...(values.unit === undefined ? {} : { unit: values.unit }),
  ...(source === undefined ? {} : { source }),
};
const read = (name: string) => texts.get(name) ?? '';

const first = importSheet(report, sheet, { ...request, decide: () => 'keep' }, read);
if (first.problems.length > 0) {
  finish(`${first.problems.map((problem) => renderSheetProblem(file, problem, locale)).join('\n')}\n${say('何も書き換えていません。\n', 'Nothing was changed.\n')}`, 1);
}
const answers = await settle(first.conflicts);
const result = importSheet(report, sheet, { ...request, decide: (conflict) => answers.get(keyOf(conflict)) ?? 'keep' }, read);

for (const [name, text] of result.files) if (values['dry-run']) process.stdout.write(lineDiff(name, read(name), text));
if (!values['dry-run']) writeAllWhole(root, result.files);
for (const conflict of result.conflicts.filter((each) => answers.get(keyOf(each)) !== 'replace')) console.log(say(`そのまま: ${told(conflict)}`, `kept: ${told(conflict)}`));
if (result.left.length > 0) console.log(say(`読まなかった見出しと注: ${result.left.join('、')}`, `Heads and notes that were not read: ${result.left.join(', ')}`));
console.log(say(
  `追加 ${result.added} 件、置き換え ${result.replaced} 件${values['dry-run'] ? '（--dry-run: 書き換えていません）' : ''}`,
  `${result.added} added, ${result.replaced} replaced${values['dry-run'] ? ' (--dry-run: nothing was written)' : ''}`));
tellNewProblems();

/** What the check finds now and did not before: a printed change that no longer follows, for instance. */
function tellNewProblems(): void {
  if (result.files.size === 0) return;
  const after: DataFile[] = files.map((each) => ({ ...each, bytes: result.files.has(each.file) ? Buffer.from(result.files.get(each.file) ?? '') : each.bytes }));
  const known = new Set(checkData(files).diagnostics.map(({ code, message, file: name }) => name + code + message.en));
  const found = checkData(after).diagnostics.filter(({ code, message, file: name }) => !known.has(name + code + message.en));
  if (found.length === 0) return;
  console.log(say('\nnpm run check が新しく示すこと:', '\nWhat npm run check says now:'));
  process.stdout.write(renderDiagnostics(found, 'text', locale, (name) => result.files.get(name) ?? texts.get(name) ?? null));
}

async function settle(conflicts: readonly Conflict[]): Promise<Map<string, 'keep' | 'replace'>> {
  if (rule === 'keep' || rule === 'replace') return new Map(conflicts.map((conflict) => [keyOf(conflict), rule]));
  if (conflicts.length === 0) return new Map();
  if (!process.stdin.isTTY || !process.stdout.isTTY) {
    const list = conflicts.map((conflict) => `${file} ${conflict.cell}  ${told(conflict)}\n`).join('');
    if (values['dry-run']) {
      process.stdout.write(list);
      return new Map();
    }
    finish(list + say(
      '表とデータの値が違います。何も書き換えていません → データを残すなら --on-conflict keep、表の値にするなら --on-conflict replace を付けてください。\n',
      'The sheet and the data differ; nothing was changed → give --on-conflict keep to leave the data, --on-conflict replace to take the sheet.\n'), 1);
  }
  return ask(conflicts);
}

async function ask(conflicts: readonly Conflict[]): Promise<Map<string, 'keep' | 'replace'>> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const chosen = new Map<string, 'keep' | 'replace'>();
  for (const conflict of conflicts) {
    console.log(`${file} ${conflict.cell}  ${told(conflict)}`);
    let answer = '';
    while (!/^[kr]$/.test(answer)) answer = (await terminal.question(say('データを残す [k] / 表の値にする [r]: ', 'keep the data [k] / take the sheet [r]: '))).trim().toLowerCase();
    chosen.set(keyOf(conflict), answer === 'r' ? 'replace' : 'keep');
  }
  terminal.close();
  return chosen;
}

function told({ name, stored, sheet: said }: Conflict): string {
  return say(`${name}: データ「${stored}」、表「${said}」`, `${name}: “${stored}” in the data, “${said}” in the sheet`);
}

function keyOf({ file: name, name: what, cell }: Conflict): string {
  return `${name} ${what} ${cell}`;
}

async function readSheet(name: string) {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(name);
  } catch {
    finish(say(`${name} を読めません。 → ファイルの名前と場所を確かめてください。\n`, `${name} cannot be read. → Check its name and where it is.\n`), 2);
  }
  const sheets = await readSheets(name, bytes);
  if (!sheets.ok) finish(`${renderSheetProblem(name, sheets, locale)}\n`, 1);
  const chosen = values.sheet === undefined ? sheets.sheets[0] : sheets.sheets.find((each) => each.name === values.sheet);
  return chosen ?? finish(say(`シートがありません。あるのは: ${sheets.sheets.map((each) => each.name).join('、')}\n`, `There is no such sheet; there are: ${sheets.sheets.map((each) => each.name).join(', ')}\n`), 1);
}
