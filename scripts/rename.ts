import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { rename, RENAMED } from '../src/edit/rename/rename.ts';
import { writeAllWhole } from '../src/files/write-whole.ts';
import { fill } from '../src/i18n/fill.ts';
import { readContentFiles } from '../src/load/files.ts';
import { loadReport } from '../src/load/load.ts';
import { finish, misused, oneOf, readLocale, readOptions, refuseFurther } from './command.ts';
import { readData } from './read-data.ts';
import { rootFolder } from './root.ts';

/** npm run rename: an id is changed everywhere, and the addresses that it had lead on. */
const USAGE = `npm run rename -- OLD-ID NEW-ID [--kind ${RENAMED.join('|')}] [--in 2025/SECTION|SECTION|finance/2025/TABLE|TABLE] [--dry-run] [--lang ja|en] [--root DIR]\n`;

const NAMES = {
  indicator: { ja: '指標', en: 'indicator' }, section: { ja: '節', en: 'section' }, measure: { ja: '施策', en: 'measure' },
  target: { ja: '目標', en: 'target' }, term: { ja: '用語', en: 'term' }, document: { ja: '文書', en: 'document' },
  'mid-term': { ja: '中期計画', en: 'medium-term plan' }, clause: { ja: '計画項目', en: 'clause' }, table: { ja: '表', en: 'table' },
  figure: { ja: '値', en: 'figure' }, issue: { ja: '課題', en: 'issue' }, report: { ja: '報告', en: 'report' },
  unit: { ja: '単位', en: 'unit' }, row: { ja: '予算の行', en: 'row of the budget' },
} as const;
const { values, positionals } = readOptions({
  allowPositionals: true,
  options: { kind: { type: 'string' }, in: { type: 'string' }, 'dry-run': { type: 'boolean', default: false }, lang: { type: 'string' }, root: { type: 'string' } },
}, USAGE);
const locale = readLocale(values.lang, USAGE);
const [from, to, ...more] = positionals;
const kind = oneOf('--kind', values.kind, RENAMED, USAGE);
if (from === undefined || to === undefined) misused({ ja: '今の id と新しい id を書いてください。', en: 'Give the id as it is and the new one.' }, USAGE);
refuseFurther(more, USAGE);

const root = rootFolder(values.root);
const data = readData(root, locale);
const { report } = loadReport(data);
if (!report) finish(locale === 'ja' ? 'データが読めません。npm run check で確かめてください。\n' : 'The data cannot be read: see npm run check.\n', 1);
const result = rename(report, [...data, ...readContentFiles(root)], from, to, { kind, in: values.in });
if (!result.ok) finish(`${result.message[locale]} → ${result.repair[locale]}\n`, 1);

for (const file of result.files.keys()) console.log(`  ${file}`);
for (const file of result.removed) console.log(`- ${file}`);
if (!values['dry-run']) {
  writeAllWhole(root, result.files);
  for (const file of result.removed) rmSync(join(root, file));
}
console.log(locale === 'ja'
  ? `${NAMES[result.kind].ja}「${from}」を「${to}」に: ${result.places} か所${values['dry-run'] ? '（--dry-run: 書き換えていません）' : '。npm run check で確かめてください。'}`
  : `The ${NAMES[result.kind].en} “${from}” is now “${to}” in ${fill('{0} {0|place|places}', [result.places], 'en')}${values['dry-run'] ? ' (--dry-run: nothing was written)' : '; see npm run check.'}`);
