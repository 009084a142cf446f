import type { Spot } from './drawing.ts';
import type { Place, Walk } from './walk.ts';

/** The place that is meant: the nearest period first, then the nearest series in it; or just the nearest. */
export function findNearest(
  walk: Walk,
  hidden: ReadonlySet<number>,
  spotOf: (place: Place) => Spot,
  pointer: { readonly x: number; readonly y: number },
): Place | undefined {
  const places = walk.series.flatMap(({ places }, series) =>
    hidden.has(series) ? [] : places.flatMap((at, period) => (at ? [{ series, period }] : [])));
  const measured = places.map((place) => {
    const { x, y, reachX = 0, reachY = 0 } = spotOf(place);
    const [across, down] = [beyond(x - pointer.x, reachX), beyond(y - pointer.y, reachY)];
    const far = Math.hypot(across, down);
    return { place, far, along: walk.apart ? far : walk.along === 'x' ? across : down };
  });
  const nearest = Math.min(...measured.map(({ along }) => along));
  const meant = measured.filter(({ along }) => along < nearest + 0.5);
  return meant.sort((a, b) => a.far - b.far)[0]?.place;
}

function beyond(distance: number, reach: number): number {
  return Math.max(0, Math.abs(distance) - reach);
}
