/** The foot of an axis that does not begin at zero: a torn edge. The path begins at (left, y). */
export function tear(ctx: CanvasRenderingContext2D, left: number, right: number, y: number): void {
  for (let x = left + 3, side = -1.5; x < right - 3; x += 6, side = -side) ctx.lineTo(x, y + side);
  ctx.lineTo(right, y);
}
