import { cp, rm, writeFile } from 'node:fs/promises';
import { enableCompileCache } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import type { Use } from '../src/cache/store.ts';
import { Typefaces } from '../src/fonts/faces.ts';
import { PageTexts, readSiteText } from '../src/fonts/site-text.ts';
import type { SiteText } from '../src/fonts/site-text.ts';
import { readSiteAddress } from '../src/load/site-address.ts';
import { readOwnTypefaces } from '../src/load/typefaces.ts';
import type { Locale, Tongue } from '../src/locale.ts';
import { A4 } from '../src/pdf/paper.ts';
import { headersFile } from '../src/site/policy.ts';
import { bundlePages } from './bundle-pages.ts';
import type { Bundled } from './bundle-pages.ts';
import { endAtSignals, readOptions } from './command.ts';
import { tellEnd } from './describe-trouble.ts';
import type { Checked } from './maker.ts';
import { Makers } from './makers.ts';
import { preferredLocale } from './preferred-locale.ts';
import { PATIENTLY, clearUp, mergeInto, needPlace, putInPlace } from './put-in-place.ts';
import { needData } from './read-data.ts';
import { printMemory, rootFolder } from './root.ts';
import { findMade, findStore, sayReuse, sumUses } from './store.ts';
import { ownTemporaryFolder } from './temporary.ts';

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
needData(root, locale);
needPlace(resolve(values.out), locale);
const clear = ownTemporaryFolder();
endAtSignals(clear);
const address = readSiteAddress(root);
const typefaces = new Typefaces(readOwnTypefaces(root));
const aside = join(process.cwd(), '.cache', `build-${process.pid}`);
const [asideBeside, asideBundle, asideMemory] = [`${aside}-beside`, `${aside}-bundle`, `${aside}-memory`];
/** What was made before and is used again; with --fresh it is empty at the start and gone at the end. */
const memory = values.fresh ? asideMemory : values.cache;
const steps = values['no-pdf'] ? 3 : 4;
let step = 0;

/** Pages that are made one after the other before word of them is given. */
const OF_A_LOT = 8;

const CHANGED: Readonly<Record<Tongue, string>> = {
  ja: 'データが、読んでいる間に変わりました。もう一度作成してください。',
  en: 'The data changed while they were being read. Build again.',
};

try {
  await run();
} catch (error) {
  console.error(tellEnd(error, locale));
  process.exitCode = 1;
} finally {
  for (const folder of [aside, asideBeside, asideBundle, asideMemory]) await rm(folder, PATIENTLY);
  clear();
}

async function run(): Promise<void> {
  const start = performance.now();
  const text = await makeSite();
  if (!text) {
    process.exitCode = 1;
    return;
  }
  await phase({ ja: '書体の準備', en: 'Preparing the fonts' }, () => makeFonts(text));
  if (!values['no-pdf']) await phase({ ja: 'PDF の印刷', en: 'Printing the PDFs' }, printAll);
  await putInPlace(aside, resolve(values.out));
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(locale === 'ja' ? `\n${values.out}/ ができました（${seconds} 秒）。` : `\n${values.out}/ is ready (${seconds} s).`);
}

/** Checks the data and makes all that is made of them. Gives what there is to draw; undefined where the data are wrong. */
async function makeSite(): Promise<SiteText | undefined> {
  await clearUp(dirname(aside), resolve(values.out));
  Object.assign(process.env, { NENPO_ROOT: root, ASTRO_TELEMETRY_DISABLED: '1' });
  const store = findStore(memory);
  const made = values.fresh ? undefined : findMade(store[1], address);
  if (made) useCompiled(made.compiled);
  const makers = new Makers({ root, address, site: aside, beside: asideBeside, store, tongue: locale });
  const bundling = new AbortController();
  try {
    // One checks, the others read what it checks, and the pages are bundled meanwhile: none needs another, and most data are right.
    const bundle = bundlePages(asideBundle, made?.bundle, bundling.signal);
    const loaded = makers.askEach('load', undefined, 1);
    void Promise.allSettled([bundle, loaded]);
    const { isRight, locales, digest } = await phase({ ja: 'データの確認', en: 'Checking the data' }, () => check(makers), ({ uses }) => uses);
    if (!isRight) return undefined;
    if ((await loaded).some((other) => other !== digest)) throw new Error(CHANGED[locale]);
    return await phase({ ja: 'サイトとデータの作成', en: 'Building the site and its data' }, () => buildAll(makers, locales, bundle));
  } finally {
    bundling.abort();
    makers.stop();
  }
}

