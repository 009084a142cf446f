import { escapeMarkup } from '../charts/markup.ts';

export interface SitemapFacts {
  /** https://example.org/nenpo/ */
  readonly home: string;
  readonly languages: readonly string[];
  readonly defaultLanguage: string;
  /** The day that the data speak of. */
  readonly known: string;
}

/**
 * Every page with the same page in the other languages.
 * @param addresses pages inside a language (`targets/t25-01/`), the same in each
 */
export function sitemap(addresses: readonly string[], { home, languages, defaultLanguage, known }: SitemapFacts): string {
  const url = (language: string, address: string) => escapeMarkup(new URL(`${language}/${address}`, home).href);
  const links = (address: string) => [...languages, 'x-default'].map((language) =>
    `<xhtml:link rel="alternate" hreflang="${language}" href="${url(language === 'x-default' ? defaultLanguage : language, address)}"/>`).join('');
  const pages = addresses.flatMap((address) =>
    languages.map((language) => `<url><loc>${url(language, address)}</loc><lastmod>${known}</lastmod>${links(address)}</url>`));
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ...pages,
    '</urlset>',
    '',
  ].join('\n');
}
