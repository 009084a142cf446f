import type { Chart } from 'chart.js';
import type { ChartStyle } from './theme.ts';

export type LineChart = Chart<'line', (number | null)[], string>;

export function setFont(ctx: CanvasRenderingContext2D, style: ChartStyle, bold = false): void {
  ctx.font = `${bold ? 'bold ' : ''}${style.layout.fontSize}px ${style.fontFamily}`;
}

/** The width of the widest line in the font that is set, px. */
export function widestOf(ctx: CanvasRenderingContext2D, texts: readonly string[]): number {
  const lines = texts.flatMap((text) => text.split('\n'));
  return Math.max(0, ...lines.map((line) => ctx.measureText(line).width));
}

/** One text of a label, placed from the label's upper left corner; `y` is the middle of its row. */
export interface Piece {
  readonly text: string;
  readonly bold: boolean;
  readonly x: number;
  readonly y: number;
}

/** A name and its value, set and measured. */
export interface Label {
  readonly pieces: readonly Piece[];
  readonly width: number;
  readonly height: number;
}

/** @param halo colour that keeps the text apart from lines below it */
export function drawLabel(
  ctx: CanvasRenderingContext2D,
  label: Label,
  at: { readonly x: number; readonly y: number },
  style: ChartStyle,
  colour: string,
  halo?: string,
): void {
  ctx.save();
  ctx.textAlign = 'left';
  ctx.textBaseline = 'middle';
  ctx.fillStyle = colour;
  for (const { text, bold, x, y } of label.pieces) {
    setFont(ctx, style, bold);
    if (halo) {
      Object.assign(ctx, { strokeStyle: halo, lineWidth: 4, lineJoin: 'round' });
      ctx.strokeText(text, at.x + x, at.y + y);
    }
    ctx.fillText(text, at.x + x, at.y + y);
  }
  ctx.restore();
}
