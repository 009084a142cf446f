import type { ChartStrings } from '../i18n/chart-strings.ts';
import { measureNotoSansJp } from './font.ts';
import type { Measure } from './font.ts';
import { findRows, widthsOf, writeLiveData } from './live-data.ts';
import { isLive } from './spec.ts';
import type { ChartSpec, LiveChartSpec } from './spec.ts';
import type { ChartTable } from './table.ts';

/** What a page carries for a chart that can come alive. */
export interface LiveMarkup {
  /** For a script element of type application/json. */
  readonly json: string;
  /** The names of the series that can be shown and hidden: room is kept for their buttons. */
  readonly toggles: readonly string[];
}

/**
 * Nothing for a kind that stays a picture.
 * @param words those of a language that the program does not bring with it
 * @param table the one that stands beside the chart: its words are what is read out
 */
export function renderLiveData(
  spec: ChartSpec,
  table: Pick<ChartTable, 'rows'>,
  words?: ChartStrings,
  measure: Measure = measureNotoSansJp,
): LiveMarkup | undefined {
  if (!isLive(spec)) return undefined;
  const rows = findRows(spec, table);
  const json = writeLiveData({ spec, widths: widthsOf(spec, measure), ...(rows && { rows }), ...(words && { words }) });
  return { json, toggles: togglesOf(spec) };
}

function togglesOf(spec: LiveChartSpec): string[] {
  if (spec.kind !== 'line' || spec.series.length < 2) return [];
  return spec.series.map(({ label }) => label.replaceAll('\n', ''));
}
