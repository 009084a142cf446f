import { renderLiveData } from '../charts/live-markup.ts';
import type { LiveMarkup } from '../charts/live-markup.ts';
import { renderChart } from '../charts/svg.ts';
import type { ChartSpec, LineChartSpec } from '../charts/spec.ts';
import { tableCsv } from '../charts/table.ts';
import type { ChartTable } from '../charts/table.ts';
import { formatYearTick } from '../format/time.ts';
import type { LoadedIndicator } from '../load/report.ts';
import type { AxisScale } from './axis-scale.ts';
import type { Edition } from './edition.ts';

/** A chart with all that belongs to it, in one language. */
export interface ChartView {
  readonly id: string;
  readonly title: string;
  /** One sentence that the figures say by themselves. */
  readonly reading: string;
  readonly svg: string;
  /** What the drawing was made from. */
  readonly spec: ChartSpec;
  /** What the page carries so that the chart can answer its reader. */
  readonly live?: LiveMarkup;
  /** '%', '万人'; '' where each row has its own. */
  readonly unit: string;
  readonly source: string;
  readonly notes: readonly string[];
  readonly table: ChartTable;
  /** The name of the file with exactly that table. */
  readonly csv: string;
}

/** What every chart has besides its spec. */
export function viewChart(
  spec: ChartSpec,
  parts: Pick<ChartView, 'unit' | 'source' | 'notes' | 'table'>,
): ChartView {
  const { id, title, reading, locale } = spec;
  const live = renderLiveData(spec, parts.table);
  return {
    id,
    title,
    reading,
    svg: renderChart(spec),
    spec,
    ...(live && { live }),
    ...parts,
    csv: `${id}.${locale}.csv`,
  };
}

export function chartCsv({ table }: ChartView): string {
  return tableCsv(table);
}

/** Fiscal years along an axis. */
export function yearAxis(edition: Edition, years: readonly string[]): LineChartSpec['x'] {
  return {
    labels: years.map((year) => formatYearTick(year, edition.locale, edition.calendar)),
    shortLabels: years.map((year) => shortYear(edition, year)),
  };
}

/** What stands over the axis, or else the unit's own name: 万人, %. */
export function unitOf(edition: Edition, indicator: LoadedIndicator, scale: AxisScale): string {
  if (scale.unit !== undefined) return scale.unit.replace(/^（(.*)）$/, '$1');
  return edition.model.report.units.get(indicator.data.unit)?.label[edition.locale].other.trim() ?? '';
}

export function named(edition: Edition, name: string, what: string): string {
  return edition.locale === 'ja'
    ? `${name}（${what}）`
    : `${name} (${what.charAt(0).toLowerCase()}${what.slice(1)})`;
}

function shortYear(edition: Edition, year: string): string {
  if (edition.locale === 'en' || !edition.calendar.eras) return `’${year.slice(4)}`;
  const full = formatYearTick(year, 'ja', edition.calendar);
  const letter = { 令和: 'R', 平成: 'H', 昭和: 'S' }[full.slice(0, 2)] ?? '';
  return `${letter}${full.slice(2)}`;
}
