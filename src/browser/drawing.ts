import {
  BarController, BarElement, BasicPlatform, CategoryScale, Chart, LinearScale, LineController, LineElement,
  PointElement,
} from 'chart.js';
import type { ChartConfiguration, Element, LineOptions } from 'chart.js';
import { configureChart } from '../charts/config.ts';
import { measureWith } from '../charts/live-data.ts';
import { metricsOf } from '../charts/text-metrics.ts';
import type { LiveData } from '../charts/live-data.ts';
import { layoutOf } from '../charts/scenes.ts';
import type { LiveChartSpec, Series } from '../charts/spec.ts';
import type { Variant } from '../charts/theme.ts';
import { readPalette } from './colours.ts';
import { cursor, extentOf } from './cursor.ts';
import type { Look } from './key.ts';
import type { DrawnAt } from './series.ts';
import type { Place, Walk } from './walk.ts';

Chart.register(
  BarController, BarElement, LineController, LineElement, PointElement, CategoryScale, LinearScale,
);

/** A place in the drawing, in px of the page, from the upper left corner of the stage. */
export interface Spot {
  readonly x: number;
  readonly y: number;
  /** How far a bar reaches from there. */
  readonly reachX?: number;
  readonly reachY?: number;
}

/**
 * The chart on a canvas, exactly over the static drawing that is shown at this width. What the reader sees is
 * decided by the caller: `hidden` series are left out, `place` is marked.
 */
export class Drawing {
  hidden: ReadonlySet<number> = new Set();
  place: Place | undefined;
  private readonly stage: HTMLElement;
  private readonly data: LiveData;
  private readonly walk: Walk;
  private readonly canvas = document.createElement('canvas');
  private chart: Chart | undefined;
  /** Of the layout, px. */
  private width = 1;

  constructor(stage: HTMLElement, data: LiveData, walk: Walk) {
    this.stage = stage;
    this.data = data;
    this.walk = walk;
    this.canvas.setAttribute('aria-hidden', 'true');
    stage.append(this.canvas);
    this.render();
  }

  /** Draws all anew: for other series, other colours, another width. */
  render(): void {
    this.chart?.destroy();
    const variant = shownVariant(this.stage);
    this.prepareCanvas(variant);
    this.chart = new Chart(this.canvas, this.configure(variant));
    const detail = { chart: this.chart, variant };
    this.stage.dispatchEvent(new CustomEvent('chart-drawn', { bubbles: true, detail }));
  }

  /** Marks a place, or none. */
  mark(place: Place | undefined): void {
    this.place = place;
    this.chart?.draw();
  }

  /** The middle of what is drawn at a place; without a figure, the foot of its period. */
  spotOf(place: Place): Spot {
    const scale = this.scale();
    const element = this.elementAt(this.drawnAt(place));
    if (!element) return this.footOf(place, scale);
    const { x, y, width, height } = extentOf(element);
    const [reachX, reachY] = [(width / 2) * scale, (height / 2) * scale];
    return { x: x * scale + reachX, y: y * scale + reachY, reachX, reachY };
  }

  /** How a series is drawn now. */
  lookOf(series: number): Look {
    const at = this.walk.series[series]?.places.find((place) => place !== undefined);
    const meta = at && this.chart?.getDatasetMeta(at.dataset);
    const { borderDash = [], borderWidth = 2 } = (meta?.dataset?.options ?? {}) as Partial<LineOptions>;
    return { dash: borderDash, width: borderWidth as number, isBar: meta?.type === 'bar' };
  }

  remove(): void {
    this.chart?.destroy();
    this.canvas.remove();
  }

  /** Where the other series have their figures of the period. */
  private footOf({ period }: Place, scale: number): Spot {
    const other = this.walk.series.find(({ places }) => places[period]);
    const element = this.elementAt(other?.places[period]);
    const foot = this.walk.along === 'x' ? this.chart?.chartArea.bottom : element?.y;
    return { x: (element?.x ?? 0) * scale, y: (foot ?? 0) * scale };
  }

  private elementAt(at: DrawnAt | undefined): Element | undefined {
    return at && this.chart?.getDatasetMeta(at.dataset).data[at.index];
  }

  private drawnAt(place: Place | undefined): DrawnAt | undefined {
    return place && this.walk.series[place.series]?.places[place.period];
  }

  /** The canvas counts in px of the layout, so that all is placed as in the static drawing. */
  private prepareCanvas(variant: Variant): void {
    const { width, height } = layoutOf(this.data.spec, variant);
    const { canvas } = this;
    this.width = width;
    canvas.className = `chart-live chart-${variant}`;
    Object.assign(canvas, { width, height });
    Object.assign(canvas.style, { width: '100%', height: 'auto', aspectRatio: `${width} / ${height}` });
    const measure = measureWith(this.data.widths);
    const context = canvas.getContext('2d');
    // As at build.
    if (context) context.measureText = (text) => metricsOf(measure, text, context.font);
  }

  private configure(variant: Variant): ChartConfiguration {
    const { spec } = this.data;
    const fontFamily = getComputedStyle(this.stage).fontFamily;
    const style = { layout: layoutOf(spec, variant), palette: readPalette(this.stage), fontFamily };
    const whole = configureChart(spec, style);
    const shown = configureChart(withoutSeries(spec, this.hidden), style);
    const hasGuide = this.walk.along === 'x' && !this.walk.apart;
    return {
      ...shown,
      options: { ...whole.options, devicePixelRatio: devicePixelRatio * Math.max(1, this.scale()) },
      plugins: [...(shown.plugins ?? []), cursor(() => this.drawnAt(this.place), hasGuide, style.palette)],
      platform: BasicPlatform,
    } as unknown as ChartConfiguration;
  }

  /** Px of the page for one px of the layout. */
  private scale(): number {
    return this.canvas.clientWidth / this.width;
  }
}

/** The one of the two static drawings that the style sheet shows at this width. */
function shownVariant(stage: HTMLElement): Variant {
  const wide = stage.querySelector(':scope > svg.chart-wide');
  return wide && getComputedStyle(wide).display === 'none' ? 'narrow' : 'wide';
}

/** The axes stay those of all series, so that what is left stays where it is. */
function withoutSeries(spec: LiveChartSpec, hidden: ReadonlySet<number>): LiveChartSpec {
  if (spec.kind !== 'line') return spec;
  const empty = (values: readonly unknown[]): null[] => values.map(() => null);
  const without = (each: Series): Series => ({ ...each, values: empty(each.values) });
  return { ...spec, series: spec.series.map((each, at) => (hidden.has(at) ? without(each) : each)) };
}
