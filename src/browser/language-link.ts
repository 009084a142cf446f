/** Another language opens at the same place of the page. */
const links = document.querySelectorAll<HTMLAnchorElement>('a.language');

function followHash(): void {
  for (const link of links) link.hash = location.hash;
}

followHash();
addEventListener('hashchange', followHash);
