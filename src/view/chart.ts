import { renderLiveData } from '../charts/live-markup.ts';
import type { LiveMarkup } from '../charts/live-markup.ts';
import { renderChart } from '../charts/svg.ts';
import { describeTrend } from '../charts/reading.ts';
import type { LineChartSpec, NumberPattern } from '../charts/spec.ts';
import { firstMonthOf } from '../derive/figures.ts';
import { formatParts } from '../format/quantity.ts';
import { formatMonthTick, formatYearTick } from '../format/time.ts';
import type { LoadedIndicator } from '../load/report.ts';
import { Decimal, placesOf } from '../quantity/decimal.ts';
import { isQuantity } from '../quantity/quantity.ts';
import type { Quantity } from '../quantity/quantity.ts';
import { isSixty, SIXTY } from '../quantity/scale.ts';
import type { Sixty } from '../quantity/unit.ts';
import { fiscalYearOf, monthsOf, shiftYears, yearNumber } from '../time/period.ts';
import type { Edition } from './edition.ts';

export interface ChartView {
  readonly id: string;
  readonly title: string;
  readonly reading: string;
  readonly svg: string;
  /** What the page carries so that the chart can answer its reader. */
  readonly live?: LiveMarkup;
  readonly source: string;
  readonly notes: readonly string[];
  readonly table: { readonly head: readonly string[]; readonly rows: readonly { readonly label: string; readonly cells: readonly string[] }[] };
}

/** The charts that an indicator has the figures for. */
export function viewCharts(edition: Edition, indicator: LoadedIndicator): ChartView[] {
  return [yearlyChart(edition, indicator), monthlyChart(edition, indicator)].filter((chart) => chart !== undefined);
}

export function yearlyChart(edition: Edition, indicator: LoadedIndicator): ChartView | undefined {
  const known = [...indicator.observations.keys()].filter((at) => at.startsWith('FY'));
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined || known.length < 3) return undefined;
  const years = Array.from({ length: yearNumber(last) - yearNumber(first) + 1 }, (_, index) => shiftYears(first, index));
  const scale = scaleFor(edition, indicator, years);
  const values = years.map((year) => valueAt(indicator, year, scale));
  const name = edition.pick(indicator.data.name);
  const reading = readYears(edition, indicator, years, values);
  const breaks = (indicator.data.breaks ?? []).flatMap(({ at }, index) => {
    const before = years.indexOf(at);
    return before > 0 ? [{ before, note: edition.noteMark(index + 1) }] : [];
  });
  const spec: LineChartSpec = {
    kind: 'line', id: `chart-${indicator.data.id}-years`, locale: edition.locale,
    title: named(edition, name, edition.t('yearlyChart')),
    reading,
    x: { labels: years.map((year) => formatYearTick(year, edition.locale, edition.calendar)), shortLabels: years.map((year) => shortYear(edition, year)) },
    y: axis(edition, indicator, scale),
    series: [{ id: 'years', label: name, values, tone: 'strong' }],
    breaks,
  };
  return withLife(spec, {
    id: spec.id, title: spec.title, reading, svg: renderChart(spec), source: edition.source(indicator.data.source),
    notes: breaksNotes(edition, indicator, years),
    table: {
      head: [edition.t('period'), edition.t('value')],
      rows: years.map((year) => ({ label: edition.periodOf(indicator, year), cells: [figureText(edition, indicator, year)] })),
    },
  });
}

