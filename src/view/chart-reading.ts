import { describeTrend } from '../charts/reading.ts';
import type { LoadedIndicator } from '../load/report.ts';
import { isQuantity } from '../quantity/quantity.ts';
import { monthsOf, shiftYears } from '../time/period.ts';
import type { Edition } from './edition.ts';

/** One sentence that the figures say by themselves. */
export function readYears(
  edition: Edition,
  indicator: LoadedIndicator,
  years: readonly string[],
  values: readonly (string | null)[],
): string {
  const better = indicator.data.better === 'lower' ? 'lower' : 'higher';
  const trend = describeTrend(values, better);
  const at = (index: number | null) => (index === null ? '' : (years[index] ?? ''));
  const name = edition.pick(indicator.data.name);
  const lastYear = edition.periodOf(indicator, at(trend.last));
  const last = figureText(edition, indicator, at(trend.last));
  const ja = edition.locale === 'ja';
  if (trend.last === null) return ja ? `${name}の値はありません。` : `There are no figures for ${name}.`;
  const streak =
    trend.risingStreak >= 2
      ? ja
        ? `${trend.risingStreak}年続けて上がり、`
        : `up for ${trend.risingStreak} years in a row, `
      : trend.fallingStreak >= 2
        ? ja
          ? `${trend.fallingStreak}年続けて下がり、`
          : `down for ${trend.fallingStreak} years in a row, `
        : '';
  const extreme =
    trend.best === trend.last && indicator.data.better !== 'neutral'
      ? ja
        ? 'この期間で最も良い値です'
        : 'the best of the period'
      : trend.worst === trend.last && indicator.data.better !== 'neutral'
        ? ja
          ? 'この期間で最も悪い値です'
          : 'the worst of the period'
        : '';
  const from = edition.periodOf(indicator, at(trend.first));
  const first = figureText(edition, indicator, at(trend.first));
  if (ja)
    return `${from}の${first}から、${streak}${lastYear}は${last}${extreme ? `で、${extreme}` : 'です'}。`;
  const middle = [streak.replace(/, $/, ''), extreme].filter((text) => text !== '').join(', and ');
  return `From ${first} in ${from} to ${last} in ${lastYear}${middle ? `: ${middle}` : ''}.`.replace(
    /in end of/g,
    'at the end of',
  );
}

/** This year at its last point against last year at the same. */
export function readMonths(
  edition: Edition,
  indicator: LoadedIndicator,
  year: string,
  first: number,
): string {
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

/** A figure as it is printed; '' where there is none to speak of. */
export function figureText(edition: Edition, indicator: LoadedIndicator, at: string): string {
  const figure = indicator.observations.get(at)?.figure;
  return figure ? edition.figure(figure) : '';
}
