import { readLiveData } from '../charts/live-data.ts';
import type { LiveData } from '../charts/live-data.ts';
import { chartString } from '../i18n/chart-strings.ts';
import type { ChartStringKey } from '../i18n/chart-strings.ts';
import { announce } from './announce.ts';
import { watchColours } from './colours.ts';
import { Drawing } from './drawing.ts';
import type { Spot } from './drawing.ts';
import type { Look } from './key.ts';
import { findNearest } from './nearest.ts';
import { Toggles } from './toggles.ts';
import { Tooltip } from './tooltip.ts';
import { arrived } from './typefaces.ts';
import { moveOn, walkOf } from './walk.ts';
import type { Move, Place, Walk } from './walk.ts';

const ENDS = { Home: 'first', End: 'last' } as const;

/** The arrows lead where they point: in rows the next one is below. */
const MOVES: Readonly<Record<Walk['along'], Readonly<Record<string, Move>>>> = {
  x: { ...ENDS, ArrowLeft: 'previous', ArrowRight: 'next', ArrowUp: 'seriesBefore', ArrowDown: 'seriesAfter' },
  y: { ...ENDS, ArrowUp: 'previous', ArrowDown: 'next', ArrowLeft: 'seriesBefore', ArrowRight: 'seriesAfter' },
};

const awake = new WeakMap<HTMLElement, LiveChart>();

/** Brings the chart on a stage to life, unless it is, and passes on the event that asked for it. */
export function wake(stage: HTMLElement, event: Event): void {
  const text = stage.parentElement?.querySelector(':scope > .chart-data')?.textContent;
  if (!text) return;
  if (!awake.has(stage)) {
    const data = readLiveData(text);
    awake.set(stage, new LiveChart(stage, data, () => awake.delete(stage)));
  }
  awake.get(stage)?.handle(event);
}

/** One chart that answers: to the pointer with a tooltip, to the arrow keys in words as well. */
class LiveChart {
  private readonly stage: HTMLElement;
  private readonly data: LiveData;
  private readonly walk: Walk;
  private readonly drawing: Drawing;
  private readonly tooltip: Tooltip;
  private readonly toggles: Toggles | undefined;
  private readonly voice = document.createElement('p');
  private readonly asleep: () => void;
  private readonly end = new AbortController();
  /** Whether the pointer set the mark: then it goes with the pointer. */
  private isPointed = false;

  constructor(stage: HTMLElement, data: LiveData, asleep: () => void) {
    this.stage = stage;
    this.data = data;
    this.asleep = asleep;
    this.walk = walkOf(data);
    this.voice.className = 'visually-hidden chart-voice';
    this.voice.setAttribute('aria-live', 'polite');
    stage.after(this.voice);
    this.drawing = new Drawing(stage, data, this.walk);
    const lookOf = (series: number): Look => this.drawing.lookOf(series);
    this.tooltip = new Tooltip(stage, this.walk, lookOf);
    this.toggles = this.makeToggles(lookOf);
    stage.classList.add('is-live');
    this.listen();
  }

  handle(event: Event): void {
    if (event instanceof KeyboardEvent) this.followKey(event);
    else if (event instanceof PointerEvent) this.followPointer(event);
    else if (event.type === 'focus') this.explainKeys();
  }

  private makeToggles(lookOf: (series: number) => Look): Toggles | undefined {
    const container = this.find('.chart-toggles');
    if (!container) return undefined;
    const name = this.word('series');
    return new Toggles(container, this.walk, name, lookOf, () => this.showSeries());
  }

