import { execFile } from 'node:child_process';
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import program from '../../package.json' with { type: 'json' };
import { writeWhole } from '../../src/files/write-whole.ts';
import { machine, today } from '../today.ts';
import { editMilliseconds } from './edit.ts';
import { hugoSeconds } from './hugo.ts';
import { writeLargeBody } from './large-body.ts';
import { atMost, time } from './measurement.ts';
import type { Bench, Measurement } from './measurement.ts';
import { watchMemory } from './memory.ts';
import { showTable } from './show.ts';

/** Plan items of the made-up bodies, each with three indicators in two languages. NENPO_BENCH_ITEMS=200,1000 names others. */
const SIZES = (process.env['NENPO_BENCH_ITEMS'] ?? '200,1000,5000').split(',').map(Number);

/** `npm run check -- --fresh` */
const CHECK = [...program.scripts.check.split(' ').slice(1), '--fresh'];

/** How much more than in proportion the largest body may take: what is quadratic would be five times over. */
const LINEAR = 1.5;

/**
 * Checking and building bodies of several sizes, beside a bare script that parses the same YAML and writes as many bytes
 * of HTML. What the figures were last stands in docs/bench-site.md.
 */
export const benchSite: Bench = async (tell) => {
  const work = await mkdtemp(join(tmpdir(), 'nenpo-bench-'));
  const clear = () => rmSync(work, { recursive: true, force: true, maxRetries: 5 });
  const stop = () => process.exit(130);
  process.once('exit', clear).once('SIGINT', stop).once('SIGTERM', stop);
  try {
    await compileCheck();
    const sizes: Size[] = [];
    for (const items of SIZES) {
      sizes.push(await measureSize(join(work, String(items)), items, tell));
      writeWhole('docs/bench-site.md', page([...sizes.flatMap(({ measurements: each }) => each), ...growth(sizes)]));
    }
    return [...sizes.flatMap(({ measurements: each }) => each), ...growth(sizes)];
  } finally {
    clear();
    process.off('exit', clear).off('SIGINT', stop).off('SIGTERM', stop);
  }
};

interface Size {
  readonly items: number;
  readonly check: number;
  readonly build: number;
  readonly measurements: readonly Measurement[];
}

async function measureSize(folder: string, items: number, tell: (line: string) => void): Promise<Size> {
  const [root, out, cache] = [join(folder, 'body'), join(folder, 'dist'), join(folder, 'cache')];
  // Far more than any step should take, on a slow machine that is busy with other things.
  const limit = 300 + items * 0.3;
  const run = (what: string, ...args: string[]) => {
    tell(`${items} items: ${what} …`);
    return time(() => node(args, limit, `${items} items: ${what}`));
  };
  const buildSite = ['scripts/build.ts', '--root', root, '--no-pdf', '--cache', cache, '--out', out];
  writeLargeBody(root, items);
  const [bareParse, check] = await inTheMiddle(items < 5000 ? SHORT : 1, async () => [
    await run('bare parse', 'scripts/bench/bare.ts', root), await run('check', ...CHECK, '--root', root),
  ] as const);
  const peak = watchMemory();
  const build = await run('site', ...buildSite);
  const memory = peak();
  const bare = await run('bare script', 'scripts/bench/bare.ts', root, out, join(folder, 'bare'));
  const hugo = await hugoSeconds(root, out, join(folder, 'hugo'));
  const pages = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html')).length;
  editOneFigure(root);
  const again = await run('site after an edit', ...buildSite);
  const edit = items === EDITED ? await editMilliseconds(root, limit) : undefined;
  const largest = items >= 5000;
  const name = (what: string) => `${items} items: ${what}`;
  return {
    items, check: check.seconds, build: build.seconds,
    measurements: [
      { name: name('bare parse'), value: bareParse.seconds, unit: 's', note: `${items * 3} indicators` },
      { name: name('check'), value: check.seconds, unit: 's' },
      atMost(name('check to bare parse'), check.seconds / bareParse.seconds, '×', 2),
      { name: name('bare script'), value: bare.seconds, unit: 's' },
      { name: name('site'), value: build.seconds, unit: 's', note: `${pages} pages, nothing from before` },
      ...phasesOf(build.result).map(({ phase, seconds }) => ({ name: name(`· ${phase}`), value: seconds, unit: 's' })),
      largest ? atMost(name('site to bare script'), build.seconds / bare.seconds, '×', 6) : { name: name('site to bare script'), value: build.seconds / bare.seconds, unit: '×' },
      ...(hugo === undefined ? [] : [atMost(name('site to Hugo'), build.seconds / hugo, '×', 1)]),
      ...(memory > 0 ? [atMost(name('peak memory of the build'), memory, 'MB', 1500)] : []),
      { name: name('site after an edit of one figure'), value: again.seconds, unit: 's', note: `${(again.seconds / build.seconds).toFixed(2)} of the first time` },
      ...phasesOf(again.result).map(({ phase, seconds }) => ({ name: name(`· ${phase}`), value: seconds, unit: 's' })),
      ...(edit === undefined ? [] : [atMost(name('an edit shows in npm run dev'), edit, 'ms', 300)]),
    ],
  };
}

