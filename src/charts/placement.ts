export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** A label that wants to be centred at `y`. */
export interface Wish {
  readonly y: number;
  readonly height: number;
}

/**
 * Centres for labels in one column: none overlaps another, the order of the wishes stays, all lie between `top`
 * and `bottom` if they fit there, and together they move as little as that allows.
 */
export function pushApart(wishes: readonly Wish[], top: number, bottom: number): number[] {
  const order = wishes.map((_, index) => index).sort((a, b) => wishAt(wishes, a).y - wishAt(wishes, b).y || a - b);
  const piles: Pile[] = [];
  for (const index of order) {
    const { y, height } = wishAt(wishes, index);
    piles.push(settle({ members: [index], height, start: y - height / 2 }, top, bottom));
    mergeOverlapping(piles, top, bottom);
  }
  const centres: number[] = [];
  for (const pile of piles) {
    let edge = pile.start;
    for (const index of pile.members) {
      const { height } = wishAt(wishes, index);
      centres[index] = edge + height / 2;
      edge += height;
    }
  }
  return centres;
}

/** Labels that touch each other, from the top; `start` is the upper edge. */
interface Pile {
  readonly members: readonly number[];
  readonly height: number;
  readonly start: number;
}

function mergeOverlapping(piles: Pile[], top: number, bottom: number): void {
  for (;;) {
    const [upper, lower] = piles.slice(-2);
    if (!upper || !lower || upper.start + upper.height <= lower.start) return;
    piles.splice(-2, 2, settle(joinPiles(upper, lower), top, bottom));
  }
}

/** The joined pile lies where the mean of its members' wishes is best met. */
function joinPiles(upper: Pile, lower: Pile): Pile {
  const [m, n] = [upper.members.length, lower.members.length];
  const start = (upper.start * m + (lower.start - upper.height) * n) / (m + n);
  return { members: [...upper.members, ...lower.members], height: upper.height + lower.height, start };
}

function settle(pile: Pile, top: number, bottom: number): Pile {
  return { ...pile, start: Math.max(top, Math.min(pile.start, bottom - pile.height)) };
}

function wishAt(wishes: readonly Wish[], index: number): Wish {
  return wishes[index] as Wish;
}

/** Boxes of one size around a point, the better places first: above, below, at the sides, at the corners. */
export function placesBeside(point: Point, width: number, height: number, gap: number): Box[] {
  const [left, middle, right] = [point.x - width - gap, point.x - width / 2, point.x + gap];
  const [above, level, below] = [point.y - height - gap, point.y - height / 2, point.y + gap];
  const corners: [number, number][] = [
    [middle, above], [middle, below], [right, level], [left, level],
    [right, above], [left, above], [right, below], [left, below],
    [middle, above - height], [middle, below + height],
  ];
  return corners.map(([x, y]) => ({ x, y, width, height }));
}

/** The first of the boxes that covers the fewest obstacles; out of bounds only if all are. Needs one box. */
export function chooseFreest(boxes: readonly Box[], obstacles: readonly Point[], bounds: Box): Box {
  const outside = obstacles.length + 1;
  const costs = boxes.map((box) => countWithin(obstacles, box) + (isInside(box, bounds) ? 0 : outside));
  return boxes[costs.indexOf(Math.min(...costs))] as Box;
}

function countWithin(points: readonly Point[], { x, y, width, height }: Box): number {
  return points.filter((p) => p.x > x && p.x < x + width && p.y > y && p.y < y + height).length;
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
