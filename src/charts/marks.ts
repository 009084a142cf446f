import type { Plugin } from 'chart.js';
import { setFont } from './lettering.ts';
import type { LineChart } from './lettering.ts';
import type { ChartSpec, Suspension } from './spec.ts';
import type { ChartStyle } from './theme.ts';

/** What lies behind and around the lines: suspended stretches, breaks, the target, the unit, the foot of the axis. */
export function marks(spec: ChartSpec, style: ChartStyle, cut: boolean): Plugin<'line'> {
  return {
    id: 'marks',
    beforeDraw(chart) {
      for (const suspension of spec.suspended ?? []) drawBand(chart as LineChart, suspension, style);
    },
    beforeDatasetsDraw(chart) {
      drawFoot(chart as LineChart, style, cut);
      for (const { before } of spec.breaks ?? []) drawBreak(chart as LineChart, before, style);
      if (spec.target) drawTarget(chart as LineChart, spec.target.value, style);
    },
    afterDatasetsDraw(chart) {
      drawNotes(chart as LineChart, spec, style);
    },
  };
}

function xAt(chart: LineChart, index: number): number {
  const { left, right } = chart.chartArea;
  const periods = chart.data.labels?.length ?? 2;
  return Math.min(right, Math.max(left, left + ((right - left) * index) / (periods - 1)));
}

function yAt(chart: LineChart, value: number): number {
  return chart.scales['y']?.getPixelForValue(value) ?? chart.chartArea.bottom;
}

function drawBand(chart: LineChart, { from, to }: Suspension, { palette }: ChartStyle): void {
  const { ctx, chartArea } = chart;
  const [left, right] = [xAt(chart, from - 0.5), xAt(chart, to + 0.5)];
  ctx.save();
  ctx.fillStyle = palette.band;
  ctx.fillRect(left, chartArea.top, right - left, chartArea.bottom - chartArea.top);
  ctx.restore();
}

/** The line at zero; where the axis is cut, a torn edge instead. */
function drawFoot(chart: LineChart, { palette }: ChartStyle, cut: boolean): void {
  const { ctx, chartArea: { left, right, bottom } } = chart;
  ctx.save();
  Object.assign(ctx, { strokeStyle: palette.axis, lineWidth: 1, lineJoin: 'round' });
  ctx.beginPath();
  const y = cut ? bottom : yAt(chart, 0);
  ctx.moveTo(left, y);
  if (cut) tear(ctx, left, right, bottom);
  else ctx.lineTo(right, y);
  ctx.stroke();
  ctx.restore();
}

function tear(ctx: CanvasRenderingContext2D, left: number, right: number, y: number): void {
  for (let x = left, side = -1.6; x + 4 <= right; x += 8, side = -side) {
    ctx.lineTo(Math.min(right, x + 4), y + side);
    ctx.lineTo(Math.min(right, x + 8), y);
  }
}

function drawBreak(chart: LineChart, before: number, { palette }: ChartStyle): void {
  const { ctx, chartArea: { top, bottom } } = chart;
  const x = Math.round(xAt(chart, before - 0.5)) + 0.5;
  ctx.save();
  Object.assign(ctx, { strokeStyle: palette.text, lineWidth: 1 });
  ctx.setLineDash([1, 3]);
  ctx.beginPath();
  ctx.moveTo(x, top - 4);
  ctx.lineTo(x, bottom);
  ctx.stroke();
  ctx.restore();
}

function drawTarget(chart: LineChart, value: string, { palette }: ChartStyle): void {
  const { ctx, chartArea: { left, right } } = chart;
  const y = yAt(chart, Number(value));
  ctx.save();
  Object.assign(ctx, { strokeStyle: palette.target, lineWidth: 1.5 });
  ctx.setLineDash([10, 4]);
  ctx.beginPath();
  ctx.moveTo(left, y);
  ctx.lineTo(right + 8, y);
  ctx.stroke();
  ctx.restore();
}

/** The row above the plot: the unit over its axis, the number of a note over what it explains. */
function drawNotes(chart: LineChart, spec: ChartSpec, style: ChartStyle): void {
  const { ctx, chartArea: { top } } = chart;
  ctx.save();
  setFont(ctx, style);
  ctx.fillStyle = style.palette.muted;
  Object.assign(ctx, { textBaseline: 'bottom', textAlign: 'left' });
  if (spec.y.unit) ctx.fillText(spec.y.unit, 2, top - 11);
  ctx.textAlign = 'center';
  for (const { before, note } of spec.breaks ?? []) ctx.fillText(note, xAt(chart, before - 0.5), top - 7);
  for (const { from, to, note } of spec.suspended ?? []) ctx.fillText(note, xAt(chart, (from + to) / 2), top - 7);
  for (const suspension of spec.suspended ?? []) drawAlong(chart, suspension);
  ctx.restore();
}

/** The reason for a suspension, across its stretch if it fits there, else upwards. */
function drawAlong(chart: LineChart, { from, to, label = '' }: Suspension): void {
  const { ctx, chartArea: { top, bottom } } = chart;
  const room = xAt(chart, to + 0.5) - xAt(chart, from - 0.5);
  const upwards = ctx.measureText(label).width > room - 4;
  ctx.save();
  ctx.textBaseline = 'middle';
  ctx.translate(xAt(chart, (from + to) / 2), (top + bottom) / 2);
  if (upwards) ctx.rotate(-Math.PI / 2);
  ctx.fillText(label, 0, 0);
  ctx.restore();
}
