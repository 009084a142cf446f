import { placesOf } from './cohort.ts';
import type { ChartSpec, LineChartSpec, PeriodAxis, TreeNode } from './spec.ts';

const ID = /^[A-Za-z][\w-]*$/;
const DECIMAL = /^[+-]?\d+(\.\d+)?$/;

/** Throws a RangeError that names the chart and the fault: a chart is drawn whole or not at all. */
export function checkSpec(spec: ChartSpec): void {
  const fault = findFault(spec);
  if (fault) throw new RangeError(`chart ${JSON.stringify(spec.id)}: ${fault}`);
}

function findFault(spec: ChartSpec): string | undefined {
  if (!ID.test(spec.id)) return 'the id must start with a letter and hold only letters, digits, - and _';
  const rows = rowsOf(spec);
  return (
    findAxisFault(spec) ??
    (hasValues(spec) ? undefined : 'no series has a value') ??
    findRowFault(rows) ??
    (spec.kind === 'line' ? findMarkFault(spec) : undefined) ??
    (spec.kind === 'shares' ? findSharesFault(rows, spec.parts.length) : undefined)
  );
}

/** A named row of values, and how many it should have. */
interface Row {
  readonly name: string;
  readonly values: readonly (string | null)[];
  readonly periods?: number;
}

function rowsOf(spec: ChartSpec): Row[] {
  switch (spec.kind) {
    case 'line':
      return spec.series.map(({ id, values }) => ({ name: id, values, periods: spec.x.labels.length }));
    case 'bars':
      return [spec.bars, ...(spec.rate ? [spec.rate] : [])].map(({ label, values }) => ({
        name: label,
        values,
        periods: spec.x.labels.length,
      }));
    case 'cohort':
      return [{ name: 'cohort', values: placesOf(spec) }];
    case 'multiples':
      return spec.panels.map(({ label, values }) => ({ name: label, values, periods: spec.x.labels.length }));
    case 'shares':
      return spec.rows.map(({ label, values }) => ({ name: label, values }));
    case 'planned':
      return spec.rows.map(({ label, plan, actual }) => ({ name: label, values: [plan, actual] }));
    case 'waterfall':
      return [{ name: 'steps', values: spec.rows.map(({ value }) => value) }];
    case 'ranges':
      return spec.rows.map(({ label, base, target, now }) => ({
        name: label,
        values: [base?.value ?? null, target.value, now?.value ?? null],
      }));
    case 'tree':
      return [{ name: 'tree', values: valuesOf(spec.root) }];
  }
}

function valuesOf({ value, parts = [] }: TreeNode): string[] {
  return [value, ...parts.flatMap(valuesOf)];
}

function findAxisFault(spec: ChartSpec): string | undefined {
  if (!('x' in spec)) return undefined;
  const { labels, shortLabels }: PeriodAxis = spec.x;
  if (labels.length < 2) return 'a line needs at least two periods';
  if (shortLabels && shortLabels.length !== labels.length) {
    return `${shortLabels.length} short labels for ${labels.length} labels`;
  }
  if (spec.kind === 'cohort' && spec.values.length !== labels.length) {
    return `${spec.values.length} groups for ${labels.length} labels`;
  }
  return undefined;
}

function findRowFault(rows: readonly Row[]): string | undefined {
  for (const { name, values, periods } of rows) {
    if (periods !== undefined && values.length !== periods) {
      return `series ${name} has ${values.length} values for ${periods} labels`;
    }
    const bad = values.find((value) => value !== null && !DECIMAL.test(value));
    if (bad !== undefined) return `series ${name} has ${JSON.stringify(bad)}, which is not a decimal`;
  }
  return undefined;
}

/** Rounded shares may miss 100 a little; more than that is another kind of figure. */
function findSharesFault(rows: readonly Row[], parts: number): string | undefined {
  for (const { name, values } of rows) {
    if (values.length !== parts) return `row ${name} has ${values.length} values for ${parts} parts`;
    if (values.some((value) => value?.startsWith('-'))) return `row ${name} has a negative share`;
    if (values.reduce((sum, value) => sum + Number(value ?? 0), 0) > 101)
      return `row ${name} is more than 100 %`;
  }
  return undefined;
}

function findMarkFault(spec: LineChartSpec): string | undefined {
  const periods = spec.x.labels.length;
  if (spec.target && !DECIMAL.test(spec.target.value)) return `target ${spec.target.value} is not a decimal`;
  if (new Set(spec.series.map(({ id }) => id)).size < spec.series.length)
    return 'two series have the same id';
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
  return rowsOf(spec).some(({ values }) => values.some((value) => value !== null));
}
