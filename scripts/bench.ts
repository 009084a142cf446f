import { parseArgs } from 'node:util';
import { benchPdf } from './bench/pdf.ts';
import { benchSite } from './bench/site.ts';
import { showTable } from './bench/show.ts';
import type { Bench } from './bench/measurement.ts';

/**
 * npm run bench [-- PART …] [--json]: measures the product against its bounds, and against others on the same machine in
 * the same run. Seconds differ from machine to machine; the ratios between them hold. Exits 1 where a bound is broken.
 */
const PARTS: Readonly<Record<string, Bench>> = { site: benchSite, pdf: benchPdf };

const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'boolean', default: false } } });
const unknown = positionals.filter((part) => !(part in PARTS));
if (unknown.length > 0) {
  console.error(`npm run bench -- [${Object.keys(PARTS).join('|')}] [--json]: ${unknown.join(', ')}?`);
  process.exit(2);
}

const measurements = [];
for (const part of positionals.length > 0 ? positionals : Object.keys(PARTS)) {
  const tell = (line: string) => process.stderr.write(`${part}: ${line}\n`);
  measurements.push(...(await PARTS[part]!(tell)).map((measurement) => ({ part, ...measurement })));
}
process.stdout.write(values.json ? `${JSON.stringify(measurements, null, 2)}\n` : showTable(measurements));
if (measurements.some(({ met }) => met === false)) process.exitCode = 1;
