import { setFont } from './lettering.ts';
import type { Label, Piece } from './lettering.ts';
import type { ChartStyle } from './theme.ts';
import { wrapLabel } from './wrap.ts';

/** Either text may be empty; '\n' in the name says where it may be broken. */
export interface Wording {
  readonly name: string;
  readonly value: string;
  /** Whether the value stands out. */
  readonly bold: boolean;
}

/** In one row where that is no wider than `most`, else the value below the name, broken as needed. */
export function setLabel(
  ctx: CanvasRenderingContext2D,
  wording: Wording,
  most: number,
  style: ChartStyle,
): Label {
  const { fontSize, lineHeight } = style.layout;
  const widthOf = measureWith(ctx, style);
  const name = { text: wording.name.replaceAll('\n', ''), bold: false };
  const value = { text: wording.value, bold: wording.bold };
  const gap = name.text && value.text ? fontSize * 0.4 : 0;
  const valueX = widthOf(name) + gap;
  const width = valueX + widthOf(value);
  if (width > most) {
    const lines = wrapLabel(wording.name, most, (text) => widthOf({ text, bold: false }));
    const rows = [...lines.map((text) => ({ text, bold: false })), value];
    return stackRows(rows.filter(isFilled), widthOf, lineHeight);
  }
  const pieces = [{ ...name, x: 0, y: lineHeight / 2 }, { ...value, x: valueX, y: lineHeight / 2 }];
  return { pieces: pieces.filter(isFilled), width, height: lineHeight };
}

type Text = Pick<Piece, 'text' | 'bold'>;

function isFilled({ text }: Text): boolean {
  return text !== '';
}

function stackRows(rows: readonly Text[], widthOf: (text: Text) => number, lineHeight: number): Label {
  return {
    pieces: rows.map((row, index) => ({ ...row, x: 0, y: (index + 0.5) * lineHeight })),
    width: Math.max(0, ...rows.map(widthOf)),
    height: rows.length * lineHeight,
  };
}

function measureWith(ctx: CanvasRenderingContext2D, style: ChartStyle): (text: Text) => number {
  return ({ text, bold }) => {
    ctx.save();
    setFont(ctx, style, bold);
    const { width } = ctx.measureText(text);
    ctx.restore();
    return width;
  };
}
