import { mkdtempSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { Store } from '../src/cache/store.ts';
import { checkData, hasErrors } from '../src/check/check.ts';
import type { ReportModel } from '../src/derive/model.ts';
import { renderDiagnostics } from '../src/diagnostics/render.ts';
import { joinTexts, readSiteText } from '../src/fonts/site-text.ts';
import type { SiteText } from '../src/fonts/site-text.ts';
import { subsetSiteFonts } from '../src/fonts/subset.ts';
import type { DataFile } from '../src/load/files.ts';
import { readSiteAddress } from '../src/load/site-address.ts';
import type { SiteAddress } from '../src/load/site-address.ts';
import type { Tongue } from '../src/locale.ts';
import { A4 } from '../src/pdf/paper.ts';
import { headersFile } from '../src/site/policy.ts';
import type { Edition } from '../src/view/edition.ts';
import { editionsOf } from '../src/view/editions.ts';
import { readOptions } from './command.ts';
import { freeMemory } from './free-memory.ts';
import { makePages } from './pages.ts';
import type { MadePages } from './pages.ts';
import { preferredLocale } from './preferred-locale.ts';
import { printEditions } from './print-editions.ts';
import { clearUp, mergeInto, putInPlace } from './put-in-place.ts';
import { readData } from './read-data.ts';
import { printMemory, rootFolder } from './root.ts';
import { findStore, sayReuse, sumUses } from './store.ts';
import { writeCards } from './write-cards.ts';
import { writeDirectories } from './write-directories.ts';
import { writeOpenData } from './write-open-data.ts';
import { writeSearchIndex } from './write-search-index.ts';

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
const folderOf = (name: string): string => `${aside}-${name}`;
const steps = values['no-pdf'] ? 3 : 4;
let step = 0;

try {
  await run();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  // A build that failed may still be writing its last pages.
  for (const name of readdirSync(dirname(aside)).filter((each) => each === basename(aside) || each.startsWith(`${basename(aside)}-`)))
    await rm(join(dirname(aside), name), { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}

async function run(): Promise<void> {
  const start = performance.now();
  const files = readData(root, locale);
  const model = await phase({ ja: 'データの確認', en: 'Checking the data' }, () => check(files));
  if (!model) {
    process.exitCode = 1;
    return;
  }
  freeMemory();
  const text = await phase({ ja: 'サイトとデータの作成', en: 'Building the site and its data' }, () => buildAll(files, model));
  await phase({ ja: '書体の準備', en: 'Preparing the fonts' }, () => makeFonts(text));
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

/** The pages of each language in a thread of its own, and beside them here what is not made of pages; gives what there is to draw. */
async function buildAll(files: readonly DataFile[], model: ReportModel): Promise<SiteText> {
  const address = readSiteAddress(root);
  const editions = editionsOf(model, address.base, store.remember);
  const [first, ...others] = editions.map(({ locale: tag }) => ({ locale: tag, folder: folderOf(tag) }));
  if (!first) throw new RangeError('no language');
  await clearUp(dirname(aside), resolve(values.out));
  const stop = new AbortController();
  const pages = [first, ...others].map((each) => makePages({ ...each, root, files, store: place }, stop.signal));
  const beside = makeBeside(editions, address);
  const all = Promise.all([...pages, beside]);
  await all.catch(() => stop.abort());
  // Nothing may still be writing when the folders go.
  await Promise.allSettled([...pages, beside]);
  const made = await all;
  for (const line of sayReuse(sumUses(made), locale)) console.log(`      ${line}`);
  renameSync(first.folder, aside);
  for (const { folder } of [...others, { folder: folderOf('beside') }]) await mergeInto(folder, aside);
  await writeFile(join(aside, '_headers'), headersFile(address.base));
  writeDirectories(aside, editions, address);
  return joinTexts(made.map(({ text }) => text));
}

/** All that is made of the data and not of the pages. */
async function makeBeside(editions: readonly Edition[], address: SiteAddress): Promise<MadePages> {
  const folder = folderOf('beside');
  await part({ ja: 'オープンデータ', en: 'open data' }, () => writeOpenData(folder, editions, new URL(address.base, address.url).href));
  await part({ ja: '共有用の画像', en: 'cards' }, () => writeCards(folder, editions, store.rememberLater));
  await part({ ja: '検索', en: 'search' }, () => writeSearchIndex(folder, editions, store.rememberLater));
  return { uses: store.takeUses(), text: await readSiteText(folder) };
}

async function part(name: Readonly<Record<Tongue, string>>, make: () => Promise<number>): Promise<void> {
  const start = performance.now();
  const files = await make();
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`      ${name[locale]}: ${files.toLocaleString('en')}${locale === 'ja' ? ' 件' : ''} (${seconds} s)`);
}

async function makeFonts(text: SiteText): Promise<void> {
  const { files, missing } = await subsetSiteFonts(aside, text, join(memory, 'fonts'));
  for (const { path, bytes } of files) console.log(`      ${path.slice(aside.length + 1)}  ${Math.ceil(bytes / 1024)} KB`);
  if (missing.length > 0) {
    console.warn(locale === 'ja' ? `      書体にない文字: ${missing.join(' ')}` : `      Characters that the typeface lacks: ${missing.join(' ')}`);
  }
}

async function printAll(): Promise<void> {
  await printEditions({ dist: aside, base: readSiteAddress(root).base, paper: A4, cache: printMemory(root, memory), locale, tell: (line) => console.log(`      ${line}`) });
}

