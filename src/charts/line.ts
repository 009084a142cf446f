import type { ChartConfiguration, ChartDataset, ScriptableContext } from 'chart.js';
import { STILL } from './still.ts';
import { endLabels, roomForEndLabels } from './ends.ts';
import type { LineChart } from './lettering.ts';
import { hasTopRow, marks } from './marks.ts';
import { fitScale } from './scale.ts';
import type { LineChartSpec, Series } from './spec.ts';
import { plainStyle } from './theme.ts';
import type { ChartStyle, Palette } from './theme.ts';
import { fontOf, thinLabels, valueScale, wrappedNote } from './foot.ts';

export type LineConfiguration = ChartConfiguration<'line', (number | null)[], string>;
type LineDataset = ChartDataset<'line', (number | null)[]>;

/** Figures over time: a line a series, its name where it ends. */
export function configureLine(spec: LineChartSpec, style: ChartStyle): LineConfiguration {
  const { palette } = style;
  const font = fontOf(style);
  const { ticks, cut } = fitTicks(spec);
  return {
    type: 'line',
    data: { labels: [...spec.x.labels], datasets: configureSeries(spec, palette) },
    options: {
      ...STILL,
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
          afterTickToLabelConversion: (scale) => thinLabels(scale, spec.x, style),
        },
        y: valueScale(ticks, spec.y.number, style),
      },
    },
    plugins: [marks(spec, style, cut), endLabels(spec, style)],
  };
}

function fitTicks(spec: LineChartSpec): { ticks: readonly string[]; cut: boolean } {
  const values = spec.series.flatMap((series) => series.values).filter((value) => value !== null);
  const levels = spec.target ? [...values, spec.target.value] : values;
  return fitScale(levels, spec.y.start, spec.y.number.decimals);
}

function configureSeries(spec: LineChartSpec, palette: Palette): LineDataset[] {
  return spec.series.map((series) => ({
    label: series.label,
    data: series.values.map((value) => (value === null ? null : Number(value))),
    spanGaps: false,
    clip: false as const,
    segment: { borderColor: ({ p1DataIndex }) => (isBroken(spec, p1DataIndex) ? 'transparent' : undefined) },
    ...(series.tone === 'quiet' ? drawQuiet(spec, series, palette) : drawLoud(spec, series, palette)),
  }));
}

function isBroken(spec: LineChartSpec, index: number): boolean {
  return (spec.breaks ?? []).some(({ before }) => before === index);
}

function drawLoud(spec: LineChartSpec, series: Series, palette: Palette): Partial<LineDataset> {
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
    pointBackgroundColor: ({ dataIndex }: ScriptableContext<'line'>) =>
      palette[isProvisional(series, dataIndex) ? 'ground' : role],
    pointBorderColor: ({ dataIndex }: ScriptableContext<'line'>) =>
      palette[isProvisional(series, dataIndex) ? role : 'ground'],
    pointBorderWidth: ({ dataIndex }: ScriptableContext<'line'>) => (isProvisional(series, dataIndex) ? 2 : 1.5),
    pointRadius: ({ dataIndex }: ScriptableContext<'line'>) => (dataIndex === last ? size + 1.5 : size),
  };
}

function isProvisional({ provisional = [] }: Series, index: number): boolean {
  return provisional.includes(index);
}

/** Earlier years are told apart by their dashes, and by the names at their ends. */
const QUIET_DASHES: readonly (readonly number[])[] = [[], [6, 3], [2, 2], [10, 3, 2, 3], [1, 3], [12, 4]];

function quietDash(spec: LineChartSpec, series: Series): number[] {
  const later = spec.series.filter(({ tone }) => tone === 'quiet').toReversed();
  return [...(QUIET_DASHES[later.indexOf(series) % QUIET_DASHES.length] ?? [])];
}

/** A thin line without marks, but for the last value and one that no line leads to. */
function drawQuiet(spec: LineChartSpec, series: Series, palette: Palette): Partial<LineDataset> {
  const last = series.values.findLastIndex((value) => value !== null);
  const has = (index: number): boolean => (series.values[index] ?? null) !== null;
  const leadsTo = (index: number): boolean => has(index - 1) && has(index) && !isBroken(spec, index);
  return {
    order: 2,
    borderColor: palette.quiet,
    borderWidth: 1.25,
    borderDash: quietDash(spec, series),
    borderJoinStyle: 'round',
    pointStyle: 'circle',
    pointBackgroundColor: palette.quiet,
    pointBorderWidth: 0,
    pointRadius: ({ dataIndex: at }: ScriptableContext<'line'>) =>
      at === last || !(leadsTo(at) || leadsTo(at + 1)) ? 2 : 0,
  };
}

function findPadding(chart: LineChart, spec: LineChartSpec, style: ChartStyle): object {
  const { lineHeight } = style.layout;
  return {
    top: hasTopRow(spec) ? lineHeight + 14 : lineHeight,
    right: roomForEndLabels(chart, spec, style),
    bottom: 2,
    left: 2,
  };
}
