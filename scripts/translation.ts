import { readFileSync } from 'node:fs';
import type { Conflict } from '../src/edit/import-indicator.ts';
import { lineDiff } from '../src/edit/line-diff.ts';
import { readSheets } from '../src/edit/sheet/read-sheet.ts';
import { renderSheetProblem } from '../src/edit/sheet/sheet-problem.ts';
import { sheetFile } from '../src/edit/sheet/write-sheet.ts';
import { findTranslations } from '../src/edit/translation/findings.ts';
import type { Finding } from '../src/edit/translation/findings.ts';
import { importTranslations, KINDS, translationSheet } from '../src/edit/translation/table.ts';
import { bodyTexts, idOf } from '../src/edit/translation/texts.ts';
import { writeAllWhole, writeWhole } from '../src/files/write-whole.ts';
import { fill } from '../src/i18n/fill.ts';
import { loadReport } from '../src/load/load.ts';
import { finish, needSheetName, oneOf, readLocale, readOptions, stopWhenReaderLeaves } from './command.ts';
import { lineHistory } from './line-history.ts';
import { readData } from './read-data.ts';
import { rootFolder } from './root.ts';

/** npm run translation: what is missing, stale or suspect, a table for translators, and the way back. */
const usage = (table: string) => `npm run translation -- [--kind missing|stale|suspect …] [--format text|json]
npm run translation -- --out FILE.csv|xlsx [--all]     ${table}
npm run translation -- --import FILE.csv|xlsx [--on-conflict keep|replace] [--dry-run]
  [--lang ja|en] [--root DIR]
`;
const USAGE = { ja: usage('訳す人のための表: 見つかった文、またはすべての文'), en: usage('a table for translators: of what is found, or of every text') };
const KIND_NAMES = ['missing', 'stale', 'suspect'] as const;

const { values } = readOptions({
  options: {
    kind: { type: 'string', multiple: true }, format: { type: 'string', default: 'text' }, out: { type: 'string' }, all: { type: 'boolean', default: false },
    import: { type: 'string' }, 'on-conflict': { type: 'string' }, 'dry-run': { type: 'boolean', default: false }, lang: { type: 'string' }, root: { type: 'string' },
  },
}, USAGE);
const locale = readLocale(values.lang, USAGE);
const say = (ja: string, en: string) => (locale === 'ja' ? ja : en);
const rule = oneOf('--on-conflict', values['on-conflict'], ['keep', 'replace'], USAGE);
const kinds = (values.kind ?? KIND_NAMES).flatMap((each) => each.split(',')).map((kind) => oneOf('--kind', kind, KIND_NAMES, USAGE));
const format = oneOf('--format', values.format, ['text', 'json'], USAGE);
if (values.out !== undefined) needSheetName(values.out, USAGE);

stopWhenReaderLeaves();
const root = rootFolder(values.root);
const files = readData(root, locale);
const { report } = loadReport(files);
if (!report) finish(say('データが読めません。npm run check で確かめてください。\n', 'The data cannot be read: see npm run check.\n'), 1);
const contents = new Map(files.map(({ file, bytes }) => [file, new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)]));
const texts = bodyTexts(files, report.languages);

if (values.import !== undefined) await bringBack(values.import);
else await list();

async function list(): Promise<void> {
  const history = kinds.includes('stale') ? await lineHistory(root, files.map(({ file }) => file)) : undefined;
  const known = history?.known === true ? history : undefined;
  if (history && !known) console.error(say('git の履歴がないため、原文のほうが新しい訳は調べていません。', 'There is no git history here: stale translations are not looked for.'));
  if (known?.shallow) console.error(say('履歴が途中までしかないため（git fetch --unshallow）、古い訳を見落とすことがあります。', 'The history is cut short (git fetch --unshallow): stale translations may be missed.'));
  const all = findTranslations(texts, report!.languages, [...report!.glossary.values()], known?.history ?? (() => undefined));
  const findings = all.filter(({ kind }) => kinds.includes(kind));
  if (values.out !== undefined) return writeTable(values.out, findings);
  if (format === 'json') return void process.stdout.write(asJson(findings, history === undefined || known !== undefined));
  for (const finding of findings) console.log(asLine(finding));
  const count = (kind: string) => findings.filter((each) => each.kind === kind).length;
  const unknown = history && !known;
  console.log(say(
    `${findings.length > 0 ? '\n' : ''}文 ${texts.length} 件: 未訳 ${count('missing')}、原文が新しい ${unknown ? '不明' : count('stale')}、要確認 ${count('suspect')}`,
    `${findings.length > 0 ? '\n' : ''}${fill('{0} {0|text|texts}', [texts.length], 'en')}: ${count('missing')} missing, ${unknown ? 'unknown' : count('stale')} stale, ${count('suspect')} suspect`));
}

