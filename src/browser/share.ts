/** Copies citations and links. Every heading, plan item and table of a page has an address of its own, and says so when it is reached. */
const share = document.querySelector<HTMLElement>('.share');
const status = share?.querySelector('.share-status');

if (share && navigator.clipboard) {
  for (const button of share.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
    button.hidden = false;
    button.addEventListener('click', () => void copy(button.dataset['copy'] ?? '', button));
  }
  for (const place of document.querySelectorAll<HTMLElement>('main :is(h2, h3)[id], main .clause[id], main .table[id]')) addLink(place);
}

function addLink(place: HTMLElement): void {
  const name = nameOf(place);
  if (name === '') return;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy-link';
  button.textContent = '#';
  button.ariaLabel = (share?.dataset['linkTo'] ?? '').replace('{0}', name);
  button.title = button.ariaLabel;
  button.addEventListener('click', () => {
    const url = new URL(location.href);
    url.hash = place.id;
    history.replaceState(null, '', url);
    void copy(url.href, button);
  });
  place.append(button);
}

function nameOf(place: HTMLElement): string {
  const heading = place.matches('h2, h3') ? place : place.querySelector('caption, h3');
  return (heading?.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 60);
}

async function copy(text: string, button: HTMLButtonElement): Promise<void> {
  await navigator.clipboard.writeText(text);
  const done = share?.dataset['copied'] ?? '';
  if (status) status.textContent = done;
  button.dataset['done'] = done;
  button.addEventListener('blur', () => delete button.dataset['done'], { once: true });
}

export {};
