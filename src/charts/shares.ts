import { estimateWidth } from './estimate.ts';
import { formatNumber } from './number.ts';
import { pushApart } from './placement.ts';
import { placeRows } from './rows.ts';
import { outline } from './scene.ts';
import type { BarSet, Scene, SceneText, Stroke } from './scene.ts';
import type { SharesChartSpec } from './spec.ts';
import { shareStyle } from './theme.ts';
import type { Layout } from './theme.ts';

const THICKNESS = 26;
/** The square before a part's name. */
const KEY = 11;

/** Rows of parts of 100 %; the figures stand inside where they fit, the names above the first row. */
export function sceneOfShares(spec: SharesChartSpec, layout: Layout): Scene {
  const names = spec.rows.map(({ label }) => label);
  const { left, right } = placeRows(names, layout, { top: 0, content: THICKNESS });
  const segments = spec.rows.map((row) => cut(row.values, left, right));
  const keys = placeKeys(spec, layout, segments[0] ?? [], left, right);
  const rows = placeRows(names, layout, { top: keys.bottom + 8, content: THICKNESS });
  const yOf = (row: number): number => (rows.tops[row] ?? 0) + THICKNESS / 2;
  const bars = spec.parts.map((label, part): BarSet => ({
    kind: 'bars',
    label,
    fill: shareStyle(part).fill,
    thickness: THICKNESS,
    data: segments.map((row, index) => (row[part] ? { ...row[part], y: yOf(index) } : null)),
  }));
  return {
    height: rows.bottom + 4,
    under: keys.fills,
    sets: bars,
    over: [
      ...keys.outlines,
      ...bars.flatMap(({ data }) =>
        data.flatMap((bar) =>
          bar ? [outline(bar.from, bar.y - THICKNESS / 2, bar.to - bar.from, THICKNESS, 'axis')] : [],
        ),
      ),
    ],
    texts: [
      ...rows.labels,
      ...keys.texts,
      ...spec.rows.flatMap((row, index) =>
        labelSegments(spec, row.values, segments[index] ?? [], yOf(index), layout),
      ),
    ],
  };
}

interface Segment {
  readonly from: number;
  readonly to: number;
}

/** Where each part of a row begins and ends; rounded figures may add up to a little more than 100. */
function cut(values: readonly (string | null)[], left: number, right: number): (Segment | null)[] {
  const numbers = values.map((value) => Number(value ?? 0));
  const whole = Math.max(
    100,
    numbers.reduce((sum, value) => sum + value, 0),
  );
  let from = left;
  return values.map((value, part) => {
    const segment = { from, to: from + ((numbers[part] ?? 0) / whole) * (right - left) };
    from = segment.to;
    return value === null ? null : segment;
  });
}

function labelSegments(
  spec: SharesChartSpec,
  values: readonly (string | null)[],
  segments: readonly (Segment | null)[],
  y: number,
  { fontSize }: Layout,
): SceneText[] {
  return values.flatMap((value, part) => {
    const segment = segments[part];
    if (value === null || !segment) return [];
    const text = formatNumber(value, spec.number);
    if (estimateWidth(text, fontSize, true) + 4 > segment.to - segment.from) return [];
    const x = (segment.from + segment.to) / 2;
    return [{ text, x, y, align: 'center' as const, bold: true, role: shareStyle(part).text }];
  });
}

interface Keys {
  readonly fills: Stroke[];
  readonly outlines: Stroke[];
  readonly texts: SceneText[];
  readonly bottom: number;
}

/** Each name over its part of the first row if all fit side by side, else one after the other in lines. */
function placeKeys(
  { parts }: SharesChartSpec,
  layout: Layout,
  first: readonly (Segment | null)[],
  left: number,
  right: number,
): Keys {
  const sizes = parts.map((name) => KEY + 5 + estimateWidth(name, layout.fontSize) + 12);
  const fits = sizes.reduce((sum, size) => sum + size, 0) <= right - left;
  const wishes = sizes.map((size, part) => {
    const segment = first[part];
    return { size, at: segment ? (segment.from + segment.to) / 2 : right };
  });
  const places = fits
    ? pushApart(wishes, left, right + 12).map((centre, part) => ({
        x: centre - (sizes[part] ?? 0) / 2,
        line: 0,
      }))
    : flow(sizes, 2, right);
  return drawKeys(parts, places, layout);
}

function flow(sizes: readonly number[], left: number, right: number): { x: number; line: number }[] {
  let [x, line] = [left, 0];
  return sizes.map((size) => {
    if (x > left && x + size > right + 12) [x, line] = [left, line + 1];
    const place = { x, line };
    x += size;
    return place;
  });
}

function drawKeys(
  parts: readonly string[],
  places: readonly { readonly x: number; readonly line: number }[],
  { lineHeight }: Layout,
): Keys {
  const keys: Keys = { fills: [], outlines: [], texts: [], bottom: 0 };
  let bottom = lineHeight;
  parts.forEach((text, part) => {
    const { x, line } = places[part] ?? { x: 0, line: 0 };
    const y = (line + 0.5) * (lineHeight + 3);
    keys.fills.push({
      points: [
        [x, y],
        [x + KEY, y],
      ],
      role: shareStyle(part).fill,
      width: KEY,
    });
    keys.outlines.push(outline(x, y - KEY / 2, KEY, KEY, 'axis'));
    keys.texts.push({ text, x: x + KEY + 5, y, role: 'text' });
    bottom = Math.max(bottom, y + lineHeight / 2);
  });
  return { ...keys, bottom };
}
