import { financeTables, rowsOf } from '../derive/finance.ts';
import type { Column, FinanceTable } from '../derive/finance.ts';
import { findFigure } from '../derive/figures.ts';
import type { Path } from '../diagnostics/problem.ts';
import type { LoadedFinance, LoadedSection, Report } from '../load/report.ts';
import type { Tongue } from '../locale.ts';
import type { Cell, Table } from '../schema/table.ts';
import type { SheetText } from './sheet/write-sheet.ts';

/** Where a cell's text stands in the data. */
export interface CellPlace {
  readonly file: string;
  readonly path: Path;
  /** `text` is read as it is, `value` and `change` as figures of that unit. */
  readonly kind: 'value' | 'change' | 'text';
  readonly unit?: string;
  readonly printed: string;
}

/** A table as a sheet, with the way back from its cells. */
export interface TableSheet extends SheetText {
  /** 2025/np-collection/T04, finance/2021/items */
  readonly key: string;
  /** By `row,column`; a cell with several figures has several places, between ` / `. */
  readonly places: ReadonlyMap<string, readonly CellPlace[]>;
}

export const BETWEEN = ' / ';

/** Every table that the data hold: those of sections, then those of each year's money. */
export function tableSheets(report: Report, locale: Tongue): TableSheet[] {
  return [
    ...report.sections.flatMap((section) => (section.data.tables ?? []).map((table, index) => sectionTable(report, section, table, index, locale))),
    ...report.finances.flatMap((finance) => financeTables(finance).map((table) => financeTable(finance, table, locale))),
  ];
}

function sectionTable(report: Report, section: LoadedSection, table: Table, position: number, locale: Tongue): TableSheet {
  const key = `${section.year.slice(2)}/${section.data.section}/${table.id}`;
  const pick = (text: Readonly<Record<string, string | undefined>> | undefined) => text?.[locale] ?? '';
  const heads = [
    ...(table.columns.some(({ group }) => group) ? [['', '', ...table.columns.map(({ group }) => pick(group))]] : []),
    ['', '', ...table.columns.map((column) => pick(column.label) || [column.at ?? column.change ?? '', column.change === undefined ? '' : locale === 'ja' ? '増減' : 'change'].filter(Boolean).join(' '))],
  ];
  const rows: string[][] = [[key, pick(table.title)], ...heads];
  const places = new Map<string, CellPlace[]>();
  table.rows.forEach((row, r) => {
    const name = row.indicator === undefined ? undefined : report.indicators.get(row.indicator)?.data.name;
    const cells: readonly Cell[] = row.cells ?? table.columns.map(({ at, change }) => (change !== undefined ? `${row.indicator}@${change}:delta` : at === undefined ? null : `${row.indicator}@${at}`));
    const line = [pick(row.group), pick(row.label ?? name)];
    cells.forEach((cell, c) => {
      const found = placesOf(report, section, cell, ['tables', position, 'rows', r, 'cells', c], locale);
      if (found.length > 0) places.set(`${rows.length},${c + 2}`, found);
      line.push(found.map(({ printed }) => printed).join(BETWEEN));
    });
    rows.push(line);
  });
  return { key, name: table.id, rows, heads: heads.length + 1, places };
}

function placesOf(report: Report, section: LoadedSection, cell: Cell, path: Path, locale: Tongue): CellPlace[] {
  if (cell === null) return [];
  if (Array.isArray(cell)) return cell.flatMap((ref) => placesOf(report, section, ref, path, locale));
  if (typeof cell !== 'string') {
    const tag = cell[locale] === undefined ? Object.keys(cell)[0] : locale;
    return tag === undefined ? [] : [{ file: section.file, path: [...path, tag], kind: 'text', printed: cell[tag] ?? '' }];
  }
  const [ref = '', form] = cell.split(':');
  const found = findFigure(report, ref, section);
  if (!found) return [];
  const { origin } = found;
  if (origin.kind === 'observation') {
    const { indicator, observation } = origin;
    const at: Path = ['observations', observation.index];
    const { value, change } = observation.data;
    if (form === undefined) return [{ file: indicator.file, path: [...at, 'value'], kind: 'value', unit: indicator.data.unit, printed: value }];
    return change === undefined ? [] : [{ file: indicator.file, path: [...at, 'change'], kind: 'change', unit: indicator.data.unit, printed: change }];
  }
  if (origin.kind === 'section') {
    const { data, index } = origin.figure;
    return [{ file: origin.section.file, path: ['figures', index, 'value'], kind: 'value', ...(data.unit === undefined ? {} : { unit: data.unit }), printed: data.value }];
  }
  const place = amountPlace(report, ref);
  return place ? [place] : [];
}

/** budget/items/staff@FY2021 */
function amountPlace(report: Report, ref: string): CellPlace | undefined {
  const [name = '', year] = ref.split('@');
  const [column = '', table, row] = name.split('/');
  const finance = report.finances.find((each) => each.year === year);
  const found = finance && financeTables(finance).filter(({ id }) => id === table).flatMap(rowsOf).find(({ id }) => id === row);
  const amount = found?.amounts[column as Column];
  return finance && amount && { file: finance.file, path: amount.path, kind: 'value', unit: finance.data.unit, printed: amount.printed };
}

const COLUMN_HEADS = {
  ja: { budget: '予算額', settlement: '決算額', difference: '差', amount: '金額' },
  en: { budget: 'budget', settlement: 'settlement', difference: 'difference', amount: 'amount' },
} as const;

function financeTable(finance: LoadedFinance, table: FinanceTable, locale: Tongue): TableSheet {
  const key = `finance/${finance.year.slice(2)}/${table.id}`;
  const columns: readonly Column[] = table.kind === 'plan' ? ['amount'] : ['budget', 'settlement', 'difference'];
  const rows: string[][] = [[key, table.title[locale] ?? ''], ['', '', ...columns.map((column) => COLUMN_HEADS[locale][column])]];
  const places = new Map<string, CellPlace[]>();
  for (const row of rowsOf(table)) {
    columns.forEach((column, c) => {
      const amount = row.amounts[column];
      if (amount) places.set(`${rows.length},${c + 2}`, [{ file: finance.file, path: amount.path, kind: 'value', unit: finance.data.unit, printed: amount.printed }]);
    });
    rows.push([row.mark ?? '', row.label[locale] ?? '', ...columns.map((column) => row.amounts[column]?.printed ?? '')]);
  }
  return { key, name: table.id, rows, heads: 2, places };
}
