import {
  BarController, BarElement, BasicPlatform, CategoryScale, Chart, LinearScale, LineController, LineElement, PointElement,
} from 'chart.js';
import { configureChart } from '../charts/config.ts';
import { measureWith } from '../charts/live-data.ts';
import type { LiveData, LiveSpec } from '../charts/live-data.ts';
import type { LineChart } from '../charts/lettering.ts';
import { layoutOf } from '../charts/scenes.ts';
import type { Variant } from '../charts/theme.ts';
import { readPalette } from './colours.ts';
import { cursor, isGap } from './cursor.ts';
import type { Place } from './walk.ts';

Chart.register(BarController, BarElement, LineController, LineElement, PointElement, CategoryScale, LinearScale);

/** A point of the drawing, in px of the page, from the upper left corner of the stage. */
export interface Spot {
  readonly x: number;
  readonly y: number;
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
  private readonly canvas = document.createElement('canvas');
  private chart: LineChart | undefined;

  constructor(stage: HTMLElement, data: LiveData) {
    this.stage = stage;
    this.data = data;
    this.canvas.setAttribute('aria-hidden', 'true');
    stage.append(this.canvas);
    this.render();
  }

  /** Draws all anew: for other series, other colours, another width. */
  render(): void {
    this.chart?.destroy();
    const variant = shownVariant(this.stage);
    this.prepareCanvas(variant);
    this.chart = new Chart(this.canvas, this.configure(variant)) as LineChart;
    const detail = { chart: this.chart, variant };
    this.stage.dispatchEvent(new CustomEvent('chart-drawn', { bubbles: true, detail }));
  }

  /** Marks a place, or none. */
  mark(place: Place | undefined): void {
    this.place = place;
    this.chart?.draw();
  }

  /** Where a place lies; one without a figure lies at the foot of the plot. */
  spotOf({ series, period }: Place): Spot {
    const { chart } = this;
    const point = chart?.getDatasetMeta(series).data[period];
    if (!chart || !point) return { x: 0, y: 0 };
    const scale = this.scale();
    return { x: point.x * scale, y: (isGap(point) ? chart.chartArea.bottom : point.y) * scale };
  }

  remove(): void {
    this.chart?.destroy();
    this.canvas.remove();
  }

  /** The canvas counts in px of the layout, so that all is placed as in the static drawing. */
  private prepareCanvas(variant: Variant): void {
    const { width, height } = layoutOf(this.data.spec, variant);
    const { canvas } = this;
    canvas.className = `chart-live chart-${variant}`;
    Object.assign(canvas, { width, height });
    Object.assign(canvas.style, { width: '100%', height: 'auto', aspectRatio: `${width} / ${height}` });
    const measure = measureWith(this.data.widths);
    const context = canvas.getContext('2d');
    if (context) context.measureText = (text) => metricsOf(measure, text, context.font);
  }

  private configure(variant: Variant): ConstructorParameters<typeof Chart>[1] {
    const { spec } = this.data;
    const fontFamily = getComputedStyle(this.stage).fontFamily;
    const style = { layout: layoutOf(spec, variant), palette: readPalette(this.stage), fontFamily };
    const whole = configureChart(spec, style);
    const shown = configureChart(withoutSeries(spec, this.hidden), style);
    return {
      ...shown,
      options: { ...whole.options, devicePixelRatio: devicePixelRatio * Math.max(1, this.scale()) },
      plugins: [...(shown.plugins ?? []), cursor(() => this.place, style.palette)],
      platform: BasicPlatform,
    } as ConstructorParameters<typeof Chart>[1];
  }

  /** Px of the page for one px of the layout. */
  private scale(): number {
    return this.canvas.clientWidth / layoutOf(this.data.spec, shownVariant(this.stage)).width;
  }
}

/** The one of the two static drawings that the style sheet shows at this width. */
function shownVariant(stage: HTMLElement): Variant {
  const wide = stage.querySelector(':scope > svg.chart-wide');
  return wide && getComputedStyle(wide).display === 'none' ? 'narrow' : 'wide';
}

/** The axes stay those of all series, so that what is left stays where it is. */
function withoutSeries(spec: LiveSpec, hidden: ReadonlySet<number>): LiveSpec {
  const empty = (values: readonly unknown[]): null[] => values.map(() => null);
  const series = spec.series.map((each, at) => (hidden.has(at) ? { ...each, values: empty(each.values) } : each));
  return { ...spec, series };
}

/** As at build: neither the font nor whether it has arrived moves anything. */
function metricsOf(measure: ReturnType<typeof measureWith>, text: string, font: string): TextMetrics {
  const size = Number(/([\d.]+)px/.exec(font)?.[1] ?? 10);
  const width = measure(text, size, /\b(bold|[6-9]00)\b/.test(font));
  return {
    width,
    actualBoundingBoxLeft: 0,
    actualBoundingBoxRight: width,
    actualBoundingBoxAscent: size * 0.88,
    actualBoundingBoxDescent: size * 0.12,
  } as TextMetrics;
}
