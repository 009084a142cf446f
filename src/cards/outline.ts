import { createRequire } from 'node:module';
import type { Face, Typeface, Typefaces } from '../fonts/faces.ts';
import type { Locale } from '../locale.ts';

interface Glyph {
  readonly id: number;
  readonly advanceWidth: number;
  readonly path: { toSVG(): string };
}

interface Font {
  readonly unitsPerEm: number;
  glyphForCodePoint(codePoint: number): Glyph;
  layout(text: string): { readonly glyphs: readonly Glyph[]; readonly positions: readonly { readonly xAdvance: number; readonly xOffset: number; readonly yOffset: number }[] };
}

/** What is drawn of a piece of text, in units of its font. */
interface Drawn {
  readonly paths: readonly { readonly d: string; readonly x: number; readonly y: number }[];
  readonly advance: number;
  readonly unitsPerEm: number;
}

/** A text as drawn outlines: a picture that is made anywhere looks the same, whatever fonts the machine has. */
export interface Outline {
  readonly svg: string;
  /** In px. */
  readonly width: number;
}

export type Letter = (text: string, size: number, bold: boolean) => Outline;

/** Outlines of the typeface of a language; what it lacks is taken from the others. Each piece of text is read once. */
export function openLetters(tag: Locale, typefaces: Typefaces): Letter {
  const chain = [...new Set([typefaces.of(tag), ...typefaces.all])];
  const [regular, bold] = [drawIn(chain, 400), drawIn(chain, 700)];
  return (text, size, isBold) => {
    let width = 0;
    const pieces = (isBold ? bold : regular)(text).map(({ paths, advance, unitsPerEm }) => {
      const scale = size / unitsPerEm;
      const start = width;
      width += (advance / unitsPerEm) * size;
      return paths.map(({ d, x, y }) =>
        `<path transform="translate(${round(start + x * scale)} ${round(-y * scale)}) scale(${round(scale, 6)} ${round(-scale, 6)})" d="${d}"/>`).join('');
    });
    return { svg: pieces.join(''), width };
  };
}

function drawIn(chain: readonly Typeface[], weight: Face['weight']): (text: string) => Drawn[] {
  const faces = chain.map(({ faces: all, isShaped }) => ({ face: all.find((each) => each.weight === weight)!, isShaped }));
  const faceOf = remembered((letter: string) =>
    faces.find(({ face }) => openFont(face).glyphForCodePoint(letter.codePointAt(0)!).id !== 0) ?? faces[0]!);
  const alone = remembered((letter: string) => drawAlone(openFont(faceOf(letter).face), letter.codePointAt(0)!));
  const together = remembered((run: string) => drawTogether(openFont(faceOf(run).face), run));
  return (text) => runsOf(text, faceOf).map((run) => (faceOf(run).isShaped ? together(run) : alone(run)));
}

/** Letters of a typeface that a body has brought may change beside each other, and stay together. */
function runsOf(text: string, faceOf: (letter: string) => { readonly isShaped: boolean }): string[] {
  const runs: string[] = [];
  for (const letter of text) {
    const last = runs.at(-1);
    const face = faceOf(letter);
    if (last !== undefined && face.isShaped && faceOf(last) === face) runs[runs.length - 1] = last + letter;
    else runs.push(letter);
  }
  return runs;
}

function drawAlone(font: Font, codePoint: number): Drawn {
  const { path, advanceWidth } = font.glyphForCodePoint(codePoint);
  return { paths: visible([{ d: path.toSVG(), x: 0, y: 0 }]), advance: advanceWidth, unitsPerEm: font.unitsPerEm };
}

function drawTogether(font: Font, text: string): Drawn {
  const { glyphs, positions } = font.layout(text);
  let advance = 0;
  const paths = glyphs.map(({ path }, index) => {
    const { xAdvance, xOffset, yOffset } = positions[index]!;
    const x = advance + xOffset;
    advance += xAdvance;
    return { d: path.toSVG(), x, y: yOffset };
  });
  return { paths: visible(paths), advance, unitsPerEm: font.unitsPerEm };
}

function visible(paths: Drawn['paths']): Drawn['paths'] {
  return paths.filter(({ d }) => d !== '');
}

function remembered<T>(make: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const made = known.get(text) ?? make(text);
    known.set(text, made);
    return made;
  };
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
