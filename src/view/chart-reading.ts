import { describeTrend } from '../charts/reading.ts';
import type { Trend } from '../charts/reading.ts';
import type { LoadedIndicator } from '../load/report.ts';
import { isQuantity } from '../quantity/quantity.ts';
import { monthsOf, shiftYears } from '../time/period.ts';
import { senseOf } from './edition.ts';
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
  if (trend.last === null) return edition.t('noFigures', name);
  const ends = [trend.first, trend.last].flatMap((index) => [
    edition.when(at(index), senseOf(indicator)), figureText(edition, indicator, at(index)),
  ]);
  if (trend.first === trend.last) return edition.t('trendOnly', ...ends);
  if (trend.best === trend.worst) return edition.t('trendLevel', ...ends);
  const [rises, falls] = [trend.risingStreak, trend.fallingStreak];
  const streak = rises >= 2 ? edition.t('upInARow', rises) : falls >= 2 ? edition.t('downInARow', falls) : '';
  const judged = indicator.data.better !== 'neutral';
  const extreme = judged ? extremeOf(edition, trend) : '';
  if (streak !== '' && extreme !== '') return edition.t('trendStreakExtreme', ...ends, streak, extreme);
  if (streak !== '') return edition.t('trendStreak', ...ends, streak);
  return extreme === '' ? edition.t('trend', ...ends) : edition.t('trendExtreme', ...ends, extreme);
}

/** Whether the last value is the best or the worst, alone or beside others. */
function extremeOf(edition: Edition, { last, best, worst, bestShared, worstShared }: Trend): string {
  if (best === last) return edition.t(bestShared ? 'bestAgain' : 'bestOfPeriod');
  if (worst === last) return edition.t(worstShared ? 'worstAgain' : 'worstOfPeriod');
  return '';
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
  const when = edition.when(at, senseOf(indicator));
  return then === '' ? edition.t('monthNow', when, now) : edition.t('monthNowThen', when, now, then);
}

/** A figure as it is printed; '' where there is none to speak of. */
export function figureText(edition: Edition, indicator: LoadedIndicator, at: string): string {
  const figure = indicator.observations.get(at)?.figure;
  return figure ? edition.figure(figure) : '';
}
