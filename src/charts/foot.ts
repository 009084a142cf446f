import type { Chart, Scale } from 'chart.js';
import { setFont, widestOf } from './lettering.ts';
import { decimalsNeeded, formatNumber } from './number.ts';
import type { NumberPattern, PeriodAxis } from './spec.ts';
import type { ChartStyle } from './theme.ts';
import { wrapLabel } from './wrap.ts';

export function fontOf({ layout, fontFamily }: ChartStyle): {
  family: string;
  size: number;
  lineHeight: number;
} {
  return { family: fontFamily, size: layout.fontSize, lineHeight: layout.lineHeight / layout.fontSize };
}

export function formatTick(ticks: readonly string[], index: number, number: NumberPattern): string {
  return formatNumber(ticks[index] ?? '0', { ...number, decimals: decimalsNeeded(ticks) });
}

/** The axis of values: quiet lines at the ticks that were found, whatever Chart.js would choose. */
export function valueScale(ticks: readonly string[], number: NumberPattern, style: ChartStyle) {
  const { palette } = style;
  return {
    type: 'linear' as const,
    clip: false,
    min: Number(ticks[0]),
    max: Number(ticks.at(-1)),
    border: { display: false },
    grid: { color: palette.grid, drawTicks: false },
    ticks: {
      color: palette.muted,
      font: fontOf(style),
      padding: 8,
      autoSkip: false,
      callback: (_: unknown, index: number) => formatTick(ticks, index, number),
    },
    afterBuildTicks: (scale: Scale) => void (scale.ticks = ticks.map((tick) => ({ value: Number(tick) }))),
  };
}

/**
 * The note stands under the plot, which begins behind the ticks' labels: it may not be as wide as the chart.
 * Chart.js calls a function here as for other options; its types do not say so.
 */
export function wrappedNote(note: string, style: ChartStyle): string[] {
  const wrap = ({ chart: { ctx, width } }: { chart: Chart }): string[] => {
    ctx.save();
    setFont(ctx, style);
    const lines = wrapLabel(note, width * 0.8, (text) => ctx.measureText(text).width);
    ctx.restore();
    return lines;
  };
  return wrap as unknown as string[];
}

/** Shows as many labels as fit. */
export function thinLabels(scale: Scale, x: PeriodAxis, style: ChartStyle): void {
  const step = scale.maxWidth / (x.labels.length - ((scale.options as { offset?: boolean }).offset ? 0 : 1));
  const labels = fittingLabels(scale.ctx, x, step, style);
  scale.ticks.forEach((tick, index) => (tick.label = labels[index] ?? ''));
}

/** The full labels if all fit, else the short ones, each in its lines; of these as many as fit, always the last. */
export function fittingLabels(ctx: CanvasRenderingContext2D, { labels, shortLabels = labels }: PeriodAxis, step: number, style: ChartStyle): (string[] | undefined)[] {
  ctx.save();
  setFont(ctx, style);
  const roomFor = (texts: readonly string[]): number => widestOf(ctx, texts) + style.layout.fontSize * 0.35;
  const chosen = roomFor(labels) <= step ? labels : shortLabels;
  const every = Math.max(1, Math.ceil(roomFor(chosen) / step));
  ctx.restore();
  return chosen.map((label, index) => ((chosen.length - 1 - index) % every === 0 ? label.split('\n') : undefined));
}
