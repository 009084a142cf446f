import type { Plugin } from 'chart.js';
import { setLabel } from './label.ts';
import { drawLabel } from './lettering.ts';
import type { Label, LineChart } from './lettering.ts';
import { formatNumber } from './number.ts';
import { chooseFreest, placesBeside, pushApart, sampleLine } from './placement.ts';
import type { Box, Point } from './placement.ts';
import type { ChartSpec, Series } from './spec.ts';
import { roleOf } from './theme.ts';
import type { ChartStyle, Role } from './theme.ts';

/** From the end of a line to its label, px. */
const GAP = 13;
/** A label that was moved farther than this from its line's end is tied to it. */
const TIED_FROM = 5;

/** A label and what it belongs to: a series' value, or the target (no index). */
interface End {
  readonly label: Label;
  readonly role: Role;
  readonly series?: number;
  readonly index?: number;
}

/** Names lines where they end instead of in a legend, with their last value. */
export function endLabels(spec: ChartSpec, style: ChartStyle): Plugin<'line'> {
  return {
    id: 'endLabels',
    afterDatasetsDraw(chart) {
      const line = chart as LineChart;
      drawColumn(line, findColumn(line.ctx, spec, style), spec, style);
      drawInside(line, findInside(line.ctx, spec, style), spec, style);
    },
  };
}

/** Room to the right of the plot for the labels of lines that reach it, px. */
export function roomForEndLabels(chart: LineChart, spec: ChartSpec, style: ChartStyle): number {
  const widths = findColumn(chart.ctx, spec, style).map(({ label }) => label.width);
  return widths.length > 0 ? Math.max(...widths) + GAP + 1 : GAP;
}

/** Lines that reach the right edge, and the target. */
function findColumn(ctx: CanvasRenderingContext2D, spec: ChartSpec, style: ChartStyle): End[] {
  const most = style.layout.labelWidth;
  const ends = spec.series.flatMap((series, at) => {
    const index = lastIndex(series);
    if (index !== spec.x.labels.length - 1) return [];
    return [{ label: setSeriesLabel(ctx, spec, series, most, style), role: textRole(spec, series), series: at, index }];
  });
  if (!spec.target) return ends;
  return [...ends, { label: setLabel(ctx, { name: spec.target.label, value: '', bold: false }, most, style), role: 'text' as const }];
}

/** Lines that end earlier, and the first value of a line that is alone. */
function findInside(ctx: CanvasRenderingContext2D, spec: ChartSpec, style: ChartStyle): End[] {
  const most = style.layout.labelWidth * 1.4;
  const ends: End[] = spec.series.flatMap((series, at) => {
    const index = lastIndex(series);
    if (index < 0 || index === spec.x.labels.length - 1) return [];
    return [{ label: setSeriesLabel(ctx, spec, series, most, style), role: textRole(spec, series), series: at, index }];
  });
  const [only] = spec.series;
  if (!only || spec.series.length > 1) return ends;
  const index = only.values.findIndex((value) => value !== null);
  if (index === lastIndex(only)) return ends;
  const value = formatNumber(only.values[index] ?? '', spec.y.number);
  return [...ends, { label: setLabel(ctx, { name: '', value, bold: false }, most, style), role: 'text', series: 0, index }];
}

/** An earlier year gives its value only where there is room for one row. */
function setSeriesLabel(
  ctx: CanvasRenderingContext2D,
  spec: ChartSpec,
  series: Series,
  most: number,
  style: ChartStyle,
): Label {
  const name = spec.series.length > 1 ? series.label : '';
  const bare = series.tone === 'quiet' && !style.layout.oneRow;
  const value = bare ? '' : formatNumber(series.values[lastIndex(series)] ?? '', spec.y.number);
  return setLabel(ctx, { name, value, bold: series.tone !== 'quiet' }, most, style);
}

function lastIndex({ values }: Series): number {
  return values.findLastIndex((value) => value !== null);
}

