import { readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { checkData, hasErrors } from '../src/check/check.ts';
import { renderDiagnostics } from '../src/diagnostics/render.ts';
import { checklist } from '../src/edit/new-year/checklist.ts';
import { scaffoldYear } from '../src/edit/new-year/scaffold.ts';
import type { Refusal, Scaffold } from '../src/edit/new-year/scaffold.ts';
import { asideOf, leftBeside } from '../src/files/aside.ts';
import { writeAllWhole, writeWhole } from '../src/files/write-whole.ts';
import { textIn } from '../src/load/files.ts';
import type { DataFile } from '../src/load/files.ts';
import { finish, misused, readLocale, readOptions, refuseFurther } from './command.ts';
import { readData } from './read-data.ts';
import { rootFolder } from './root.ts';

const CALL = 'npm run new-year -- YEAR [--dry-run] [--lang ja|en] [--root DIR]\n';
const USAGE = {
  ja: `${CALL}
いちばん新しい年度をもとに data/YEAR/ を始めます: 前年の計画項目とつないだ施策、そのそばに前年の課題、まだ値のない目標、
報告と文書のうちの計画、することの一覧。
`,
  en: `${CALL}
Begins data/YEAR/ from the latest year: measures with links to last year's plan items, last year's issues beside them,
targets without figures yet, a plan among the reports and documents, and a checklist.
`,
};

const DOCUMENTS = 'data/documents.yaml';
const { year, root, locale, isDry } = readArguments();
const say = (ja: string, en: string): string => (locale === 'ja' ? ja : en);
const files = readData(root, locale);
const { model, diagnostics } = checkData(files);
if (!model || hasErrors(diagnostics)) {
  finish(`${show(diagnostics, files)}\n${say('データに誤りがあります。先に直してください。', 'The data has errors. Mend these first.')}\n`, 1);
}
const documents = readFileSync(join(root, DOCUMENTS), 'utf8');
const scaffold = scaffoldYear(model, documents, `FY${year}`);
if ('kind' in scaffold) finish(refuse(scaffold), 1);
const list = `${checklist(scaffold, 'ja')}\n\n---\n\n${checklist(scaffold, 'en')}\n`;
const after = checkData(withScaffold(files, scaffold));
if (hasErrors(after.diagnostics)) {
  finish(`${show(after.diagnostics, withScaffold(files, scaffold))}\n${say('この年度を始めると、上の誤りが出ます。何も書きませんでした。', 'Beginning this year leads to the errors above. Nothing was written.')}\n`, 1);
}
if (!isDry) write(scaffold);
for (const file of [...scaffold.files.keys(), `data/${year}/checklist.md`]) {
  console.log(`${file === DOCUMENTS ? say('変更', 'changed') : say('新規', 'new')}  ${file}`);
}
console.log(`\n${checklist(scaffold, locale)}`);
if (isDry) console.log(say('\n（--dry-run: 何も書いていません）', '\n(--dry-run: nothing was written)'));

/** The folder is made aside and put in place whole; should that fail, the list of documents is as it was. */
function write({ files: made }: Scaffold): void {
  const folder = join(root, 'data', year);
  const aside = asideOf(folder, 'new');
  for (const { path } of leftBeside(folder)) rmSync(path, { recursive: true, force: true });
  try {
    const texts = new Map([...made].filter(([file]) => file !== DOCUMENTS).map(([file, text]) => [basename(file), text]));
    writeAllWhole(aside, texts.set('checklist.md', list));
    writeWhole(join(root, DOCUMENTS), made.get(DOCUMENTS) ?? documents);
    try {
      renameSync(aside, folder);
    } catch (error) {
      writeWhole(join(root, DOCUMENTS), documents);
      throw error;
    }
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

function withScaffold(old: readonly DataFile[], { files: made }: Scaffold): DataFile[] {
  const all = new Map([...old.map(({ file, bytes }) => [file, bytes] as const), ...[...made].map(([file, text]) => [file, new TextEncoder().encode(text)] as const)]);
  return [...all].map(([file, bytes]) => ({ file, bytes })).toSorted((a, b) => (a.file < b.file ? -1 : 1));
}

function show(found: Parameters<typeof renderDiagnostics>[0], from: readonly DataFile[]): string {
  const errors = found.filter(({ severity }) => severity === 'error');
  return renderDiagnostics(errors, 'text', locale, textIn(from));
}

function refuse(refusal: Refusal): string {
  if (refusal.kind === 'exists') return say(`data/${year}/ はすでにあります。何も書きませんでした。\n`, `data/${year}/ is there already. Nothing was written.\n`);
  if (refusal.kind === 'past') {
    const latest = refusal.latest.slice(2);
    return say(`${year} は、いちばん新しい ${latest} より前の年度です。何も書きませんでした。\n`, `${year} comes before ${latest}, the latest year. Nothing was written.\n`);
  }
  return say('もとになる年度がありません。\n', 'There is no year to begin from.\n');
}

function readArguments() {
  const { values, positionals: [given = '', ...others] } = readOptions({
    allowPositionals: true,
    options: { 'dry-run': { type: 'boolean', default: false }, lang: { type: 'string' }, root: { type: 'string' } },
  }, USAGE);
  const where = rootFolder(values.root);
  const locale = readLocale(values.lang, USAGE);
  if (given === '') misused({ ja: '始める年度を書いてください。', en: 'Give the year to begin.' }, USAGE);
  if (!/^(?:FY)?[12]\d{3}$/.test(given)) misused({ ja: `「${given}」は年度ではありません。2026 のように書いてください。`, en: `“${given}” is not a year, such as 2026.` }, USAGE);
  refuseFurther(others, USAGE);
  return { year: given.replace('FY', ''), root: where, locale, isDry: values['dry-run'] };
}
