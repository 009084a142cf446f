import { firstMonthOf } from '../derive/figures.ts';
import { page } from '../i18n/paths.ts';
import type { LoadedIndicator } from '../load/report.ts';
import { isQuantity } from '../quantity/quantity.ts';
import { fiscalYearOf } from '../time/period.ts';
import type { Edition } from './edition.ts';
import { latestPeriod, viewLatest } from './indicator.ts';
import type { LatestView } from './indicator.ts';
import { viewSpark } from './spark.ts';

/** A figure that the organisation puts first. */
export interface Headline {
  readonly name: string;
  readonly href: string;
  readonly latest: LatestView;
  readonly spark: string;
}

/** The headline figures as they stand now; of one year, at its end or at its latest month. */
export function viewHeadlines(edition: Edition, year?: string): Headline[] {
  const { organisation, indicators } = edition.model.report;
  return organisation.headline.flatMap((id): Headline[] => {
    const indicator = indicators.get(id);
    const at = indicator && (year === undefined ? latestPeriod(edition, indicator) : periodIn(edition, indicator, year));
    const latest = indicator && at !== undefined ? viewLatest(edition, indicator, at) : undefined;
    if (!indicator || !latest) return [];
    return [{ name: edition.pick(indicator.data.name), href: edition.path(page.indicator(id)), latest, spark: year === undefined ? viewSpark(edition, indicator) : '' }];
  });
}

function periodIn(edition: Edition, indicator: LoadedIndicator, year: string): string | undefined {
  const first = firstMonthOf(edition.model.report, indicator);
  const known = [...indicator.observations.values()].filter(({ figure }) => isQuantity(figure)).map(({ data }) => data.at);
  if (known.includes(year)) return year;
  return known.filter((at) => !at.startsWith('FY') && fiscalYearOf(at, first) === year).toSorted().at(-1);
}
