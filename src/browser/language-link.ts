import { rememberLanguage } from './chosen-language.ts';

/** Another language opens at the same place of the page, and is remembered. */
const links = document.querySelectorAll<HTMLAnchorElement>('a.language');

function followHash(): void {
  for (const link of links) link.hash = location.hash;
}

for (const link of links) link.addEventListener('click', () => rememberLanguage(link.hreflang));
followHash();
addEventListener('hashchange', followHash);
