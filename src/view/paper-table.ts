import type { Edition } from './edition.ts';
import type { CellView, HeadCell, NoteView, RowView, TableView } from './table.ts';

/** A table laid out for paper. */
export interface PaperTable {
  readonly title: string;
  readonly head: readonly (readonly HeadCell[])[];
  readonly rows: readonly PaperRow[];
  readonly hasGroups: boolean;
  /** The share of the width for each column, in percent; empty where words decide the widths. */
  readonly widths: readonly number[];
  /** More columns than a page upright has room for. */
  readonly wide: boolean;
  /** Short enough not to be split. */
  readonly keep: boolean;
  /** Figures of one cell stand under one another, not side by side. */
  readonly stacked: boolean;
  readonly notes: readonly NoteView[];
  readonly source: string;
}

export interface PaperRow extends RowView {
  /** The unit of all figures of the row, which their cells then leave out: 万人（括弧内はポイント） */
  readonly unit?: string;
}

/** More columns than this go across the page. */
const MOST_UPRIGHT = 8;
/** With so many columns a unit in each cell would crowd out the figures. */
const CROWDED = 6;
/** Tables of up to this many lines stay whole. */
const MOST_KEPT = { upright: 22, across: 40 };

export function layOutTable(edition: Edition, table: TableView): PaperTable {
  const columns = countColumns(table);
  const wide = columns > MOST_UPRIGHT;
  const stacked = columns > 3;
  const rows = table.rows.map((row) => (columns >= CROWDED ? liftUnit(edition, row) : row));
  const lines = rows.reduce((sum, row) => sum + linesOf(row, stacked), 0);
  return {
    title: table.title, head: table.head, rows, hasGroups: table.hasGroups,
    widths: columnWidths(table, columns),
    wide, stacked, keep: lines <= MOST_KEPT[wide ? 'across' : 'upright'],
    notes: table.notes, source: table.source,
  };
}

function countColumns(table: TableView): number {
  return (table.head[0] ?? []).reduce((sum, cell) => sum + cell.colSpan, 0);
}

function linesOf(row: PaperRow, stacked: boolean): number {
  const twoLines = row.unit !== undefined || (stacked && row.cells.some((cell) => cell.extra));
  return twoLines ? 2 : 1;
}

/** Figures get columns of one width, names the rest. */
function columnWidths(table: TableView, columns: number): number[] {
  if (table.rows.some((row) => row.cells.some((cell) => cell.words))) return [];
  const names = columns > MOST_UPRIGHT ? (table.hasGroups ? 20 : 16) : Math.max(26, 58 - columns * 8);
  const figures = Array.from({ length: columns }, () => round((100 - names) / columns));
  return table.hasGroups ? [round(names * 0.45), round(names * 0.55), ...figures] : [names, ...figures];
}

function round(percent: number): number {
  return Math.round(percent * 100) / 100;
}

/**
 * Where all figures of a row have one unit it moves to the row's name, and so does that of the figures in
 * brackets. Percentages keep their short sign, and rows of several units stay as they are.
 */
function liftUnit(edition: Edition, row: RowView): PaperRow {
  const texts = row.cells.filter(isFigure).map(({ text }) => text);
  const extras = row.cells.flatMap(({ extra }) => (extra === undefined ? [] : [unbracket(extra)]));
  const unit = sharedUnit(texts);
  const inBrackets = sharedUnit(extras);
  const without = (text: string, shared: string | undefined) => (shared === undefined ? text : readFigure(text)?.number ?? text);
  const cells = row.cells.map((cell): CellView => ({
    ...cell,
    ...(isFigure(cell) ? { text: without(cell.text, unit) } : {}),
    ...(cell.extra === undefined ? {} : { extra: edition.bracket(without(unbracket(cell.extra), inBrackets)) }),
  }));
  const note = inBrackets === undefined || inBrackets === unit ? undefined : edition.t('inBrackets', inBrackets);
  const words = [unit, note].filter((text) => text !== undefined);
  return words.length === 0 ? row : { ...row, cells, unit: unit === undefined || note === undefined ? words.join('') : edition.t('unitAndBrackets', unit, note) };
}

function isFigure(cell: CellView): boolean {
  return !cell.absent && !cell.words && cell.text !== '';
}

/** The one unit of all these figures, if it is longer than a sign. */
function sharedUnit(texts: readonly string[]): string | undefined {
  const figures = texts.map(readFigure);
  const [first] = figures;
  if (!first || figures.some((figure) => !figure || singular(figure.unit) !== singular(first.unit))) return undefined;
  const longest = figures.reduce((unit, figure) => (figure && figure.unit.length > unit.length ? figure.unit : unit), first.unit);
  return longest.length > 0 && !/^(?:%|pp)$/.test(longest) ? longest : undefined;
}

/** `−¥39.5 billion` → −39.5 and ¥ billion; what is qualified, such as 約97万人, keeps its words. */
function readFigure(text: string): { number: string; unit: string } | undefined {
  const match = /^([+＋▲−-]?)(\p{Sc}?)(\d[\d,]*(?:\.\d+)?)\s*([^\d（(]*)$/u.exec(text);
  if (!match) return undefined;
  const [, sign = '', currency = '', digits = '', unit = ''] = match;
  return { number: sign + digits, unit: `${currency}${currency && unit ? ' ' : ''}${unit}` };
}

function singular(unit: string): string {
  return unit.replace(/s$/, '');
}

function unbracket(text: string): string {
  return text.replace(/^[（(]|[）)]$/g, '');
}
