import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { build } from 'astro';
import { Store } from '../src/cache/store.ts';
import { checkData, hasErrors } from '../src/check/check.ts';
import type { ReportModel } from '../src/derive/model.ts';
import { renderDiagnostics } from '../src/diagnostics/render.ts';
import { readSiteText } from '../src/fonts/site-text.ts';
import type { SiteText } from '../src/fonts/site-text.ts';
import { subsetSiteFonts } from '../src/fonts/subset.ts';
import type { DataFile } from '../src/load/files.ts';
import { readSiteAddress } from '../src/load/site-address.ts';
import type { Tongue } from '../src/locale.ts';
import { A4 } from '../src/pdf/paper.ts';
import { handOver } from '../src/site/handed.ts';
import { headersFile } from '../src/site/policy.ts';
import { editionsOf } from '../src/view/editions.ts';
import type { Bundle, Page } from './bundle.ts';
import { readOptions } from './command.ts';
import { freeMemory, growSlowly } from './memory.ts';
import { preferredLocale } from './preferred-locale.ts';
import { prerenderWith } from './prerender.ts';
import { printEditions } from './print-editions.ts';
import { clearUp, mergeInto, putInPlace } from './put-in-place.ts';
import { readData } from './read-data.ts';
import { printMemory, rootFolder } from './root.ts';
import { findStore, sayReuse, sumUses } from './store.ts';
import { Threads } from './threads.ts';
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

growSlowly();
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

/** The pages, and what is not made of pages: all in as many threads as there are processors. Gives what there is to draw. */
async function buildAll(files: readonly DataFile[], model: ReportModel): Promise<SiteText> {
  const address = readSiteAddress(root);
  const editions = editionsOf(model, address.base, store.remember);
  await clearUp(dirname(aside), resolve(values.out));
  process.env['NENPO_ROOT'] = root;
  process.env['NENPO_OUT'] = aside;
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  const threads = new Threads({ files, address, site: aside, beside: asideBeside, store: place });
  const pages = new Set<string>();
  try {
    await Promise.all([
      part({ ja: 'オープンデータ', en: 'open data' }, [threads.ask('data', undefined)]),
      part({ ja: '検索', en: 'search' }, editions.map((edition) => threads.ask('search', edition.locale))),
      part({ ja: '共有用の画像', en: 'cards' }, [threads.ask('cards', undefined)]),
      buildPages(model, address.base, threads, pages),
    ]);
    const ended = await threads.end();
    for (const line of sayReuse(sumUses(ended), locale)) console.log(`      ${line}`);
    await mergeInto(asideBeside, aside);
    await writeFile(join(aside, '_headers'), headersFile(address.base));
    writeDirectories(aside, editions, address);
    const { pages: others, code } = await readSiteText(aside, pages);
    return { pages: new Set([others, ...ended.map(({ shown }) => shown)].flatMap((each) => [...each])), code };
  } finally {
    await threads.stop();
  }
}

/** Astro bundles the pages and finds which there are; the threads make and write them. `pages`: takes their files. */
async function buildPages(model: ReportModel, base: string, threads: Threads, pages: Set<string>): Promise<void> {
  handOver({ model, remember: store.remember });
  const make = async (bundle: Bundle, page: Page): Promise<void> => {
    const file = fileOf(decodeURI(new URL(page.url).pathname).slice(base.length));
    if (await threads.ask('page', { bundle, file, ...page })) pages.add(file);
  };
  await build({ logLevel: 'warn', integrations: [prerenderWith(make)] });
}

/** ja/targets/ → ja/targets/index.html; the page for addresses that there are not has a name of its own, which hosts know. */
function fileOf(address: string): string {
  if (address === '404/') return '404.html';
  return address === '' || address.endsWith('/') ? `${address}index.html` : address;
}

async function part(name: Readonly<Record<Tongue, string>>, made: readonly Promise<number>[]): Promise<void> {
  const start = performance.now();
  const files = (await Promise.all(made)).reduce((sum, each) => sum + each, 0);
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

