import { createRequire } from 'node:module';
import { FACES } from '../fonts/faces.ts';

interface Font {
  readonly unitsPerEm: number;
  glyphForCodePoint(codePoint: number): { readonly advanceWidth: number; readonly path: { toSVG(): string } };
}

interface Glyph {
  readonly path: string;
  /** In ems. */
  readonly advance: number;
}

/** A text as drawn outlines: a picture that is made anywhere looks the same, whatever fonts the machine has. */
export interface Outline {
  readonly svg: string;
  /** In px. */
  readonly width: number;
}

export type Letter = (text: string, size: number, bold: boolean) => Outline;

/** Outlines of Noto Sans JP. Each font file is opened once, each glyph read once. */
export function openLetters(): Letter {
  const regular = openFace(400);
  const bold = openFace(700);
  return (text, size, isBold) => {
    const face = isBold ? bold : regular;
    let width = 0;
    const glyphs = [...text].map((character) => {
      const { path, advance } = face.glyph(character.codePointAt(0) ?? 0);
      const at = width;
      width += advance * size;
      return path === '' ? '' : `<path transform="translate(${round(at)} 0) scale(${round(size / face.unitsPerEm, 6)} ${round(-size / face.unitsPerEm, 6)})" d="${path}"/>`;
    });
    return { svg: glyphs.join(''), width };
  };
}

function openFace(weight: 400 | 700): { readonly unitsPerEm: number; glyph(codePoint: number): Glyph } {
  const require = createRequire(import.meta.url);
  const { openSync } = require('fontkit') as { openSync(path: string): Font };
  const font = openSync(FACES.find((face) => face.weight === weight)!.source);
  const known = new Map<number, Glyph>();
  return {
    unitsPerEm: font.unitsPerEm,
    glyph: (codePoint) => {
      const made = known.get(codePoint) ?? read(font, codePoint);
      known.set(codePoint, made);
      return made;
    },
  };
}

function read(font: Font, codePoint: number): Glyph {
  const glyph = font.glyphForCodePoint(codePoint);
  return { path: glyph.path.toSVG(), advance: glyph.advanceWidth / font.unitsPerEm };
}

function round(value: number, places = 2): string {
  return String(Number(value.toFixed(places)));
}
