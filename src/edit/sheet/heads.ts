import { isBareDash, parseAbsence } from '../../quantity/absence.ts';
import type { Sheet } from './sheet.ts';
import { cellAt, widthOf } from './sheet.ts';
import { fieldNamed } from './field.ts';
import { timeWords } from './period-words.ts';
import { isMark } from './unclear.ts';

/** Where the heads of a sheet end: rows above, columns on the left. */
export interface Heads {
  /** Of the first row with figures. */
  readonly firstRow: number;
  /** Rows that say one thing of the whole: a title, 単位：万人. */
  readonly captions: readonly string[];
  readonly headRows: readonly number[];
  readonly headColumns: readonly number[];
  /** What stands over a column or beside a row, with what merged or blank cells take from their neighbour. */
  over(column: number): readonly string[];
  beside(row: number): readonly string[];
  /** Whether the years of a column of heads are fiscal years, as 年度 over it says. */
  asYear(column: number): boolean;
  /** Whether those over the columns are, as 年度 in the corner says where no row has a year. */
  readonly yearsAcross: boolean;
}

const YEAR_HEAD = /^(年度|会計年度|fiscal year|fy)$/i;
const TIME_HEAD = /^(年度|会計年度|年|年月|月|月次|年月日|期間|時点|期|日付|基準日|fiscal year|fy|year|month|period|date|at)$/i;

/** Finds the heads of a sheet of any shape; undefined where it has no figures. */
export function findHeads(sheet: Sheet): Heads | undefined {
  const firstRow = sheet.rows.findIndex((_, row) => hasFigures(sheet, row));
  if (firstRow < 0) return undefined;
  const filled = fillMerges(sheet);
  const above = sheet.rows.slice(0, firstRow).map((_, row) => row).filter((row) => filled[row]?.some((text) => text !== ''));
  const isCaption = (row: number) => row !== above.at(-1) && saysOneThing(filled[row] ?? []);
  const headRows = above.filter((row) => !isCaption(row));
  const captions = above.filter((row) => !headRows.includes(row)).map((row) => filled[row]?.find((text) => text !== '') ?? '');
  spreadRight(sheet, filled, headRows);

  const asYear = (column: number) => headRows.some((row) => YEAR_HEAD.test(filled[row]?.[column] ?? ''));
  const headColumns = headColumnsOf(sheet, filled, firstRow, headRows, asYear);
  spreadDown(sheet, filled, firstRow, headColumns);
  return {
    firstRow,
    captions,
    headRows,
    headColumns,
    asYear,
    yearsAcross: headColumns.some((column) => asYear(column) && filled.slice(firstRow).every((cells) => timeWords(cells[column] ?? '', true) === undefined)),
    over: (column) => distinct(headRows.map((row) => filled[row]?.[column] ?? '')),
    beside: (row) => headColumns.map((column) => filled[row]?.[column] ?? ''),
  };
}

/** What a cell looks like from afar: a figure, or a place where one is missing. */
export function looksLikeFigure(text: string): boolean {
  if (parseAbsence(text) || isBareDash(text) || isMark(text)) return true;
  return /^(?:約|およそ|概ね|計)?\s*[-+±▲△−＋－±(（]?\s*[¥￥]?\s*[\d０-９][\d０-９,，.．]*/u.test(text) && timeWords(text) === undefined;
}

function hasFigures(sheet: Sheet, row: number): boolean {
  const cells = (sheet.rows[row] ?? []).map((text, column) => ({ text, column })).filter(({ text }) => text !== '');
  const figures = cells.filter(({ text, column }) => looksLikeFigure(text) && column > 0);
  if (cells.length < 2 || figures.length === 0) return false;
  return !figures.every(({ text }) => /^(19|20)\d\d$/.test(text.normalize('NFKC')) && !beginsWithTime(cells[0]?.text ?? ''));
}

/** A row of years under 年度 is a head, one that begins with 令和6年度 has figures. */
function beginsWithTime(text: string): boolean {
  return timeWords(text, true) !== undefined;
}

function headColumnsOf(sheet: Sheet, filled: readonly string[][], firstRow: number, headRows: readonly number[], asYear: (column: number) => boolean): number[] {
  const width = widthOf(sheet);
  const columns: number[] = [];
  for (let column = 0; column < width; column += 1) {
    const heads = headRows.map((row) => filled[row]?.[column] ?? '');
    const isTime = heads.some((head) => TIME_HEAD.test(head));
    const texts = sheet.rows.slice(firstRow).map((_, index) => cellAt(sheet, firstRow + index, column)).filter((text) => text !== '');
    const figures = texts.filter((text) => looksLikeFigure(text) && !(asYear(column) && timeWords(text, true)));
    const isField = heads.some((head) => fieldNamed(head) !== undefined);
    if (isTime || (figures.length === 0 && !isField && columns.length === column)) columns.push(column);
    else if (columns.length === 0 && column === 0) columns.push(0);
  }
  return columns;
}

function fillMerges(sheet: Sheet): string[][] {
  const width = widthOf(sheet);
  const filled = sheet.rows.map((_, row) => Array.from({ length: width }, (__, column) => oneLine(cellAt(sheet, row, column))));
  for (const { startRow, startCol, endRow, endCol } of sheet.merges) {
    for (let row = startRow; row <= Math.min(endRow, filled.length - 1); row += 1) {
      for (let column = startCol; column <= Math.min(endCol, width - 1); column += 1) filled[row]![column] = filled[startRow]?.[startCol] ?? '';
    }
  }
  return filled;
}

/** Without merged cells, as in CSV, a blank head belongs to the one on its left where a further head stands below it. */
function spreadRight(sheet: Sheet, filled: string[][], headRows: readonly number[]): void {
  headRows.slice(0, -1).forEach((row, level) => {
    if (sheet.merges.some(({ startRow, endRow }) => startRow <= row && row <= endRow)) return;
    const below = headRows[level + 1] ?? row;
    for (let column = 1; column < (filled[row]?.length ?? 0); column += 1) {
      const left = filled[row]?.[column - 1] ?? '';
      if (filled[row]?.[column] === '' && filled[below]?.[column] !== '' && left !== '' && !TIME_HEAD.test(left)) filled[row]![column] = left;
    }
  });
}

/** A blank head of a row belongs to the one above it where a further head stands on its right. */
function spreadDown(sheet: Sheet, filled: string[][], firstRow: number, headColumns: readonly number[]): void {
  const merged = (column: number) => sheet.merges.some(({ startRow, startCol, endCol }) => startRow >= firstRow && startCol <= column && column <= endCol);
  headColumns.slice(0, -1).forEach((column, level) => {
    if (merged(column)) return;
    for (let row = firstRow + 1; row < filled.length; row += 1) {
      const right = headColumns.slice(level + 1).some((other) => filled[row]?.[other] !== '');
      if (filled[row]?.[column] === '' && right) filled[row]![column] = filled[row - 1]?.[column] ?? '';
    }
  });
}

/** A title in the first column, or a note of the unit anywhere; what stands over some columns only is their head. */
function saysOneThing(texts: readonly string[]): boolean {
  const [text = '', ...others] = distinct(texts);
  return others.length === 0 && (texts[0] === text || /単位|unit/i.test(text));
}

function distinct(texts: readonly string[]): string[] {
  return texts.filter((text, index) => text !== '' && texts.indexOf(text) === index);
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, '');
}
