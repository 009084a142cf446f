/** The other language opens at the same place of the page. */
const link = document.querySelector<HTMLAnchorElement>('a.language');

function followHash(): void {
  if (link) link.hash = location.hash;
}

followHash();
addEventListener('hashchange', followHash);
