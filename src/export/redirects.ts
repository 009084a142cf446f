import { escapeMarkup } from '../charts/markup.ts';
import { filePath, pagePath } from '../i18n/paths.ts';
import type { SiteAddress } from '../load/site-address.ts';
import type { Report } from '../load/report.ts';
import type { Edition } from '../view/edition.ts';
import { oldAddresses } from './old-names.ts';

interface Moved {
  readonly from: string;
  readonly to: string;
}

interface TextFile {
  readonly path: string;
  readonly content: string;
}

/**
 * What leads on from the addresses that pages had: a page at each, in every language, and a list of them for hosts that
 * read `_redirects`. None where no page has moved.
 * @param addresses the pages of a language that there are, as `2025/np-collection/`
 */
export function redirectFiles(report: Report, editions: readonly Edition[], addresses: readonly string[], { url, base }: SiteAddress): TextFile[] {
  const moved = movedPages(report, addresses);
  if (moved.length === 0) return [];
  const each = editions.flatMap((edition) => moved.map(({ from, to }) => ({ edition, from: pagePath(base, edition.locale, from), to: pagePath(base, edition.locale, to), path: `${edition.locale}/${from}index.html` })));
  return [
    ...each.map(({ edition, to, path }) => ({ path, content: redirectPage(edition, to, new URL(to, url).href, filePath(base, SCRIPT.path)) })),
    { path: '_redirects', content: each.map(({ from, to }) => `${from} ${to} 301\n`).join('') },
    SCRIPT,
  ];
}

/** An address that leads to another page now leads there. */
function movedPages(report: Report, addresses: readonly string[]): Moved[] {
  const before = oldAddresses(report);
  const taken = new Set(addresses);
  return addresses.flatMap((to) => before(to).filter((from) => !taken.has(from)).map((from) => ({ from, to })));
}

/** Leads to the place on the page that was asked for, which a page without scripts cannot know. */
const SCRIPT: TextFile = { path: 'moved.js', content: 'location.replace(document.currentScript.dataset.to + location.search + location.hash);\n' };

function redirectPage(edition: Edition, to: string, canonical: string, script: string): string {
  const words = escapeMarkup(edition.t('moved'));
  return `<!doctype html>
<html lang="${escapeMarkup(edition.locale)}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${words}</title>
    <meta name="robots" content="noindex">
    <link rel="canonical" href="${escapeMarkup(canonical)}">
    <script src="${escapeMarkup(script)}" data-to="${escapeMarkup(to)}"></script>
    <noscript><meta http-equiv="refresh" content="0; url=${escapeMarkup(to)}"></noscript>
  </head>
  <body>
    <main>
      <h1>${words}</h1>
      <p><a href="${escapeMarkup(to)}">${escapeMarkup(canonical)}</a></p>
    </main>
  </body>
</html>
`;
}
