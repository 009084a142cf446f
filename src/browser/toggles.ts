import { makeKey } from './key.ts';
import type { Look } from './key.ts';
import type { Walk } from './walk.ts';

/** A button for each series; the last one that has something to show stays. */
export class Toggles {
  readonly hidden = new Set<number>();
  private readonly buttons: readonly HTMLButtonElement[];
  private readonly container: HTMLElement;
  private readonly walk: Walk;
  /** What kept their room. */
  private readonly before: readonly Node[];

  /**
   * @param name what the buttons are for, for those who cannot see them
   * @param lookOf how a series is drawn
   * @param changed called when the reader has shown or hidden a series
   */
  constructor(
    container: HTMLElement,
    walk: Walk,
    name: string,
    lookOf: (series: number) => Look,
    changed: () => void,
  ) {
    this.container = container;
    this.walk = walk;
    this.buttons = walk.series.map((_, at) => this.makeButton(at, lookOf(at), changed));
    container.setAttribute('role', 'group');
    container.setAttribute('aria-label', name);
    this.before = [...container.childNodes];
    container.replaceChildren(...this.buttons);
    this.update();
  }

  remove(): void {
    this.container.removeAttribute('role');
    this.container.removeAttribute('aria-label');
    this.container.replaceChildren(...this.before);
  }

  private makeButton(at: number, look: Look, changed: () => void): HTMLButtonElement {
    const { label = '', role } = this.walk.series[at] ?? {};
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...(role ? [makeKey(role, look)] : []), label);
    button.addEventListener('click', () => {
      if (this.isLast(at)) return;
      if (!this.hidden.delete(at)) this.hidden.add(at);
      this.update();
      changed();
    });
    return button;
  }

  private update(): void {
    this.buttons.forEach((button, at) => {
      button.ariaPressed = String(!this.hidden.has(at));
      button.ariaDisabled = this.isLast(at) ? 'true' : null;
    });
  }

  /** Whether without this one nothing would be left. */
  private isLast(at: number): boolean {
    if (this.hidden.has(at)) return false;
    return !this.walk.series.some(({ places }, other) =>
      other !== at && !this.hidden.has(other) && places.some((place) => place !== undefined));
  }
}
