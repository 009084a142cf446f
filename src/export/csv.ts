/** Excel reads UTF-8 only where a byte order mark says so. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** Lines end as RFC 4180 has it. */
export function toCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('');
}

/** Quoted where need be, also for spreadsheets that part cells at semicolons or tabs; a text that a spreadsheet would run as a formula is kept a text. */
export function csvCell(text: string): string {
  const number = /^-?\d+(\.\d+)?$/.test(text);
  const safe = !number && /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/.test(text) ? `'${text}` : text;
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}
