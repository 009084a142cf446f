import { decimalsNeeded, formatNumber, movePoint } from './number.ts';
import type { LineChartSpec, Series, ValueAxis } from './spec.ts';
import type { Locale } from '../locale.ts';

/** One indicator's values in one language, as a file of its own: what a comparison is put together from. */
export interface ComparableSeries {
  readonly id: string;
  readonly name: string;
  /** In two short lines, for the end of a line in a chart. */
  readonly label: string;
  readonly unit: string;
  readonly href: string;
  /** What the values are divided by in a chart, and how they are then printed. */
  readonly axis: Axis;
  readonly years: readonly ComparablePoint[];
  readonly months: readonly ComparablePoint[];
}

type Axis = ValueAxis & { readonly divisor: number };

export interface ComparablePoint {
  readonly at: string;
  /** 令和6年度 */
  readonly period: string;
  /** On an axis: 令和6 */
  readonly tick: string;
  /** Exact; null where there is no figure. Every year or month from the first to the last is there, so that a line is not drawn over a gap. */
  readonly value: string | null;
  /** Decimals of the last printed place, below zero before the point; none for an exact count. */
  readonly places?: number;
  /** As printed, or why there is none. */
  readonly text: string;
}

export interface Compared {
  readonly spec: LineChartSpec;
  /** The figures as printed: a row for each period of the chart, a cell for each indicator. */
  readonly chartRows: readonly Row[];
  /** The same of all periods that have a figure. */
  readonly rows: readonly Row[];
}

interface Row {
  readonly label: string;
  readonly cells: readonly string[];
}

export const MOST_COMPARED = 4;

/** Months beyond these stand in the table only: a chart of more could not be read. */
const MOST_MONTHS = 36;

/** The addresses may come one by one or parted by commas; each counts once, in the order in which it was chosen. */
export function readIds(query: string, renamed: Readonly<Record<string, string>> = {}): string[] {
  const given = new URLSearchParams(query).getAll('ids').flatMap((each) => each.split(',')).map((id) => id.trim());
  return [...new Set(given.filter((id) => id !== '').map((id) => renamed[id] ?? id))];
}

/** ?ids=a,b, or nothing. */
export function writeIds(ids: readonly string[]): string {
  return ids.length === 0 ? '' : `?ids=${ids.map(encodeURIComponent).join(',')}`;
}

/**
 * Several indicators over the same periods, from the first that one of them has to the last. The scale is that of the
 * largest value. Nothing where fewer than two periods have a figure.
 * @param texts what the chart is called and what it says, for those who cannot see it
 */
export function compareSeries(
  which: 'years' | 'months', series: readonly ComparableSeries[], locale: Locale, texts: { readonly title: string; readonly reading: string },
): Compared | undefined {
  const points = new Map(series.flatMap((each) => each[which].map((point) => [point.at, point] as const)));
  const all = [...points.keys()].toSorted();
  const periods = which === 'months' ? all.slice(-MOST_MONTHS) : all;
  if (all.length < 2) return undefined;
  const axis = series.toSorted((a, b) => largestOf(b) - largestOf(a))[0]?.axis;
  if (!axis) return undefined;
  const { divisor, ...y } = axis;
  const valueOf = (each: ComparableSeries, at: string): ComparablePoint | undefined => each[which].find((point) => point.at === at);
  const rowOf = (at: string): Row => ({ label: points.get(at)?.period ?? at, cells: series.map((each) => valueOf(each, at)?.text ?? '') });
  return {
    spec: {
      kind: 'line', id: `compared-${which}`, locale, ...texts,
      x: { labels: periods.map((at) => points.get(at)?.tick ?? at) },
      y: { ...y, start: series.every(({ axis: own }) => own.start === 'data') ? 'data' : 'zero' },
      series: series.map((each) => {
        const own = periods.map((at) => valueOf(each, at));
        const values = own.map((point) => divide(point?.value ?? null, divisor));
        return { id: each.id, label: each.label, values, ...printedOn(axis, values, own) };
      }),
    },
    chartRows: periods.map(rowOf),
    rows: all.map(rowOf).filter(({ cells }) => cells.some((text) => text !== '')),
  };
}

/** By a power of ten the point is moved: no digit is lost, and none comes in. Sixties are only placed, never printed. */
function divide(value: string | null, divisor: number): string | null {
  if (value === null) return null;
  return isPower(divisor) ? movePoint(value, powerOf(divisor)) : String(Number(value) / divisor);
}

/** Values that have more or fewer decimals than the common axis. */
function printedOn(axis: Axis, values: readonly (string | null)[], points: readonly (ComparablePoint | undefined)[]): Pick<Series, 'printed'> {
  if (!isPower(axis.divisor)) return {};
  const texts = values.flatMap((value, index) => {
    if (value === null) return [];
    const places = points[index]?.places;
    const decimals = places === undefined ? decimalsNeeded([value]) : Math.max(0, places + powerOf(axis.divisor));
    return decimals === axis.number.decimals ? [] : [[index, formatNumber(value, { ...axis.number, decimals })] as const];
  });
  return texts.length === 0 ? {} : { printed: Object.fromEntries(texts) };
}

function isPower(divisor: number): boolean {
  return /^10*$/.test(String(divisor));
}

function powerOf(divisor: number): number {
  return String(divisor).length - 1;
}

function largestOf({ years, months }: ComparableSeries): number {
  return Math.max(0, ...[...years, ...months].map(({ value }) => Math.abs(Number(value ?? 0))));
}
