import { execFile } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { machine, today } from '../today.ts';
import { hugoSeconds } from './hugo.ts';
import { writeLargeBody } from './large-body.ts';
import { atMost, time } from './measurement.ts';
import type { Bench, Measurement } from './measurement.ts';
import { watchMemory } from './memory.ts';
import { showTable } from './show.ts';

/** Plan items of the made-up bodies, each with three indicators in two languages. NENPO_BENCH_ITEMS=200,1000 names others. */
const SIZES = (process.env['NENPO_BENCH_ITEMS'] ?? '200,1000,5000').split(',').map(Number);

/** How much more than in proportion the largest body may take: what is quadratic would be five times over. */
const LINEAR = 1.5;

/**
 * Checking and building bodies of several sizes, beside a bare script that parses the same YAML and writes as many bytes
 * of HTML. What the figures were last stands in docs/bench-site.md.
 */
export const benchSite: Bench = async (tell) => {
  const work = await mkdtemp(join(tmpdir(), 'nenpo-bench-'));
  try {
    const sizes: Size[] = [];
    for (const items of SIZES) sizes.push(await measureSize(join(work, String(items)), items, tell));
    const measurements = [...sizes.flatMap(({ measurements: each }) => each), ...growth(sizes)];
    writeFileSync('docs/bench-site.md', page(measurements));
    return measurements;
  } finally {
    await rm(work, { recursive: true });
  }
};

interface Size {
  readonly items: number;
  readonly check: number;
  readonly build: number;
  readonly measurements: readonly Measurement[];
}

async function measureSize(folder: string, items: number, tell: (line: string) => void): Promise<Size> {
  const [root, out] = [join(folder, 'body'), join(folder, 'dist')];
  writeLargeBody(root, items);
  tell(`${items} items: check …`);
  const bareParse = await time(() => node(['scripts/bench/bare.ts', root]));
  const check = await time(() => node(['scripts/check.ts', '--root', root]));
  tell(`${items} items: site …`);
  const peak = watchMemory();
  const build = await time(() => node(['scripts/build.ts', '--root', root, '--no-pdf', '--out', out]));
  const memory = peak();
  tell(`${items} items: bare script …`);
  const bare = await time(() => node(['scripts/bench/bare.ts', root, out, join(folder, 'bare')]));
  const hugo = await hugoSeconds(root, out, join(folder, 'hugo'));
  const pages = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html')).length;
  const largest = items >= 5000;
  const name = (what: string) => `${items} items: ${what}`;
  return {
    items, check: check.seconds, build: build.seconds,
    measurements: [
      { name: name('bare parse'), value: bareParse.seconds, unit: 's', note: `${items * 3} indicators` },
      { name: name('check'), value: check.seconds, unit: 's' },
      atMost(name('check to bare parse'), check.seconds / bareParse.seconds, '×', 2),
      { name: name('bare script'), value: bare.seconds, unit: 's' },
      { name: name('site'), value: build.seconds, unit: 's', note: `${pages} pages` },
      ...phasesOf(build.result).map(({ phase, seconds }) => ({ name: name(`· ${phase}`), value: seconds, unit: 's' })),
      largest ? atMost(name('site to bare script'), build.seconds / bare.seconds, '×', 6) : { name: name('site to bare script'), value: build.seconds / bare.seconds, unit: '×' },
      ...(hugo === undefined ? [] : [atMost(name('site to Hugo'), build.seconds / hugo, '×', 1)]),
      ...(memory > 0 ? [atMost(name('peak memory of the build'), memory, 'MB', 1500)] : []),
    ],
  };
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

async function node(args: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [...args], { env: { ...process.env, LANG: 'en' }, maxBuffer: 64_000_000 });
  return stdout;
}

function page(measurements: readonly Measurement[]): string {
  return `# Speed of check and site

Written by \`npm run bench -- site\` on ${today()}: do not edit. ${machine()}.
Seconds differ from machine to machine, and with what else runs there; the ratios are of one run.

\`\`\`
${showTable(measurements.map((each) => ({ part: 'site', ...each }))).trimEnd()}
\`\`\`

The bare script parses the same YAML with the same parser and writes as many pages of as many bytes. All are timed as whole
processes, the start of Node included.
`;
}
