import { rowsOf } from '../charts/table.ts';
import type { LiveData } from '../charts/live-data.ts';
import { flat, seriesOf } from './series.ts';
import type { DrawnSeries } from './series.ts';

/** A chart as its reader walks it: in each series from period to period, or from row to row. */
export interface Walk {
  /** Which way the periods follow each other: across, or down in rows. */
  readonly along: 'x' | 'y';
  /** Whether the series lie side by side, each for itself, and not over the same periods. */
  readonly apart: boolean;
  /** In full: '令和6年度'. */
  readonly periods: readonly string[];
  readonly series: readonly WalkedSeries[];
}

export interface WalkedSeries extends DrawnSeries {
  /** What is said at each period: the figure, or why there is none; '' where there is nothing to stop at. */
  readonly texts: readonly string[];
}

/** One step of the walk: a series and a period, counted from zero. */
export interface Place {
  readonly series: number;
  readonly period: number;
}

export type Move = 'next' | 'previous' | 'first' | 'last' | 'seriesBefore' | 'seriesAfter';

export function walkOf({ spec, rows = rowsOf(spec) }: LiveData): Walk {
  const series = seriesOf(spec);
  const apart = spec.kind === 'multiples';
  const inColumns = spec.kind === 'line' || spec.kind === 'bars' || spec.kind === 'cohort';
  return {
    along: inColumns || apart ? 'x' : 'y',
    apart,
    periods: apart ? spec.x.labels.map(flat) : rows.map(({ label }) => label),
    series: series.map((each, at) => ({
      ...each,
      texts: apart ? (rows[at]?.cells ?? []) : rows.map(({ cells }) => textOf(cells, at, series.length)),
    })),
  };
}

/** What a row has beside its series, as an achievement, is said with the last of them. */
function textOf(cells: readonly string[], at: number, count: number): string {
  const texts = at === count - 1 ? cells.slice(at) : [cells[at] ?? ''];
  return texts.filter((text) => text !== '').join(' / ');
}

/**
 * Where a move leads from a place; to the same place at the end of the way. The first move of all sets off on
 * the strong series, from the end that it comes from.
 */
export function moveOn(
  walk: Walk,
  from: Place | undefined,
  move: Move,
  hidden: ReadonlySet<number>,
): Place | undefined {
  if (!from) return setOff(walk, move, hidden);
  if (move === 'seriesBefore' || move === 'seriesAfter') return changeSeries(walk, from, move, hidden);
  const stops = stopsOf(walk, from.series);
  const period = {
    next: stops.find((stop) => stop > from.period),
    previous: stops.findLast((stop) => stop < from.period),
    first: stops[0],
    last: stops.at(-1),
  }[move];
  return period === undefined ? from : { series: from.series, period };
}

function setOff(walk: Walk, move: Move, hidden: ReadonlySet<number>): Place | undefined {
  const shown = visible(walk, hidden);
  const series = shown.find((at) => walk.series[at]?.strong) ?? shown[0];
  if (series === undefined) return undefined;
  const stops = stopsOf(walk, series);
  const period = move === 'next' || move === 'first' ? stops[0] : stops.at(-1);
  return period === undefined ? undefined : { series, period };
}

function changeSeries(walk: Walk, from: Place, move: Move, hidden: ReadonlySet<number>): Place {
  const shown = visible(walk, hidden);
  const series = move === 'seriesAfter'
    ? shown.find((at) => at > from.series)
    : shown.findLast((at) => at < from.series);
  if (series === undefined) return from;
  const distance = (stop: number): number => Math.abs(stop - from.period);
  const period = stopsOf(walk, series).reduce((a, b) => (distance(b) < distance(a) ? b : a));
  return { series, period };
}

function visible(walk: Walk, hidden: ReadonlySet<number>): number[] {
  return walk.series.flatMap((_, at) => (hidden.has(at) || stopsOf(walk, at).length === 0 ? [] : [at]));
}

function stopsOf(walk: Walk, series: number): number[] {
  return walk.series[series]?.texts.flatMap((text, period) => (text === '' ? [] : [period])) ?? [];
}
