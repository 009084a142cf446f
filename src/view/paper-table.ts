import type { Edition } from './edition.ts';
import type { CellView, HeadCell, NoteView, RowView, TableView } from './table.ts';

/** A table laid out for paper. */
export interface PaperTable {
  readonly title: string;
  readonly head: readonly (readonly HeadCell[])[];
  readonly rows: readonly RowView[];
  readonly hasGroups: boolean;
  /** The share of the width for each column, in percent; empty where words decide the widths. */
  readonly widths: readonly number[];
  /** Upright in the type of other tables, or in a smaller one, or across a page of its own. */
  readonly layout: 'upright' | 'dense' | 'across';
  /** Short enough not to be split. */
  readonly keep: boolean;
  /** Figures of one cell stand under one another, not side by side. */
  readonly stacked: boolean;
  readonly notes: readonly NoteView[];
  readonly source: string;
}

/** More columns than this are set in a smaller type, and go across the page where that is not enough. */
const MOST_UPRIGHT = 8;
/** With so many columns a unit in each cell would crowd out the figures. */
const CROWDED = 6;
/** Tables of up to this many lines stay whole. */
const MOST_KEPT = { upright: 14, dense: 20, across: 40 };

export function layOutTable(edition: Edition, table: TableView): PaperTable {
  const columns = countColumns(table);
  const stacked = columns > 2;
  const rows = columns >= CROWDED ? liftUnits(edition, table.rows) : table.rows;
  const layout = layoutOf(table, rows, columns);
  const lines = rows.reduce((sum, row) => sum + linesOf(row, stacked, table.hasGroups), 0);
  return {
    title: table.title, head: table.head, rows, hasGroups: table.hasGroups,
    widths: columnWidths(table, columns, layout),
    layout, stacked, keep: lines <= MOST_KEPT[layout],
    notes: table.notes, source: table.source,
  };
}

function layoutOf(table: TableView, rows: readonly RowView[], columns: number): PaperTable['layout'] {
  const crowded = table.hasGroups && columns >= CROWDED && rows.some(hasLongName);
  if (columns <= MOST_UPRIGHT && widthOf(table, rows, columns, UPRIGHT_TYPE) <= UPRIGHT_WIDTH) return crowded ? 'dense' : 'upright';
  return widthOf(table, rows, columns, DENSE_TYPE) <= UPRIGHT_WIDTH ? 'dense' : 'across';
}

/** It would take more than two lines of a narrow column. */
function hasLongName({ label }: RowView): boolean {
  return emsOf(label) > 20;
}

function countColumns(table: TableView): number {
  return (table.head[0] ?? []).reduce((sum, cell) => sum + cell.colSpan, 0);
}

/** The width of the page in points, and what the edges of a cell need of it. */
const UPRIGHT_WIDTH = 470;
const UPRIGHT_TYPE = { size: 8.5, edges: 9.5 };
const DENSE_TYPE = { size: 7, edges: 5.5 };
/** Names are broken, though not into less than that many letters. */
const LEAST_NAME = { alone: 9, grouped: 14 };

/** The points that a table needs at least: its longest figures, which are never broken, side by side. */
function widthOf(table: TableView, rows: readonly RowView[], columns: number, { size, edges }: typeof DENSE_TYPE): number {
  const heads = leavesOf(table.head);
  const widths = Array.from({ length: columns }, (_, index) => {
    const cells = rows.flatMap(({ cells: own }) => own[index] ?? []);
    const figures = cells.flatMap((cell) => (cell.words ? [] : [cell.text, cell.extra ?? '']).map((text) => emsOf(text) + (cell.note === undefined ? 0 : 1.5)));
    const words = cells.flatMap((cell) => (cell.words ? [unbrokenEms(cell.text)] : []));
    return Math.max(0, ...figures, ...words, unbrokenEms(heads[index] ?? ''));
  });
  const names = LEAST_NAME[table.hasGroups ? 'grouped' : 'alone'];
  return names * size + widths.reduce((sum, ems) => sum + ems * size + edges, 0);
}

