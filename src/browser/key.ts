import type { Role } from '../charts/theme.ts';

/** A short piece of a series' line, in its colour and dash. */
export function makeKey(role: Role): HTMLElement {
  const key = document.createElement('span');
  key.className = `chart-key chart-key-${role}`;
  return key;
}
