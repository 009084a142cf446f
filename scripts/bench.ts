import { writeWhole } from '../src/files/write-whole.ts';
import { writeDocument } from './bench/document.ts';
import { benchPdf } from './bench/pdf.ts';
import { benchSite } from './bench/site.ts';
import { showTable } from './bench/show.ts';
import type { Bench, Measurement } from './bench/measurement.ts';
import { finish, readOptions } from './command.ts';

/**
 * npm run bench [-- PART …] [--json] [--write FILE]: measures the product against its bounds, and against others on the
 * same machine in the same run. Seconds differ from machine to machine; the ratios between them hold. `--write` keeps the
 * figures of one part as a page of the documentation. Exits 1 where a bound is broken.
 */
const PARTS: Readonly<Record<string, Bench>> = { site: benchSite, pdf: benchPdf };

const USAGE = `npm run bench -- [${Object.keys(PARTS).join('|')}] [--json] [--write FILE]\n`;

const { values, positionals } = readOptions({ allowPositionals: true, options: { json: { type: 'boolean', default: false }, write: { type: 'string' } } }, USAGE);
if (positionals.some((part) => !(part in PARTS))) finish(USAGE, 2);

const measurements: (Measurement & { readonly part: string })[] = [];
for (const part of positionals.length > 0 ? positionals : Object.keys(PARTS)) {
  const tell = (line: string) => process.stderr.write(`${part}: ${line}\n`);
  const measured = await PARTS[part]!(tell).catch((error: unknown) => finish(`${error instanceof Error ? error.message : String(error)}\n`, 1));
  measurements.push(...measured.map((measurement) => ({ part, ...measurement })));
}
process.stdout.write(values.json ? `${JSON.stringify(measurements, null, 2)}\n` : showTable(measurements));
if (values.write !== undefined) writeWhole(values.write, writeDocument(positionals[0] ?? 'pdf', measurements, new Date()));
if (measurements.some(({ met }) => met === false)) process.exitCode = 1;
