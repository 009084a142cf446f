/** Opens the search: by its link, or by “/” on any page. What searches is fetched when it is first opened. */
const link = document.querySelector<HTMLAnchorElement>('a.search-open');
const dialog = document.querySelector<HTMLDialogElement>('dialog.search-dialog');
const panel = document.querySelector<HTMLElement>('.search-panel');

link?.addEventListener('click', (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey || !panel) return;
  event.preventDefault();
  void open();
});

addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  event.preventDefault();
  void open();
});

dialog?.querySelector('.search-close')?.addEventListener('click', () => dialog.close());
// A click beside the panel closes it, as Escape does.
dialog?.addEventListener('click', (event) => {
  if (event.target === dialog) dialog.close();
});

if (panel && !dialog) void start();

async function open(): Promise<void> {
  if (dialog && !dialog.open) dialog.showModal();
  panel?.querySelector('input')?.focus();
  await start();
}

async function start(): Promise<void> {
  if (!panel || panel.dataset['ready']) return;
  panel.dataset['ready'] = 'yes';
  const { startSearch } = await import('./search-panel.ts');
  startSearch(panel);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}

export {};
