import { sentenceOf } from '../charts/sentence.ts';
import type { BarsChartSpec } from '../charts/spec.ts';
import type { LoadedIndicator } from '../load/report.ts';
import { isQuantity } from '../quantity/quantity.ts';
import { shiftYears, yearNumber } from '../time/period.ts';
import { printedOn, scaleFor, valueAt, valueAxis } from './axis-scale.ts';
import { uncapitalise, unitOf, viewChart, yearAxis } from './chart-view.ts';
import type { ChartView } from './chart-view.ts';
import { figureText } from './chart-reading.ts';
import type { Edition } from './edition.ts';

/** A rate over what it is a rate of, by year: the same rate of much and of little is not the same news. */
export function ratioChart(edition: Edition, indicator: LoadedIndicator): ChartView | undefined {
  const whole = wholeOf(edition, indicator);
  if (!whole) return undefined;
  const years = yearsOf(indicator, whole);
  if (years.length < 3) return undefined;
  const [scale, wholeScale] = [scaleFor(edition, indicator, years), scaleFor(edition, whole, years)];
  const axis = valueAxis(edition, indicator, scale);
  const [name, wholeName] = [edition.pick(indicator.data.name), edition.pick(whole.data.name)];
  const spec: Omit<BarsChartSpec, 'reading'> = {
    kind: 'bars',
    id: `chart-${indicator.data.id}-of`,
    locale: edition.locale,
    title: edition.t('and', name, uncapitalise(wholeName, edition)),
    x: yearAxis(edition, years),
    bars: {
      label: `${wholeName}${edition.t('wordGap')}${edition.bracket(unitOf(edition, whole, wholeScale))}`,
      values: years.map((year) => valueAt(whole, year, wholeScale)),
      ...printedOn(edition, whole, years, wholeScale),
      number: valueAxis(edition, whole, wholeScale).number,
    },
    rate: {
      label: name,
      values: years.map((year) => valueAt(indicator, year, scale)),
      ...printedOn(edition, indicator, years, scale),
      number: axis.number,
      start: 'data',
      axisNote: edition.t('cutRateAxis', name),
    },
  };
  const reading = sentenceOf({
    ...spec,
    x: { labels: years.map((year) => edition.periodOf(indicator, year)) },
  }, edition.say);
  return viewChart(
    edition,
    { ...spec, reading },
    {
      unit: '',
      source: edition.source(indicator.data.source),
      notes: [],
      table: {
        head: [edition.t('period'), wholeName, name],
        rows: years.map((year) => ({
          label: edition.periodOf(indicator, year),
          cells: [figureText(edition, whole, year), figureText(edition, indicator, year)],
        })),
      },
    },
  );
}

/** The denominator, by the indicator's own formula. */
function wholeOf(edition: Edition, { data }: LoadedIndicator): LoadedIndicator | undefined {
  const { formula } = data;
  if (data.kind !== 'rate' || (formula?.op !== 'ratio' && formula?.op !== 'share')) return undefined;
  return edition.model.report.indicators.get(formula.of[1] ?? '');
}

/** From the first to the last year that has both figures. */
function yearsOf(indicator: LoadedIndicator, whole: LoadedIndicator): string[] {
  const has = (of: LoadedIndicator, year: string): boolean => {
    const figure = of.observations.get(year)?.figure;
    return figure !== undefined && isQuantity(figure);
  };
  const both = [...indicator.observations.keys()]
    .filter((at) => at.startsWith('FY') && has(indicator, at) && has(whole, at))
    .sort();
  const [first, last] = [both[0], both.at(-1)];
  if (first === undefined || last === undefined || both.length < 3) return [];
  return Array.from({ length: yearNumber(last) - yearNumber(first) + 1 }, (_, index) =>
    shiftYears(first, index),
  );
}
