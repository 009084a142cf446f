import { chosenLanguage, rememberLanguage } from './chosen-language.ts';
import { preferredLanguage } from './preferred-language.ts';

/** The bare address leads on to the reader's language. Without JavaScript the page lets them choose. */
const links = [...document.querySelectorAll<HTMLAnchorElement>('a[hreflang]')];
const tag = preferredLanguage(links.map(({ hreflang }) => hreflang), document.documentElement.lang, navigator.languages, chosenLanguage());
const link = links.find(({ hreflang }) => hreflang === tag);

for (const each of links) each.addEventListener('click', () => rememberLanguage(each.hreflang));
if (link) location.replace(link.href);