/** This year by month, strong, over the year before: for series with at least three months in each. */
export function monthlyChart(edition: Edition, indicator: LoadedIndicator): ChartView | undefined {
  const first = firstMonthOf(edition.model.report, indicator);
  const months = [...indicator.observations.keys()].filter((at) => /^\d{4}-\d{2}$/.test(at));
  const years = [...Map.groupBy(months, (at) => fiscalYearOf(at, first))].filter(([, some]) => some.length >= 3).map(([year]) => year).sort();
  const last = years.at(-1);
  if (last === undefined) return undefined;
  const shown = [shiftYears(last, -1), last].filter((year) => years.includes(year));
  const scale = scaleFor(edition, indicator, shown.flatMap((year) => monthsOf(year, first)));
  const point = indicator.data.kind !== 'flow';
  const name = edition.pick(indicator.data.name);
  const series = shown.map((year) => ({
    id: year, label: edition.period(year, 'total'), tone: year === last ? 'strong' as const : 'quiet' as const,
    values: monthsOf(year, first).map((month) => valueAt(indicator, month, scale)),
  }));
  const axisMonths = monthsOf(last, first);
  const reading = readMonths(edition, indicator, last, first);
  const spec: LineChartSpec = {
    kind: 'line', id: `chart-${indicator.data.id}-months`, locale: edition.locale,
    title: named(edition, name, edition.t('monthlyChart')),
    reading,
    x: {
      labels: axisMonths.map((month) => formatMonthTick(month, point, edition.locale)),
      shortLabels: axisMonths.map((month) => (edition.locale === 'ja' ? String(Number(month.slice(5))) : formatMonthTick(month, point, 'en').slice(0, 1))),
    },
    y: axis(edition, indicator, scale),
    series,
  };
  return withLife(spec, {
    id: spec.id, title: spec.title, reading, svg: renderChart(spec), source: edition.source(indicator.data.source), notes: [],
    table: {
      head: [edition.t('period'), ...shown.map((year) => edition.period(year, 'total'))],
      rows: axisMonths.map((month, index) => ({
        label: formatMonthTick(month, point, edition.locale),
        cells: shown.map((year) => figureText(edition, indicator, monthsOf(year, first)[index] ?? '')),
      })),
    },
  });
}

function withLife(spec: LineChartSpec, view: ChartView): ChartView {
  return { ...view, live: renderLiveData(spec, view.table) };
}

/** What the values are divided by, and what stands after (or over) the numbers. */
interface AxisScale {
  readonly divisor: Decimal;
  readonly decimals: number;
  readonly suffix: string;
  readonly prefix: string;
  readonly unit?: string;
}

/** As the figures are printed in this language: 万人 / million people, 億円 / ¥ billion. */
function scaleFor(edition: Edition, indicator: LoadedIndicator, periods: readonly string[]): AxisScale {
  const quantities = periods.flatMap((at) => {
    const figure = indicator.observations.get(at)?.figure;
    return figure && isQuantity(figure) ? [figure] : [];
  });
  const largest = quantities.reduce((a, b) => (new Decimal(b.value).abs().gt(new Decimal(a.value).abs()) ? b : a), quantities[0] ?? EMPTY);
  const unit = edition.model.report.units.get(indicator.data.unit);
  if (unit?.sixty && quantities.some(({ scale }) => isSixty(scale))) return sixtyScale(edition, quantities, unit.sixty);
  const parts = formatParts(largest, edition.locale, edition.model.report.units);
  const exponent = exponentOf(parts.scale.trim());
  const places = Math.max(0, ...quantities.map((quantity) => (quantity.quantum === '0' ? 0 : placesOf(quantity.quantum) + exponent)));
  const rate = unit?.kind === 'rate' || unit?.kind === 'point';
  const symbol = parts.symbol;
  return {
    divisor: new Decimal(10).pow(exponent), decimals: Math.min(places, 2),
    suffix: rate ? parts.unit : '', prefix: '',
    ...(rate ? {} : { unit: axisUnit(edition, `${symbol}${parts.scale.trim()}${edition.locale === 'en' && parts.unit ? ' ' : ''}${parts.unit.trim()}`) }),
  };
}

/** In hours where every figure is printed in hours alone, else in minutes: 13時間58分 is no decimal of hours. */
function sixtyScale(edition: Edition, quantities: readonly Quantity[], sixty: Sixty): AxisScale {
  const labels = sixty[edition.locale];
  const hours = quantities.every(({ scale }) => scale === '時間');
  const places = Math.max(0, ...quantities.map(({ quantum }) => (quantum === '0' ? 0 : placesOf(quantum))));
  return {
    divisor: new Decimal(hours ? SIXTY : 1), decimals: Math.min(places, 2),
    suffix: '', prefix: '', unit: axisUnit(edition, hours ? labels.larger : labels.smaller),
  };
}

const EMPTY: Quantity = { value: '0', quantum: '0', unit: '', scale: '' };

function exponentOf(scale: string): number {
  return { 千: 3, 万: 4, 十万: 5, 百万: 6, 千万: 7, 億: 8, 十億: 9, 兆: 12, million: 6, billion: 9, trillion: 12 }[scale] ?? 0;
}

function axisUnit(edition: Edition, unit: string): string {
  return edition.locale === 'ja' ? `（${unit}）` : unit;
}