function asLine({ text, to, kind, why }: Finding): string {
  const { text: original = '', from = 1 } = text.by[report!.languages.text] ?? {};
  const short = original.replace(/\s+/g, ' ');
  return `${text.file}:${text.by[to]?.from ?? from}  ${KINDS[locale][kind]} (${to}): ${why[locale]}  「${short.length > 50 ? `${short.slice(0, 49)}…` : short}」`;
}

function asJson(findings: readonly Finding[], hasHistory: boolean): string {
  return `${JSON.stringify({
    texts: texts.length, history: hasHistory,
    findings: findings.map(({ text, to, kind, why }) => ({
      kind, to, id: idOf(text), file: text.file, line: text.by[to]?.from ?? text.by[report!.languages.text]?.from, why,
      texts: Object.fromEntries(Object.entries(text.by).map(([tag, { text: words }]) => [tag, words])),
    })),
  }, null, 2)}\n`;
}

async function writeTable(out: string, findings: readonly Finding[]): Promise<void> {
  const found = new Set(findings.map(({ text }) => text));
  const chosen = values.all ? texts : texts.filter((text) => found.has(text));
  const sheet = translationSheet(chosen, findings, report!.languages, locale);
  writeWhole(out, await sheetFile(out, sheet));
  console.log(say(`${out}: ${chosen.length} 件`, `${out}: ${fill('{0} {0|text|texts}', [chosen.length], 'en')}`));
}

async function bringBack(name: string): Promise<void> {
  const sheets = await readSheets(name, readBytes(name));
  if (!sheets.ok) finish(`${renderSheetProblem(name, sheets, locale)}\n`, 1);
  const [sheet] = sheets.sheets;
  if (!sheet) finish(say(`${name} にはシートがありません。\n`, `There is no sheet in ${name}.\n`), 1);
  const read = (file: string) => contents.get(file) ?? '';
  const result = importTranslations(sheet, texts, report!.languages, read, () => (rule === 'replace' ? 'replace' : 'keep'));
  if (result.problems.length > 0) finish(`${result.problems.map((problem) => renderSheetProblem(name, problem, locale)).join('\n')}\n${say('何も書き換えていません。\n', 'Nothing was changed.\n')}`, 1);
  if (result.conflicts.length > 0 && rule === undefined && !values['dry-run']) {
    finish(`${result.conflicts.map((conflict) => `${name} ${conflict.cell}  ${told(conflict)}\n`).join('')}${say(
      '表を作ったあとで訳が変わっています。何も書き換えていません → データを残すなら --on-conflict keep、表の訳にするなら --on-conflict replace を付けてください。\n',
      'These translations were changed after the table was written; nothing was changed → give --on-conflict keep to leave the data, --on-conflict replace to take the table.\n')}`, 1);
  }
  for (const [file, text] of result.files) if (values['dry-run']) process.stdout.write(lineDiff(file, read(file), text));
  if (!values['dry-run']) writeAllWhole(root, result.files);
  for (const problem of result.stale) console.log(renderSheetProblem(name, problem, locale));
  console.log(say(
    `訳 ${result.written} 件、入れなかった古い原文の訳 ${result.stale.length} 件${values['dry-run'] ? '（--dry-run: 書き換えていません）' : '。npm run check で確かめてください。'}`,
    `${fill('{0} {0|translation|translations}', [result.written], 'en')}, ${result.stale.length} of a changed original left out${values['dry-run'] ? ' (--dry-run: nothing was written)' : '; see npm run check.'}`));
}

function told({ name, stored, sheet }: Conflict): string {
  return say(`${name}: データ「${stored}」、表「${sheet}」`, `${name}: “${stored}” in the data, “${sheet}” in the table`);
}

function readBytes(name: string): Uint8Array {
  try {
    return readFileSync(name);
  } catch {
    return finish(say(`${name} を読めません。 → ファイルの名前と場所を確かめてください。\n`, `${name} cannot be read. → Check its name and where it is.\n`), 2);
  }
}
