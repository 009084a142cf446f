import { chartString } from '../i18n/chart-strings.ts';
import type { Locale } from '../locale.ts';
import { makeKey } from './key.ts';
import type { Walk } from './walk.ts';

/** A button for each series; the last one that is shown stays. */
export class Toggles {
  readonly hidden = new Set<number>();
  private readonly buttons: readonly HTMLButtonElement[];
  private readonly container: HTMLElement;

  constructor(container: HTMLElement, walk: Walk, locale: Locale, changed: () => void) {
    this.container = container;
    this.buttons = walk.series.map(({ label, role }, at) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.append(makeKey(role), label);
      button.addEventListener('click', () => {
        if (this.toggle(at)) changed();
      });
      return button;
    });
    container.setAttribute('role', 'group');
    container.setAttribute('aria-label', chartString(locale, 'series'));
    container.append(...this.buttons);
    this.update();
  }

  remove(): void {
    this.container.removeAttribute('role');
    this.container.removeAttribute('aria-label');
    this.container.replaceChildren();
  }

  private toggle(at: number): boolean {
    if (this.hidden.delete(at)) return this.update();
    if (this.hidden.size === this.buttons.length - 1) return false;
    this.hidden.add(at);
    return this.update();
  }

  private update(): true {
    const isLast = this.hidden.size === this.buttons.length - 1;
    this.buttons.forEach((button, at) => {
      const shown = !this.hidden.has(at);
      button.ariaPressed = String(shown);
      button.ariaDisabled = isLast && shown ? 'true' : null;
    });
    return true;
  }
}
