import { createRequire } from 'node:module';

/** The width of a text in px, set in the given size. */
export type Measure = (text: string, size: number, bold: boolean) => number;

interface Font {
  readonly unitsPerEm: number;
  glyphForCodePoint(codePoint: number): { readonly advanceWidth: number };
}

const REGULAR = '@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf';
const BOLD = '@expo-google-fonts/noto-sans-jp/700Bold/NotoSansJP_700Bold.ttf';

const widths = new Map<string, (codePoint: number) => number>();

/** Measures with the advance widths of Noto Sans JP. Each font file is opened once, each glyph read once. */
export const measureNotoSansJp: Measure = (text, size, bold) => {
  const widthOf = openWidths(bold ? BOLD : REGULAR);
  let ems = 0;
  for (const character of text) ems += widthOf(character.codePointAt(0) ?? 0);
  return ems * size;
};

function openWidths(path: string): (codePoint: number) => number {
  const known = widths.get(path) ?? memoizeWidths(openFont(path));
  widths.set(path, known);
  return known;
}

function memoizeWidths(font: Font): (codePoint: number) => number {
  const ems = new Map<number, number>();
  return (codePoint) => {
    const width = ems.get(codePoint) ?? font.glyphForCodePoint(codePoint).advanceWidth / font.unitsPerEm;
    ems.set(codePoint, width);
    return width;
  };
}

/** fontkit has no types; the path is found like any package's, wherever the build puts this file. */
function openFont(path: string): Font {
  const require = createRequire(import.meta.url);
  const { openSync } = require('fontkit') as { openSync(path: string): Font };
  return openSync(require.resolve(path));
}
