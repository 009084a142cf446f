/** Light or dark by the button in the head of the page. Without a choice the page follows the reader's system. */
const button = document.querySelector<HTMLButtonElement>('button.theme');
const system = matchMedia('(prefers-color-scheme: dark)');

function isDark(): boolean {
  const { theme } = document.documentElement.dataset;
  return theme === undefined ? system.matches : theme === 'dark';
}

function show(): void {
  if (button) button.ariaPressed = String(isDark());
}

button?.addEventListener('click', () => {
  const dark = !isDark();
  const isSystems = dark === system.matches;
  if (isSystems) delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = dark ? 'dark' : 'light';
  remember(isSystems ? undefined : dark);
  show();
});
system.addEventListener('change', show);
show();

/** A choice that is the system's own is none. */
function remember(dark: boolean | undefined): void {
  try {
    if (dark === undefined) localStorage.removeItem('theme');
    else localStorage.setItem('theme', dark ? 'dark' : 'light');
  } catch {
    // Storage is closed to this page: the choice lasts as long as the page.
  }
}

export {};
