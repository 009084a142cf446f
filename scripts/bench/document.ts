import { cpus, loadavg, totalmem } from 'node:os';
import type { Measurement } from './measurement.ts';
import { showValue } from './show.ts';

/** Measurements as a page of the documentation, with the day, the machine and how busy it was. */
export function writeDocument(part: string, measurements: readonly Measurement[], now: Date): string {
  const [first] = cpus();
  const machine = `${first?.model.trim() ?? ''}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}; load before the end ${loadavg().map((load) => load.toFixed(1)).join(', ')}`;
  const rows = measurements.map(({ name, value, unit, more, bound = '', met, note = '' }) =>
    `| ${name} | ${showValue(value, unit, more)} | ${bound} | ${met === undefined ? '' : met ? 'kept' : '**broken**'} | ${note} |`);
  return `# Bench: ${part}

Written by \`npm run bench -- ${part} --write docs/bench-${part}.md\` on ${now.toISOString().slice(0, 10)}; do not edit.
All figures are of one run on one machine: seconds differ elsewhere and with what else the machine is doing, the ratios hold.

Machine: ${machine}.

| What | Measured | Bound | | |
|---|---:|---|---|---|
${rows.join('\n')}
`;
}