  private listen(): void {
    const { stage, end: { signal } } = this;
    const toStage = (types: string[], listen: (event: Event) => void): void => {
      for (const type of types) stage.addEventListener(type, listen, { signal });
    };
    toStage(['pointermove', 'pointerdown', 'keydown', 'focus'], (event) => this.handle(event));
    toStage(['pointerleave'], (event) => this.letGo(event as PointerEvent));
    toStage(['pointercancel', 'blur'], () => this.moveTo(undefined));
    const elsewhere = ({ target }: Event): void => {
      if (target instanceof Node && !stage.contains(target)) this.moveTo(undefined);
    };
    document.addEventListener('pointerdown', elsewhere, { signal });
    this.find('.chart-toggles')?.addEventListener('keydown', (event) => this.leaveToggles(event), { signal });
    watchColours(() => this.redraw(), signal);
    this.watchWidth(signal);
    void this.fetchFonts();
  }

  private watchWidth(signal: AbortSignal): void {
    let width = this.stage.clientWidth;
    const observer = new ResizeObserver(() => {
      if (width === this.stage.clientWidth) return;
      width = this.stage.clientWidth;
      this.redraw();
    });
    observer.observe(this.stage);
    signal.addEventListener('abort', () => observer.disconnect());
  }

  private async fetchFonts(): Promise<void> {
    const { fontFamily } = getComputedStyle(this.stage);
    if (await arrived(fontFamily, JSON.stringify(this.data.spec))) this.redraw();
  }

  private followKey(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const move = MOVES[this.walk.along][event.key];
    if (event.key === 'Escape') this.sleep();
    if (!move) return;
    event.preventDefault();
    this.isPointed = false;
    const place = moveOn(this.walk, this.drawing.place, move, this.drawing.hidden);
    this.moveTo(place);
    if (place) this.say(announce(this.walk, place, this.data.spec.locale, this.data.words));
  }

  /** The tooltip itself may be pointed at and read. */
  private followPointer(event: PointerEvent): void {
    if (event.target instanceof Node && this.tooltip.element.contains(event.target)) return;
    const { left, top } = this.stage.getBoundingClientRect();
    const pointer: Spot = { x: event.clientX - left, y: event.clientY - top };
    const { hidden } = this.drawing;
    this.isPointed = true;
    this.moveTo(findNearest(this.walk, hidden, (place) => this.drawing.spotOf(place), pointer));
  }

  /** After a finger is lifted the tooltip stays, to be read. */
  private letGo({ pointerType }: PointerEvent): void {
    if (this.isPointed && pointerType === 'mouse') this.moveTo(undefined);
  }

  private moveTo(place: Place | undefined): void {
    this.drawing.mark(place);
    if (place) this.tooltip.show(place, this.drawing.spotOf(place), this.drawing.hidden);
    else this.tooltip.hide();
  }

  private say(sentence: string): void {
    this.voice.textContent = sentence;
  }

  private explainKeys(): void {
    if (!this.stage.matches(':focus-visible')) return;
    const hint = this.find('.chart-hint');
    const { along, series } = this.walk;
    const several = series.length > 1 ? 'keysOfSeveral' : 'keys';
    if (hint) hint.textContent = this.word(along === 'y' ? 'keysOfRows' : several);
  }

  private showSeries(): void {
    this.drawing.hidden = new Set(this.toggles?.hidden);
    this.moveTo(undefined);
    this.drawing.render();
  }

  private redraw(): void {
    if (this.end.signal.aborted) return;
    this.drawing.render();
    this.moveTo(this.drawing.place);
  }

  private leaveToggles(event: Event): void {
    if (!(event instanceof KeyboardEvent) || event.key !== 'Escape') return;
    this.stage.focus();
    this.sleep();
  }

  /** Back to the picture; the next touch, hover or key wakes it again. */
  private sleep(): void {
    this.end.abort();
    this.drawing.remove();
    this.tooltip.element.remove();
    this.toggles?.remove();
    this.voice.remove();
    this.stage.classList.remove('is-live');
    this.asleep();
  }

  private word(key: ChartStringKey): string {
    return chartString(this.data.spec.locale, key, this.data.words);
  }

  private find(selector: string): HTMLElement | null {
    return this.stage.parentElement?.querySelector(`:scope > ${selector}`) ?? null;
  }
}
