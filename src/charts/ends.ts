import type { Plugin } from 'chart.js';
import { setLabel } from './label.ts';
import { drawLabel } from './lettering.ts';
import type { Label, LineChart } from './lettering.ts';
import { hasTopRow, reasonOf, xAt, yAt } from './marks.ts';
import { printAt } from './number.ts';
import { chooseFreest, placesBeside, pushApart, sampleLine } from './placement.ts';
import type { Box, Point } from './placement.ts';
import type { LineChartSpec, Series } from './spec.ts';
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
  /** Left out where there is no free place. */
  readonly optional?: true;
}

/** Names lines where they end instead of in a legend, with their last value. */
export function endLabels(spec: LineChartSpec, style: ChartStyle): Plugin<'line'> {
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
export function roomForEndLabels(chart: LineChart, spec: LineChartSpec, style: ChartStyle): number {
  const widths = findColumn(chart.ctx, spec, style).map(({ label }) => label.width);
  return widths.length > 0 ? Math.max(...widths) + GAP + 1 : GAP;
}

/** Lines that reach the right edge, and the target. */
function findColumn(ctx: CanvasRenderingContext2D, spec: LineChartSpec, style: ChartStyle): End[] {
  const most = style.layout.labelWidth;
  const ends = findEnds(ctx, spec, most, style).filter(({ index }) => index === spec.x.labels.length - 1);
  if (!spec.target) return ends;
  const label = setLabel(ctx, { name: spec.target.label, value: '', bold: false }, most, style);
  return [...ends, { label, role: 'text' }];
}

/** Lines that end earlier, and the first value of a line that is alone. */
function findInside(ctx: CanvasRenderingContext2D, spec: LineChartSpec, style: ChartStyle): End[] {
  const most = style.layout.labelWidth * 1.4;
  const ends = findEnds(ctx, spec, most, style).filter(({ index }) => index !== spec.x.labels.length - 1);
  const [only] = spec.series;
  if (!only || spec.series.length > 1) return ends;
  const index = only.values.findIndex((value) => value !== null);
  if (index === lastIndex(only)) return ends;
  const value = printAt(only, index, spec.y.number);
  const label = setLabel(ctx, { name: '', value, bold: false }, most, style);
  return [...ends, { label, role: 'text', series: 0, index, optional: true }];
}

function findEnds(ctx: CanvasRenderingContext2D, spec: LineChartSpec, most: number, style: ChartStyle): End[] {
  return spec.series.flatMap((series, at) => {
    const index = lastIndex(series);
    if (index < 0) return [];
    const label = setSeriesLabel(ctx, spec, series, most, style);
    return [{ label, role: series.tone === 'quiet' ? 'muted' : roleOf(spec, series), series: at, index }];
  });
}

/** An earlier year gives its value only where there is room for one row. */
function setSeriesLabel(
  ctx: CanvasRenderingContext2D,
  spec: LineChartSpec,
  series: Series,
  most: number,
  style: ChartStyle,
): Label {
  const name = spec.series.length > 1 ? series.label : '';
  const bare = series.tone === 'quiet' && !style.layout.oneRow;
  const value = bare ? '' : printAt(series, lastIndex(series), spec.y.number);
  return setLabel(ctx, { name, value, bold: series.tone !== 'quiet' }, most, style);
}

function lastIndex({ values }: Series): number {
  return values.findLastIndex((value) => value !== null);
}

function drawColumn(chart: LineChart, ends: readonly End[], spec: LineChartSpec, style: ChartStyle): void {
  const { top, bottom, right } = chart.chartArea;
  const levels = ends.map((end) => levelOf(chart, end, spec));
  const wishes = ends.map(({ label }, index) => {
    return { at: levels[index] ?? top, size: label.height + airOf(label, style) };
  });
  const slack = style.layout.lineHeight / 2;
  pushApart(wishes, top - slack, bottom + slack).forEach((centre, index) => {
    const { label, role } = ends[index] as End;
    const level = levels[index] ?? centre;
    if (Math.abs(centre - level) > TIED_FROM) tie(chart, level, centre, style);
    drawLabel(chart.ctx, label, { x: right + GAP, y: centre - label.height / 2 }, style, style.palette[role]);
  });
}

/** Labels of several rows need air between them to be told apart. */
function airOf(label: Label, { layout }: ChartStyle): number {
  return label.height > layout.lineHeight ? 4 : 0;
}

function levelOf(chart: LineChart, end: End, spec: LineChartSpec): number {
  return pointOf(chart, end)?.y ?? yAt(chart, Number(spec.target?.value));
}

function pointOf(chart: LineChart, { series, index }: End): Point | undefined {
  if (series === undefined || index === undefined) return undefined;
  const point = chart.getDatasetMeta(series).data[index];
  return point && { x: point.x, y: point.y };
}

function tie(chart: LineChart, from: number, to: number, { palette }: ChartStyle): void {
  const { ctx, chartArea: { right } } = chart;
  ctx.save();
  Object.assign(ctx, { strokeStyle: palette.axis, lineWidth: 1 });
  ctx.beginPath();
  ctx.moveTo(right + 4, from);
  ctx.lineTo(right + GAP - 2, to);
  ctx.stroke();
  ctx.restore();
}

function drawInside(chart: LineChart, ends: readonly End[], spec: LineChartSpec, style: ChartStyle): void {
  const taken = (spec.suspended ?? []).map((suspension) => reasonOf(chart, suspension, style).box);
  const around = { bounds: findBounds(chart, spec, style), taken, lines: findLines(chart, spec) };
  for (const end of ends) {
    const point = pointOf(chart, end);
    if (!point) continue;
    const places = placesBeside(point, end.label.width, end.label.height, 8);
    const place = chooseFreest(point, places, around) ?? (end.optional ? undefined : places[0]);
    if (!place) continue;
    drawLabel(chart.ctx, end.label, place, style, style.palette[end.role], style.palette.ground);
    taken.push(place);
  }
}

/** The plot, and the room above it where nothing else is printed there. */
function findBounds({ chartArea }: LineChart, spec: LineChartSpec, { layout }: ChartStyle): Box {
  const { left, top, right, bottom } = chartArea;
  const head = hasTopRow(spec) ? 0 : layout.lineHeight;
  return { x: left + 1, y: top - head, width: right - left - 1, height: bottom - top + head };
}

/** The lines in the plot, as points. */
function findLines(chart: LineChart, spec: LineChartSpec): Point[] {
  const { left, right, top, bottom } = chart.chartArea;
  const series = spec.series.flatMap(({ values }, at) => {
    const points = chart.getDatasetMeta(at).data;
    return sampleLine(values.map((value, index) => (value === null ? null : (points[index] ?? null))), 4);
  });
  const level = spec.target && yAt(chart, Number(spec.target.value));
  const target = level === undefined ? [] : sampleLine([{ x: left, y: level }, { x: right, y: level }], 4);
  const breaks = (spec.breaks ?? []).flatMap(({ before }) => {
    const x = xAt(chart, before - 0.5);
    return sampleLine([{ x, y: top }, { x, y: bottom }], 4);
  });
  return [...series, ...target, ...breaks];
}
