/**
 * A term is explained where it stands: pointing at it, touching it or pressing Enter shows its sentence from the end of
 * the page, where the link leads without JavaScript. Escape or a touch elsewhere closes it.
 */
const links = document.querySelectorAll<HTMLAnchorElement>('a.term[href^="#term-"]');
const note = document.createElement('span');
let shown: HTMLAnchorElement | undefined;
let timer = 0;

if (links.length > 0 && 'popover' in note) {
  note.popover = 'manual';
  note.className = 'term-note';
  note.addEventListener('pointerenter', () => clearTimeout(timer));
  note.addEventListener('pointerleave', () => hideSoon());
  for (const link of links) prepare(link);
  document.addEventListener('pointerdown', ({ target }) => {
    if (target instanceof Node && !note.contains(target) && !shown?.contains(target)) hide();
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !shown) return;
    if (note.contains(document.activeElement)) shown.focus();
    hide();
  });
  addEventListener('resize', hide);
}

function prepare(link: HTMLAnchorElement): void {
  link.setAttribute('aria-describedby', `${link.hash.slice(1)}-text`);
  link.addEventListener('click', (event) => {
    event.preventDefault();
    if (shown === link && note.dataset['by'] === 'click') hide();
    else show(link, 'click');
  });
  link.addEventListener('pointerenter', ({ pointerType }) => {
    if (pointerType !== 'mouse') return;
    clearTimeout(timer);
    timer = window.setTimeout(() => show(link, 'pointer'), 250);
  });
  link.addEventListener('pointerleave', () => hideSoon());
  link.addEventListener('blur', ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node) || !note.contains(relatedTarget)) hideSoon();
  });
}

function show(link: HTMLAnchorElement, by: 'click' | 'pointer'): void {
  clearTimeout(timer);
  const entry = document.querySelector(link.hash);
  if (!entry) return;
  const [term, text] = [entry.querySelector('dt'), entry.querySelector('dd')];
  const head = document.createElement('span');
  const body = document.createElement('span');
  head.append(...cloned(term));
  body.append(...cloned(text));
  if (text?.lang) body.lang = text.lang;
  note.replaceChildren(head, body);
  note.dataset['by'] = by;
  // After the link, so that the Tab key goes on into it.
  link.after(note);
  shown = link;
  note.showPopover();
  place(link);
}

function cloned(element: Element | null): Node[] {
  return [...(element?.childNodes ?? [])].map((node) => node.cloneNode(true));
}

/** Below the term, or above where there is no room; never beyond the edges. */
function place(link: HTMLAnchorElement): void {
  const [rect] = link.getClientRects();
  if (!rect) return;
  const { offsetWidth, offsetHeight } = note;
  const gap = 6;
  const left = Math.max(gap, Math.min(rect.left, document.documentElement.clientWidth - offsetWidth - gap));
  const isBelow = rect.bottom + gap + offsetHeight <= innerHeight || rect.top < offsetHeight + gap;
  note.style.left = `${left + scrollX}px`;
  note.style.top = `${(isBelow ? rect.bottom + gap : rect.top - offsetHeight - gap) + scrollY}px`;
}

function hideSoon(): void {
  clearTimeout(timer);
  if (note.dataset['by'] === 'click') return;
  timer = window.setTimeout(hide, 250);
}

function hide(): void {
  clearTimeout(timer);
  if (!shown) return;
  shown = undefined;
  note.hidePopover();
  note.remove();
}

export {};
