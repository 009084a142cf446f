/** Copies citations and links. Every heading, plan item, table and row of a table has an address of its own, and says so when it is reached. */
const share = document.querySelector<HTMLElement>('.share');
const status = share?.querySelector('.share-status');

if (share && navigator.clipboard) {
  for (const button of share.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
    button.hidden = false;
    button.addEventListener('click', () => void copy(button.dataset['copy'] ?? '', button));
  }
  for (const place of document.querySelectorAll<HTMLElement>('main :is(h2, h3)[id], main .clause[id], main .table[id]')) {
    const name = nameOf(place);
    if (name !== '') place.append(linkButton(() => place, name));
  }
  for (const table of document.querySelectorAll<HTMLTableElement>('main table:has(> tbody > tr[id])')) addRowLink(table);
}

/**
 * One button for all rows of a table, so that a long table is one more stop of the Tab key: it stands in the row that
 * the pointer is over, and the arrow keys move it.
 */
function addRowLink(table: HTMLTableElement): void {
  const rows = [...table.querySelectorAll<HTMLTableRowElement>(':scope > tbody > tr[id]')].filter(headOf);
  let [row] = rows;
  if (!row) return;
  const button = linkButton(() => row!, rowName(row));
  button.classList.add('row-link');
  headOf(row)?.append(button);
  const moveTo = (next: HTMLTableRowElement | undefined) => {
    if (!next || next === row) return;
    row = next;
    headOf(row)?.append(button);
    delete button.dataset['done'];
    nameButton(button, rowName(row));
  };
  table.addEventListener('pointerover', ({ target }) => {
    if (button !== document.activeElement) moveTo(rows.find((each) => target instanceof Node && each.contains(target)));
  });
  button.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    moveTo(rows[rows.indexOf(row!) + step]);
    // A button that is moved loses the focus.
    button.focus();
  });
}

function headOf(row: HTMLTableRowElement): HTMLTableCellElement | null {
  return row.querySelector<HTMLTableCellElement>(':scope > th[scope="row"]');
}

function rowName(row: HTMLTableRowElement): string {
  const head = headOf(row)?.cloneNode(true) as HTMLElement | undefined;
  head?.querySelectorAll('button').forEach((button) => button.remove());
  return shortened(head?.textContent);
}

function linkButton(place: () => HTMLElement, name: string): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy-link';
  button.textContent = '#';
  nameButton(button, name);
  button.addEventListener('click', () => {
    const url = new URL(location.href);
    url.hash = place().id;
    history.replaceState(null, '', url);
    void copy(url.href, button);
  });
  return button;
}

function nameButton(button: HTMLButtonElement, name: string): void {
  button.ariaLabel = (share?.dataset['linkTo'] ?? '').replace('{0}', () => name);
  button.title = button.ariaLabel;
}

function nameOf(place: HTMLElement): string {
  const heading = place.matches('h2, h3') ? place : place.querySelector('caption, h3');
  return shortened(heading?.textContent);
}

function shortened(text = ''): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, 60);
}

async function copy(text: string, button: HTMLButtonElement): Promise<void> {
  await navigator.clipboard.writeText(text);
  const done = share?.dataset['copied'] ?? '';
  if (status) status.textContent = done;
  button.dataset['done'] = done;
  button.addEventListener('blur', () => delete button.dataset['done'], { once: true });
}

export {};
