import type { ChartConfiguration, ChartDataset, ScriptableContext, Scale as ChartScale } from 'chart.js';
import { endLabels, roomForEndLabels } from './ends.ts';
import { setFont, widestOf } from './lettering.ts';
import type { LineChart } from './lettering.ts';
import { hasTopRow, marks } from './marks.ts';
import { decimalsNeeded, formatNumber } from './number.ts';
import { fitScale } from './scale.ts';
import type { ChartSpec, NumberPattern, Series } from './spec.ts';
import { plainStyle } from './theme.ts';
import type { ChartStyle, Palette } from './theme.ts';
import { wrapLabel } from './wrap.ts';

export type LineConfiguration = ChartConfiguration<'line', (number | null)[], string>;
type LineDataset = ChartDataset<'line', (number | null)[]>;

/** The Chart.js configuration of a chart: everything that decides where a point or a text lies. */
export function configureChart(spec: ChartSpec, style: ChartStyle): LineConfiguration {
  const { palette } = style;
  const font = fontOf(style);
  const { ticks, cut } = fitTicks(spec);
  return {
    type: 'line',
    data: { labels: [...spec.x.labels], datasets: configureSeries(spec, palette) },
    options: {
      animation: false,
      responsive: false,
      devicePixelRatio: 1,
      events: [],
      layout: { padding: ({ chart }) => findPadding(chart as LineChart, spec, style) },
      scales: {
        x: {
          type: 'category',
          clip: false,
          border: { display: false },
          grid: { drawOnChartArea: false, tickLength: 4, tickColor: palette.axis },
          ticks: { autoSkip: false, maxRotation: 0, padding: 7, color: palette.muted, font },
          title: {
            display: cut,
            text: wrappedNote(spec.y.axisNote, style),
            align: 'start',
            font,
            color: palette.muted,
            padding: { top: 3 },
          },
          afterTickToLabelConversion: (scale) => thinLabels(scale, spec, style),
        },
        y: {
          type: 'linear',
          clip: false,
          min: Number(ticks[0]),
          max: Number(ticks.at(-1)),
          border: { display: false },
          grid: { color: palette.grid, drawTicks: false },
          ticks: {
            color: palette.muted,
            font,
            padding: 8,
            callback: (_, index) => formatTick(ticks, index, spec.y.number),
          },
          afterBuildTicks: (scale) => void (scale.ticks = ticks.map((tick) => ({ value: Number(tick) }))),
        },
      },
    },
    plugins: [marks(spec, style, cut), endLabels(spec, style)],
  };
}

function fontOf({ layout, fontFamily }: ChartStyle): { family: string; size: number; lineHeight: number } {
  return { family: fontFamily, size: layout.fontSize, lineHeight: layout.lineHeight / layout.fontSize };
}

function fitTicks(spec: ChartSpec): { ticks: readonly string[]; cut: boolean } {
  const values = spec.series.flatMap((series) => series.values).filter((value) => value !== null);
  const levels = spec.target ? [...values, spec.target.value] : values;
  return fitScale(levels, spec.y.start, spec.y.number.decimals);
}

function formatTick(ticks: readonly string[], index: number, number: NumberPattern): string {
  return formatNumber(ticks[index] ?? '0', { ...number, decimals: decimalsNeeded(ticks) });
}

function configureSeries(spec: ChartSpec, palette: Palette): LineDataset[] {
  return spec.series.map((series) => ({
    label: series.label,
    data: series.values.map((value) => (value === null ? null : Number(value))),
    spanGaps: false,
    clip: false as const,
    segment: { borderColor: ({ p1DataIndex }) => (isBroken(spec, p1DataIndex) ? 'transparent' : undefined) },
    ...(series.tone === 'quiet' ? drawQuiet(spec, series, palette) : drawLoud(spec, series, palette)),
  }));
}

function isBroken(spec: ChartSpec, index: number): boolean {
  return (spec.breaks ?? []).some(({ before }) => before === index);
}

function drawLoud(spec: ChartSpec, series: Series, palette: Palette): Partial<LineDataset> {
  const { role, dash, shape, size: radius } = plainStyle(spec, series);
  const last = series.values.findLastIndex((value) => value !== null);
  const size = series.tone === 'strong' ? radius + 0.5 : radius;
  return {
    order: series.tone === 'strong' ? 0 : 1,
    borderColor: palette[role],
    borderWidth: series.tone === 'strong' ? 3 : 2.25,
    borderDash: [...dash],
    borderJoinStyle: 'round',
    pointStyle: shape,
    pointBackgroundColor: palette[role],
    pointBorderColor: palette.ground,
    pointBorderWidth: 1.5,
    pointRadius: ({ dataIndex }: ScriptableContext<'line'>) => (dataIndex === last ? size + 1.5 : size),
  };
}

/** A thin line without marks, but for the last value and one that no line leads to. */
function drawQuiet(spec: ChartSpec, series: Series, palette: Palette): Partial<LineDataset> {
  const last = series.values.findLastIndex((value) => value !== null);
  const has = (index: number): boolean => (series.values[index] ?? null) !== null;
  const leadsTo = (index: number): boolean => has(index - 1) && has(index) && !isBroken(spec, index);
  return {
    order: 2,
    borderColor: palette.quiet,
    borderWidth: 1.25,
    borderJoinStyle: 'round',
    pointStyle: 'circle',
    pointBackgroundColor: palette.quiet,
    pointBorderWidth: 0,
    pointRadius: ({ dataIndex: at }: ScriptableContext<'line'>) =>
      at === last || !(leadsTo(at) || leadsTo(at + 1)) ? 2 : 0,
  };
}

function findPadding(chart: LineChart, spec: ChartSpec, style: ChartStyle): object {
  const { lineHeight } = style.layout;
  return {
    top: hasTopRow(spec) ? lineHeight + 14 : lineHeight,
    right: roomForEndLabels(chart, spec, style),
    bottom: 2,
    left: 2,
  };
}

/**
 * The note stands under the plot, which begins behind the ticks' labels: it may not be as wide as the chart.
 * Chart.js calls a function here as for other options; its types do not say so.
 */
function wrappedNote(note: string, style: ChartStyle): string[] {
  const wrap = ({ chart: { ctx, width } }: { chart: LineChart }): string[] => {
    ctx.save();
    setFont(ctx, style);
    const lines = wrapLabel(note, width * 0.8, (text) => ctx.measureText(text).width);
    ctx.restore();
    return lines;
  };
  return wrap as unknown as string[];
}

/** Shows the full labels if all fit, else the short ones, and of these as many as fit, always the last. */
function thinLabels(scale: ChartScale, spec: ChartSpec, style: ChartStyle): void {
  const { labels, shortLabels = labels } = spec.x;
  const step = scale.maxWidth / (labels.length - 1);
  const { ctx } = scale;
  ctx.save();
  setFont(ctx, style);
  const roomFor = (texts: readonly string[]): number => widestOf(ctx, texts) + style.layout.fontSize * 0.35;
  const chosen = roomFor(labels) <= step ? labels : shortLabels;
  const every = Math.max(1, Math.ceil(roomFor(chosen) / step));
  ctx.restore();
  scale.ticks.forEach((tick, index) => {
    const shown = (labels.length - 1 - index) % every === 0;
    tick.label = shown ? (chosen[index] ?? '').split('\n') : '';
  });
}
