import type { Spot } from './drawing.ts';
import type { Place, Walk } from './walk.ts';

/** The place with a point that is meant: the nearest period first, then the nearest series in it. */
export function findNearest(
  walk: Walk,
  hidden: ReadonlySet<number>,
  spotOf: (place: Place) => Spot,
  pointer: Spot,
): Place | undefined {
  const places = walk.series.flatMap(({ drawn }, series) =>
    hidden.has(series) ? [] : drawn.flatMap((is, period) => (is ? [{ series, period }] : [])));
  const measured = places.map((place) => ({ place, spot: spotOf(place) }));
  const across = Math.min(...measured.map(({ spot }) => Math.abs(spot.x - pointer.x)));
  const inPeriod = measured.filter(({ spot }) => Math.abs(spot.x - pointer.x) < across + 0.5);
  inPeriod.sort((a, b) => Math.abs(a.spot.y - pointer.y) - Math.abs(b.spot.y - pointer.y));
  return inPeriod[0]?.place;
}
