import { propertyOf, ROLES } from '../charts/theme.ts';
import type { Palette, Role } from '../charts/theme.ts';

/** The colours that the page's styles give to a chart now: light, dark or the reader's own. */
export function readPalette(stage: HTMLElement): Palette {
  const probe = document.createElement('span');
  probe.hidden = true;
  probe.style.setProperty('forced-color-adjust', 'none');
  stage.append(probe);
  const roles = Object.keys(ROLES) as Role[];
  const palette = Object.fromEntries(roles.map((role) => {
    probe.style.color = `var(${propertyOf(role)})`;
    return [role, getComputedStyle(probe).color];
  }));
  probe.remove();
  return palette as Palette;
}

/** Calls back whenever the colours of the page may have changed. */
export function watchColours(changed: () => void, signal: AbortSignal): void {
  const wishes = ['(prefers-color-scheme: dark)', '(forced-colors: active)', '(prefers-contrast: more)'];
  for (const wish of wishes) matchMedia(wish).addEventListener('change', changed, { signal });
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributes: true });
  signal.addEventListener('abort', () => observer.disconnect());
}
