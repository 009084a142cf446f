import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads';
import { writeWhole } from '../src/files/write-whole.ts';
import { readDataFiles } from '../src/load/files.ts';
import { runTrials } from '../src/mutation/campaign.ts';
import type { Trial } from '../src/mutation/campaign.ts';
import { WRONG } from '../src/mutation/outcome.ts';
import { mutationReport, showTrials } from '../src/mutation/report.ts';
import { readOptions } from './command.ts';
import { preferredLocale } from './preferred-locale.ts';
import { readData } from './read-data.ts';
import { rootFolder } from './root.ts';
import { today } from './today.ts';

/**
 * npm run mutate [-- --count N] [--seed S] [--root DIR] [--jobs N] [--json] [--docs]: makes seeded edits of all kinds in the
 * data, each in memory, and tells what becomes of them. --docs writes the last figures to docs/mutation.md.
 * Exits 1 where something goes wrong.
 */
if (isMainThread) await main();
else work(workerData as Share);

interface Share {
  readonly root: string;
  readonly seed: number;
  readonly from: number;
  readonly to: number;
}

async function main(): Promise<void> {
  const { values } = readOptions({
    options: {
      count: { type: 'string', default: '2000' }, seed: { type: 'string', default: '1' }, root: { type: 'string' },
      jobs: { type: 'string', default: String(Math.min(4, availableParallelism())) }, json: { type: 'boolean', default: false }, docs: { type: 'boolean', default: false },
    },
  }, 'npm run mutate -- [--count N] [--seed S] [--root DIR] [--jobs N] [--json] [--docs]\n');
  const [count, seed, jobs] = [values.count, values.seed, values.jobs].map(Number) as [number, number, number];
  const root = rootFolder(values.root);
  const files = readData(root, preferredLocale()).length;
  const start = performance.now();
  const shares = Array.from({ length: jobs }, (_, job): Share =>
    ({ root, seed, from: Math.floor((count * job) / jobs), to: Math.floor((count * (job + 1)) / jobs) }));
  const trials = (await Promise.all(shares.map(runShare))).flat();
  const campaign = { trials, seed, seconds: (performance.now() - start) / 1000, files };
  process.stdout.write(values.json ? `${JSON.stringify(trials, null, 2)}\n` : showTrials(campaign));
  // Beside the data that it tells of.
  if (values.docs) writeWhole(join(root, 'docs/mutation.md'), mutationReport(campaign, today()));
  if (trials.some(({ outcome }) => WRONG.has(outcome))) process.exitCode = 1;
}

/** Each share in a thread of its own: what an edit does depends on its number only. */
function runShare(share: Share): Promise<Trial[]> {
  const worker = new Worker(new URL(import.meta.url), { workerData: share });
  return new Promise((done, fail) => worker.once('message', done).once('error', fail));
}

function work({ root, seed, from, to }: Share): void {
  parentPort?.postMessage(runTrials(readDataFiles(root), seed, from, to));
}
