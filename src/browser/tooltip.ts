import type { Spot } from './drawing.ts';
import { makeKey } from './key.ts';
import type { Look } from './key.ts';
import { placeTooltip } from './tooltip-place.ts';
import type { Place, Walk } from './walk.ts';

/** The figures of one period, beside the point that the reader is at. For the eye: the voice has the same. */
export class Tooltip {
  readonly element = document.createElement('div');
  private readonly stage: HTMLElement;
  private readonly walk: Walk;
  private readonly lookOf: (series: number) => Look;

  constructor(stage: HTMLElement, walk: Walk, lookOf: (series: number) => Look) {
    this.stage = stage;
    this.walk = walk;
    this.lookOf = lookOf;
    this.element.className = 'chart-tip';
    this.element.setAttribute('aria-hidden', 'true');
    this.element.hidden = true;
    stage.append(this.element);
  }

  show(place: Place, spot: Spot, hidden: ReadonlySet<number>): void {
    const { element, stage, walk } = this;
    const period = document.createElement('strong');
    const panel = walk.apart ? (walk.series[place.series]?.label ?? '') : '';
    period.textContent = [panel, walk.periods[place.period] ?? ''].filter((text) => text !== '').join(' ');
    const rows = walk.series.flatMap((series, at) => {
      const text = series.texts[place.period] ?? '';
      const isLeftOut = hidden.has(at) || (walk.apart && at !== place.series);
      return isLeftOut || text === '' ? [] : [this.makeRow(at, text, at === place.series)];
    });
    element.replaceChildren(period, ...rows);
    element.hidden = false;
    const { x, y } = placeTooltip(spot, sizeOf(element), sizeOf(stage));
    Object.assign(element.style, { left: `${x}px`, top: `${y}px` });
  }

  hide(): void {
    this.element.hidden = true;
  }

  private makeRow(at: number, text: string, isHere: boolean): HTMLElement {
    const row = document.createElement('span');
    const value = document.createElement('b');
    value.textContent = text;
    const { label = '', role } = this.walk.series[at] ?? {};
    const isNamed = label !== '' && !this.walk.apart;
    if (isNamed) row.append(...(role ? [makeKey(role, this.lookOf(at))] : []), label, ' ');
    row.append(value);
    row.classList.toggle('here', isHere && this.walk.series.length > 1 && !this.walk.apart);
    return row;
  }
}

function sizeOf({ offsetWidth: width, offsetHeight: height }: HTMLElement): { width: number; height: number } {
  return { width, height };
}