function textRole(spec: ChartSpec, series: Series): Role {
  return series.tone === 'quiet' ? 'muted' : roleOf(spec, series);
}

function drawColumn(chart: LineChart, ends: readonly End[], spec: ChartSpec, style: ChartStyle): void {
  const { top, bottom, right } = chart.chartArea;
  const levels = ends.map((end) => levelOf(chart, end, spec));
  const wishes = ends.map(({ label }, index) => ({ y: levels[index] ?? top, height: label.height + airOf(label, style) }));
  const slack = style.layout.lineHeight / 2;
  pushApart(wishes, top - slack, bottom + slack).forEach((centre, index) => {
    const { label, role } = ends[index] as End;
    const level = levels[index] ?? centre;
    if (Math.abs(centre - level) > TIED_FROM) tie(chart.ctx, right, level, centre, style);
    drawLabel(chart.ctx, label, { x: right + GAP, y: centre - label.height / 2 }, style, style.palette[role]);
  });
}

/** Labels of several rows need air between them to be told apart. */
function airOf(label: Label, { layout }: ChartStyle): number {
  return label.height > layout.lineHeight ? 4 : 0;
}

function levelOf(chart: LineChart, end: End, spec: ChartSpec): number {
  return pointOf(chart, end)?.y ?? chart.scales['y']?.getPixelForValue(Number(spec.target?.value)) ?? 0;
}

function pointOf(chart: LineChart, { series, index }: End): Point | undefined {
  if (series === undefined || index === undefined) return undefined;
  const point = chart.getDatasetMeta(series).data[index];
  return point && { x: point.x, y: point.y };
}

function tie(ctx: CanvasRenderingContext2D, right: number, from: number, to: number, style: ChartStyle): void {
  ctx.save();
  Object.assign(ctx, { strokeStyle: style.palette.axis, lineWidth: 1 });
  ctx.beginPath();
  ctx.moveTo(right + 4, from);
  ctx.lineTo(right + GAP - 2, to);
  ctx.stroke();
  ctx.restore();
}

function drawInside(chart: LineChart, ends: readonly End[], spec: ChartSpec, style: ChartStyle): void {
  const { lineHeight } = style.layout;
  const { left, top, right, bottom } = chart.chartArea;
  const bounds = { x: left + 1, y: top - lineHeight, width: right - left - 1, height: bottom - top + lineHeight };
  const obstacles = findObstacles(chart, spec);
  for (const end of ends) {
    const point = pointOf(chart, end);
    if (!point) continue;
    const places = placesBeside(point, end.label.width, end.label.height, 8);
    const place = chooseFreest(places, obstacles, bounds);
    drawLabel(chart.ctx, end.label, place, style, style.palette[end.role], style.palette.ground);
    obstacles.push(...fillBox(place));
  }
}

/** Everything in the plot that a label should not lie on, as points. */
function findObstacles(chart: LineChart, spec: ChartSpec): Point[] {
  const { left, right, top, bottom } = chart.chartArea;
  const lines = spec.series.flatMap((series, at) => {
    const points = chart.getDatasetMeta(at).data;
    return sampleLine(series.values.map((value, index) => (value === null ? null : (points[index] ?? null))), 4);
  });
  const level = spec.target && chart.scales['y']?.getPixelForValue(Number(spec.target.value));
  const target = level === undefined ? [] : sampleLine([{ x: left, y: level }, { x: right, y: level }], 4);
  const breaks = (spec.breaks ?? []).flatMap(({ before }) => {
    const x = chart.scales['x']?.getPixelForValue(before - 0.5) ?? left;
    return sampleLine([{ x, y: top }, { x, y: bottom }], 4);
  });
  return [...lines, ...target, ...breaks];
}

function fillBox({ x, y, width, height }: Box): Point[] {
  const rows = Array.from({ length: Math.ceil(height / 4) }, (_, row) => y + row * 4);
  return rows.flatMap((level) => sampleLine([{ x, y: level }, { x: x + width, y: level }], 4));
}
