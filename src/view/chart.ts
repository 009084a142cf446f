import type { LineChartSpec } from '../charts/spec.ts';
import { firstMonthOf } from '../derive/figures.ts';
import { readTargetValue } from '../derive/requirement.ts';
import { formatMonthTick, formatShortMonth } from '../format/time.ts';
import type { LoadedIndicator } from '../load/report.ts';
import { Decimal } from '../quantity/decimal.ts';
import type { RuleName } from '../schema/target.ts';
import { fiscalYearOf, pointsOf, shiftYears, yearNumber } from '../time/period.ts';
import { printedOn, scaleFor, valueAt, valueAxis } from './axis-scale.ts';
import type { AxisScale } from './axis-scale.ts';
import { figureText, readMonths, readYears } from './chart-reading.ts';
import { named, unitOf, viewChart, yearAxis } from './chart-view.ts';
import type { ChartView } from './chart-view.ts';
import { cohortChart } from './cohort-chart.ts';
import type { Edition } from './edition.ts';
import { sharesChart, treeChart, waterfallChart } from './formula-charts.ts';
import { plannedChart } from './planned-chart.ts';
import { ratioChart } from './ratio-chart.ts';

/** The charts that an indicator has the figures for: on its page, and as files of their tables. */
export function viewCharts(edition: Edition, indicator: LoadedIndicator): ChartView[] {
  return [yearlyChart, monthlyChart, ratioChart, plannedChart, cohortChart, treeChart, sharesChart, waterfallChart].flatMap(
    (view) => view(edition, indicator) ?? [],
  );
}

export function yearlyChart(edition: Edition, indicator: LoadedIndicator): ChartView | undefined {
  const known = [...indicator.observations.keys()].filter((at) => at.startsWith('FY'));
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined || known.length < 3) return undefined;
  const count = yearNumber(last) - yearNumber(first) + 1;
  const years = Array.from({ length: count }, (_, index) => shiftYears(first, index));
  const scale = scaleFor(edition, indicator, years);
  const values = years.map((year) => valueAt(indicator, year, scale));
  if (values.every((value) => value === null)) return undefined;
  const name = edition.pick(indicator.data.name);
  const provisional = provisionalOf(indicator, years);
  const breaks = (indicator.data.breaks ?? []).flatMap(({ at }, index) => {
    const before = years.indexOf(at);
    return before > 0 ? [{ before, note: edition.noteMark(index + 1) }] : [];
  });
  const spec: LineChartSpec = {
    kind: 'line',
    id: `chart-${indicator.data.id}-years`,
    locale: edition.locale,
    title: named(edition, name, edition.t('yearlyChart')),
    reading: readYears(edition, indicator, years, values),
    x: yearAxis(edition, years),
    y: valueAxis(edition, indicator, scale),
    series: [{ id: 'years', label: name, values, ...printedOn(edition, indicator, years, scale), tone: 'strong', provisional }],
    ...targetLine(edition, indicator, scale),
    breaks,
    suspended: suspensionsOf(edition, indicator, years),
  };
  return viewChart(edition, spec, {
    unit: unitOf(edition, indicator, scale),
    source: edition.source(indicator.data.source),
    notes: [...breaksNotes(edition, indicator, years), ...provisionalNote(edition, provisional)],
    table: {
      head: [edition.t('period'), edition.t('value')],
      rows: years.map((year) => ({
        label: edition.periodOf(indicator, year),
        cells: [figureText(edition, indicator, year)],
      })),
    },
  });
}

/** How many years before this one the months are compared with. */
const EARLIER_YEARS = 3;

