import type { Chart, Plugin } from 'chart.js';
import type { Configuration } from './configuration.ts';
import { fittingLabels, fontOf, valueScale, wrappedNote } from './foot.ts';
import { setFont } from './lettering.ts';
import { printAt } from './number.ts';
import { chooseFreest } from './placement.ts';
import type { Box, Point } from './placement.ts';
import { fitScale } from './scale.ts';
import type { CohortChartSpec } from './spec.ts';
import { STILL } from './still.ts';
import { tear } from './tear.ts';
import type { ChartStyle } from './theme.ts';

/** From a point to its figure; and from the plot's highest point to the head with room for a figure between, px. */
const POINT_GAP = 7;
const HEAD_GAP = POINT_GAP + 1;

/** A short line for each group, from its first observation to its last; the groups stand side by side. */
export function configureCohort(spec: CohortChartSpec, style: ChartStyle): Configuration {
  const {
    palette,
    layout: { lineHeight },
  } = style;
  const font = fontOf(style);
  const known = spec.values.flat().filter((value) => value !== null);
  const { ticks, cut } = fitScale(known, spec.y.start, spec.y.number.decimals);
  const places = placesOf(spec);
  return {
    type: 'line',
    data: {
      labels: places.map(() => ''),
      datasets: [
        {
          type: 'line',
          label: spec.title,
          data: places.map((value) => (value === null ? null : Number(value))),
          spanGaps: false,
          clip: false,
          borderColor: palette.series1,
          borderWidth: 2.25,
          borderJoinStyle: 'round',
          pointStyle: places.map((_, index) => (isLastOfGroup(spec, index) ? 'circle' : 'rect')),
          pointRadius: places.map((_, index) => (isLastOfGroup(spec, index) ? 4 : 2.75)),
          pointBackgroundColor: places.map(
            (_, index) => palette[isLastOfGroup(spec, index) ? 'series1' : 'ground'],
          ),
          pointBorderColor: palette.series1,
          pointBorderWidth: 1.5,
        },
      ],
    },
    options: {
      ...STILL,
      layout: { padding: { top: 2 * lineHeight + HEAD_GAP + 2, right: 4, bottom: 2, left: 2 } },
      scales: {
        x: {
          type: 'category',
          offset: true,
          clip: false,
          border: { display: false },
          grid: { display: false },
          ticks: { autoSkip: false, maxRotation: 0, padding: 7, color: palette.muted, font },
          title: {
            display: cut,
            text: wrappedNote(spec.y.axisNote, style),
            align: 'start',
            font,
            color: palette.muted,
            padding: { top: 3 },
          },
          afterTickToLabelConversion(scale) {
            const names = namesUnder(scale.ctx, scale.maxWidth / spec.values.length, spec, style);
            scale.ticks.forEach((tick, index) => (tick.label = names.get(index) ?? ''));
          },
        },
        y: valueScale(ticks, spec.y.number, style),
      },
    },
    plugins: [around(spec, style, cut)],
  };
}

/** A place for each stage of each group, and an empty one between two groups. */
export function placesOf({ values, stages }: CohortChartSpec): (string | null)[] {
  return values.flatMap((row) => [null, ...stages.map((_, stage) => row[stage] ?? null)]).slice(1);
}

/** Where the stage of a group lies among all places. */
function placeOf({ stages }: CohortChartSpec, group: number, stage: number): number {
  return group * (stages.length + 1) + stage;
}

function isLastOfGroup(spec: CohortChartSpec, place: number): boolean {
  const group = Math.floor(place / (spec.stages.length + 1));
  const last = (spec.values[group] ?? []).findLastIndex((value) => value !== null);
  return last >= 0 && placeOf(spec, group, last) === place;
}

/** The groups' names under their middles; the short ones, and fewer, where there is little room. */
function namesUnder(ctx: CanvasRenderingContext2D, step: number, spec: CohortChartSpec, style: ChartStyle): ReadonlyMap<number, string[]> {
  const middle = Math.floor((spec.stages.length - 1) / 2);
  return new Map(fittingLabels(ctx, spec.x, step, style).map((name, group) => [placeOf(spec, group, middle), name ?? []]));
}

