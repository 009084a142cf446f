import { once } from 'node:events';
import { Worker, parentPort, workerData } from 'node:worker_threads';
import { build } from 'astro';
import type { Use } from '../src/cache/store.ts';
import { Store } from '../src/cache/store.ts';
import { deriveModel } from '../src/derive/model.ts';
import { readSiteText } from '../src/fonts/site-text.ts';
import type { SiteText } from '../src/fonts/site-text.ts';
import type { DataFile } from '../src/load/files.ts';
import { loadReport } from '../src/load/load.ts';
import type { Locale } from '../src/locale.ts';
import { handOver } from '../src/site/handed.ts';

/** The pages of one language, which are made in a thread of their own. */
export interface Pages {
  readonly root: string;
  /** The data, which the check found to be right. */
  readonly files: readonly DataFile[];
  readonly locale: Locale;
  /** Where they are written, with all that they need. */
  readonly folder: string;
  readonly store: readonly [folder: string, program: string];
}

export interface MadePages {
  readonly uses: ReadonlyMap<string, Use>;
  /** What the typeface has to draw. */
  readonly text: SiteText;
}

/** @throws what a page throws */
export async function makePages(pages: Pages, signal: AbortSignal): Promise<MadePages> {
  const env = { ...process.env, NENPO_ROOT: pages.root, NENPO_OUT: pages.folder, ASTRO_TELEMETRY_DISABLED: '1' };
  const thread = new Worker(new URL(import.meta.url), { workerData: pages, env });
  try {
    const [made] = await once(thread, 'message', { signal });
    return made as MadePages;
  } finally {
    await thread.terminate();
  }
}

if (parentPort) {
  const { files, locale, folder, store: place } = workerData as Pages;
  const store = new Store(...place);
  const { report } = loadReport(files, store.remember);
  if (!report) throw new RangeError('no report');
  store.takeUses();
  handOver({ model: deriveModel(report), remember: store.remember, locale });
  await build({ logLevel: 'warn' });
  parentPort.postMessage({ uses: store.takeUses(), text: await readSiteText(folder) } satisfies MadePages);
}
