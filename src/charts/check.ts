import type { ChartSpec, Series } from './spec.ts';

const ID = /^[A-Za-z][\w-]*$/;
const DECIMAL = /^[+-]?\d+(\.\d+)?$/;

/** Throws a RangeError that names the chart and the fault: a chart is drawn whole or not at all. */
export function checkSpec(spec: ChartSpec): void {
  const fault = findFault(spec);
  if (fault) throw new RangeError(`chart ${JSON.stringify(spec.id)}: ${fault}`);
}

function findFault(spec: ChartSpec): string | undefined {
  const { labels, shortLabels } = spec.x;
  if (!ID.test(spec.id)) return 'the id must start with a letter and hold only letters, digits, - and _';
  if (labels.length < 2) return 'a line needs at least two periods';
  if (shortLabels && shortLabels.length !== labels.length) {
    return `${shortLabels.length} short labels for ${labels.length} labels`;
  }
  if (!hasValues(spec)) return 'no series has a value';
  if (spec.target && !DECIMAL.test(spec.target.value)) return `target ${spec.target.value} is not a decimal`;
  return findSeriesFault(spec.series, labels.length) ?? findMarkFault(spec, labels.length);
}

function findSeriesFault(series: readonly Series[], periods: number): string | undefined {
  for (const { id, values } of series) {
    if (values.length !== periods) return `series ${id} has ${values.length} values for ${periods} labels`;
    const bad = values.find((value) => value !== null && !DECIMAL.test(value));
    if (bad !== undefined) return `series ${id} has ${JSON.stringify(bad)}, which is not a decimal`;
  }
  if (new Set(series.map(({ id }) => id)).size < series.length) return 'two series have the same id';
  return undefined;
}

function findMarkFault(spec: ChartSpec, periods: number): string | undefined {
  for (const { before } of spec.breaks ?? []) {
    if (!isIndex(before, periods) || before === 0) return `a break before period ${before} of ${periods}`;
  }
  for (const { from, to } of spec.suspended ?? []) {
    if (!isIndex(from, periods) || !isIndex(to, periods) || from > to) {
      return `a suspension from ${from} to ${to} of ${periods} periods`;
    }
  }
  return undefined;
}

function isIndex(value: number, length: number): boolean {
  return Number.isInteger(value) && value >= 0 && value < length;
}

/** Whether there is anything to draw. */
export function hasValues(spec: ChartSpec): boolean {
  return spec.series.some(({ values }) => values.some((value) => value !== null));
}
