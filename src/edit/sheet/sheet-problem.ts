import type { Localized, Tongue } from '../../locale.ts';

/** A problem with a sheet: which cell, what is wrong, and the repair. */
export interface SheetProblem {
  readonly sheet?: string;
  /** B7; undefined where it is about the sheet as a whole. */
  readonly cell?: string;
  readonly message: Localized;
  readonly repair?: Localized;
}

/** table.xlsx [令和6年度] B7  … → … */
export function renderSheetProblem(file: string, { sheet, cell, message, repair }: SheetProblem, locale: Tongue): string {
  const place = [file, ...(sheet === undefined ? [] : [`[${sheet}]`]), ...(cell === undefined ? [] : [cell])].join(' ');
  return `${place}  ${message[locale]}${repair ? ` → ${repair[locale]}` : ''}`;
}