/** This year by month or quarter, strong, over the years before: those with at least three, and the year of quarters that has begun. */
export function monthlyChart(edition: Edition, indicator: LoadedIndicator): ChartView | undefined {
  const first = firstMonthOf(edition.model.report, indicator);
  const months = [...indicator.observations.keys()].filter((at) => /^\d{4}-\d{2}$/.test(at));
  const byYear = [...Map.groupBy(months, (at) => fiscalYearOf(at, first))];
  const years = byYear
    .filter(([, some]) => some.length >= 3)
    .map(([year]) => year)
    .sort();
  const points = (year: string) => pointsOf(year, first, months);
  const begun = months.map((at) => fiscalYearOf(at, first)).sort().at(-1);
  const byQuarter = begun !== undefined && points(begun).length < 12;
  const last = years.length > 0 && byQuarter ? begun : years.at(-1);
  if (last === undefined) return undefined;
  const shown = [...new Set([...years, last])].filter((year) => yearNumber(last) - yearNumber(year) <= EARLIER_YEARS);
  const scale = scaleFor(
    edition,
    indicator,
    shown.flatMap(points),
  );
  const point = indicator.data.kind !== 'flow';
  const series = shown.map((year) => ({
    id: year,
    label: edition.period(year, 'total'),
    tone: year === last ? ('strong' as const) : ('quiet' as const),
    values: points(year).map((month) => valueAt(indicator, month, scale)),
    ...printedOn(edition, indicator, points(year), scale),
    provisional: year === last ? provisionalOf(indicator, points(year)) : [],
  }));
  if (series.every(({ values }) => values.every((value) => value === null))) return undefined;
  const axisMonths = points(last);
  const tick = (month: string): string => formatMonthTick(month, point, edition.style);
  const spec: LineChartSpec = {
    kind: 'line',
    id: `chart-${indicator.data.id}-months`,
    locale: edition.locale,
    title: named(edition, edition.pick(indicator.data.name), edition.t(`${byQuarter ? 'quarterly' : 'monthly'}${besideOf(shown)}`)),
    reading: readMonths(edition, indicator, last, first),
    x: {
      labels: axisMonths.map(tick),
      shortLabels: axisMonths.map((month) => formatShortMonth(month, edition.style)),
    },
    y: valueAxis(edition, indicator, scale),
    series,
  };
  return viewChart(edition, spec, {
    unit: unitOf(edition, indicator, scale),
    source: edition.source(indicator.data.source),
    notes: provisionalNote(edition, series.at(-1)?.provisional ?? []),
    table: {
      head: [edition.t('period'), ...shown.map((year) => edition.period(year, 'total'))],
      rows: axisMonths.map((month, index) => ({
        label: tick(month),
        cells: shown.map((year) => figureText(edition, indicator, points(year)[index] ?? '')),
      })),
    },
  });
}

/** What the last of the years is shown beside. */
function besideOf(years: readonly string[]): 'Alone' | 'Chart' | 'Earlier' {
  const [before, last] = years.slice(-2);
  if (before === undefined || last === undefined) return 'Alone';
  return years.length === 2 && before === shiftYears(last, -1) ? 'Chart' : 'Earlier';
}

/** The rules that ask for a level, whatever came before. */
const FIXED: readonly RuleName[] = ['gte', 'gt', 'lte', 'lt'];

/** The latest fixed level that a target asks of the indicator. */
function targetLine(
  edition: Edition,
  indicator: LoadedIndicator,
  scale: AxisScale,
): Pick<LineChartSpec, 'target'> {
  const { report, verdictsByIndicator } = edition.model;
  const levels = (verdictsByIndicator.get(indicator) ?? []).flatMap(({ target, parts }) =>
    parts.flatMap(({ rule, indicator: of }) => {
      if (of !== indicator || !('value' in rule) || !FIXED.includes(rule.rule)) return [];
      const printed = readTargetValue(report, rule.value, indicator);
      return printed?.unit === indicator.data.unit ? [{ year: target.year, printed }] : [];
    }),
  );
  const latest = levels.toSorted((a, b) => (a.year < b.year ? -1 : 1)).at(-1);
  if (!latest) return {};
  const value = new Decimal(latest.printed.value).div(scale.divisor).toFixed();
  return { target: { value, label: `${edition.t('target')} ${edition.quantity(latest.printed)}` } };
}

/** Values that may still change: their marks are hollow. */
function provisionalOf(indicator: LoadedIndicator, periods: readonly string[]): number[] {
  return periods.flatMap((at, index) => {
    const status = indicator.observations.get(at)?.data.status;
    return status === 'provisional' || status === 'estimate' ? [index] : [];
  });
}

function provisionalNote(edition: Edition, provisional: readonly number[]): string[] {
  if (provisional.length === 0) return [];
  return [edition.t('hollowMarks')];
}

/** Years in which nothing was carried out, with the words for that. */
function suspensionsOf(
  edition: Edition,
  indicator: LoadedIndicator,
  years: readonly string[],
): NonNullable<LineChartSpec['suspended']> {
  const stopped = years.map((year) => {
    const figure = indicator.observations.get(year)?.figure;
    return figure && 'absent' in figure && figure.absent === 'not_carried_out'
      ? edition.figure(figure)
      : undefined;
  });
  return stopped.flatMap((label, from) => {
    if (label === undefined || stopped[from - 1] !== undefined) return [];
    const length = [...stopped.slice(from), undefined].indexOf(undefined);
    return [{ from, to: from + length - 1, note: '', label }];
  });
}

function breaksNotes(edition: Edition, indicator: LoadedIndicator, years: readonly string[]): string[] {
  return (indicator.data.breaks ?? []).flatMap(({ at, note }, index) =>
    years.indexOf(at) > 0
      ? [`${edition.noteMark(index + 1)}${edition.t('markGap')}${edition.plain(note)}`]
      : [],
  );
}