/** By this process from now on, and by those that it starts. */
function useCompiled(folder: string): void {
  enableCompileCache(folder);
  process.env['NODE_COMPILE_CACHE'] ??= folder;
}

async function check(makers: Makers): Promise<Checked> {
  const checked = await makers.ask('check', undefined);
  if (checked.text !== '') console.error(checked.text);
  return checked;
}

async function phase<T>(name: Record<Tongue, string>, work: () => Promise<T>, usesOf?: (result: T) => ReadonlyMap<string, Use>): Promise<T> {
  step += 1;
  const start = performance.now();
  console.log(`[${step}/${steps}] ${name[locale]} …`);
  const result = await work();
  for (const line of sayReuse(usesOf?.(result) ?? new Map(), locale)) console.log(`      ${line}`);
  console.log(`      ${((performance.now() - start) / 1000).toFixed(1)} s`);
  return result;
}

/** The pages, and what is not made of pages: all by as many makers as there are processors. Gives what there is to draw. */
async function buildAll(makers: Makers, locales: readonly Locale[], bundled: Promise<Bundled>): Promise<SiteText> {
  const pages = new Set<string>();
  await Promise.all([
    part({ ja: 'オープンデータ', en: 'open data' }, makers.ask('data', undefined)),
    part({ ja: '検索', en: 'search' }, makeSearch(makers, locales)),
    part({ ja: '共有用の画像', en: 'cards' }, makers.ask('cards', undefined)),
    ...locales.map((each) => makers.ask('series', each)),
    makers.ask('publish', undefined),
    makePages(makers, bundled, pages),
  ]);
  await makers.ask('directories', undefined);
  const ended = await makers.askEach('end', undefined);
  makers.stop();
  for (const line of sayReuse(sumUses(ended), locale)) console.log(`      ${line}`);
  await mergeInto(asideBeside, aside);
  await writeFile(join(aside, '_headers'), headersFile(address.base));
  const shown = new PageTexts();
  for (const [tag, codes] of ended.flatMap((each) => [...each.shown])) shown.add(tag, codes);
  return await readSiteText(aside, pages, shown);
}

/** One language after the other: an index in the making is large. */
async function makeSearch(makers: Makers, locales: readonly Locale[]): Promise<number> {
  let files = 0;
  for (const each of locales) files += await makers.ask('search', each);
  return files;
}

/** Large ones one after the other, for two would want much memory at once. `pages`: takes the files of those that are pages. */
async function makePages(makers: Makers, bundled: Promise<Bundled>, pages: Set<string>): Promise<void> {
  const { bundle, site } = await bundled;
  await cp(site, aside, { recursive: true });
  const [isLarge = []] = await makers.askEach('open', bundle);
  const numbers = [...isLarge.keys()];
  const made = (files: readonly string[]) => files.forEach((file) => pages.add(file));
  const makeLarge = async () => {
    for (const page of numbers.filter((number) => isLarge[number])) made(await makers.ask('largePage', page));
  };
  // Each takes the next lot that none has taken.
  const lots = inLots(numbers.filter((number) => !isLarge[number]));
  const makeSmall = async () => {
    for (const lot of lots) made(await makers.ask('pages', lot));
  };
  await Promise.all([makeLarge(), ...Array.from({ length: makers.atHand }, makeSmall)]);
}

function* inLots(pages: readonly number[]): Generator<readonly number[]> {
  for (let start = 0; start < pages.length; start += OF_A_LOT) yield pages.slice(start, start + OF_A_LOT);
}

async function part(name: Readonly<Record<Tongue, string>>, made: Promise<number>): Promise<void> {
  const start = performance.now();
  const files = await made;
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`      ${name[locale]}: ${files.toLocaleString('en')}${locale === 'ja' ? ' 件' : ''} (${seconds} s)`);
}

async function makeFonts(text: SiteText): Promise<void> {
  const { subsetSiteFonts } = await import('../src/fonts/subset.ts');
  const { files, missing } = await subsetSiteFonts(aside, text, typefaces, join(memory, 'fonts'));
  for (const { path, bytes } of files) console.log(`      ${path.slice(aside.length + 1)}  ${Math.ceil(bytes / 1024)} KB`);
  if (missing.length > 0) {
    console.warn(locale === 'ja' ? `      書体にない文字: ${missing.join(' ')}` : `      Characters that the typeface lacks: ${missing.join(' ')}`);
  }
}

async function printAll(): Promise<void> {
  const { printEditions } = await import('./print-editions.ts');
  await printEditions({ dist: aside, base: address.base, paper: A4, typefaces, cache: printMemory(root, memory), locale, tell: (line) => console.log(`      ${line}`) });
}

