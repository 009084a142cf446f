import type { Chart, Plugin } from 'chart.js';
import type { Configuration, Datum } from './configuration.ts';
import { estimateWidth } from './estimate.ts';
import { fontOf, formatTick, thinLabels, wrappedNote } from './foot.ts';
import { setFont, widestOf } from './lettering.ts';
import { printAt } from './number.ts';
import { fitScale } from './scale.ts';
import type { BarsChartSpec, BarsOrRate } from './spec.ts';
import { STILL } from './still.ts';
import { tear } from './tear.ts';
import type { ChartStyle, Layout } from './theme.ts';
import { wrapLabel } from './wrap.ts';

/** How much of the height the rates take. */
const RATES = 0.3;

/** The share of the height between rates and bars, where the bars' name and the tallest one's figure stand. */
function shareBetween({ bars, rate }: BarsChartSpec, { layout }: ChartStyle): number {
  const { lineHeight, height } = layout;
  const plot = height - (5 + linesOf(rate?.label ?? '', layout).length) * lineHeight;
  return ((1.5 + linesOf(bars.label, layout).length) * lineHeight + 14) / plot;
}

/** A name over its axis, as wide as the drawing. */
function linesOf(name: string, { width, fontSize }: Layout): string[] {
  return wrapLabel(name, width - 4, (text) => estimateWidth(text, fontSize, true));
}

/** Bars from zero below, rates on the axis at the right above: neither can be read on the other's axis. */
export function configureBars(spec: BarsChartSpec, style: ChartStyle): Configuration {
  const { palette } = style;
  const font = fontOf(style);
  const bars = fitScale(known(spec.bars), 'zero', spec.bars.number.decimals, 4);
  const rate = spec.rate && fitScale(known(spec.rate), spec.rate.start, spec.rate.number.decimals, 3);
  const { lineHeight } = style.layout;
  const headLines = linesOf((spec.rate ?? spec.bars).label, style.layout).length;
  return {
    type: 'bar',
    data: {
      labels: [...spec.x.labels],
      datasets: [barsOf(spec.bars, style), ...(spec.rate ? [rateOf(spec.rate, style)] : [])],
    },
    options: {
      ...STILL,
      layout: {
        padding: { top: (1 + headLines) * lineHeight + 8, right: spec.rate ? 2 : 8, bottom: 2, left: 2 },
      },
      scales: {
        x: {
          type: 'category',
          offset: true,
          border: { display: false },
          grid: { display: false },
          ticks: { autoSkip: false, maxRotation: 0, padding: 7, color: palette.muted, font },
          title: {
            display: rate?.cut ?? false,
            text: wrappedNote(spec.rate?.axisNote ?? '', style),
            align: 'start',
            font,
            color: palette.muted,
            padding: { top: 3 },
          },
          afterTickToLabelConversion: (scale) => thinLabels(scale, spec.x, style),
        },
        y: valueAxis(
          bars.ticks,
          spec.bars,
          'left',
          spec.rate ? 1 - RATES - shareBetween(spec, style) : 1,
          style,
        ),
        ...(rate && spec.rate ? { y2: valueAxis(rate.ticks, spec.rate, 'right', RATES, style) } : {}),
      },
    },
    plugins: [around(spec, style, rate)],
  };
}

function known({ values }: BarsOrRate): string[] {
  return values.filter((value) => value !== null);
}

/** An axis whose ticks take only their share of the height: the lower one if it is the left. */
function valueAxis(
  ticks: readonly string[],
  { number }: BarsOrRate,
  position: 'left' | 'right',
  share: number,
  style: ChartStyle,
): NonNullable<NonNullable<Configuration['options']>['scales']>[string] {
  const [low, high] = [Number(ticks[0]), Number(ticks.at(-1))];
  const whole = (high - low) / share;
  return {
    type: 'linear',
    position,
    min: position === 'left' ? low : high - whole,
    max: position === 'left' ? low + whole : high,
    border: { display: false },
    grid: { color: style.palette.grid, drawTicks: false },
    ticks: {
      color: style.palette.muted,
      font: fontOf(style),
      padding: 8,
      callback: (_, index) => formatTick(ticks, index, number),
    },
    afterBuildTicks: (scale) => void (scale.ticks = ticks.map((tick) => ({ value: Number(tick) }))),
  };
}

function numbersOf({ values }: BarsOrRate): Datum[] {
  return values.map((value) => (value === null ? null : Number(value)));
}

function barsOf(bars: BarsOrRate, { palette }: ChartStyle): Configuration['data']['datasets'][number] {
  return {
    type: 'bar',
    label: bars.label,
    data: numbersOf(bars),
    backgroundColor: bars.values.map((_, index) =>
      isProvisional(bars, index) ? 'transparent' : palette.series2,
    ),
    borderWidth: 0,
    inflateAmount: 0,
    clip: false,
    categoryPercentage: 0.72,
    barPercentage: 1,
    order: 1,
  };
}