/** What takes a second or two is timed so often, for other things are at work on every machine. */
const SHORT = 3;

/** The pair whose second takes neither the least nor the most of its first. */
async function inTheMiddle<Timed extends { readonly seconds: number }>(times: number, pair: () => Promise<readonly [Timed, Timed]>): Promise<readonly [Timed, Timed]> {
  const pairs: (readonly [Timed, Timed])[] = [];
  for (let time = 0; time < times; time++) pairs.push(await pair());
  return pairs.sort(([a, b], [c, d]) => b.seconds / a.seconds - d.seconds / c.seconds)[Math.floor(times / 2)]!;
}

/** So that each check is timed as an editor has it, for whom Node compiled the program at an earlier one. */
async function compileCheck(): Promise<void> {
  await node([...CHECK, '--root', 'test/cases/organisations/city'], 60, 'check');
}

/** At so many plan items the page of an editor is watched. */
const EDITED = 1000;

function editOneFigure(root: string): void {
  const file = join(root, 'data/indicators/s-1/days-1.yaml');
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace(/(- at: FY2023\n    value: ")\d+/, '$1333').replace(/(- at: FY2024\n.*\n) *change: .*\n/, '$1'));
}

/** From the smallest to the largest body, the time of an item. */
function growth(sizes: readonly Size[]): Measurement[] {
  const [first, last] = [sizes[0], sizes.at(-1)];
  if (!first || !last || first === last) return [];
  const perItem = (key: 'check' | 'build') => last[key] / last.items / (first[key] / first.items);
  const note = `${last.items} items to ${first.items}`;
  return [
    { ...atMost('check, time of an item', perItem('check'), '×', LINEAR), note },
    { ...atMost('site, time of an item', perItem('build'), '×', LINEAR), note },
  ];
}

/** What the build prints of its phases: `[2/6] Building the site …` and `      7.1 s`. */
function phasesOf(output: string): { phase: string; seconds: number }[] {
  return [...output.matchAll(/^\[\d\/\d\] (.*) …\n(?:(?! {6}[\d.]+ s$).*\n)*? {6}([\d.]+) s$/gm)].map(([, phase = '', seconds]) => ({ phase, seconds: Number(seconds) }));
}

async function node(args: readonly string[], seconds: number, what: string): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [...args], { env: { ...process.env, LANG: 'en' }, maxBuffer: 64_000_000, timeout: seconds * 1000, killSignal: 'SIGKILL' })
    .catch((error: Error & { killed?: boolean; stderr?: string }) => {
      throw new Error(error.killed ? `${what}: not done within ${Math.round(seconds)} s` : `${what}: ${error.stderr || error.message}`);
    });
  return stdout;
}

function page(measurements: readonly Measurement[]): string {
  return `# Speed of check and site

Written by \`npm run bench -- site\` on ${today()}: do not edit. ${machine()}; load of the machine at
the end ${loadavg().map((load) => load.toFixed(1)).join(', ')}. Where that is more than it has cores, others were at work on it and every figure is too high. Seconds differ from machine to machine, and with what else runs there; the ratios are of one run.

\`\`\`
${showTable(measurements.map((each) => ({ part: 'site', ...each }))).trimEnd()}
\`\`\`

The bare script parses the same YAML with the same parser and writes as many pages of as many bytes. All are timed as whole
processes, the start of Node included; the check in the form in which Node compiled it at an earlier one. After an edit the site is built
again with what the first build left in its memory.
`;
}
