import { parentPort, workerData } from 'node:worker_threads';
import type { Use } from '../src/cache/store.ts';
import { Store } from '../src/cache/store.ts';
import { deriveModel } from '../src/derive/model.ts';
import { codePointsOfHtml } from '../src/fonts/code-points.ts';
import type { DataFile } from '../src/load/files.ts';
import { loadReport } from '../src/load/load.ts';
import type { SiteAddress } from '../src/load/site-address.ts';
import type { Locale } from '../src/locale.ts';
import { handOver } from '../src/site/handed.ts';
import { editionsOf } from '../src/view/editions.ts';
import { renderPage } from './bundle.ts';
import type { Bundle, Page } from './bundle.ts';
import { writeCards } from './write-cards.ts';
import { writeFiles } from './write-files.ts';
import { writeOpenData } from './write-open-data.ts';
import { writeSearchIndex } from './write-search-index.ts';

/** What a thread has from the start. */
export interface Given {
  /** The data, which the check found to be right. */
  readonly files: readonly DataFile[];
  readonly address: SiteAddress;
  /** Where it writes the pages, and where all else. */
  readonly site: string;
  readonly beside: string;
  readonly store: readonly [folder: string, program: string];
}

/** What it can be asked to do. */
export interface Tasks {
  readonly data: (of: undefined) => Promise<number>;
  readonly cards: (of: undefined) => Promise<number>;
  readonly search: (locale: Locale) => Promise<number>;
  /** Where it writes it, `file`, is relative to the site: ja/targets/index.html. Gives whether it is a page. */
  readonly page: (page: Page & { readonly bundle: Bundle; readonly file: string }) => Promise<boolean>;
  /** What it has used, and the characters that its pages show. */
  readonly end: (of: undefined) => Promise<Ended>;
}

export interface Ended {
  readonly uses: ReadonlyMap<string, Use>;
  readonly shown: ReadonlySet<number>;
}

export interface Asked<Kind extends keyof Tasks = keyof Tasks> {
  readonly kind: Kind;
  readonly of: Parameters<Tasks[Kind]>[0];
}

/** To what was asked under a number. */
export type Answer = { readonly to: number } & ({ readonly value: unknown } | { readonly error: unknown });

if (parentPort) {
  const port = parentPort;
  const { files, address, site, beside, store: place } = workerData as Given;
  const store = new Store(...place);
  const { report } = loadReport(files, store.remember);
  if (!report) throw new RangeError('no report');
  const model = deriveModel(report);
  store.takeUses();
  handOver({ model, remember: store.remember });
  const editions = editionsOf(model, address.base, store.remember);
  const shown = new Set<number>();
  const tasks: Tasks = {
    data: () => writeOpenData(beside, editions, new URL(address.base, address.url).href),
    cards: () => writeCards(beside, editions, store.rememberLater),
    search: (locale) => writeSearchIndex(beside, editions.filter((edition) => edition.locale === locale), store.rememberLater),
    async page({ bundle, file, ...page }) {
      const { content, isPage } = await renderPage(bundle, page);
      writeFiles(site, [{ path: file, content }]);
      if (isPage) for (const code of codePointsOfHtml(new TextDecoder().decode(content))) shown.add(code);
      return isPage;
    },
    end: async () => ({ uses: store.takeUses(), shown }),
  };
  port.on('message', ({ kind, of, number: to }: Asked & { readonly number: number }) => {
    const answer = (given: Answer) => port.postMessage(given);
    (tasks[kind] as (of: unknown) => Promise<unknown>)(of).then((value) => answer({ to, value }), (error: unknown) => answer({ to, error }));
  });
}
