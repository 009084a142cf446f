import { setFont } from './lettering.ts';
import type { Label, Piece } from './lettering.ts';
import type { ChartStyle } from './theme.ts';
import { wrapLabel } from './wrap.ts';

/**
 * Sets a name and, in bold, its value: in one row where that is no wider than `most`, else the value below the
 * name, and the name broken as needed. Either may be empty.
 */
export function setLabel(
  ctx: CanvasRenderingContext2D,
  name: string,
  value: string,
  most: number,
  style: ChartStyle,
): Label {
  const widthOf = measureWith(ctx, style);
  const oneRow = name.replaceAll('\n', '');
  const gap = name && value ? style.layout.fontSize * 0.4 : 0;
  const width = widthOf(oneRow, false) + gap + widthOf(value, true);
  if (width <= most) {
    const y = style.layout.lineHeight / 2;
    const pieces = [piece(oneRow, false, 0, y), piece(value, true, widthOf(oneRow, false) + gap, y)];
    return { pieces: pieces.filter(({ text }) => text !== ''), width, height: style.layout.lineHeight };
  }
  return setRows(wrapLabel(name, most, (text) => widthOf(text, false)), value, widthOf, style.layout.lineHeight);
}

type WidthOf = (text: string, bold: boolean) => number;

function measureWith(ctx: CanvasRenderingContext2D, style: ChartStyle): WidthOf {
  return (text, bold) => {
    ctx.save();
    setFont(ctx, style, bold);
    const { width } = ctx.measureText(text);
    ctx.restore();
    return width;
  };
}

function setRows(name: string[], value: string, widthOf: WidthOf, lineHeight: number): Label {
  const rows = [...name.map((text) => ({ text, bold: false })), { text: value, bold: true }];
  const filled = rows.filter(({ text }) => text !== '');
  return {
    pieces: filled.map(({ text, bold }, row) => piece(text, bold, 0, (row + 0.5) * lineHeight)),
    width: Math.max(0, ...filled.map(({ text, bold }) => widthOf(text, bold))),
    height: filled.length * lineHeight,
  };
}

function piece(text: string, bold: boolean, x: number, y: number): Piece {
  return { text, bold, x, y };
}
