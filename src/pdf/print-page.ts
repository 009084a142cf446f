/*
 * What is done inside the print page. Each function is sent to the browser as text: it sees the document and
 * its argument, and nothing else of this file.
 */
import type { PrintMetadata } from './metadata.ts';

/** The target ids of all references that print a page number, in document order. */
export function readReferences(): string[] {
  return [...document.querySelectorAll('a[data-page-ref]')]
    .map((link) => decodeURIComponent(link.getAttribute('href')!.replace(/^[^#]*#/, '')));
}

/**
 * Writes the page number of its target into each such reference; where it is not known yet, one of usual
 * width.
 */
export function fillPageNumbers(pages: Readonly<Record<string, number>>): void {
  for (const link of document.querySelectorAll('a[data-page-ref]')) {
    const id = decodeURIComponent(link.getAttribute('href')!.replace(/^[^#]*#/, ''));
    const text = String(pages[id] ?? '00');
    for (const number of link.querySelectorAll('.page-number')) number.textContent = text;
  }
}

/** What a draft leaves out says the stylesheet for the sheet. */
export function markDraft(isDraft: boolean): void {
  document.documentElement.classList.toggle('draft', isDraft);
}

/**
 * Shows the labels that tables carry on every page, each in a colour that says which table it belongs to: the
 * finished PDF keeps those that are wanted. `head`, `foot`: the red of the two kinds.
 */
export function showLabels({ head, foot }: { head: number; foot: number }): void {
  document.documentElement.classList.add('by-runner');
  [...document.querySelectorAll('table:has(.continued)')].forEach((table, index) => {
    const colour = (red: number) => `rgb(${red}, ${index >> 8}, ${index & 255})`;
    for (const label of table.querySelectorAll<HTMLElement>('.continued > td')) label.style.color = colour(head);
    for (const label of table.querySelectorAll<HTMLElement>('.continues > td')) label.style.color = colour(foot);
  });
}

/**
 * Words and blocks in another language than what is around them keep it in the tags only where they have a role: the
 * browser leaves out what says nothing else.
 */
export function keepLanguages(): void {
  for (const element of document.querySelectorAll<HTMLElement>('span[lang]:not([role]), div[lang]:not([role])')) {
    const around = element.parentElement?.closest<HTMLElement>('[lang]')?.lang;
    if (element.lang !== around) element.setAttribute('role', element.localName === 'span' ? 'mark' : 'group');
  }
}

/**
 * Sets tables that are wider than their page in smaller type, and where that is not enough breaks their figures too.
 * The document is laid out for paper, at the width of its text. Returns what the tables are called.
 */
export function narrowTables({ upright, across }: { upright: number; across: number }): string[] {
  document.body.style.width = `${upright}mm`;
  const wide = [...document.querySelectorAll<HTMLElement>('.wide-tables')];
  for (const section of wide) section.style.width = `${across}mm`;
  const isTooWide = (table: HTMLElement) => table.offsetWidth > table.parentElement!.clientWidth + 1;
  const narrowed = [...document.querySelectorAll<HTMLElement>('table')].filter(isTooWide);
  for (const kind of ['narrow', 'narrowest']) {
    for (const table of narrowed.filter(isTooWide)) table.classList.add(kind);
  }
  for (const element of [document.body, ...wide]) element.style.width = '';
  // A table of a data book is called as its indicator is.
  const nameOf = (table: HTMLElement) => (table.querySelector('caption') ?? table.closest('section')?.querySelector('h2, h3, h4'))?.textContent.trim();
  return narrowed.map((table) => nameOf(table) || table.id);
}

/** What each link says, with the id or address that it leads to, in document order. */
export function readLinks(): { to: string; text: string }[] {
  return [...document.querySelectorAll('a[href]')].map((link) => {
    const href = link.getAttribute('href')!;
    const text = link.textContent!.replace(/\u00ad/g, '').replace(/\s+/g, ' ').trim();
    return { to: href.startsWith('#') ? decodeURIComponent(href.slice(1)) : (link as HTMLAnchorElement).href, text };
  });
}

/** Waits for every declared font, also one that only the margin boxes use. Returns those that failed. */
export async function loadFonts(): Promise<string[]> {
  const faces = [...document.fonts];
  await Promise.allSettled(faces.map((face) => face.load()));
  await document.fonts.ready;
  return faces.filter(({ status }) => status !== 'loaded').map(({ family, weight }) => `${family} ${weight}`);
}

/** What the page's head says about the document. */
export function readHead(): PrintMetadata {
  const meta = (name: string) =>
    document.querySelector(`meta[name="${name}"]`)?.getAttribute('content') ?? '';
  return {
    title: document.title,
    author: meta('author'),
    subject: meta('description'),
    keywords: meta('keywords').split(/[,、]/).map((keyword) => keyword.trim()).filter(Boolean),
    lang: document.documentElement.lang,
    date: meta('dcterms.date'),
  };
}