function rateOf(rate: BarsOrRate, { palette }: ChartStyle): Configuration['data']['datasets'][number] {
  return {
    type: 'line',
    label: rate.label,
    data: numbersOf(rate),
    yAxisID: 'y2',
    order: 0,
    clip: false,
    spanGaps: false,
    borderColor: palette.series1,
    borderWidth: 2.25,
    borderJoinStyle: 'round',
    pointStyle: 'circle',
    pointRadius: 3.5,
    pointBackgroundColor: rate.values.map(
      (_, index) => palette[isProvisional(rate, index) ? 'ground' : 'series1'],
    ),
    pointBorderColor: rate.values.map(
      (_, index) => palette[isProvisional(rate, index) ? 'series1' : 'ground'],
    ),
    pointBorderWidth: 1.5,
  };
}

function isProvisional({ provisional = [] }: BarsOrRate, index: number): boolean {
  return provisional.includes(index);
}

/** The feet of the axes, the names over each, and as many figures as have room. */
function around(
  spec: BarsChartSpec,
  style: ChartStyle,
  rate: { cut: boolean } | undefined,
): Plugin<'line' | 'bar'> {
  return {
    id: 'around',
    afterDatasetsDraw(chart) {
      const any = chart as Chart;
      drawFeet(any, spec, style, rate?.cut ?? false);
      drawNames(any, spec, style);
      drawFigures(any, 0, spec.bars, style);
      if (spec.rate) drawFigures(any, 1, spec.rate, style);
    },
  };
}

function drawFeet(chart: Chart, spec: BarsChartSpec, { palette }: ChartStyle, cut: boolean): void {
  const {
    ctx,
    chartArea: { left, right },
  } = chart;
  ctx.save();
  Object.assign(ctx, { strokeStyle: palette.axis, lineWidth: 1, lineJoin: 'round' });
  ctx.beginPath();
  const zero = chart.scales['y']?.getPixelForValue(0) ?? 0;
  ctx.moveTo(left, zero);
  ctx.lineTo(right, zero);
  const foot = chart.scales['y2']?.getPixelForValue(chart.scales['y2'].ticks[0]?.value ?? 0);
  if (foot !== undefined && cut) {
    ctx.moveTo(left, foot);
    tear(ctx, left, right, foot);
  }
  ctx.stroke();
  Object.assign(ctx, { strokeStyle: palette.series2, lineWidth: 1.5 });
  for (const index of spec.bars.provisional ?? []) {
    const bar = chart.getDatasetMeta(0).data[index] as unknown as {
      x: number;
      y: number;
      base: number;
      width: number;
    };
    if ((spec.bars.values[index] ?? null) === null || !bar) continue;
    ctx.strokeRect(bar.x - bar.width / 2 + 0.75, bar.y, bar.width - 1.5, bar.base - bar.y);
  }
  ctx.restore();
}

/** Bars' name above the bars, the rates' name above the rates: no legend. */
function drawNames(chart: Chart, spec: BarsChartSpec, style: ChartStyle): void {
  const {
    ctx,
    chartArea: { top },
  } = chart;
  const { lineHeight } = style.layout;
  const head = chart.scales['y']?.getPixelForValue(chart.scales['y'].ticks.at(-1)?.value ?? 0) ?? top;
  ctx.save();
  setFont(ctx, style, true);
  Object.assign(ctx, { textAlign: 'left', textBaseline: 'middle' });
  const write = ({ label }: BarsOrRate, bottom: number, colour: string): void => {
    ctx.fillStyle = colour;
    linesOf(label, style.layout)
      .toReversed()
      .forEach((line, index) => ctx.fillText(line, 2, bottom - (index + 0.5) * lineHeight));
  };
  write(spec.bars, head - 6 - lineHeight, style.palette.series2);
  if (spec.rate) write(spec.rate, top - 6 - lineHeight, style.palette.series1);
  ctx.restore();
}

/** Above each bar or point if they fit side by side, else above as many as do, always the last. */
function drawFigures(chart: Chart, dataset: number, row: BarsOrRate, style: ChartStyle): void {
  const {
    ctx,
    chartArea: { left, right },
  } = chart;
  const { values } = row;
  const texts = values.map((_, index) => printAt(row, index, row.number));
  ctx.save();
  setFont(ctx, style);
  const every = Math.max(1, Math.ceil((widestOf(ctx, texts) + 6) / ((right - left) / values.length)));
  const last = values.findLastIndex((value) => value !== null);
  Object.assign(ctx, { textAlign: 'center', textBaseline: 'middle', fillStyle: style.palette.text });
  Object.assign(ctx, { strokeStyle: style.palette.ground, lineWidth: 4, lineJoin: 'round' });
  const points = chart.getDatasetMeta(dataset).data;
  let free = right + 0.1;
  for (let index = last; index >= 0; index -= every) {
    const [text = '', point] = [texts[index], points[index]];
    const half = ctx.measureText(text).width / 2;
    if (text === '' || !point || point.x + half < left + 2) continue;
    const x = Math.min(right - half, Math.max(left + 2 + half, point.x));
    if (x + half > free) continue;
    free = x - half - 4;
    const y = point.y - (dataset === 0 ? 3 : 8) - style.layout.lineHeight / 2;
    if (dataset > 0) ctx.strokeText(text, x, y);
    ctx.fillText(text, x, y);
  }
  ctx.restore();
}
