import type { Plugin } from 'chart.js';
import { setFont } from './lettering.ts';
import type { LineChart } from './lettering.ts';
import { pushApart } from './placement.ts';
import type { Box } from './placement.ts';
import { tear } from './tear.ts';
import type { LineChartSpec, Suspension } from './spec.ts';
import type { ChartStyle } from './theme.ts';

/** Between two notes in the row above the plot, px. */
const NOTE_GAP = 6;

/** What lies behind and around the lines: suspensions, breaks, the target, the unit, the foot of the axis. */
export function marks(spec: LineChartSpec, style: ChartStyle, cut: boolean): Plugin<'line'> {
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

/** Whether anything is printed above the plot. */
export function hasTopRow({ y, breaks = [], suspended = [] }: LineChartSpec): boolean {
  return y.unit !== undefined || breaks.length + suspended.length > 0;
}

/** Where a period lies, px; halves lie between two. Never outside of the plot. */
export function xAt(chart: LineChart, index: number): number {
  const { left, right } = chart.chartArea;
  const periods = chart.data.labels?.length ?? 2;
  return Math.min(right, Math.max(left, left + ((right - left) * index) / (periods - 1)));
}

export function yAt(chart: LineChart, value: number): number {
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
function drawNotes(chart: LineChart, spec: LineChartSpec, style: ChartStyle): void {
  const { ctx, chartArea: { top } } = chart;
  ctx.save();
  setFont(ctx, style);
  ctx.fillStyle = style.palette.muted;
  Object.assign(ctx, { textBaseline: 'bottom', textAlign: 'left' });
  const { unit = '' } = spec.y;
  ctx.fillText(unit, 2, top - 11);
  ctx.textAlign = 'center';
  const left = ctx.measureText(unit).width + NOTE_GAP;
  for (const { x, note } of placeNotes(chart, spec, left)) ctx.fillText(note, x, top - 7);
  for (const suspension of spec.suspended ?? []) drawReason(chart, suspension, style);
  ctx.restore();
}

/** Notes stand over what they explain unless they would run into each other or the unit. */
function placeNotes(chart: LineChart, spec: LineChartSpec, left: number): { x: number; note: string }[] {
  const notes = [
    ...(spec.breaks ?? []).map(({ before, note }) => ({ x: xAt(chart, before - 0.5), note })),
    ...(spec.suspended ?? []).map(({ from, to, note }) => ({ x: xAt(chart, (from + to) / 2), note })),
  ];
  const wishes = notes.map(({ x, note }) => ({ at: x, size: chart.ctx.measureText(note).width + NOTE_GAP }));
  const centres = pushApart(wishes, left, chart.width);
  return notes.map(({ x, note }, index) => ({ x: centres[index] ?? x, note }));
}

/** The reason for a suspension, across its stretch if it fits there, else upwards. */
function drawReason(chart: LineChart, suspension: Suspension, style: ChartStyle): void {
  const { ctx } = chart;
  const { text, box, upwards } = reasonOf(chart, suspension, style);
  ctx.save();
  ctx.textBaseline = 'middle';
  ctx.translate(box.x + box.width / 2, box.y + box.height / 2);
  if (upwards) ctx.rotate(-Math.PI / 2);
  ctx.fillText(text, 0, 0);
  ctx.restore();
}

/** Where a suspension's reason is printed. */
export function reasonOf(
  chart: LineChart,
  { from, to, label: text = '' }: Suspension,
  style: ChartStyle,
): { text: string; box: Box; upwards: boolean } {
  const { top, bottom } = chart.chartArea;
  const [left, right] = [xAt(chart, from - 0.5), xAt(chart, to + 0.5)];
  const length = measure(chart.ctx, text, style);
  const upwards = length > right - left - 4;
  const [width, height] = upwards ? [style.layout.lineHeight, length] : [length, style.layout.lineHeight];
  const box = { x: (left + right - width) / 2, y: (top + bottom - height) / 2, width, height };
  return { text, box, upwards };
}

function measure(ctx: CanvasRenderingContext2D, text: string, style: ChartStyle): number {
  ctx.save();
  setFont(ctx, style);
  const { width } = ctx.measureText(text);
  ctx.restore();
  return width;
}
