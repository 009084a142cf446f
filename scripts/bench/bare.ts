import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';

/**
 * node scripts/bench/bare.ts ROOT [SITE OUT]: the least that a generator of this data does, in a process of its own. It
 * parses every YAML file and, where a built site is named, writes as many HTML pages of the same size as that has.
 */
const [root = '.', site, out] = process.argv.slice(2);
const start = performance.now();
for (const file of filesIn(join(root, 'data'), '.yaml')) parse(readFileSync(file, 'utf8'));
const parsed = performance.now();
if (site !== undefined && out !== undefined) {
  const line = `<p>${'あ'.repeat(20)}</p>\n`;
  for (const file of filesIn(site, '.html')) {
    const size = statSync(file).size;
    const target = join(out, file.slice(site.length));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, Buffer.from(line.repeat(Math.ceil(size / Buffer.byteLength(line)))).subarray(0, size));
  }
}
console.log(JSON.stringify({ parse: (parsed - start) / 1000, write: (performance.now() - parsed) / 1000 }));

function filesIn(folder: string, end: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith(end)).map((file) => join(folder, file));
}