/** The lowest line of the head: a cell of several rows stands in the first. */
function leavesOf(head: PaperTable['head']): string[] {
  const [top = [], bottom = []] = head;
  let below = 0;
  return top.flatMap((cell) => {
    if (cell.rowSpan > 1 || head.length === 1) return Array.from({ length: cell.colSpan }, () => cell.text);
    const own = bottom.slice(below, below + cell.colSpan).map(({ text }) => text);
    below += cell.colSpan;
    return own;
  });
}

/** A Japanese phrase is about five letters long; English is broken between words only. */
function unbrokenEms(text: string): number {
  const words = text.split(/[\s\u3000]+/).map((word) => (/[\u3040-\u9fff]/.test(word) ? Math.min(5, emsOf(word)) : emsOf(word)));
  return Math.max(0, ...words);
}

/** Digits and Latin letters are little more than half as wide as Japanese ones. */
function emsOf(text: string): number {
  return [...text].reduce((sum, char) => sum + (char < '\u2000' ? 0.58 : 1), 0);
}

/** A name takes about so many letters a line. */
const NAME_LINE = { alone: 18, grouped: 11 };

function linesOf(row: RowView, stacked: boolean, grouped: boolean): number {
  const name = Math.ceil(emsOf(row.label) / NAME_LINE[grouped ? 'grouped' : 'alone']);
  return Math.max(name, stacked && row.cells.some((cell) => cell.extra) ? 2 : 1);
}

/** Figures get columns of one width, names the rest. */
function columnWidths(table: TableView, columns: number, layout: PaperTable['layout']): number[] {
  if (table.rows.some((row) => row.cells.some((cell) => cell.words))) return [];
  const [least, across] = table.hasGroups ? [37, 20] : [26, 17];
  const names = columns > MOST_UPRIGHT ? across : Math.max(least, 58 - columns * 8) + (layout === 'dense' ? 6 : 0);
  const figures = Array.from({ length: columns }, () => round((100 - names) / columns));
  return table.hasGroups ? [round(names * 0.45), round(names * 0.55), ...figures] : [names, ...figures];
}

/** The class of a column that is so wide: 28.5% → w-2850. Widths are not written into the page itself. */
export function widthName(percent: number): string {
  return `w-${Math.round(percent * 100)}`;
}

/** The rules for the widths of a document's tables. */
export function widthRules(tables: readonly { readonly table: Pick<PaperTable, 'widths'> }[]): string {
  const widths = [...new Set(tables.flatMap(({ table }) => table.widths))].sort((a, b) => a - b);
  return widths.map((width) => `.${widthName(width)} { width: ${width}%; }`).join('\n');
}

function round(percent: number): number {
  return Math.round(percent * 100) / 100;
}

/**
 * Where all figures of a row have one unit it moves to the row's name, or to that of its group where all rows of
 * the group share it; and so does the unit of the figures in brackets. Percentages keep their short sign, also
 * beside other units; rows of several units stay as they are.
 */
function liftUnits(edition: Edition, rows: readonly RowView[]): RowView[] {
  const lifted = rows.map((row) => liftUnit(edition, row));
  return lifted.map((row, index) => {
    const group = groupOf(lifted, index);
    const shared = group.length > 0 && group.every(({ unit }) => unit === row.unit);
    return shared ? withUnitOfGroup(edition, row) : withUnit(edition, row);
  });
}

/** All rows of the group that a row belongs to. */
function groupOf(rows: readonly Lifted[], index: number): readonly Lifted[] {
  const start = rows.findLastIndex(({ group }, at) => group && at <= index && index < at + group.rowSpan);
  return start < 0 ? [] : rows.slice(start, start + (rows[start]?.group?.rowSpan ?? 0));
}

/** `unit`: that of all figures of the row, which their cells leave out: 万人、括弧内はポイント */
interface Lifted extends RowView { readonly unit?: string }

function withUnit(edition: Edition, { unit, ...row }: Lifted): RowView {
  return unit === undefined ? row : { ...row, label: addUnit(edition, row.label, unit) };
}

function withUnitOfGroup(edition: Edition, { unit, ...row }: Lifted): RowView {
  if (!row.group || unit === undefined) return row;
  return { ...row, group: { ...row.group, text: addUnit(edition, row.group.text, unit) } };
}

