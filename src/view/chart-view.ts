import { renderLiveData } from '../charts/live-markup.ts';
import type { LiveMarkup } from '../charts/live-markup.ts';
import { renderChart } from '../charts/svg.ts';
import type { ChartSpec, LineChartSpec, WaterfallRow } from '../charts/spec.ts';
import { tableCsv } from '../charts/table.ts';
import type { ChartTable } from '../charts/table.ts';
import { formatShortYear, formatYearTick } from '../format/time.ts';
import { Decimal } from '../quantity/decimal.ts';
import type { Quantity } from '../quantity/quantity.ts';
import { labelIn } from '../quantity/unit.ts';
import { withoutMarks } from '../i18n/borrowed.ts';
import { isTongue } from '../locale.ts';
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
  readonly live: LiveMarkup | undefined;
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
  edition: Edition,
  drawn: ChartSpec,
  beside: Pick<ChartView, 'unit' | 'source' | 'notes' | 'table'>,
): ChartView {
  const spec = edition.language.borrowed ? bare(drawn) : drawn;
  const parts = edition.language.borrowed ? bare(beside) : beside;
  const { id, title, reading, locale } = spec;
  return {
    id,
    title,
    reading,
    // Whoever needs only the table draws nothing; and what is drawn is not held on to, for it is large.
    get svg() {
      return edition.remember('chart', spec, () => renderChart(spec));
    },
    spec,
    get live() {
      return renderLiveData(spec, parts.table, isTongue(locale) ? undefined : edition.language.charts);
    },
    ...parts,
    csv: `${id}.${locale}.csv`,
  };
}

/** A drawing and a file cannot say which language a word of theirs is in. */
function bare<T>(value: T): T {
  return JSON.parse(withoutMarks(JSON.stringify(value))) as T;
}

export function chartCsv({ table }: ChartView): string {
  return tableCsv(table);
}

/** Fiscal years along an axis. */
export function yearAxis(edition: Edition, years: readonly string[]): LineChartSpec['x'] {
  return {
    labels: years.map((year) => formatYearTick(year, edition.style, edition.calendar)),
    shortLabels: years.map((year) => formatShortYear(year, edition.style, edition.calendar)),
  };
}

/** What stands over the axis, or else the unit's own name: 万人, %. */
export function unitOf(edition: Edition, indicator: LoadedIndicator, scale: AxisScale): string {
  if (scale.unit !== undefined) return unitName(scale);
  const unit = edition.model.report.units.get(indicator.data.unit);
  return unit ? labelIn(unit, edition.locale).other.trim() : '';
}

/** As it stands over the axis, without brackets. */
export function unitName({ unit = '' }: AxisScale): string {
  return unit.replace(/^（(.*)）$/, '$1');
}

/** A row of a waterfall as it is published: a total, or a step that says which way it goes. */
export function totalRow(edition: Edition, label: string, quantity: Quantity, scale: AxisScale): WaterfallRow {
  return { label, value: new Decimal(quantity.value).div(scale.divisor).toFixed(), total: true, printed: edition.quantity(quantity) };
}

export function stepRow(edition: Edition, label: string, quantity: Quantity, scale: AxisScale, sign = 1): WaterfallRow {
  const value = new Decimal(quantity.value).times(sign);
  const step: Quantity = { ...quantity, value: value.toFixed(), ...(value.isNegative() ? {} : { plus: true }) };
  return { label, value: value.div(scale.divisor).toFixed(), printed: edition.quantity(step) };
}

/** '億円' follows its number; '¥ billion' stands around it. */
export function unitAround(edition: Edition, unit: string): { prefix?: string; suffix?: string } {
  const [symbol] = /^\p{Sc}/u.exec(unit) ?? [];
  return symbol ? { prefix: symbol, suffix: unit.slice(symbol.length) } : { suffix: `${edition.style.numbers.gap}${unit}` };
}

export function named(edition: Edition, name: string, what: string): string {
  return edition.t('named', name, uncapitalise(what, edition));
}

/** Within a line, in a language that begins its lines with a capital. */
export function uncapitalise(text: string, { style }: Edition): string {
  return style.capitals ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
