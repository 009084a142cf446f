import { estimateWidth } from './estimate.ts';
import { pushApart } from './placement.ts';
import { placeRows } from './rows.ts';
import type { Rows } from './rows.ts';
import type { Scene, SceneText, SpotSet, Stroke } from './scene.ts';
import type { Mark, RangeRow, RangesChartSpec } from './spec.ts';
import type { Layout } from './theme.ts';
import { wrapLabel } from './wrap.ts';

const TRACK = 20;

/** For each target the way from its base to its goal, and where it stands: the figures are at the marks. */
export function sceneOfRanges(spec: RangesChartSpec, layout: Layout): Scene {
  const { lineHeight, fontSize, width } = layout;
  const rows = placeRows(
    spec.rows.map(({ label }) => label),
    layout,
    { top: 0, content: 2 * lineHeight + TRACK },
  );
  const places = spec.rows.map((row, index) => placeMarks(row, rows, index, layout));
  const set = (key: keyof MarkPlaces, looks: Omit<SpotSet, 'kind' | 'label' | 'data'>): SpotSet => ({
    kind: 'spots',
    label: key,
    ...looks,
    data: places.map((place) => place[key] ?? null),
  });
  const note = wrapLabel(spec.scaleNote, width - 4, (text) => estimateWidth(text, fontSize));
  const noteTop = rows.bottom + 8;
  return {
    height: noteTop + note.length * lineHeight + 2,
    under: places.flatMap((place) => tracksOf(place, rows)),
    over: [],
    sets: [
      set('base', { shape: 'circle', radius: 7.5, fill: 'ground', border: 'text' }),
      set('target', { shape: 'rectRot', radius: 9, fill: 'target', border: 'ground' }),
      set('now', { shape: 'circle', radius: 6, fill: 'series1', border: 'ground' }),
    ],
    texts: [
      ...rows.labels,
      ...spec.rows.flatMap((row, index) => labelMarks(row, places[index] as MarkPlaces, rows, layout)),
      ...note.map((text, index): SceneText => ({
        text,
        x: 2,
        y: noteTop + (index + 0.5) * lineHeight,
        role: 'muted',
      })),
    ],
  };
}

type Place = { readonly x: number; readonly y: number };

interface MarkPlaces {
  readonly base?: Place;
  readonly target: Place;
  readonly now?: Place;
}

/** The lowest figure of a row lies near its left end, the highest near its right: lower is always left. */
function placeMarks(
  { base, target, now }: RangeRow,
  rows: Rows,
  index: number,
  { lineHeight }: Layout,
): MarkPlaces {
  const values = [base, target, now].flatMap((mark) => (mark ? [Number(mark.value)] : []));
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const [left, right] = [rows.left + 24, rows.right - 24];
  const y = (rows.tops[index] ?? 0) + lineHeight + TRACK / 2;
  const place = (mark: Mark): Place => {
    const share = high > low ? (Number(mark.value) - low) / (high - low) : 0.5;
    return { x: left + share * (right - left), y };
  };
  return {
    ...(base ? { base: place(base) } : {}),
    target: place(target),
    ...(now ? { now: place(now) } : {}),
  };
}

/** The row's line, and stronger the way that the target asks for. */
function tracksOf({ base, target }: MarkPlaces, { left, right }: Rows): Stroke[] {
  const whole: Stroke = {
    points: [
      [left, target.y],
      [right, target.y],
    ],
    role: 'grid',
    width: 2,
  };
  return base
    ? [
        whole,
        {
          points: [
            [base.x, base.y],
            [target.x, target.y],
          ],
          role: 'quiet',
          width: 4,
        },
      ]
    : [whole];
}

/** What is asked stands below, what is reached above. */
function labelMarks(
  row: RangeRow,
  places: MarkPlaces,
  rows: Rows,
  { lineHeight, fontSize }: Layout,
): SceneText[] {
  const below = placeTexts(
    [
      [row.base, places.base],
      [row.target, places.target],
    ],
    false,
    rows,
    fontSize,
  ).map((text): SceneText => ({ ...text, y: places.target.y + (TRACK + lineHeight) / 2, role: 'muted' }));
  const above = placeTexts([[row.now, places.now]], true, rows, fontSize).map((text): SceneText => ({
    ...text,
    y: places.target.y - (TRACK + lineHeight) / 2,
    role: 'text',
    bold: true,
  }));
  return [...above, ...below];
}

function placeTexts(
  marks: readonly (readonly [Mark | undefined, Place | undefined])[],
  bold: boolean,
  rows: Rows,
  fontSize: number,
): { text: string; x: number; align: 'center' }[] {
  const present = marks.flatMap(([mark, place]) => (mark && place ? [{ text: mark.text, at: place.x }] : []));
  const wishes = present.map(({ text, at }) => ({ at, size: estimateWidth(text, fontSize, bold) + 10 }));
  const centres = pushApart(wishes, rows.left - 5, rows.right + 5);
  return present.map(({ text, at }, index) => ({ text, x: centres[index] ?? at, align: 'center' }));
}