/** 納付月数（万月） / Months paid (million); “Insured persons (people)” counted in millions: (million people) */
function addUnit(edition: Edition, name: string, unit: string): string {
  const scale = /^(?:thousand|million|billion|trillion)(?=$|;)/.exec(unit)?.[0];
  if (scale !== undefined && name.endsWith(')')) {
    return name.replace(/\(([^()]*)\)$/, (_, of: string) => `(${scale} ${of}${unit.slice(scale.length)})`);
  }
  return `${name}${edition.t('wordGap')}${edition.bracket(unit.replace(/(?<=\p{Sc}) /u, '\u00a0'))}`;
}

function liftUnit(edition: Edition, row: RowView): Lifted {
  const texts = row.cells.filter(isFigure).map(({ text }) => text);
  const extras = row.cells.flatMap(({ extra }) => (extra === undefined ? [] : [unbracket(extra)]));
  const unit = sharedUnit(texts);
  const inBrackets = sharedUnit(extras);
  const cells = row.cells.map((cell): CellView => ({
    ...cell,
    ...(isFigure(cell) && unit !== undefined ? { text: numberOf(cell.text, unit) } : {}),
    ...(cell.extra && inBrackets !== undefined ? { extra: edition.bracket(numberOf(unbracket(cell.extra), inBrackets)) } : {}),
  }));
  const words = unitWords(edition, unit, inBrackets);
  return words === undefined ? row : { ...row, cells, unit: words };
}

function unitWords(edition: Edition, unit: string | undefined, inBrackets: string | undefined): string | undefined {
  const own = inBrackets !== unit ? inBrackets : undefined;
  const note = own === undefined ? undefined : edition.t('inBrackets', own);
  if (unit === undefined || note === undefined) return unit ?? note;
  return edition.t('unitAndBrackets', unit, note);
}

function isFigure(cell: CellView): boolean {
  return !cell.absent && !cell.words && cell.text !== '';
}

/** The one unit of all these figures, if it is longer than a sign; that of 97.1万事業所 and 977,471事業所 is 事業所. */
function sharedUnit(texts: readonly string[]): string | undefined {
  const units = texts.map((text) => readFigure(text)?.unit ?? '').filter((unit) => !isSign(unit));
  return oneOf(units) ?? oneOf(units.map(withoutScale));
}

function oneOf(units: readonly string[]): string | undefined {
  const [first = ''] = units;
  if (units.some((unit) => singular(unit) !== singular(first))) return undefined;
  const longest = units.reduce((a, b) => (b.length > a.length ? b : a), first);
  return longest === '' || isSign(longest) ? undefined : longest;
}

/** It is short enough to stay at its figure. */
function isSign(unit: string): boolean {
  return /^(?:%|pp)$/.test(unit);
}

/** Only of units in words: ¥ billion is one unit. */
function withoutScale(unit: string): string {
  return unit.replace(/^(?:[千万億兆]+|(?:thousand|million|billion|trillion) )(?=.)/, '');
}

/** `−¥39.5 billion` → −39.5 and ¥ billion; what is qualified, such as 約97万人, keeps its words. */
function readFigure(text: string): { number: string; unit: string } | undefined {
  const match = /^([+＋▲−-]?)(\p{Sc}?)(\d[\d,]*(?:\.\d+)?)\s*([^\d（(]*)$/u.exec(text);
  if (!match) return undefined;
  const [, sign = '', currency = '', digits = '', unit = ''] = match;
  return { number: sign + digits, unit: `${currency}${currency && unit ? ' ' : ''}${unit}` };
}

/** (97.1万事業所, 事業所) → 97.1万 */
function numberOf(text: string, unit: string): string {
  const figure = readFigure(text);
  if (!figure) return text;
  if (singular(figure.unit) === singular(unit)) return figure.number;
  if (singular(withoutScale(figure.unit)) !== singular(unit)) return text;
  const scale = figure.unit.slice(0, figure.unit.length - withoutScale(figure.unit).length).trim();
  return `${figure.number}${/^\w/.test(scale) ? ' ' : ''}${scale}`;
}

function singular(unit: string): string {
  return unit.replace(/s$/, '');
}

function unbracket(text: string): string {
  return text.replace(/^[（(]|[）)]$/g, '');
}
