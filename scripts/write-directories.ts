import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { atomFeed } from '../src/export/feed.ts';
import { redirectFiles } from '../src/export/redirects.ts';
import { sitemap } from '../src/export/sitemap.ts';
import type { SiteAddress } from '../src/load/site-address.ts';
import { withPolicy } from '../src/site/policy.ts';
import type { Edition } from '../src/view/edition.ts';
import { writeFiles } from './write-files.ts';

/** What the pages are found by: a feed for each language, the map of the site, where it lies, and what leads on from old addresses. */
export function writeDirectories(dist: string, editions: readonly Edition[], { url, base }: SiteAddress): void {
  const [first] = editions;
  if (!first) throw new RangeError('no language');
  const home = new URL(base, url).href;
  const languages = editions.map(({ locale }) => locale);
  const facts = { home, languages, defaultLanguage: first.locale, known: first.model.known };
  const addresses = pagesIn(join(dist, first.locale));
  writeFiles(dist, [
    ...editions.map((edition) => ({ path: `${edition.locale}/feed.xml`, content: atomFeed(edition, url) })),
    { path: 'sitemap.xml', content: sitemap(addresses.filter((address) => !address.startsWith('print/')), facts) },
    { path: 'robots.txt', content: `User-agent: *\nAllow: /\n\nSitemap: ${new URL('sitemap.xml', home).href}\n` },
    ...redirectFiles(first.model.report, editions, addresses, { url, base }).map(({ path, content }) => ({ path, content: withPolicy(content) })),
  ]);
}

/** The pages of a language. */
function pagesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name === 'index.html')
    .map((entry) => relative(folder, entry.parentPath).split(sep).join('/'))
    .map((address) => (address === '' ? '' : `${address}/`))
    .sort();
}
