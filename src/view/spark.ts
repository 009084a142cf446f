import { sparkline } from '../charts/sparkline.ts';
import { firstMonthOf } from '../derive/figures.ts';
import type { LoadedIndicator } from '../load/report.ts';
import { isQuantity } from '../quantity/quantity.ts';
import { fiscalYearOf, pointsOf, shiftYears, yearNumber } from '../time/period.ts';
import type { Edition } from './edition.ts';

/** The course of an indicator in a line of text: its years, or else the months of its last year; '' without either. */
export function viewSpark(edition: Edition, indicator: LoadedIndicator): string {
  const known = [...indicator.observations.keys()];
  const years = known.filter((at) => at.startsWith('FY'));
  const [first, last] = [years[0], years.at(-1)];
  if (first !== undefined && last !== undefined && years.length >= 3) {
    const all = Array.from({ length: yearNumber(last) - yearNumber(first) + 1 }, (_, index) =>
      shiftYears(first, index),
    );
    return draw(indicator, all);
  }
  const start = firstMonthOf(edition.model.report, indicator);
  const months = known.filter((at) => /^\d{4}-\d{2}$/.test(at)).sort();
  const year = months.at(-1) && fiscalYearOf(months.at(-1) ?? '', start);
  if (!year || months.filter((at) => fiscalYearOf(at, start) === year).length < 3) return '';
  const end = months.at(-1) ?? '';
  return draw(
    indicator,
    pointsOf(year, start, months).filter((month) => month <= end),
  );
}

function draw(indicator: LoadedIndicator, periods: readonly string[]): string {
  const values = periods.map((at) => {
    const figure = indicator.observations.get(at)?.figure;
    return figure && isQuantity(figure) ? figure.value : null;
  });
  return sparkline(values);
}
