import { rm, writeFile } from 'node:fs/promises';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { build } from 'astro';
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { Store } from '../src/cache/store.ts';
import { checkData, hasErrors } from '../src/check/check.ts';
import type { ReportModel } from '../src/derive/model.ts';
import { renderDiagnostics } from '../src/diagnostics/render.ts';
import { subsetSiteFonts } from '../src/fonts/subset.ts';
import { handOver } from '../src/site/handed.ts';
import { headersFile } from '../src/site/policy.ts';
import type { DataFile } from '../src/load/files.ts';
import { A4 } from '../src/pdf/paper.ts';
import { readSiteAddress } from '../src/load/site-address.ts';
import { editionsOf } from '../src/view/editions.ts';
import { readOptions } from './command.ts';
import type { Tongue } from '../src/locale.ts';
import { preferredLocale } from './preferred-locale.ts';
import { printEditions } from './print-editions.ts';
import { clearUp, mergeInto, putInPlace } from './put-in-place.ts';
import { readData } from './read-data.ts';
import { printMemory, rootFolder } from './root.ts';
import type { Beside, Made } from './beside.ts';
import { findStore, sayReuse } from './store.ts';
import { writeDirectories } from './write-directories.ts';

/**
 * data/ → dist/: the site, the print edition and the PDFs. Everything is made aside and put in place at the end:
 * a build that fails leaves the last dist/ as it was.
 */
const USAGE = 'npm run build -- [--no-pdf] [--fresh] [--cache DIR] [--out DIR] [--root DIR]\n';
const { values } = readOptions({
  options: {
    root: { type: 'string' },
    'no-pdf': { type: 'boolean', default: false },
    fresh: { type: 'boolean', default: false },
    cache: { type: 'string', default: '.cache' },
    out: { type: 'string', default: 'dist' },
  },
}, USAGE);
const root = rootFolder(values.root);
const locale = preferredLocale();
/** What was made before and is used again; with --fresh it is empty at the start and gone at the end. */
const memory = values.fresh ? mkdtempSync(join(tmpdir(), 'nenpo-fresh-')) : values.cache;
if (values.fresh) process.on('exit', () => rmSync(memory, { recursive: true, force: true }));
const place = findStore(memory);
const store = new Store(...place);
const aside = join(process.cwd(), '.cache', `build-${process.pid}`);
const asideBeside = `${aside}-beside`;
const steps = values['no-pdf'] ? 3 : 4;
let step = 0;
const PARTS: Readonly<Record<Made['part'], Readonly<Record<Tongue, string>>>> = {
  charts: { ja: '図', en: 'charts' },
  data: { ja: 'オープンデータ', en: 'open data' },
  shared: { ja: '共有用の画像', en: 'cards' },
  search: { ja: '検索', en: 'search' },
};

try {
  await run();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  // A build that failed may still be writing its last pages.
  for (const folder of [aside, asideBeside]) await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}

async function run(): Promise<void> {
  const start = performance.now();
  const files = readData(root, locale);
  const model = await phase({ ja: 'データの確認', en: 'Checking the data' }, () => check(files));
  if (!model) {
    process.exitCode = 1;
    return;
  }
  await phase({ ja: 'サイトとデータの作成', en: 'Building the site and its data' }, () => buildAll(files, model));
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
  const result = await work();
  for (const line of sayReuse(store.takeUses(), locale)) console.log(`      ${line}`);
  console.log(`      ${((performance.now() - start) / 1000).toFixed(1)} s`);
  return result;
}

async function check(files: readonly DataFile[]): Promise<ReportModel | undefined> {
  const { model, diagnostics } = checkData(files, store.remember);
  const text = renderDiagnostics(diagnostics, 'text', locale, (file) => readFileSync(join(root, file), 'utf8'));
  if (text !== '') console.error(text);
  return hasErrors(diagnostics) ? undefined : model;
}

/** The pages, and beside them in a thread of its own what is not made of pages. */
async function buildAll(files: readonly DataFile[], model: ReportModel): Promise<void> {
  const address = readSiteAddress(root);
  await clearUp(dirname(aside), resolve(values.out));
  const beside: Beside = { files, address, folder: asideBeside, store: place };
  const thread = new Worker(new URL('./beside.ts', import.meta.url), { workerData: beside });
  const made = once(thread, 'message').then(([message]) => message as Made[]);
  try {
    await Promise.all([buildSite(model), made]);
    tellMade(await made);
  } finally {
    await thread.terminate();
  }
  await mergeInto(asideBeside, aside);
  writeDirectories(aside, editionsOf(model, address.base), address);
}

async function buildSite(model: ReportModel): Promise<void> {
  handOver({ model, remember: store.remember });
  process.env['NENPO_ROOT'] = root;
  process.env['NENPO_OUT'] = aside;
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  await build({ logLevel: 'warn' });
  await writeFile(join(aside, '_headers'), headersFile(readSiteAddress(root).base));
}

function tellMade(made: readonly Made[]): void {
  for (const { part, files, seconds, uses } of made) {
    console.log(`      ${PARTS[part][locale]}: ${files.toLocaleString('en')}${locale === 'ja' ? ' 件' : ''} (${seconds.toFixed(1)} s)`);
    for (const line of part === 'charts' ? [] : sayReuse(uses, locale)) console.log(`      ${line}`);
  }
  // A chart that was drawn beside the pages just now is no old one.
  const pages = store.takeUses();
  const beside = made.find(({ part }) => part === 'charts')?.uses.get('chart');
  const shown = pages.get('chart');
  if (beside && shown) shown.reused = Math.max(0, shown.reused - (beside.asked - beside.reused));
  for (const line of sayReuse(pages, locale)) console.log(`      ${line}`);
}

async function makeFonts(): Promise<void> {
  const { files, missing } = await subsetSiteFonts(aside, join(memory, 'fonts'));
  for (const { path, bytes } of files) console.log(`      ${path.slice(aside.length + 1)}  ${Math.ceil(bytes / 1024)} KB`);
  if (missing.length > 0) {
    console.warn(locale === 'ja' ? `      書体にない文字: ${missing.join(' ')}` : `      Characters that the typeface lacks: ${missing.join(' ')}`);
  }
}

async function printAll(): Promise<void> {
  await printEditions({ dist: aside, base: readSiteAddress(root).base, paper: A4, cache: printMemory(root, memory), locale, tell: (line) => console.log(`      ${line}`) });
}

