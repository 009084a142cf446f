export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** A label on a line (down a column, along a row) that wants its centre `at` a place and is `size` long. */
export interface Wish {
  readonly at: number;
  readonly size: number;
}

/**
 * Centres for labels on one line: none overlaps another, the order of the wishes stays, all lie between
 * `start` and `end` if they fit there, and labels in each other's way share the move.
 */
export function pushApart(wishes: readonly Wish[], start: number, end: number): number[] {
  const order = wishes.map((wish, index) => ({ ...wish, index })).sort((a, b) => a.at - b.at);
  const piles: Pile[] = [];
  for (const { at, size, index } of order) {
    piles.push(settle({ members: [{ index, size }], size, start: at - size / 2 }, start, end));
    mergeOverlapping(piles, start, end);
  }
  const centres: number[] = [];
  for (const pile of piles) {
    let edge = pile.start;
    for (const { index, size } of pile.members) {
      centres[index] = edge + size / 2;
      edge += size;
    }
  }
  return centres;
}

/** Labels that touch each other. */
interface Pile {
  readonly members: readonly { readonly index: number; readonly size: number }[];
  readonly size: number;
  readonly start: number;
}

function mergeOverlapping(piles: Pile[], start: number, end: number): void {
  for (;;) {
    const [former, latter] = piles.slice(-2);
    if (!former || !latter || former.start + former.size <= latter.start) return;
    piles.splice(-2, 2, settle(joinPiles(former, latter), start, end));
  }
}

/** The joined pile lies where its members' moves balance. */
function joinPiles(former: Pile, latter: Pile): Pile {
  const [m, n] = [former.members.length, latter.members.length];
  const start = (former.start * m + (latter.start - former.size) * n) / (m + n);
  return { members: [...former.members, ...latter.members], size: former.size + latter.size, start };
}

function settle(pile: Pile, start: number, end: number): Pile {
  return { ...pile, start: Math.max(start, Math.min(pile.start, end - pile.size)) };
}

/** Boxes of one size around a point: above, below, at the sides, at the corners, then farther up and down. */
export function placesBeside(point: Point, width: number, height: number, gap: number): Box[] {
  const [left, middle, right] = [point.x - width - gap, point.x - width / 2, point.x + gap];
  const [above, level, below] = [point.y - height - gap, point.y - height / 2, point.y + gap];
  const near: [number, number][] = [[middle, above], [middle, below], [right, level], [left, level]];
  const far = [0, 1, 2, 3, 4, 5].map((step) => step * height).flatMap((away) =>
    [middle, right, left].flatMap((x): [number, number][] => [[x, above - away], [x, below + away]]));
  return [...near, ...far].map(([x, y]) => ({ x, y, width, height }));
}

/** What a label has to reckon with. */
export interface Surroundings {
  readonly bounds: Box;
  /** Never covered: other texts. */
  readonly taken: readonly Box[];
  /** Points of lines: covered only if need be. */
  readonly lines: readonly Point[];
}

/** The box that covers the least of the lines and lies nearest to the point; undefined if no box is free. */
export function chooseFreest(point: Point, boxes: readonly Box[], around: Surroundings): Box | undefined {
  const { bounds, taken, lines } = around;
  const free = boxes.filter((box) => isInside(box, bounds) && !taken.some((other) => overlap(box, other)));
  const costs = free.map((box) => countWithin(lines, box) + distance(point, box) / PX_FOR_A_POINT);
  return free[costs.indexOf(Math.min(...costs))];
}

/** How far a label goes so as not to cover one more point of a line, px. */
const PX_FOR_A_POINT = 4;

function distance({ x, y }: Point, box: Box): number {
  const dx = Math.max(box.x - x, 0, x - box.x - box.width);
  const dy = Math.max(box.y - y, 0, y - box.y - box.height);
  return Math.hypot(dx, dy);
}

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function countWithin(points: readonly Point[], { x, y, width, height }: Box): number {
  let count = 0;
  for (const p of points) if (p.x > x && p.x < x + width && p.y > y && p.y < y + height) count += 1;
  return count;
}

function isInside(box: Box, bounds: Box): boolean {
  return box.x >= bounds.x && box.y >= bounds.y
    && box.x + box.width <= bounds.x + bounds.width && box.y + box.height <= bounds.y + bounds.height;
}

/** Points along a line, at most `step` apart; where a position is null the line is interrupted. */
export function sampleLine(positions: readonly (Point | null)[], step: number): Point[] {
  return positions.flatMap((point, index) => {
    const next = positions[index + 1];
    if (!point || !next) return point ? [point] : [];
    const parts = Math.max(1, Math.ceil(Math.hypot(next.x - point.x, next.y - point.y) / step));
    return Array.from({ length: parts }, (_, part) => ({
      x: point.x + ((next.x - point.x) * part) / parts,
      y: point.y + ((next.y - point.y) * part) / parts,
    }));
  });
}
