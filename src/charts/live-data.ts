import type { ChartStrings } from '../i18n/chart-strings.ts';
import type { Measure } from './font.ts';
import type { LiveChartSpec } from './spec.ts';
import { rowsOf } from './table.ts';
import type { ChartTable } from './table.ts';

/** What a chart needs to come alive in the browser; it travels in the page as JSON. */
export interface LiveData {
  readonly spec: LiveChartSpec;
  readonly widths: Widths;
  /** The rows of the table beside the chart, where they say more than the chart's own (`rowsOf`). */
  readonly rows?: ChartTable['rows'];
  /** What the chart says by itself, in a language that the program does not bring with it. */
  readonly words?: ChartStrings;
}

/**
 * Advance widths in ems, of the font that the static chart was laid out with, by character; those of 1 em are
 * left out. Whatever font the reader has, the live chart is laid out with the same.
 */
export interface Widths {
  readonly regular: Readonly<Record<string, number>>;
  readonly bold: Readonly<Record<string, number>>;
}

/** Adds up what the build measured. */
export function measureWith({ regular, bold }: Widths): Measure {
  return (text, size, isBold) => {
    const widths = isBold ? bold : regular;
    let ems = 0;
    for (const character of text) ems += widths[character] ?? 1;
    return ems * size;
  };
}

/** The widths of every character that a chart of this spec can show. */
export function widthsOf(spec: LiveChartSpec, measure: Measure): Widths {
  const characters = new Set(`${JSON.stringify(spec)}0123456789,.−—+→　`);
  const measureAll = (bold: boolean): Record<string, number> => {
    const widths = [...characters].map((each) => [each, measure(each, 1, bold)] as const);
    return Object.fromEntries(widths.filter(([, width]) => width !== 1));
  };
  return { regular: measureAll(false), bold: measureAll(true) };
}

/** The rows of a table if they are those of the chart, in other words: '令和6年度' for '令和6'. */
export function findRows(
  spec: LiveChartSpec,
  { rows }: Pick<ChartTable, 'rows'>,
): ChartTable['rows'] | undefined {
  const own = rowsOf(spec);
  const fits = rows.length === own.length
    && rows.every(({ cells }, at) => cells.length === own[at]?.cells.length);
  return fits && JSON.stringify(rows) !== JSON.stringify(own) ? rows : undefined;
}

/** JSON that can stand in a script element: no text in it ends the element or opens a comment. */
export function writeLiveData(data: LiveData): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}

export function readLiveData(text: string): LiveData {
  return JSON.parse(text) as LiveData;
}
