import type { Role } from '../charts/theme.ts';

/** A short piece of a series' line in its colour and dash, or a square for its bars. */
export function makeKey(role: Role, isBar = false): HTMLElement {
  const key = document.createElement('span');
  key.className = `chart-key chart-key-${role}`;
  key.classList.toggle('is-bar', isBar);
  return key;
}
