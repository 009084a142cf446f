import { formatValue } from 'hucre';
import { parseCsv } from 'hucre/csv';
import { readXlsx } from 'hucre/xlsx';
import type { Localized } from '../../locale.ts';
import type { Sheet } from './sheet.ts';
import { isUnpackedWithin } from './unpacked.ts';

export type SheetsRead =
  | { readonly ok: true; readonly sheets: readonly Sheet[] }
  | { readonly ok: false; readonly message: Localized; readonly repair: Localized };

/** The sheets of a workbook (.xlsx), or the one of a text of comma- or tab-separated values. */
export async function readSheets(file: string, bytes: Uint8Array): Promise<SheetsRead> {
  if (bytes.length > MOST_BYTES) return refuse(TOO_LARGE);
  if (isZip(bytes)) return readWorkbook(bytes);
  if (/\.(xlsx?|ods|numbers)$/i.test(file)) return refuse(NO_WORKBOOK);
  const text = decodeText(bytes);
  if (text === undefined) return refuse(UNKNOWN_CODE);
  const rows = parseCsv(text, { skipEmptyRows: false }).map((row) => row.map((cell) => unguarded(String(cell ?? '').trim())));
  return { ok: true, sheets: [{ rows, merges: [] }] };
}

async function readWorkbook(bytes: Uint8Array): Promise<SheetsRead> {
  if (!isUnpackedWithin(bytes, MOST_UNPACKED)) return refuse(TOO_MUCH);
  try {
    const { sheets } = await readXlsx(bytes, { readStyles: true, sheets: ({ hidden, veryHidden }) => !hidden && !veryHidden });
    if (sheets.some(({ rows }) => rows.reduce((cells, row) => cells + row.length, 0) > MOST_CELLS)) return refuse(TOO_WIDE);
    return {
      ok: true,
      sheets: sheets.map(({ name, rows, merges = [], cells }) => ({
        name,
        merges,
        rows: rows.map((row, r) => row.map((value, c) => shown(value, cells?.get(`${r},${c}`)?.style?.numFmt))),
      })),
    };
  } catch (error) {
    return refuse(/cells\), over the \d+ limit/.test(String(error)) ? TOO_WIDE : NO_WORKBOOK);
  }
}

/** UTF-8, UTF-16 with its mark, or Shift_JIS, as spreadsheets of Japan save it. */
export function decodeText(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decodeAs('utf-16le', bytes);
  if (first === 0xfe && second === 0xff) return decodeAs('utf-16be', bytes);
  return decodeAs('utf-8', bytes) ?? decodeAs('shift_jis', bytes);
}

function decodeAs(code: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(code, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** A number as the sheet shows it: 0.727 under 0.0% is 72.7%. A sign that only a colour would show stays. */
function shown(value: unknown, format = 'General'): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return shownDate(value, format);
  if (typeof value === 'number') return shownNumber(value, format);
  if (typeof value === 'object') return String((value as { text?: unknown }).text ?? '').trim();
  return String(value).trim();
}

function shownNumber(value: number, format: string): string {
  // Fifteen digits are what a spreadsheet keeps: 0.1 + 0.2 is 0.3.
  const plain = String(Number(value.toPrecision(15)));
  if (format === 'General' || format === '@') return plain;
  const text = formatValue(Number(plain), format).trim();
  const signed = /[-−▲△(（]/.test(text);
  return value < 0 && !signed ? `-${text}` : text.replace(/^[(（](.+)[)）]$/, '-$1');
}

/** A date whose format shows no day is a month. */
function shownDate(date: Date, format: string): string {
  const words = format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '');
  const day = date.toISOString().slice(0, 10);
  if (/d/i.test(words)) return day;
  return /m/i.test(words) ? day.slice(0, 7) : day.slice(0, 4);
}

/** '+0.2%: an apostrophe that keeps a spreadsheet from computing. */
function unguarded(text: string): string {
  return text.replace(/^'(?=[=+\-@＝＋－＠])/, '');
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

const MOST_BYTES = 50_000_000;
const MOST_UNPACKED = 200_000_000;
const MOST_CELLS = 2_000_000;

function refuse({ message, repair }: { readonly message: Localized; readonly repair: Localized }): SheetsRead {
  return { ok: false, message, repair };
}

const TOO_LARGE = {
  message: { ja: 'ファイルが大きすぎます（50 MB まで）。', en: 'The file is too large (the most is 50 MB).' },
  repair: { ja: '必要なシートだけを保存し直してください。', en: 'Save only the sheet that is needed.' },
};
const TOO_MUCH = {
  message: { ja: 'ブックの中身が大きすぎます（展開して 200 MB まで）。', en: 'There is too much in the workbook (the most is 200 MB when it is unpacked).' },
  repair: TOO_LARGE.repair,
};
const TOO_WIDE = {
  message: { ja: 'シートの使われている範囲が広すぎます（200万セルまで）。', en: 'The sheet reaches too far (the most is 2,000,000 cells).' },
  repair: { ja: '離れた行や列にある余分なセルを削除して、保存し直してください。', en: 'Delete the cells that stand far out by themselves, and save it again.' },
};
const NO_WORKBOOK = {
  message: { ja: 'ブックとして読めません。', en: 'This is no workbook that can be read.' },
  repair: { ja: 'Excel ブック（.xlsx）か CSV として保存し直してください（パスワードなし）。', en: 'Save it again as an Excel workbook (.xlsx, no password) or as CSV.' },
};
const UNKNOWN_CODE = {
  message: { ja: '文字コードが分かりません。', en: 'The character encoding is not known.' },
  repair: { ja: 'CSV UTF-8 として保存し直してください。', en: 'Save it again as CSV UTF-8.' },
};
