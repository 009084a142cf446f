import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { atomFeed } from '../src/export/feed.ts';
import { sitemap } from '../src/export/sitemap.ts';
import type { SiteAddress } from '../src/load/site-address.ts';
import type { Edition } from '../src/view/edition.ts';
import { writeFiles } from './write-files.ts';

/** What machines find the pages by: a feed for each language, the map of the site, and where it lies. */
export function writeDirectories(dist: string, editions: readonly Edition[], { url, base }: SiteAddress): void {
  const [first] = editions;
  if (!first) throw new RangeError('no language');
  const home = new URL(base, url).href;
  const languages = editions.map(({ locale }) => locale);
  const facts = { home, languages, defaultLanguage: first.locale, known: first.model.known };
  writeFiles(dist, [
    ...editions.map((edition) => ({ path: `${edition.locale}/feed.xml`, content: atomFeed(edition, url) })),
    { path: 'sitemap.xml', content: sitemap(pagesIn(join(dist, first.locale)), facts) },
    { path: 'robots.txt', content: `User-agent: *\nAllow: /\n\nSitemap: ${new URL('sitemap.xml', home).href}\n` },
  ]);
}

/** The pages of a language, without those that are made to be printed. */
function pagesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name === 'index.html')
    .map((entry) => relative(folder, entry.parentPath).split(sep).join('/'))
    .map((address) => (address === '' ? '' : `${address}/`))
    .filter((address) => !address.startsWith('print/'))
    .sort();
}
