import { escapeMarkup } from '../charts/markup.ts';
import { comparableYears, comparePlans } from '../derive/plan-comparison.ts';
import { page, pagePath } from '../i18n/paths.ts';
import type { SiteAddress } from '../load/site-address.ts';
import type { Report } from '../load/report.ts';
import type { Edition } from '../view/edition.ts';

/** A page at each address that was, which leads to the one that is, in every language. */
export function redirectFiles(report: Report, editions: readonly Edition[], { url, base }: SiteAddress): { readonly path: string; readonly content: string }[] {
  return report.redirects.flatMap((redirect) => addressesOf(report, redirect).flatMap(({ from, to }) =>
    editions.map((edition) => ({ path: `${edition.locale}/${from}index.html`, content: redirectPage(edition.locale, new URL(pagePath(base, edition.locale, to), url).href, pagePath(base, edition.locale, to), edition.t('moved')) }))));
}

interface Moved {
  readonly from: string;
  readonly to: string;
}

/** The pages of a thing. What has but a place on a page keeps the old one there: see old-names.ts. */
function addressesOf(report: Report, { kind, from, to }: Report['redirects'][number]): Moved[] {
  switch (kind) {
    case 'indicator': return [{ from: page.indicator(from), to: page.indicator(to) }];
    case 'target': return [{ from: page.target(from), to: page.target(to) }];
    case 'mid-term': return [{ from: page.midTerm(from), to: page.midTerm(to) }];
    case 'section': return sectionPages(report, to).map((address) => ({ from: address(from), to: address(to) }));
    default: return [];
  }
}

/** A section has a page in every year that it is reported in, and one in every comparison of two years that have it. */
function sectionPages(report: Report, id: string): ((section: string) => string)[] {
  const years = report.sections.filter(({ data }) => data.section === id).map(({ year }) => year);
  const compared = comparableYears(report).filter(({ from, to }) => comparePlans(report, from, to).sections.some(({ section }) => section === id));
  return [
    ...years.map((year) => (section: string) => page.section(year, section)),
    ...compared.map(({ from, to }) => (section: string) => page.comparison(from, to, section)),
  ];
}

function redirectPage(locale: string, canonical: string, path: string, words: string): string {
  return `<!doctype html>
<html lang="${escapeMarkup(locale)}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${escapeMarkup(words)}</title>
    <meta name="robots" content="noindex">
    <link rel="canonical" href="${escapeMarkup(canonical)}">
    <meta http-equiv="refresh" content="0; url=${escapeMarkup(path)}">
  </head>
  <body>
    <main>
      <h1>${escapeMarkup(words)}</h1>
      <p><a href="${escapeMarkup(path)}">${escapeMarkup(canonical)}</a></p>
    </main>
  </body>
</html>
`;
}
