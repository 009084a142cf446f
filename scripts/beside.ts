import { parentPort, workerData } from 'node:worker_threads';
import type { Use } from '../src/cache/store.ts';
import { Store } from '../src/cache/store.ts';
import { deriveModel } from '../src/derive/model.ts';
import type { DataFile } from '../src/load/files.ts';
import { loadReport } from '../src/load/load.ts';
import type { SiteAddress } from '../src/load/site-address.ts';
import { editionsOf } from '../src/view/editions.ts';
import { viewAllCharts } from '../src/view/target-charts.ts';
import { writeCards } from './write-cards.ts';
import { writeOpenData } from './write-open-data.ts';
import { writeSearchIndex } from './write-search-index.ts';

/** What is made beside the pages, in a thread of its own: all that is made of the data and not of the pages. */
export interface Beside {
  /** The data, which the check found to be right. */
  readonly files: readonly DataFile[];
  readonly address: SiteAddress;
  readonly folder: string;
  readonly store: readonly [folder: string, program: string];
}

/** How long each part took, and how much of it was there. */
export interface Made {
  readonly part: 'charts' | 'data' | 'shared' | 'search';
  readonly seconds: number;
  readonly files: number;
  readonly uses: ReadonlyMap<string, Use>;
}

if (parentPort) {
  const { files, address, folder, store: place } = workerData as Beside;
  const { url, base } = address;
  const store = new Store(...place);
  const { report } = loadReport(files, store.remember);
  if (!report) throw new RangeError('no report');
  const model = deriveModel(report);
  store.takeUses();
  const editions = editionsOf(model, base, store.remember);
  const made: Made[] = [];
  const make = async (part: Made['part'], work: () => number | Promise<number>) => {
    const start = performance.now();
    const files = await work();
    made.push({ part, files, seconds: (performance.now() - start) / 1000, uses: store.takeUses() });
  };
  // From the last chart to the first, as the pages go from the first to the last: each finds what the other has drawn.
  await make('charts', () => editions.flatMap((edition) => viewAllCharts(edition)).toReversed().map(({ svg }) => svg).length);
  await make('data', () => writeOpenData(folder, editions, new URL(base, url).href));
  await make('shared', () => writeCards(folder, editions, store.rememberLater));
  await make('search', () => writeSearchIndex(folder, editions, store.rememberLater));
  parentPort.postMessage(made);
}