function axis(edition: Edition, indicator: LoadedIndicator, scale: AxisScale): LineChartSpec['y'] {
  const number: NumberPattern = {
    decimals: scale.decimals, ...(scale.suffix ? { suffix: scale.suffix } : {}), minus: edition.locale === 'ja' ? '▲' : '−',
  };
  const rate = edition.model.report.units.get(indicator.data.unit)?.kind === 'rate';
  return {
    number, start: rate ? 'data' : 'zero',
    axisNote: edition.locale === 'ja' ? '縦軸は0から始まりません' : 'The axis does not start at zero',
    ...(scale.unit === undefined ? {} : { unit: scale.unit }),
  };
}

function valueAt(indicator: LoadedIndicator, at: string, scale: AxisScale): string | null {
  const figure = indicator.observations.get(at)?.figure;
  if (!figure || !isQuantity(figure)) return null;
  return new Decimal(figure.value).div(scale.divisor).toFixed();
}

function named(edition: Edition, name: string, what: string): string {
  return edition.locale === 'ja' ? `${name}（${what}）` : `${name} (${what.charAt(0).toLowerCase()}${what.slice(1)})`;
}

function figureText(edition: Edition, indicator: LoadedIndicator, at: string): string {
  const figure = indicator.observations.get(at)?.figure;
  return figure ? edition.figure(figure) : '';
}

function shortYear(edition: Edition, year: string): string {
  if (edition.locale === 'en' || !edition.calendar.eras) return `’${year.slice(4)}`;
  const full = formatYearTick(year, 'ja', edition.calendar);
  const letter = { 令和: 'R', 平成: 'H', 昭和: 'S' }[full.slice(0, 2)] ?? '';
  return `${letter}${full.slice(2)}`;
}

function breaksNotes(edition: Edition, indicator: LoadedIndicator, years: readonly string[]): string[] {
  return (indicator.data.breaks ?? []).flatMap(({ at, note }, index) =>
    years.indexOf(at) > 0 ? [`${edition.noteMark(index + 1)}${edition.locale === 'ja' ? '　' : '  '}${edition.plain(note)}`] : []);
}

/** One sentence that the figures say by themselves. */
function readYears(edition: Edition, indicator: LoadedIndicator, years: readonly string[], values: readonly (string | null)[]): string {
  const better = indicator.data.better === 'lower' ? 'lower' : 'higher';
  const trend = describeTrend(values, better);
  const at = (index: number | null) => (index === null ? '' : years[index] ?? '');
  const name = edition.pick(indicator.data.name);
  const lastYear = edition.periodOf(indicator, at(trend.last));
  const last = figureText(edition, indicator, at(trend.last));
  const ja = edition.locale === 'ja';
  if (trend.last === null) return ja ? `${name}の値はありません。` : `There are no figures for ${name}.`;
  const streak = trend.risingStreak >= 2 ? (ja ? `${trend.risingStreak}年続けて上がり、` : `up for ${trend.risingStreak} years in a row, `)
    : trend.fallingStreak >= 2 ? (ja ? `${trend.fallingStreak}年続けて下がり、` : `down for ${trend.fallingStreak} years in a row, `) : '';
  const extreme = trend.best === trend.last && indicator.data.better !== 'neutral' ? (ja ? 'この期間で最も良い値です' : 'the best of the period')
    : trend.worst === trend.last && indicator.data.better !== 'neutral' ? (ja ? 'この期間で最も悪い値です' : 'the worst of the period') : '';
  const from = edition.periodOf(indicator, at(trend.first));
  const first = figureText(edition, indicator, at(trend.first));
  if (ja) return `${from}の${first}から、${streak}${lastYear}は${last}${extreme ? `で、${extreme}` : 'です'}。`;
  const middle = [streak.replace(/, $/, ''), extreme].filter((text) => text !== '').join(', and ');
  return `From ${first} in ${from} to ${last} in ${lastYear}${middle ? `: ${middle}` : ''}.`.replace(/in end of/g, 'at the end of');
}

function readMonths(edition: Edition, indicator: LoadedIndicator, year: string, first: number): string {
  const known = monthsOf(year, first).filter((month) => {
    const figure = indicator.observations.get(month)?.figure;
    return figure && isQuantity(figure);
  });
  const at = known.at(-1);
  if (at === undefined) return '';
  const before = shiftYears(at, -1);
  const now = figureText(edition, indicator, at);
  const then = figureText(edition, indicator, before);
  const period = edition.periodOf(indicator, at);
  if (then === '') return edition.locale === 'ja' ? `${period}は${now}です。` : `${now} at the ${period}.`;
  return edition.locale === 'ja'
    ? `${period}は${now}で、前年の同じ時点は${then}でした。`
    : `${now} at the ${period}, against ${then} at the same point of the year before.`;
}
