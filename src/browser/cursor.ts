import type { Chart, Element, Plugin } from 'chart.js';
import type { Palette } from '../charts/theme.ts';
import type { Place } from './walk.ts';

/** Marks the place that the reader is at: a line through its period, a ring around its point. */
export function cursor(findPlace: () => Place | undefined, palette: Palette): Plugin {
  return {
    id: 'cursor',
    beforeDatasetsDraw(chart) {
      const point = pointAt(chart, findPlace());
      if (point) drawGuide(chart, point.x, palette);
    },
    afterDraw(chart) {
      const point = pointAt(chart, findPlace());
      if (point && !isGap(point)) drawRing(chart.ctx, point, palette);
    },
  };
}

function pointAt(chart: Chart, place: Place | undefined): Element | undefined {
  return place && chart.getDatasetMeta(place.series).data[place.period];
}

/** Chart.js keeps a place for a value that is not there, and marks it so. */
export function isGap(point: Element): boolean {
  return (point as Element & { skip?: boolean }).skip === true;
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
function drawRing(ctx: CanvasRenderingContext2D, { x, y }: { x: number; y: number }, palette: Palette): void {
  ctx.save();
  for (const [strokeStyle, lineWidth] of [[palette.ground, 5], [palette.text, 2]] as const) {
    Object.assign(ctx, { strokeStyle, lineWidth });
    ctx.beginPath();
    ctx.arc(x, y, 9, 0, 2 * Math.PI);
    ctx.stroke();
  }
  ctx.restore();
}
