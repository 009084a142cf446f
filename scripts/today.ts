import { cpus } from 'node:os';

/** The day of a measurement, which stands with it in docs/. Nothing that the data are made into knows it. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}

/** The machine of a measurement. */
export function machine(): string {
  const [first] = cpus();
  return `${first?.model.trim() ?? process.arch}, ${cpus().length} cores, Node ${process.version}`;
}
