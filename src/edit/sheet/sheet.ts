/** One sheet of a workbook, or a file of comma-separated values: what a reader sees in each cell. */
export interface Sheet {
  /** Of a workbook's sheet. */
  readonly name?: string;
  readonly rows: readonly (readonly string[])[];
  readonly merges: readonly Merge[];
}

/** Cells that were made one; all bounds are inside, from 0. */
export interface Merge {
  readonly startRow: number;
  readonly startCol: number;
  readonly endRow: number;
  readonly endCol: number;
}

export function cellAt(sheet: Sheet, row: number, column: number): string {
  return sheet.rows[row]?.[column] ?? '';
}

export function widthOf(sheet: Sheet): number {
  return sheet.rows.reduce((most, { length }) => Math.max(most, length), 0);
}

/** (6, 1) → B7 */
export function cellName(row: number, column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return `${letters}${row + 1}`;
}

/** (1) → B */
export function columnName(column: number): string {
  return cellName(0, column).slice(0, -1);
}
