import { changeOf, shownChange } from '../derive/change.ts';
import { findFigure } from '../derive/figures.ts';
import type { Found } from '../derive/figures.ts';
import type { LoadedSection } from '../load/report.ts';
import { isQuantity } from '../quantity/quantity.ts';
import { labelIn } from '../quantity/unit.ts';
import type { Cell, Table } from '../schema/table.ts';
import { dataFile } from '../i18n/data-files.ts';
import type { Edition, Html } from './edition.ts';
import type { Text } from '../schema/text.ts';
import { Notes } from './notes.ts';
import { nameRows } from './row-names.ts';

export interface TableView {
  readonly id: string;
  readonly title: string;
  readonly head: readonly (readonly HeadCell[])[];
  readonly rows: readonly RowView[];
  readonly hasGroups: boolean;
  readonly notes: readonly NoteView[];
  readonly source: string;
  /** Its files among the open data. */
  readonly downloads?: readonly { readonly label: string; readonly href: string }[];
}

export interface HeadCell {
  readonly text: string;
  readonly colSpan: number;
  readonly rowSpan: number;
}

export interface RowView {
  /** Set on the first row of its group. */
  readonly group?: { readonly text: string; readonly rowSpan: number };
  readonly label: string;
  /** Its place on the page: permanent, and the same in every language. */
  readonly anchor?: string;
  /** How far it is set in: a part of the row above it, 1, and so on. */
  readonly level?: number;
  readonly role: 'part' | 'total' | 'of_which';
  readonly cells: readonly CellView[];
}

export interface CellView {
  readonly text: string;
  /** In brackets below or after the figure. */
  readonly extra?: string;
  readonly absent?: true;
  readonly words?: true;
  readonly note?: number;
}

export interface NoteView {
  readonly mark?: number;
  readonly html: Html;
}

export function viewTable(edition: Edition, section: LoadedSection, table: Table): TableView {
  const notes = new Notes(edition, section);
  const units = table.rows.map((_, index) => sharedUnitWord(edition, section, table, index));
  const common = units.length > 1 && units.every((unit) => unit === units[0]) ? units[0] : undefined;
  const id = `table-${table.id}`;
  const names = nameRows(table.rows);
  const rows = table.rows.map((_, index): RowView => ({
    anchor: rowPlace(id, names[index] ?? ''),
    ...viewRow(edition, section, table, index, notes, units[index], common !== undefined),
  }));
  return {
    id,
    title: withUnit(edition, edition.pick(table.title), common),
    head: viewHead(edition, table),
    rows,
    hasGroups: table.rows.some((row) => row.group),
    notes: [...[...(table.notes ?? []), ...labelReasons(table)].map((note) => ({ html: edition.inline(note, section) })), ...notes.list()],
    source: edition.source(table.source),
    downloads: downloadsOf(edition, section, table),
  };
}

/** Why heads name a year that their figures are not of, once each. */
function labelReasons({ waiver, columns, rows }: Table): Text[] {
  return [...new Set([waiver, ...columns.map((column) => column.waiver), ...rows.map((row) => row.waiver)].filter((each) => each !== undefined))];
}

/** The two hyphens keep the rows of a table `a` from the name of a table `a-b`. */
export function rowPlace(table: string, row: string): string {
  return `${table}--${row}`;
}

function downloadsOf(edition: Edition, section: LoadedSection, { id }: Table): NonNullable<TableView['downloads']> {
  const href = (kind: string) => edition.file(dataFile.table(section.year, section.data.section, id, kind));
  return [
    { label: 'CSV', href: href(`${edition.locale}.csv`) },
    { label: edition.t('csvForExcel'), href: href(`${edition.locale}.excel.csv`) },
    { label: 'JSON', href: href('json') },
  ];
}

