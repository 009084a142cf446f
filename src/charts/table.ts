import type { Say } from '../i18n/language.ts';
import { printStage } from './cohort.ts';
import { formatNumber, printAt } from './number.ts';
import { textOf } from './waterfall.ts';
import type { BarsChartSpec, BarsOrRate, ChartSpec, NumberPattern, PlannedRow, TreeNode } from './spec.ts';

/** The figures of a chart as rows and columns, printed as in the chart. */
export interface ChartTable {
  readonly head: readonly string[];
  readonly rows: readonly { readonly label: string; readonly cells: readonly string[] }[];
}

export function tableOf(spec: ChartSpec, say: Say): ChartTable {
  return { head: headOf(spec, say).map(flat), rows: rowsOf(spec) };
}

/** The rows alone, which are the same in every language but for their labels. */
export function rowsOf(spec: ChartSpec): ChartTable['rows'] {
  return rawRows(spec).map(([label = '', ...cells]) => ({ label: flat(label), cells: cells.map(flat) }));
}

function headOf(spec: ChartSpec, say: Say): string[] {
  switch (spec.kind) {
    case 'line':
      return [say('period'), ...spec.series.map(({ label }) => label)];
    case 'bars':
      return [say('period'), ...columnsOf(spec).map(({ label }) => label)];
    case 'cohort':
      return [say('period'), ...spec.stages];
    case 'multiples':
      return [say('columnItem'), ...spec.x.labels];
    case 'shares':
      return [say('columnItem'), ...spec.parts];
    case 'planned':
      return [say('columnItem'), spec.names.plan, spec.names.actual, say('columnAchievement')];
    case 'waterfall':
    case 'tree':
      return [say('columnItem'), say('value')];
    case 'ranges':
      return [say('columnItem'), say('columnBase'), say('target'), say('columnNow')];
  }
}

function rawRows(spec: ChartSpec): string[][] {
  switch (spec.kind) {
    case 'line':
      return spec.x.labels.map((label, index) => [
        label,
        ...spec.series.map((series) => printAt(series, index, spec.y.number)),
      ]);
    case 'bars':
      return spec.x.labels.map((label, index) => [
        label,
        ...columnsOf(spec).map((column) => printAt(column, index, column.number)),
      ]);
    case 'cohort':
      return spec.x.labels.map((label, group) => [
        label,
        ...spec.stages.map((_, stage) => printStage(spec, group, stage)),
      ]);
    case 'multiples':
      return spec.panels.map(({ label, values, number }) => [label, ...values.map((each) => print(each, number))]);
    case 'shares':
      return spec.rows.map(({ label, values }) => [label, ...values.map((each) => print(each, spec.number))]);
    case 'planned':
      return spec.rows.map((row) => [
        row.label,
        printed(row, 'plan', spec.number),
        printed(row, 'actual', spec.number),
        row.achievement ?? '',
      ]);
    case 'waterfall':
      return spec.rows.map((row) => [row.label, textOf(spec, row)]);
    case 'ranges':
      return spec.rows.map(({ label, base, target, now }) => [label, base?.text ?? '', target.text, now?.text ?? '']);
    case 'tree':
      return branches(spec.root, '');
  }
}

function columnsOf({ bars, rate }: BarsChartSpec): readonly BarsOrRate[] {
  return [bars, ...(rate ? [rate] : [])];
}

/** Parts stand under their totals, set in by an ideographic space for each level. */
function branches({ label, text, parts = [] }: TreeNode, indent: string): string[][] {
  return [[indent + label, text], ...parts.flatMap((part) => branches(part, `${indent}　`))];
}

function print(value: string | null | undefined, number: NumberPattern): string {
  return value == null ? '' : formatNumber(value, number);
}

function printed(row: PlannedRow, which: 'plan' | 'actual', number: NumberPattern): string {
  return row[which] === null ? '' : (row.printed?.[which] ?? print(row[which], number));
}

function flat(text: string): string {
  return text.replaceAll('\n', '');
}

/** The same table as comma-separated values (RFC 4180). */
export function tableCsv({ head, rows }: ChartTable): string {
  const lines = [head, ...rows.map(({ label, cells }) => [label, ...cells])];
  return lines.map((cells) => cells.map(quote).join(',')).join('\r\n') + '\r\n';
}

/** Quoted where need be; a text that a spreadsheet would run as a formula is kept a text, a figure with its sign stays one. */
function quote(cell: string): string {
  const isFigure = /^[+-]\p{Sc}?[\d,.]+ ?[\p{L}%]*$/u.test(cell);
  const text = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/.test(cell) && !isFigure ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
