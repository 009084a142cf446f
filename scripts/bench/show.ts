import type { Measurement } from './measurement.ts';

/** Measurements as aligned lines: part, name, value, bound, whether it is kept. */
export function showTable(measurements: readonly (Measurement & { readonly part: string })[]): string {
  const rows = measurements.map(({ part, name, value, unit, more, bound = '', met, note = '' }) =>
    [part, name, showValue(value, unit, more), bound, met === undefined ? '' : met ? 'kept' : 'BROKEN', note]);
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(0, ...rows.map((row) => row[column]!.length)));
  return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd()).join('\n').concat('\n');
}

export function showValue(value: number, unit: string, more = false): string {
  return `${more ? '> ' : ''}${round(value)} ${unit}`.trim();
}

function round(value: number): string {
  if (Number.isInteger(value)) return String(value);
  return value >= 100 ? value.toFixed(0) : value.toFixed(value >= 10 ? 1 : 2);
}
