import { page } from '../i18n/paths.ts';
import type { Edition } from '../view/edition.ts';
import { fiscalYearOf } from '../time/period.ts';
import { cardPath } from '../view/card-path.ts';
import { viewLatest } from '../view/indicator.ts';
import type { Card } from './card.ts';

export interface PlacedCard {
  /** Below the root of the site: og/ja/2025-np-collection.png. */
  readonly path: string;
  readonly card: Card;
}

/** A card for the home page, each year, each section of a year, and each indicator that the site opens with. */
export function cardsOf(edition: Edition): PlacedCard[] {
  const { report, years } = edition.model;
  const site = edition.pick(report.organisation.site.title);
  const place = (address: string, card: Omit<Card, 'site'>): PlacedCard => ({ path: cardPath(edition, address), card: { site, ...card } });
  const { headline } = report.organisation;
  return [
    place(page.home(), { context: edition.pick(report.organisation.shortName), title: site, ...figureOf(edition, headline[0]) }),
    ...years.flatMap(({ year, sections }) => {
      const span = edition.period(year, 'span');
      return [
        place(page.report(year), { context: site, title: span, ...figureOf(edition, headline[0], year) }),
        ...sections.map(({ entry, code, verdicts }) => {
          const id = verdicts.flatMap(({ parts }) => parts.flatMap(({ indicator }) => (indicator ? [indicator.data.id] : []))).find((each) => latestIn(edition, each, year));
          return place(page.section(year, entry.id), { context: `${span} ${code}`, title: edition.pick(entry.title), ...figureOf(edition, id, year) });
        }),
      ];
    }),
    ...headline.flatMap((id) => {
      const indicator = report.indicators.get(id);
      return indicator ? [place(page.indicator(id), { context: edition.t('indicator'), title: edition.pick(indicator.data.name), ...figureOf(edition, id) })] : [];
    }),
  ];
}

/** The latest figure; in a past year the latest that it knew. */
function figureOf(edition: Edition, id: string | undefined, year?: string): Pick<Card, 'figure'> {
  const indicator = id === undefined ? undefined : edition.model.report.indicators.get(id);
  if (!indicator || id === undefined) return {};
  const latest = viewLatest(edition, indicator, year === undefined ? undefined : latestIn(edition, id, year));
  if (!latest) return {};
  return { figure: { text: latest.figure, about: edition.t('figureAt', edition.pick(indicator.data.name), latest.period) } };
}

function latestIn(edition: Edition, id: string, year: string): string | undefined {
  const periods = [...(edition.model.report.indicators.get(id)?.observations.entries() ?? [])]
    .filter(([at, { figure }]) => fiscalYearOf(at, edition.calendar.startMonth) === year && !('absent' in figure))
    .map(([at]) => at);
  return periods.find((at) => at === year) ?? periods.at(-1);
}
