import { rm, writeFile } from 'node:fs/promises';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { build } from 'astro';
import type { Use } from '../src/cache/store.ts';
import { checkData, hasErrors } from '../src/check/check.ts';
import type { ReportModel } from '../src/derive/model.ts';
import { renderDiagnostics } from '../src/diagnostics/render.ts';
import { subsetSiteFonts } from '../src/fonts/subset.ts';
import { handOver } from '../src/site/handed.ts';
import { headersFile } from '../src/site/policy.ts';
import { A4 } from '../src/pdf/paper.ts';
import { readSiteAddress } from '../src/load/site-address.ts';
import { editionsOf } from '../src/view/editions.ts';
import { readOptions } from './command.ts';
import { preferredLocale } from './preferred-locale.ts';
import { printEditions } from './print-editions.ts';
import { clearUp, putInPlace } from './put-in-place.ts';
import { readData } from './read-data.ts';
import { printMemory, rootFolder } from './root.ts';
import { openStore, sayReuse } from './store.ts';
import { redirectFiles } from '../src/export/redirects.ts';
import { writeCards } from './write-cards.ts';
import { writeDirectories } from './write-directories.ts';
import { writeFiles } from './write-files.ts';
import { writeOpenData } from './write-open-data.ts';
import { writeSearchIndex } from './write-search-index.ts';

/**
 * data/ → dist/: the site, the print edition and the PDFs. Everything is made aside and put in place at the end:
 * a build that fails leaves the last dist/ as it was.
 */
const USAGE = 'npm run build -- [--no-pdf] [--fresh] [--out DIR] [--root DIR]\n';
const { values } = readOptions({
  options: {
    root: { type: 'string' },
    'no-pdf': { type: 'boolean', default: false },
    fresh: { type: 'boolean', default: false },
    out: { type: 'string', default: 'dist' },
  },
}, USAGE);
const root = rootFolder(values.root);
const locale = preferredLocale();
/** What was made before and is used again; with --fresh it is empty at the start and gone at the end. */
const memory = values.fresh ? mkdtempSync(join(tmpdir(), 'nenpo-fresh-')) : '.cache';
if (values.fresh) process.on('exit', () => rmSync(memory, { recursive: true, force: true }));
const store = openStore(memory);
const aside = join(process.cwd(), '.cache', `build-${process.pid}`);
const steps = values['no-pdf'] ? 6 : 7;
let step = 0;

try {
  await run();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  // A build that failed may still be writing its last pages.
  await rm(aside, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}

async function run(): Promise<void> {
  const start = performance.now();
  const model = await phase({ ja: 'データの確認', en: 'Checking the data' }, check);
  if (!model) {
    process.exitCode = 1;
    return;
  }
  await phase({ ja: 'サイトの作成', en: 'Building the site' }, () => buildSite(model));
  await phase({ ja: 'オープンデータの作成', en: 'Writing the open data' }, () => writeData(model));
  await phase({ ja: '共有用の画像と目録の作成', en: 'Drawing cards, writing feeds and site map' }, () => writeShared(model));
  await phase({ ja: '検索の準備', en: 'Preparing the search' }, () => writeIndex(model));
  await phase({ ja: '書体の準備', en: 'Preparing the fonts' }, makeFonts);
  if (!values['no-pdf']) await phase({ ja: 'PDF の印刷', en: 'Printing the PDFs' }, printAll);
  await putInPlace(aside, resolve(values.out));
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(locale === 'ja' ? `\n${values.out}/ ができました（${seconds} 秒）。` : `\n${values.out}/ is ready (${seconds} s).`);
}

async function phase<T>(name: { ja: string; en: string }, work: () => Promise<T>): Promise<T> {
  step += 1;
  const start = performance.now();
  console.log(`[${step}/${steps}] ${name[locale]} …`);
  const before = new Map<string, Use>([...store.uses].map(([kind, use]) => [kind, { ...use }]));
  const result = await work();
  for (const line of sayReuse(before, store.uses, locale)) console.log(`      ${line}`);
  console.log(`      ${((performance.now() - start) / 1000).toFixed(1)} s`);
  return result;
}

async function check(): Promise<ReportModel | undefined> {
  const { model, diagnostics } = checkData(readData(root, locale), store.remember);
  const text = renderDiagnostics(diagnostics, 'text', locale, (file) => readFileSync(join(root, file), 'utf8'));
  if (text !== '') console.error(text);
  return hasErrors(diagnostics) ? undefined : model;
}

async function buildSite(model: ReportModel): Promise<void> {
  handOver({ model, remember: store.remember });
  await clearUp(dirname(aside), resolve(values.out));
  await rm(aside, { recursive: true, force: true });
  process.env['NENPO_ROOT'] = root;
  process.env['NENPO_OUT'] = aside;
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  await build({ logLevel: 'warn' });
  await writeFile(join(aside, '_headers'), headersFile(readSiteAddress(root).base));
}

async function writeData(model: ReportModel): Promise<void> {
  const { url, base } = readSiteAddress(root);
  const count = await writeOpenData(aside, editionsOf(model, base), new URL(base, url).href);
  console.log(locale === 'ja' ? `      ${count} ファイル` : `      ${count} files`);
}

async function writeIndex(model: ReportModel): Promise<void> {
  await writeSearchIndex(aside, editionsOf(model, readSiteAddress(root).base), store.rememberLater);
}

async function writeShared(model: ReportModel): Promise<void> {
  const address = readSiteAddress(root);
  const editions = editionsOf(model, address.base);
  await writeCards(aside, editions, store.rememberLater);
  writeDirectories(aside, editions, address);
  writeFiles(aside, redirectFiles(model.report, editions, address));
}

async function makeFonts(): Promise<void> {
  const { files, missing } = await subsetSiteFonts(aside, join(memory, 'fonts'));
  for (const { path, bytes } of files) console.log(`      ${path.slice(aside.length + 1)}  ${Math.ceil(bytes / 1024)} KB`);
  if (missing.length > 0) {
    console.warn(locale === 'ja' ? `      書体にない文字: ${missing.join(' ')}` : `      Characters that the typeface lacks: ${missing.join(' ')}`);
  }
}

async function printAll(): Promise<void> {
  await printEditions({ dist: aside, base: readSiteAddress(root).base, paper: A4, cache: values.fresh ? memory : printMemory(root), locale, tell: (line) => console.log(`      ${line}`) });
}

