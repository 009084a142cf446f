import { measureNotoSansJp } from './font.ts';
import type { Measure } from './font.ts';
import { findPrinted, widthsOf, writeLiveData } from './live-data.ts';
import type { DataTable } from './live-data.ts';
import type { ChartSpec } from './spec.ts';

/** What a page carries for a chart that can come alive. */
export interface LiveMarkup {
  /** For a script element of type application/json. */
  readonly json: string;
  /** Whether its series can be shown and hidden: room is kept for the buttons. */
  readonly hasToggles: boolean;
}

/** Nothing for a kind that stays a picture. */
export function renderLiveData(
  spec: ChartSpec,
  table: DataTable,
  measure: Measure = measureNotoSansJp,
): LiveMarkup | undefined {
  if (spec.kind !== 'line') return undefined;
  const printed = findPrinted(spec, table);
  const json = writeLiveData({ spec, widths: widthsOf(spec, measure), ...(printed && { printed }) });
  return { json, hasToggles: spec.series.length > 1 };
}
