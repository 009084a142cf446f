import { findFigure } from '../derive/figures.ts';
import type { Origin } from '../derive/figures.ts';
import type { LoadedSection, Report } from '../load/report.ts';
import { isQuantity } from '../quantity/quantity.ts';
import type { Cell, Table } from '../schema/table.ts';
import type { TableView } from '../view/table.ts';
import { toCsv } from './csv.ts';

/** The table as it stands on the page, its heads in one line. */
export function tableCsv(view: TableView): string {
  const group = view.hasGroups ? [''] : [];
  const head = [...group, '', ...columnHeads(view)];
  let current = '';
  const rows = view.rows.map((row) => {
    current = row.group?.text ?? current;
    return [...(view.hasGroups ? [current] : []), row.label, ...row.cells.map(({ text, extra }) => [text, extra].filter(Boolean).join(' '))];
  });
  return toCsv([head, ...rows]);
}

/** 「令和6年度 納付率」: a head and the one over it. */
function columnHeads({ head }: TableView): string[] {
  const width = head[0]?.reduce((sum, { colSpan }) => sum + colSpan, 0) ?? 0;
  const columns = Array.from({ length: width }, (): string[] => []);
  const filled = columns.map(() => 0);
  head.forEach((cells, level) => {
    let column = 0;
    for (const cell of cells) {
      while ((filled[column] ?? 0) > level) column += 1;
      for (let step = 0; step < cell.colSpan; step += 1, column += 1) {
        columns[column]?.push(cell.text);
        filled[column] = level + cell.rowSpan;
      }
    }
  });
  return columns.map((texts) => texts.join(' '));
}

/** The table with the exact figure behind each cell, in every language. */
export function tableJson(report: Report, section: LoadedSection, table: Table): string {
  const rows = table.rows.map((row) => ({
    ...(row.group ? { group: row.group } : {}),
    label: row.label ?? (row.indicator === undefined ? undefined : report.indicators.get(row.indicator)?.data.name),
    ...(row.role ? { role: row.role } : {}),
    cells: row.cells
      ? row.cells.map((cell) => cellObject(report, section, cell))
      : table.columns.map(({ at, change }) => {
          if (change !== undefined) return cellObject(report, section, `${row.indicator}@${change}:delta`);
          return at === undefined ? null : cellObject(report, section, `${row.indicator}@${at}`);
        }),
  }));
  const { id, title, columns, notes, source } = table;
  return `${JSON.stringify({ id, year: section.year, section: section.data.section, title, columns, rows, notes: notes ?? [], source }, null, 2)}\n`;
}

function cellObject(report: Report, section: LoadedSection, cell: Cell): unknown {
  if (cell === null) return null;
  if (Array.isArray(cell)) return cell.map((ref) => cellObject(report, section, ref));
  if (typeof cell !== 'string') return { text: cell };
  const [ref = '', form] = cell.split(':');
  const found = findFigure(report, ref, section);
  if (!found) return null;
  const { origin, figure } = found;
  const printed = printedText(origin);
  if (form !== undefined) {
    const change = origin.kind === 'observation' ? origin.observation.data.change : undefined;
    return { ref: cell, ...(change === undefined ? {} : { printed: change }) };
  }
  return { ref, printed, ...(isQuantity(figure) ? { value: figure.value, resolution: figure.quantum, unit: figure.unit } : figure) };
}

function printedText(origin: Origin): string {
  switch (origin.kind) {
    case 'observation': return origin.observation.data.value;
    case 'section': return origin.figure.data.value;
    case 'finance': return origin.printed;
  }
}
