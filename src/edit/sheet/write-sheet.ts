import { writeXlsx } from 'hucre/xlsx';

/** One table as text, cell by cell. */
export interface SheetText {
  /** Of the sheet in a workbook. */
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
  /** Rows that stay in sight. */
  readonly heads: number;
}

/** The table as the name of the file asks for it: `.csv`, else a workbook. */
export async function sheetFile(name: string, sheet: SheetText): Promise<string | Uint8Array> {
  return /\.csv$/i.test(name) ? sheetCsv(sheet) : sheetXlsx([sheet]);
}

/** The table as CSV that spreadsheets open as UTF-8. */
export function sheetCsv({ rows }: SheetText): string {
  return `\uFEFF${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}

/** Quoted where need be; an apostrophe keeps a spreadsheet from computing +0.2%, and an apostrophe that is meant is doubled by it. */
function cell(text: string): string {
  const safe = /^'?[=+\-@＝＋－＠]/.test(text) ? `'${text}` : text;
  return /[",\r\n\t;]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

/** The table as a workbook whose cells are text: what is typed into them stays as it is typed. */
export async function sheetXlsx(sheets: readonly SheetText[]): Promise<Uint8Array> {
  const day = new Date(Date.UTC(2000, 0, 1));
  return writeXlsx({
    properties: { created: day, modified: day },
    sheets: sheets.map(({ name, rows, heads }) => {
      const width = rows.reduce((most, { length }) => Math.max(most, length), 0);
      return {
        name: sheetName(name),
        rows: rows.map((row) => row.map((text) => (text === '' ? null : text))),
        columns: Array.from({ length: width }, (_, column) => ({ width: columnWidth(rows, column), numFmt: '@' })),
        freezePane: { rows: heads },
      };
    }),
  });
}

/** Spreadsheets allow 31 characters, and some not. */
function sheetName(name: string): string {
  return name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31);
}

function columnWidth(rows: readonly (readonly string[])[], column: number): number {
  const longest = rows.slice(0, 200).reduce((most, row) => Math.max(most, [...(row[column] ?? '')].reduce((sum, char) => sum + (char > '\u2E80' ? 2 : 1), 0)), 0);
  return Math.min(60, Math.max(8, longest + 2));
}
