import { escapeMarkup } from '../charts/markup.ts';
import { page, pagePath } from '../i18n/paths.ts';
import type { SiteAddress } from '../load/site-address.ts';
import type { Report } from '../load/report.ts';
import type { Edition } from '../view/edition.ts';

/** A page at each address that was, which leads to the one that is, in every language. */
export function redirectFiles(report: Report, editions: readonly Edition[], { url, base }: SiteAddress): { readonly path: string; readonly content: string }[] {
  return report.redirects.flatMap((redirect) => addressesOf(report, redirect).flatMap(({ from, to }) =>
    editions.map((edition) => ({ path: `${edition.locale}/${from}index.html`, content: redirectPage(edition.locale, new URL(pagePath(base, edition.locale, to), url).href, pagePath(base, edition.locale, to), edition.t('moved')) }))));
}

/** A section has a page in every year that it is reported in. */
function addressesOf({ sections }: Report, { kind, from, to }: Report['redirects'][number]): { readonly from: string; readonly to: string }[] {
  if (kind === 'indicator') return [{ from: page.indicator(from), to: page.indicator(to) }];
  if (kind === 'target') return [{ from: page.target(from), to: page.target(to) }];
  return sections.filter(({ data }) => data.section === to).map(({ year }) => ({ from: page.section(year, from), to: page.section(year, to) }));
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
