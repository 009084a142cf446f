import { once } from 'node:events';
import type { Use } from '../src/cache/store.ts';
import { digestOfData } from '../src/cache/digest.ts';
import { forgetKept } from '../src/cache/kept-by.ts';
import { Store } from '../src/cache/store.ts';
import { checkBody } from '../src/check/body.ts';
import { hasErrors } from '../src/check/check.ts';
import type { ReportModel } from '../src/derive/model.ts';
import { deriveModel } from '../src/derive/model.ts';
import { renderDiagnostics } from '../src/diagnostics/render.ts';
import { troubleOf } from '../src/files/trouble.ts';
import type { Trouble } from '../src/files/trouble.ts';
import { Typefaces } from '../src/fonts/faces.ts';
import { PageTexts } from '../src/fonts/site-text.ts';
import { filesIn, readBeside, readBody, readDataFiles, textIn } from '../src/load/files.ts';
import type { Beside, DataFile, PublicFile } from '../src/load/files.ts';
import { loadReport } from '../src/load/load.ts';
import type { SiteAddress } from '../src/load/site-address.ts';
import { readOwnTypefaces } from '../src/load/typefaces.ts';
import type { Locale, Tongue } from '../src/locale.ts';
import { handOver } from '../src/site/handed.ts';
import { editionsOf } from '../src/view/editions.ts';
import type { Edition } from '../src/view/edition.ts';
import { findPages, openBundle, renderPage } from './bundle.ts';
import type { Bundle, Page } from './bundle.ts';
import { layTogether } from './memory.ts';
import { publishFiles } from './publish-files.ts';
import { writeDirectories } from './write-directories.ts';
import { writeFiles } from './write-files.ts';
import { writeOpenData } from './write-open-data.ts';
import { writeSearchIndex } from './write-search-index.ts';
import { writeSeries } from './write-series.ts';

/** What a maker has from the start. */
export interface Given {
  readonly root: string;
  readonly address: SiteAddress;
  /** Where it writes the pages, and where all else. */
  readonly site: string;
  readonly beside: string;
  readonly store: readonly [folder: string, program: string];
  /** Of what it says. */
  readonly tongue: Tongue;
}

/** What it can be asked to do. Before all else it is asked for `check`, or for `load` where another checks the same data. */
export interface Tasks {
  readonly check: (of: undefined) => Promise<Checked>;
  /** Gives the digest of the data. */
  readonly load: (of: undefined) => Promise<string>;
  readonly data: (of: undefined) => Promise<number>;
  readonly cards: (of: undefined) => Promise<number>;
  readonly series: (locale: Locale) => Promise<void>;
  readonly search: (locale: Locale) => Promise<number>;
  /** Takes the bundle of the pages, and gives of each page, in one and the same order, whether it is a large one. */
  readonly open: (of: Bundle) => Promise<boolean[]>;
  /** Takes the numbers of pages, and gives the files of those that are pages and not something beside them. */
  readonly pages: (of: readonly number[]) => Promise<string[]>;
  /** The same, of a page that is better made while no other one is. */
  readonly largePage: (of: number) => Promise<string[]>;
  /** Takes over what the body publishes as it is. */
  readonly publish: (of: undefined) => Promise<void>;
  /** What the pages are found by, when they are all there. */
  readonly directories: (of: undefined) => Promise<void>;
  /** What it has used, and the characters that its pages show, by their language. */
  readonly end: (of: undefined) => Promise<Ended>;
}

export interface Checked {
  /** What is wrong with the data, for people; '' where nothing is. */
  readonly text: string;
  readonly isRight: boolean;
  readonly digest: string;
  readonly locales: readonly Locale[];
  readonly uses: ReadonlyMap<string, Use>;
}

export interface Ended {
  readonly uses: ReadonlyMap<string, Use>;
  readonly shown: ReadonlyMap<Locale, ReadonlySet<number>>;
}

export interface Asked<Kind extends keyof Tasks = keyof Tasks> {
  readonly kind: Kind;
  readonly of: Parameters<Tasks[Kind]>[0];
}

/** To what was asked under a number. An error does not take along what the file system says of it. */
export type Answer = { readonly to: number } & ({ readonly value: unknown } | { readonly error: unknown; readonly trouble: Trouble | undefined });

process.on('disconnect', () => process.exit());
const [given] = (await once(process, 'message')) as [Given];
const { root, address, site, beside, tongue } = given;
const store = new Store(...given.store);
const shown = new PageTexts();
let editions: readonly Edition[] = [];
let pages: readonly Page[] = [];
let published: readonly PublicFile[] = [];

const tasks: Tasks = {
  async check() {
    const body = readBody(root);
    const { model, diagnostics } = checkBody(body, store.remember);
    const text = renderDiagnostics(diagnostics, 'text', tongue, textIn(filesIn(body)));
    const isRight = !hasErrors(diagnostics) && model !== undefined;
    if (isRight) begin(model, body);
    return { text, isRight, locales: editions.map(({ locale }) => locale), uses: store.takeUses(), digest: digestOf(body.data, body) };
  },
  async load() {
    const [data, beside] = [readDataFiles(root), readBeside(root)];
    const { report } = loadReport(data, store.remember);
    store.takeUses();
    if (report) begin(deriveModel(report), beside);
    return digestOf(data, beside);
  },
  data: () => writeOpenData(beside, editions, new URL(address.base, address.url).href).finally(layTogether),
  async cards() {
    // It draws with a library that takes its time and memory to begin: in one maker only.
    const { writeCards } = await import('./write-cards.ts');
    return writeCards(beside, editions, new Typefaces(readOwnTypefaces(root)), store.rememberLater);
  },
  series: async (locale) => writeSeries(beside, editionIn(locale)),
  search: (locale) => {
    layTogether();
    return writeSearchIndex(beside, editionIn(locale), store.rememberLater).finally(layTogether);
  },
  async open(bundle) {
    await openBundle(bundle);
    pages = await findPages(address);
    return pages.map(({ isLarge }) => isLarge);
  },
  pages: makePages,
  largePage: (page) => {
    layTogether();
    return makePages([page]);
  },
  publish: async () => publishFiles(root, published, beside),
  directories: async () => writeDirectories(site, editions, address),
  end: async () => ({ uses: store.takeUses(), shown: shown.byLanguage }),
};

process.on('message', ({ kind, of, number: to }: Asked & { readonly number: number }) => {
  const answer = (each: Answer) => process.send?.(each);
  (tasks[kind] as (of: unknown) => Promise<unknown>)(of).then((value) => answer({ to, value }), (error: unknown) => answer({ to, error, trouble: troubleOf(error) }));
});

function editionIn(locale: Locale): Edition {
  return editions.find((edition) => edition.locale === locale)!;
}

async function makePages(numbers: readonly number[]): Promise<string[]> {
  const made: string[] = [];
  for (const number of numbers) {
    const page = pages[number]!;
    const { content, isPage } = await renderPage(page);
    writeFiles(site, [{ path: page.file, content }]);
    if (!isPage) continue;
    made.push(page.file);
    shown.addPage(content);
  }
  return made;
}

/** Of all that a page is made from. */
function digestOf(data: readonly DataFile[], { content }: Beside): string {
  return digestOfData([data, content]);
}

function begin(model: ReportModel, beside: Beside): void {
  handOver({ model, beside, remember: store.remember });
  published = beside.published;
  editions = editionsOf(model, address.base, store.remember);
  // What was kept for a second check of changed data is not needed where the data stay.
  forgetKept();
  layTogether();
}
