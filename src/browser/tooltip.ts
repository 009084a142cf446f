import type { Spot } from './drawing.ts';
import { makeKey } from './key.ts';
import type { Place, Walk } from './walk.ts';

/** Between a point and the tooltip, px. */
const GAP = 14;

/** The figures of one period, beside the point that the reader is at. For the eye: the voice has the same. */
export class Tooltip {
  readonly element = document.createElement('div');
  private readonly stage: HTMLElement;
  private readonly walk: Walk;

  constructor(stage: HTMLElement, walk: Walk) {
    this.stage = stage;
    this.walk = walk;
    this.element.className = 'chart-tip';
    this.element.setAttribute('aria-hidden', 'true');
    this.element.hidden = true;
    stage.append(this.element);
  }

  show(place: Place, spot: Spot, hidden: ReadonlySet<number>): void {
    const { element, stage, walk } = this;
    const period = document.createElement('strong');
    period.textContent = walk.periods[place.period] ?? '';
    const rows = walk.series.flatMap((series, at) => {
      const text = series.texts[place.period] ?? '';
      return hidden.has(at) || text === '' ? [] : [this.makeRow(at, text, at === place.series)];
    });
    element.replaceChildren(period, ...rows);
    element.hidden = false;
    const { offsetWidth: width, offsetHeight: height } = element;
    const left = Math.max(0, Math.min(spot.x - width / 2, stage.clientWidth - width));
    const above = spot.y - height - GAP;
    Object.assign(element.style, { left: `${left}px`, top: `${above < 0 ? spot.y + GAP : above}px` });
  }

  hide(): void {
    this.element.hidden = true;
  }

  private makeRow(at: number, text: string, isHere: boolean): HTMLElement {
    const row = document.createElement('span');
    const value = document.createElement('b');
    value.textContent = text;
    const { label = '', role = 'text' } = this.walk.series[at] ?? {};
    if (this.walk.series.length > 1) row.append(makeKey(role), label, ' ');
    row.append(value);
    row.classList.toggle('here', isHere && this.walk.series.length > 1);
    return row;
  }
}
