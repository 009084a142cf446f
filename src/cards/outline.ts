import { createRequire } from 'node:module';
import { TYPEFACES } from '../fonts/faces.ts';
import type { Face } from '../fonts/faces.ts';
import { familyOf } from '../fonts/families.ts';
import type { Locale } from '../locale.ts';

interface Font {
  readonly unitsPerEm: number;
  glyphForCodePoint(codePoint: number): { readonly id: number; readonly advanceWidth: number; readonly path: { toSVG(): string } };
}

interface Glyph {
  readonly path: string;
  /** In ems. */
  readonly advance: number;
  /** The font's units in one of ours. */
  readonly unitsPerEm: number;
}

/** A text as drawn outlines: a picture that is made anywhere looks the same, whatever fonts the machine has. */
export interface Outline {
  readonly svg: string;
  /** In px. */
  readonly width: number;
}

export type Letter = (text: string, size: number, bold: boolean) => Outline;

/** Outlines of the typeface of a language; what it lacks is taken from the others. Each glyph is read once. */
export function openLetters(tag: Locale): Letter {
  const [regular, bold] = [openFaces(tag, 400), openFaces(tag, 700)];
  return (text, size, isBold) => {
    const glyphOf = isBold ? bold : regular;
    let width = 0;
    const glyphs = [...text].map((character) => {
      const { path, advance, unitsPerEm } = glyphOf(character.codePointAt(0) ?? 0);
      const at = width;
      width += advance * size;
      return path === '' ? '' : `<path transform="translate(${round(at)} 0) scale(${round(size / unitsPerEm, 6)} ${round(-size / unitsPerEm, 6)})" d="${path}"/>`;
    });
    return { svg: glyphs.join(''), width };
  };
}

function openFaces(tag: Locale, weight: Face['weight']): (codePoint: number) => Glyph {
  const own = familyOf(tag);
  const faces = TYPEFACES.toSorted((a, b) => Number(b.family === own) - Number(a.family === own))
    .map((typeface) => typeface.faces.find((face) => face.weight === weight)!);
  const known = new Map<number, Glyph>();
  return (codePoint) => {
    const made = known.get(codePoint) ?? read(faces, codePoint);
    known.set(codePoint, made);
    return made;
  };
}

/** The sign for a letter that is missing is that of the first. */
function read(faces: readonly Face[], codePoint: number): Glyph {
  const font = faces.values().map(openFont).find((each) => each.glyphForCodePoint(codePoint).id !== 0) ?? openFont(faces[0]!);
  const glyph = font.glyphForCodePoint(codePoint);
  return { path: glyph.path.toSVG(), advance: glyph.advanceWidth / font.unitsPerEm, unitsPerEm: font.unitsPerEm };
}

const fonts = new Map<string, Font>();

/** A font file is opened once, and only where a letter is looked for in it. */
function openFont({ source }: Face): Font {
  const { openSync } = createRequire(import.meta.url)('fontkit') as { openSync(path: string): Font };
  const font = fonts.get(source) ?? openSync(source);
  fonts.set(source, font);
  return font;
}

function round(value: number, places = 2): string {
  return String(Number(value.toFixed(places)));
}
