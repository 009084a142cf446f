import { formatNumber } from './number.ts';
import type { ChartSpec, NumberPattern, PlannedRow, TreeNode } from './spec.ts';

/** The figures of a chart as rows and columns, printed as in the chart. */
export interface ChartTable {
  readonly head: readonly string[];
  readonly rows: readonly { readonly label: string; readonly cells: readonly string[] }[];
}

export function tableOf(spec: ChartSpec): ChartTable {
  const { head, rows } = rawTable(spec);
  return {
    head: head.map(flat),
    rows: rows.map(([label = '', ...cells]) => ({ label: flat(label), cells: cells.map(flat) })),
  };
}

function rawTable(spec: ChartSpec): { head: string[]; rows: string[][] } {
  const ja = spec.locale === 'ja';
  const [period, item, value] = ja ? ['時点', '項目', '値'] : ['Period', 'Item', 'Value'];
  switch (spec.kind) {
    case 'line':
      return {
        head: [period, ...spec.series.map(({ label }) => label)],
        rows: spec.x.labels.map((label, index) => [
          label,
          ...spec.series.map(({ values }) => print(values[index], spec.y.number)),
        ]),
      };
    case 'bars': {
      const columns = [spec.bars, ...(spec.rate ? [spec.rate] : [])];
      return {
        head: [period, ...columns.map(({ label }) => label)],
        rows: spec.x.labels.map((label, index) => [
          label,
          ...columns.map(({ values, number }) => print(values[index], number)),
        ]),
      };
    }
    case 'cohort':
      return {
        head: [period, ...spec.stages],
        rows: spec.x.labels.map((label, group) => [
          label,
          ...spec.stages.map((_, stage) => print(spec.values[group]?.[stage], spec.y.number)),
        ]),
      };
    case 'multiples':
      return {
        head: [item, ...spec.x.labels],
        rows: spec.panels.map(({ label, values, number }) => [
          label,
          ...values.map((each) => print(each, number)),
        ]),
      };
    case 'shares':
      return {
        head: [item, ...spec.parts],
        rows: spec.rows.map(({ label, values }) => [
          label,
          ...values.map((each) => print(each, spec.number)),
        ]),
      };
    case 'planned':
      return {
        head: [item, spec.names.plan, spec.names.actual, ja ? '達成' : 'Achievement'],
        rows: spec.rows.map((row) => [
          row.label,
          printed(row, 'plan', spec.number),
          printed(row, 'actual', spec.number),
          row.achievement ?? '',
        ]),
      };
    case 'waterfall':
      return {
        head: [item, value],
        rows: spec.rows.map((row) => [
          row.label,
          `${row.total || row.value.startsWith('-') ? '' : '+'}${print(row.value, spec.number)}`,
        ]),
      };
    case 'ranges':
      return {
        head: [item, ja ? '基準' : 'Base', ja ? '目標' : 'Target', ja ? '現在' : 'Now'],
        rows: spec.rows.map(({ label, base, target, now }) => [
          label,
          base?.text ?? '',
          target.text,
          now?.text ?? '',
        ]),
      };
    case 'tree':
      return { head: [item, value], rows: branches(spec.root, '') };
  }
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

function quote(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
