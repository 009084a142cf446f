import { formatNumber } from './number.ts';
import { fitLengths } from './planned.ts';
import { placeRows } from './rows.ts';
import { outline } from './scene.ts';
import type { BarSet, Scene, SceneText, Stroke } from './scene.ts';
import type { WaterfallChartSpec, WaterfallRow } from './spec.ts';
import type { Layout } from './theme.ts';

const THICKNESS = 20;
const GAP = 6;

/** Totals on zero, full; between them each step where the last ended: a rise full, a fall hollow, both signed. */
export function sceneOfWaterfall(spec: WaterfallChartSpec, layout: Layout): Scene {
  const rows = placeRows(
    spec.rows.map(({ label }) => label),
    layout,
    { top: 2, content: THICKNESS },
  );
  const spans = spansOf(spec);
  const low = Math.min(0, ...spans.map(({ from, to }) => Math.min(from, to)));
  const texts = spec.rows.map((row) => textOf(spec, row));
  const levels = spans.map(({ from, to }, index) => ({
    value: String(Math.max(from, to) - low),
    text: texts[index] ?? '',
  }));
  const perUnit = fitLengths(levels, rows.right - rows.left - GAP, layout.fontSize);
  const xOf = (value: number): number => rows.left + (value - low) * perUnit;
  const yOf = (row: number): number => (rows.tops[row] ?? 0) + THICKNESS / 2;
  const placed = spans.map(({ from, to }, index) => {
    const [start, end] = [xOf(Math.min(from, to)), xOf(Math.max(from, to))];
    return { from: start, to: Math.max(end, start + 1), y: yOf(index), kind: kindOf(spec, index) };
  });
  const only = (kind: string) => placed.map(({ kind: own, ...bar }) => (own === kind ? bar : null));
  const sets: BarSet[] = [
    { kind: 'bars', label: 'total', fill: 'series1', thickness: THICKNESS, data: only('total') },
    { kind: 'bars', label: 'rise', fill: 'series2', thickness: THICKNESS, data: only('rise') },
    { kind: 'bars', label: 'fall', thickness: THICKNESS, data: only('fall') },
  ];
  return {
    height: rows.bottom + 4,
    under: [],
    sets,
    over: [
      ...only('fall').flatMap((bar) =>
        bar ? [outline(bar.from, bar.y - THICKNESS / 2, bar.to - bar.from, THICKNESS, 'target')] : [],
      ),
      ...links(
        spans.map(({ to }) => xOf(to)),
        spec.rows.map((_, index) => yOf(index)),
      ),
      {
        points: [
          [xOf(0), 0],
          [xOf(0), rows.bottom + 2],
        ],
        role: 'axis',
      },
    ],
    texts: [
      ...rows.labels,
      ...placed.map((bar, index): SceneText => ({
        text: texts[index] ?? '',
        x: bar.to + GAP,
        y: bar.y,
        role: 'text',
        bold: bar.kind === 'total',
      })),
    ],
  };
}

function spansOf(spec: WaterfallChartSpec): { from: number; to: number }[] {
  let level = 0;
  return spec.rows.map(({ value, total }) => {
    const from = total ? 0 : level;
    level = from + Number(value);
    return { from, to: level };
  });
}

function kindOf({ rows }: WaterfallChartSpec, index: number): 'total' | 'rise' | 'fall' {
  const row = rows[index];
  if (row?.total) return 'total';
  return row?.value.startsWith('-') ? 'fall' : 'rise';
}

/** A step says which way it goes. */
export function textOf({ number }: Pick<WaterfallChartSpec, 'number'>, { value, total, printed }: WaterfallRow): string {
  return printed ?? `${total || value.startsWith('-') ? '' : '+'}${formatNumber(value, number)}`;
}

/** From where a row ends to where the next begins. */
function links(ends: readonly number[], ys: readonly number[]): Stroke[] {
  return ends.slice(0, -1).map((x, index) => ({
    points: [
      [x, (ys[index] ?? 0) + THICKNESS / 2],
      [x, (ys[index + 1] ?? 0) - THICKNESS / 2],
    ],
    role: 'axis',
    dash: [2, 2],
  }));
}
