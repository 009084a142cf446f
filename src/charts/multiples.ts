import { estimateWidth } from './estimate.ts';
import { formatNumber } from './number.ts';
import type { Scene, SceneText, SpotSet, Stroke } from './scene.ts';
import type { MultiplesChartSpec, Panel } from './spec.ts';
import type { Layout } from './theme.ts';
import { wrapLabel } from './wrap.ts';

const PLOT = 56;
const GAP = 24;

interface Frame {
  readonly x: number;
  readonly width: number;
  /** The top of the panel, and of its plot. */
  readonly top: number;
  readonly plot: number;
  readonly name: readonly string[];
}

/** A grid of small lines; each has its name above it, its first and its last figure below it. */
export function sceneOfMultiples(spec: MultiplesChartSpec, layout: Layout): Scene {
  const { lineHeight, fontSize, width } = layout;
  const { frames, bottom } = placeFrames(spec, layout);
  const extent = spec.scale === 'common' ? extentOf(spec.panels.flatMap(({ values }) => values)) : undefined;
  const sets = spec.panels.map((panel, index) => drawLine(panel, frames[index] as Frame, extent));
  const note = wrapLabel(spec.scaleNote, width - 4, (text) => estimateWidth(text, fontSize));
  return {
    height: bottom + note.length * lineHeight + 2,
    under: frames.map(({ x, width: wide, plot }): Stroke => ({
      points: [
        [x, plot + PLOT + 0.5],
        [x + wide, plot + PLOT + 0.5],
      ],
      role: 'axis',
    })),
    over: [],
    sets: [...sets, drawLasts(sets)],
    texts: [
      ...frames.flatMap(({ x, top, name }) =>
        name.map((text, line): SceneText => ({ text, x, y: top + (line + 0.5) * lineHeight, role: 'text' })),
      ),
      ...spec.panels.flatMap((panel, index) => labelEnds(spec, panel, frames[index] as Frame, layout)),
      ...note.map((text, line): SceneText => ({
        text,
        x: 2,
        y: bottom + (line + 0.5) * lineHeight,
        role: 'muted',
      })),
    ],
  };
}

function placeFrames({ panels }: MultiplesChartSpec, layout: Layout): { frames: Frame[]; bottom: number } {
  const { width, lineHeight, fontSize, oneRow } = layout;
  const columns = Math.min(panels.length, oneRow ? 4 : 2);
  const wide = (width - 4 - GAP * (columns - 1)) / columns;
  const names = panels.map(({ label }) => wrapLabel(label, wide, (text) => estimateWidth(text, fontSize)));
  const frames: Frame[] = [];
  let top = 0;
  for (let first = 0; first < panels.length; first += columns) {
    const row = names.slice(first, first + columns);
    const plot = top + Math.max(...row.map((lines) => lines.length)) * lineHeight + 8;
    row.forEach((name, column) =>
      frames.push({ x: 2 + column * (wide + GAP), width: wide, top, plot, name }),
    );
    top = plot + PLOT + lineHeight + 22;
  }
  return { frames, bottom: top - 4 };
}

function extentOf(values: readonly (string | null)[]): [number, number] {
  const numbers = values.flatMap((value) => (value === null ? [] : [Number(value)]));
  return [Math.min(...numbers), Math.max(...numbers)];
}

function drawLine(panel: Panel, { x, width, plot }: Frame, common?: readonly [number, number]): SpotSet {
  const [low, high] = common ?? extentOf(panel.values);
  const [left, right, foot, head] = [x + 5, x + width - 5, plot + PLOT - 6, plot + 6];
  const data = panel.values.map((value, index) => {
    if (value === null) return null;
    const share = high > low ? (Number(value) - low) / (high - low) : 0.5;
    const along = panel.values.length > 1 ? index / (panel.values.length - 1) : 0.5;
    return { x: left + along * (right - left), y: foot + share * (head - foot) };
  });
  return {
    kind: 'spots',
    label: panel.label,
    shape: 'circle',
    radius: isSparse(panel) ? 2.5 : 0,
    fill: 'series1',
    border: 'series1',
    line: 'series1',
    data,
  };
}

/** A value between two gaps would not be seen without a mark. */
function isSparse({ values }: Panel): boolean {
  const has = (index: number): boolean => (values[index] ?? null) !== null;
  return values.some((_, index) => has(index) && !has(index - 1) && !has(index + 1));
}

function drawLasts(sets: readonly SpotSet[]): SpotSet {
  const data = sets.map((set) => set.data.findLast((spot) => spot !== null) ?? null);
  return { kind: 'spots', label: '', shape: 'circle', radius: 4, fill: 'series1', border: 'ground', data };
}

/** The first and the last figure with their periods, or as much of that as fits. */
function labelEnds(
  spec: MultiplesChartSpec,
  panel: Panel,
  frame: Frame,
  { lineHeight, fontSize }: Layout,
): SceneText[] {
  const first = panel.values.findIndex((value) => value !== null);
  const last = panel.values.findLastIndex((value) => value !== null);
  if (last < 0) return [];
  const y = frame.plot + PLOT + 2 + lineHeight / 2;
  const widthOf = (text: string, bold: boolean): number => estimateWidth(text, fontSize, bold);
  const [bare, full] = [valueAt(panel, last), `${periodAt(spec, last)} ${valueAt(panel, last)}`];
  const start = `${periodAt(spec, first)} ${valueAt(panel, first)}`;
  const both = first < last && widthOf(start, false) + 8 + widthOf(full, true) <= frame.width;
  const text = widthOf(full, true) <= frame.width ? full : bare;
  const end: SceneText = { text, x: frame.x + frame.width, y, align: 'right', bold: true, role: 'text' };
  return both ? [{ text: start, x: frame.x, y, role: 'muted' }, end] : [end];
}

function valueAt({ values, number }: Panel, index: number): string {
  return formatNumber(values[index] ?? '0', number);
}

function periodAt({ x: { labels, shortLabels = labels } }: MultiplesChartSpec, index: number): string {
  return (shortLabels[index] ?? '').replaceAll('\n', '');
}