function viewHead(edition: Edition, table: Table): HeadCell[][] {
  const groups = table.columns.map((column) => (column.group ? edition.pick(column.group) : undefined));
  const labels = table.columns.map((_, index) => columnLabel(edition, table, index));
  if (groups.every((group) => group === undefined)) return [labels.map((text) => ({ text, colSpan: 1, rowSpan: 1 }))];
  const top: HeadCell[] = [];
  const bottom: HeadCell[] = [];
  groups.forEach((group, index) => {
    if (group === undefined) top.push({ text: labels[index] ?? '', colSpan: 1, rowSpan: 2 });
    else {
      if (index === 0 || groups[index - 1] !== group) top.push({ text: group, colSpan: runLength(groups, index), rowSpan: 1 });
      bottom.push({ text: labels[index] ?? '', colSpan: 1, rowSpan: 1 });
    }
  });
  return [top, bottom];
}

function columnLabel(edition: Edition, table: Table, index: number): string {
  const column = table.columns[index];
  if (!column) return '';
  if (column.label) return edition.pick(column.label);
  const at = column.at ?? column.change;
  if (at === undefined) return '';
  const period = edition.capitalise(edition.period(at, pointInTime(edition, table) ? 'point' : 'total'));
  return column.change === undefined ? period : edition.t('change');
}

/** 令和6年度末 rather than 令和6年度 when every row is a stock. */
function pointInTime(edition: Edition, table: Table): boolean {
  const ids = table.rows.flatMap((row) => row.indicator ?? (row.cells ?? []).flatMap((cell) => (typeof cell === 'string' ? cell.split('@')[0] ?? '' : [])));
  return ids.length > 0 && ids.every((id) => edition.model.report.indicators.get(id)?.data.kind === 'stock');
}

/** `unit`: a word that stands after every number of the row, and is said in its head or, when all rows share it, in the caption. */
function viewRow(
  edition: Edition, section: LoadedSection, table: Table, index: number, notes: Notes, unit: string | undefined, inCaption: boolean,
): RowView {
  const row = table.rows[index];
  if (!row) throw new RangeError(`row ${index}`);
  const groups = table.rows.map((each) => (each.group ? edition.pick(each.group) : undefined));
  const group = groups[index];
  const starts = group !== undefined && (index === 0 || groups[index - 1] !== group);
  const indicator = row.indicator === undefined ? undefined : edition.model.report.indicators.get(row.indicator);
  const cells = row.cells
    ? row.cells.map((cell) => viewCell(edition, section, cell, table.withChange ?? false, notes))
    : table.columns.map((column) => viewIndicatorCell(edition, section, row.indicator ?? '', column, table.withChange ?? false, notes));
  return {
    ...(starts ? { group: { text: group, rowSpan: runLength(groups, index) } } : {}),
    label: withUnit(edition, row.label ? edition.pick(row.label) : indicator ? edition.pick(indicator.data.name) : '', inCaption ? undefined : unit),
    role: row.role ?? 'part',
    cells: unit === undefined ? cells : cells.map((cell) => withoutUnit(cell, unit)),
  };
}

/**
 * “establishments” after every number of a row is said once, in its head: 41,000, not 41,000 establishments.
 * Only words of their own move; %, 人 and 事業所 are part of the figure. A share beside the numbers keeps its %.
 */
function sharedUnitWord(edition: Edition, section: LoadedSection, table: Table, index: number): string | undefined {
  const units = new Set(refsOfRow(table, index).flatMap((ref) => {
    const figure = findFigure(edition.model.report, ref, section)?.figure;
    return figure && isQuantity(figure) ? [figure.unit] : [];
  }));
  const [id, ...others] = [...units].filter((unit) => units.size === 1 || edition.model.report.units.get(unit)?.kind !== 'rate');
  return others.length === 0 ? unitWord(edition, id) : undefined;
}

/** establishments, but not %, 人 or ¥: a word that stands apart from its number. */
export function unitWord(edition: Edition, id: string | undefined): string | undefined {
  const unit = id === undefined ? undefined : edition.model.report.units.get(id);
  const label = unit && labelIn(unit, edition.locale);
  if (!label || label.prefix || !/^[\p{Script=Latin} -]{3,}$/u.test(label.other)) return undefined;
  return label.other;
}

