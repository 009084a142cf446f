import { page } from '../i18n/paths.ts';
import type { Edition } from './edition.ts';

/** The picture that a shared link to a page shows: its own, or that of the home page. */
export function cardPath(edition: Edition, address: string): string {
  return `og/${edition.locale}/${hasCard(edition, address) ? (address.replace(/\/$/, '').replaceAll('/', '-') || 'home') : 'home'}.png`;
}

function hasCard({ model }: Edition, address: string): boolean {
  return (
    model.years.some(({ year, sections }) =>
      address.startsWith(page.report(year)) && (address === page.report(year) || sections.some(({ entry }) => address === page.section(year, entry.id))),
    ) || model.report.organisation.headline.some((id) => model.report.indicators.has(id) && address === page.indicator(id))
  );
}
