import type { Chart, Element, Plugin } from 'chart.js';
import type { Palette } from '../charts/theme.ts';
import type { DrawnAt } from './series.ts';

/** Marks the place that the reader is at: a line through its period, a ring around its point or bar. */
export function cursor(findPlace: () => DrawnAt | undefined, hasGuide: boolean, palette: Palette): Plugin {
  return {
    id: 'cursor',
    beforeDatasetsDraw(chart) {
      const element = elementAt(chart, findPlace());
      if (element && hasGuide) drawGuide(chart, element.x, palette);
    },
    afterDraw(chart) {
      const element = elementAt(chart, findPlace());
      if (element) drawRing(chart.ctx, element, palette);
    },
  };
}

export interface Extent {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The whole of a bar; of a point only its place. */
export function extentOf(element: Element): Extent {
  const { x, y, base, width, height, horizontal } = element as Element & Partial<Bar>;
  if (base === undefined || !isLength(width) || !isLength(height)) return { x, y, width: 0, height: 0 };
  return horizontal
    ? { x: Math.min(x, base), y: y - height / 2, width, height }
    : { x: x - width / 2, y: Math.min(y, base), width, height };
}

interface Bar extends Extent {
  readonly base: number;
  readonly horizontal: boolean;
}

function isLength(value: number | undefined): value is number {
  return value !== undefined && Number.isFinite(value);
}

function elementAt(chart: Chart, at: DrawnAt | undefined): Element | undefined {
  return at && chart.getDatasetMeta(at.dataset).data[at.index];
}

function drawGuide({ ctx, chartArea: { top, bottom } }: Chart, x: number, palette: Palette): void {
  ctx.save();
  Object.assign(ctx, { strokeStyle: palette.axis, lineWidth: 1 });
  ctx.beginPath();
  ctx.moveTo(x, top);
  ctx.lineTo(x, bottom);
  ctx.stroke();
  ctx.restore();
}

/** Two colours, so that it stands out on lines and on the ground. */
function drawRing(ctx: CanvasRenderingContext2D, element: Element, palette: Palette): void {
  const { x, y, width, height } = extentOf(element);
  ctx.save();
  for (const [strokeStyle, lineWidth] of [[palette.ground, 5], [palette.text, 2]] as const) {
    Object.assign(ctx, { strokeStyle, lineWidth });
    ctx.beginPath();
    if (width > 0) ctx.rect(x - 2, y - 2, width + 4, height + 4);
    else ctx.arc(x, y, 9, 0, 2 * Math.PI);
    ctx.stroke();
  }
  ctx.restore();
}