function around(spec: CohortChartSpec, style: ChartStyle, cut: boolean): Plugin<'line' | 'bar'> {
  return {
    id: 'around',
    beforeDatasetsDraw: (chart) => drawFoot(chart as Chart, style, cut),
    afterDatasetsDraw(chart) {
      drawHead(chart as Chart, spec, style);
      drawFigures(chart as Chart, spec, style);
    },
  };
}

function drawFoot(
  { ctx, chartArea: { left, right, bottom } }: Chart,
  { palette }: ChartStyle,
  cut: boolean,
): void {
  ctx.save();
  Object.assign(ctx, { strokeStyle: palette.axis, lineWidth: 1, lineJoin: 'round' });
  ctx.beginPath();
  ctx.moveTo(left, bottom);
  if (cut) tear(ctx, left, right, bottom);
  else ctx.lineTo(right, bottom);
  ctx.stroke();
  ctx.restore();
}

/** The unit, and what a line leads through: 現年度 → 1年目 → 最終 */
function drawHead({ ctx }: Chart, spec: CohortChartSpec, style: ChartStyle): void {
  ctx.save();
  setFont(ctx, style);
  Object.assign(ctx, { textAlign: 'left', textBaseline: 'middle', fillStyle: style.palette.muted });
  ctx.fillText(
    [spec.y.unit ?? '', spec.stages.join(' → ')].filter(Boolean).join('　'),
    2,
    style.layout.lineHeight / 2,
  );
  ctx.restore();
}

/** The last figure of each line above it and the first below it, the latest groups first, where they have room. */
function drawFigures(chart: Chart, spec: CohortChartSpec, style: ChartStyle): void {
  const {
    ctx,
    chartArea: { left, right, top, bottom },
  } = chart;
  const { lineHeight } = style.layout;
  const taken: Box[] = [];
  const bounds = {
    x: left + 1,
    y: top - lineHeight - HEAD_GAP,
    width: right - left + 2,
    height: bottom - top + lineHeight + HEAD_GAP,
  };
  ctx.save();
  setFont(ctx, style);
  Object.assign(ctx, { textAlign: 'center', textBaseline: 'middle', fillStyle: style.palette.text });
  for (const { text, point, above } of figuresOf(chart, spec)) {
    const width = ctx.measureText(text).width + 4;
    const y = above ? point.y - POINT_GAP - lineHeight : point.y + POINT_GAP;
    const x = Math.min(Math.max(left + 1, point.x - width / 2), right + 3 - width);
    const box = chooseFreest(point, [{ x, y, width, height: lineHeight }], { bounds, taken, lines: [] });
    if (!box) continue;
    taken.push(box);
    ctx.fillText(text, box.x + width / 2, box.y + lineHeight / 2);
  }
  ctx.restore();
}

/** One observation of a group as it is published; '' where there is none. */
export function printStage({ values, printed, y }: Pick<CohortChartSpec, 'values' | 'printed' | 'y'>, group: number, stage: number): string {
  const of = printed?.[group];
  return printAt({ values: values[group] ?? [], ...(of && { printed: of }) }, stage, y.number);
}

/** The axis says the unit; without it twice as many figures have room. */
function withoutUnit(text: string, { y: { number: { prefix = '', suffix = '' } } }: CohortChartSpec): string {
  return text.replace(prefix, '').replace(suffix, '');
}

function figuresOf(chart: Chart, spec: CohortChartSpec): { text: string; point: Point; above: boolean }[] {
  const points = chart.getDatasetMeta(0).data;
  const at = (group: number, stage: number, above: boolean) => {
    const value = spec.values[group]?.[stage] ?? null;
    const point = points[placeOf(spec, group, stage)];
    return value === null || !point
      ? []
      : [{ text: withoutUnit(printStage(spec, group, stage), spec), point: { x: point.x, y: point.y }, above }];
  };
  const groups = spec.values.map((row, group) => ({ row, group })).toReversed();
  const lasts = groups.flatMap(({ row, group }) =>
    at(
      group,
      row.findLastIndex((value) => value !== null),
      true,
    ),
  );
  const firsts = groups.flatMap(({ row, group }) => {
    const first = row.findIndex((value) => value !== null);
    return first < row.findLastIndex((value) => value !== null) ? at(group, first, false) : [];
  });
  return [...lasts, ...firsts];
}