/** What stands first in each cell; figures in brackets have units of their own. */
function refsOfRow(table: Table, index: number): string[] {
  const row = table.rows[index];
  if (row?.cells) return row.cells.flatMap((cell) => (typeof cell === 'string' ? [cell.split(':')[0] ?? ''] : Array.isArray(cell) ? [cell[0] ?? ''] : []));
  return table.columns.flatMap(({ at, change }) => (at ?? change) === undefined ? [] : [`${row?.indicator ?? ''}@${at ?? change}`]);
}

export function withUnit(edition: Edition, label: string, unit: string | undefined): string {
  return unit === undefined || label.toLowerCase().includes(unit) ? label : `${label} ${edition.bracket(unit)}`;
}

export function withoutUnit(cell: CellView, unit: string): CellView {
  const word = new RegExp(` (?:${unit}|${unit.replace(/s$/, '')})(?=\\)?$)`);
  return { ...cell, text: cell.text.replace(word, ''), ...(cell.extra === undefined ? {} : { extra: cell.extra.replace(word, '') }) };
}

function viewIndicatorCell(
  edition: Edition, section: LoadedSection, id: string, column: Table['columns'][number], withChange: boolean, notes: Notes,
): CellView {
  if (column.change !== undefined) return viewCell(edition, section, `${id}@${column.change}:delta`, false, notes);
  if (column.at === undefined) return EMPTY;
  return viewCell(edition, section, `${id}@${column.at}`, withChange, notes);
}

const EMPTY: CellView = { text: '' };

function viewCell(edition: Edition, section: LoadedSection, cell: Cell, withChange: boolean, notes: Notes): CellView {
  if (cell === null) return EMPTY;
  if (Array.isArray(cell)) return viewSeveral(edition, section, cell, notes);
  if (typeof cell !== 'string') return { text: edition.pick(cell), words: true };
  const [ref = '', form] = cell.split(':');
  const found = findFigure(edition.model.report, ref, section);
  if (!found) return EMPTY;
  if (form !== undefined) return viewChange(edition, found, notes);
  const mark = notes.of(found, withChange);
  const change = withChange ? changeText(edition, found, 'printed') : undefined;
  return {
    text: edition.figure(found.figure),
    ...(isQuantity(found.figure) ? {} : { absent: true }),
    ...(change === undefined ? {} : { extra: edition.bracket(change) }),
    ...(mark === undefined ? {} : { note: mark }),
  };
}

/** 1,216万月（31.3%）: one cell that prints several figures. */
function viewSeveral(edition: Edition, section: LoadedSection, refs: readonly string[], notes: Notes): CellView {
  const [first = EMPTY, ...others] = refs.map((ref) => viewCell(edition, section, ref, false, notes));
  if (first.absent && others.every((other) => other.absent)) return first;
  const extra = others.map(({ text }) => text).join(edition.t('listGap'));
  const note = first.note ?? others.find((other) => other.note !== undefined)?.note;
  return { ...first, extra: edition.bracket(extra), ...(note === undefined ? {} : { note }) };
}

function viewChange(edition: Edition, found: Found, notes: Notes): CellView {
  const note = notes.ofChange(found);
  return { text: changeText(edition, found) ?? '', ...(note === undefined ? {} : { note }) };
}

/** In brackets under a value only what the document prints there; a column of changes shows ours where it prints none. */
function changeText(edition: Edition, { origin }: Found, only?: 'printed'): string | undefined {
  if (origin.kind !== 'observation') return undefined;
  const change = changeOf(edition.model.report, origin.indicator, origin.at);
  const shown = change && (only === 'printed' ? change.printed : shownChange(change));
  return shown && edition.quantity(shown);
}

function runLength(groups: readonly (string | undefined)[], start: number): number {
  let end = start;
  while (end < groups.length && groups[end] === groups[start]) end += 1;
  return end - start;
}
