import { setFont } from './lettering.ts';
import type { Scene, SceneText, Stroke } from './scene.ts';
import type { ChartStyle } from './theme.ts';

/** Draws a scene as it is, without Chart.js. */
export function paintScene(ctx: CanvasRenderingContext2D, scene: Scene, style: ChartStyle): void {
  paintStrokes(ctx, scene.under, style);
  for (const set of scene.sets) {
    if (set.kind !== 'bars' || !set.fill) continue;
    ctx.fillStyle = style.palette[set.fill];
    for (const bar of set.data) {
      if (bar) ctx.fillRect(bar.from, bar.y - set.thickness / 2, bar.to - bar.from, set.thickness);
    }
  }
  paintStrokes(ctx, scene.over, style);
  paintTexts(ctx, scene.texts, style);
}

export function paintStrokes(
  ctx: CanvasRenderingContext2D,
  strokes: readonly Stroke[],
  style: ChartStyle,
): void {
  for (const { points, role, width = 1, dash = [] } of strokes) {
    ctx.save();
    Object.assign(ctx, { strokeStyle: style.palette[role], lineWidth: width });
    ctx.setLineDash([...dash]);
    ctx.beginPath();
    points.forEach(([x, y], index) => (index === 0 ? ctx.moveTo(x, y) : ctx.lineTo(x, y)));
    ctx.stroke();
    ctx.restore();
  }
}

/** In the order of their looks, so that the written drawing stays small. */
export function paintTexts(
  ctx: CanvasRenderingContext2D,
  texts: readonly SceneText[],
  style: ChartStyle,
): void {
  const lookOf = ({ role, align = 'left', bold = false }: SceneText): string => `${role} ${align} ${bold}`;
  ctx.save();
  ctx.textBaseline = 'middle';
  for (const text of texts.toSorted((a, b) => (lookOf(a) < lookOf(b) ? -1 : lookOf(a) > lookOf(b) ? 1 : 0))) {
    setFont(ctx, style, text.bold);
    ctx.textAlign = text.align ?? 'left';
    ctx.fillStyle = style.palette[text.role];
    ctx.fillText(text.text, text.x, text.y);
  }
  ctx.restore();
}
