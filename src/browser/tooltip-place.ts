import type { Spot } from './drawing.ts';

/** Between what is pointed at and the tooltip, px. */
const GAP = 14;

interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * The upper left corner of a tooltip: above what it is about, else below, else beside it, within the stage;
 * where it fits nowhere, it hangs out below.
 */
export function placeTooltip(spot: Spot, tooltip: Size, stage: Size): { x: number; y: number } {
  const { x, y, reachX = 0, reachY = 0 } = spot;
  const centred = clamp(x - tooltip.width / 2, stage.width - tooltip.width);
  const [above, below] = [y - reachY - GAP - tooltip.height, y + reachY + GAP];
  if (above >= 0) return { x: centred, y: above };
  if (below + tooltip.height <= stage.height) return { x: centred, y: below };
  const [before, after] = [x - reachX - GAP - tooltip.width, x + reachX + GAP];
  const beside = clamp(y - tooltip.height / 2, stage.height - tooltip.height);
  if (after + tooltip.width <= stage.width) return { x: after, y: beside };
  return before >= 0 ? { x: before, y: beside } : { x: centred, y: below };
}

function clamp(value: number, most: number): number {
  return Math.max(0, Math.min(value, most));
}
