import type { Measure } from './font.ts';
import type { LineChartSpec } from './spec.ts';

/** The kinds that come alive; the others stay pictures. */
export type LiveSpec = LineChartSpec;

/** What a chart needs to come alive in the browser; it travels in the page as JSON. */
export interface LiveData {
  readonly spec: LiveSpec;
  readonly widths: Widths;
  readonly printed?: Printed;
}

/**
 * Advance widths in ems, of the font that the static chart was laid out with, by character; those of 1 em are
 * left out. Whatever font the reader has, the live chart is laid out with the same.
 */
export interface Widths {
  readonly regular: Readonly<Record<string, number>>;
  readonly bold: Readonly<Record<string, number>>;
}

/** The figures as the table beside the chart prints them. */
export interface Printed {
  /** In full: '令和6年度' where the axis says '令和6'. */
  readonly periods: readonly string[];
  /** By series, then period; '' where the table is empty. Words where there is no value for a reason. */
  readonly values: readonly (readonly string[])[];
}

/** The table beside a chart: a row for each period, a cell for each series. */
export interface DataTable {
  readonly rows: readonly { readonly label: string; readonly cells: readonly string[] }[];
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
export function widthsOf(spec: LiveSpec, measure: Measure): Widths {
  const characters = new Set(`${JSON.stringify(spec)}0123456789,.−`);
  const measureAll = (bold: boolean): Record<string, number> => {
    const widths = [...characters].map((character) => [character, measure(character, 1, bold)] as const);
    return Object.fromEntries(widths.filter(([, width]) => width !== 1));
  };
  return { regular: measureAll(false), bold: measureAll(true) };
}

/** The words of the table, if its rows and columns are those of the chart. */
export function findPrinted(spec: LiveSpec, { rows }: DataTable): Printed | undefined {
  const { x: { labels }, series } = spec;
  if (rows.length !== labels.length || rows.some(({ cells }) => cells.length !== series.length)) return undefined;
  return {
    periods: rows.map(({ label }) => label),
    values: series.map((_, at) => rows.map(({ cells }) => cells[at] ?? '')),
  };
}

/** JSON that can stand in a script element: no text in it ends the element or opens a comment. */
export function writeLiveData(data: LiveData): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}

export function readLiveData(text: string): LiveData {
  return JSON.parse(text) as LiveData;
}
