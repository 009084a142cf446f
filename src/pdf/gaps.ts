import { deflateSync } from 'node:zlib';
import { PDFArray, PDFDict, PDFName, PDFRawStream, decodePDFRawStream } from '@cantoo/pdf-lib';
import type { PDFContext, PDFDocument, PDFObject, PDFPage, PDFRef } from '@cantoo/pdf-lib';
import { TrueType } from '../fonts/wider.ts';

/*
 * Between Japanese and Latin letters there is an eighth of an em, and more between the letters of a line that is spread.
 * Where it is a mere distance, readers take it for a space: whoever searches for 令和7年度 does not find 令和 7 年度. So
 * it becomes part of the letter before it, which is set from a font whose letters have so much room after them.
 */

/** In thousandths of an em: the room after a letter comes in steps of an eighth. */
const STEP = 125;
/** Readers take a tenth of an em for a space. */
const LEAST = 0.085;
/** What is further apart does not belong together. */
const MOST = 0.4;

/** Closes the gaps on all pages; `contents`: what each page draws. */
export function closeGaps(document: PDFDocument, contents: readonly string[]): string[] {
  const pages = document.getPages();
  const fonts = new Fonts(document.context);
  const closed = contents.map((content, index) => closeOn(content, fontsOf(pages[index]!, fonts)));
  fonts.addWider(pages);
  return closed;
}

/** Letters without a gap between them: `<02230018> Tj`, at a place in the content. */
interface Shown {
  readonly at: number;
  readonly end: number;
  readonly glyphs: readonly number[];
  readonly font: Font;
  readonly size: number;
  readonly x: number;
  readonly y: number;
}

const OPERATORS = /\/(F\d+) ([\d.]+) Tf|1 0 0 -1 ([-\d.]+) ([-\d.]+) Tm|([-\d.]+) ([-\d.]+) Td|<([0-9A-F]+)> Tj|\b(?:cm|Q|Tm)\b/g;

/** What is shown, in its order; null where the next letters are not beside the last. */
function* shownIn(content: string, fonts: ReadonlyMap<string, Font>): Generator<Shown | null> {
  let [font, size, x, y] = [undefined as Font | undefined, 0, 0, 0];
  for (const match of content.matchAll(OPERATORS)) {
    const [operator, name, points, left, top, right, down, letters] = match;
    if (name !== undefined) [font, size] = [fonts.get(name), Number(points)];
    else if (left !== undefined) [x, y] = [Number(left), Number(top)];
    else if (right !== undefined) [x, y] = [x + Number(right), y + Number(down)];
    else if (letters !== undefined && font) yield { at: match.index, end: match.index + operator.length, glyphs: glyphsOf(letters), font, size, x, y };
    else yield null;
    if (operator === 'Tm') y = Number.NaN;
  }
}

function closeOn(content: string, fonts: ReadonlyMap<string, Font>): string {
  let [closed, end] = ['', 0];
  let last: Shown | null = null;
  for (const shown of shownIn(content, fonts)) {
    const gap = last && shown ? gapBetween(last, shown) : 0;
    if (last && gap > LEAST && gap < MOST) {
      closed += content.slice(end, last.at) + showWider(last, gap);
      end = last.end;
    }
    last = shown;
  }
  return closed + content.slice(end);
}

/** `<02230018> Tj` → `<0223> Tj /F4w125 14 Tf <0018> Tj /F4 14 Tf` */
function showWider({ glyphs, font, size }: Shown, gap: number): string {
  const before = glyphs.length > 1 ? `<${glyphs.slice(0, -1).map(digitsOf).join('')}> Tj ` : '';
  const last = glyphs.at(-1)!;
  const room = STEP * Math.ceil((gap - LEAST) * (1000 / STEP));
  return `${before}/${font.widen(last, room)} ${size} Tf <${digitsOf(last)}> Tj /${font.name} ${size} Tf`;
}

/** In ems; none where a space stands there, or the other is on another line. */
function gapBetween(left: Shown, right: Shown): number {
  if (left.y !== right.y || left.font.isSpace(left.glyphs.at(-1)!) || right.font.isSpace(right.glyphs[0]!)) return 0;
  const width = left.glyphs.reduce((sum, glyph) => sum + left.font.widthOf(glyph), 0);
  return (right.x - left.x) / left.size - width;
}

function glyphsOf(letters: string): number[] {
  return Array.from({ length: letters.length / 4 }, (_, index) => Number.parseInt(letters.slice(4 * index, 4 * index + 4), 16));
}

function digitsOf(glyph: number): string {
  return glyph.toString(16).toUpperCase().padStart(4, '0');
}

function fontsOf(page: PDFPage, fonts: Fonts): Map<string, Font> {
  const own = page.node.Resources()?.lookupMaybe(PDFName.of('Font'), PDFDict);
  return new Map((own?.entries() ?? []).flatMap(([name, ref]) => {
    const font = fonts.find(name.decodeText(), ref);
    return font ? [[font.name, font] as const] : [];
  }));
}

class Fonts {
  readonly #context: PDFContext;
  readonly #known = new Map<unknown, Font | undefined>();

  constructor(context: PDFContext) {
    this.#context = context;
  }

  find(name: string, ref: unknown): Font | undefined {
    if (!this.#known.has(ref)) this.#known.set(ref, Font.read(name, this.#context.lookup(ref as never, PDFDict), this.#context));
    return this.#known.get(ref);
  }

  /** Writes the fonts with the wider letters and names them on the pages that use them. */
  addWider(pages: readonly PDFPage[]): void {
    const written = new Map([...this.#known.values()].flatMap((font, index) => (font ? [[font.name, font.writeWider(index)] as const] : [])));
    for (const page of pages) {
      const own = page.node.Resources()?.lookupMaybe(PDFName.of('Font'), PDFDict);
      for (const name of own?.keys() ?? []) {
        for (const wider of written.get(name.decodeText()) ?? []) own!.set(PDFName.of(wider.name), wider.ref);
      }
    }
  }
}

/** A font of the document, under the name that its pages call it by. */
class Font {
  readonly name: string;
  readonly #dict: PDFDict;
  readonly #context: PDFContext;
  readonly #program: TrueType;
  readonly #spaces: ReadonlySet<number>;
  /** By the room that they have after them. */
  readonly #widened = new Map<number, Set<number>>();

  private constructor(name: string, dict: PDFDict, context: PDFContext, program: TrueType) {
    this.name = name;
    this.#dict = dict;
    this.#context = context;
    this.#program = program;
    this.#spaces = readSpaces(dict);
  }

  static read(name: string, dict: PDFDict, context: PDFContext): Font | undefined {
    const file = dict.lookupMaybe(PDFName.of('DescendantFonts'), PDFArray)?.lookup(0, PDFDict).lookup(PDFName.of('FontDescriptor'), PDFDict).lookup(PDFName.of('FontFile2'));
    return file instanceof PDFRawStream ? new Font(name, dict, context, new TrueType(bytesOf(file))) : undefined;
  }

  widthOf(glyph: number): number {
    return this.#program.widthOf(glyph) / this.#program.unitsPerEm;
  }

  isSpace(glyph: number): boolean {
    return this.#spaces.has(glyph);
  }

  /** The name of the font that has the glyph with so much room after it. */
  widen(glyph: number, room: number): string {
    this.#widened.set(room, (this.#widened.get(room) ?? new Set()).add(glyph));
    return `${this.name}w${room}`;
  }

  writeWider(index: number): { readonly name: string; readonly ref: PDFRef }[] {
    return [...this.#widened].sort(([a], [b]) => a - b).map(([room, glyphs]) =>
      ({ name: `${this.name}w${room}`, ref: this.#write([...glyphs].sort((a, b) => a - b), room, tagOf(index, room / STEP)) }));
  }

  /** The same font as far as it is needed: its name, tables and characters, with wider letters. */
  #write(glyphs: readonly number[], room: number, tag: string): PDFRef {
    const em = this.#program.unitsPerEm;
    const program = this.#program.wider(glyphs, Math.round((room * em) / 1000));
    const bytes = deflateSync(program);
    const file = this.#context.register(PDFRawStream.of(this.#context.obj({ Filter: 'FlateDecode', Length: bytes.length, Length1: program.length }), bytes));
    const inner = this.#dict.lookup(PDFName.of('DescendantFonts'), PDFArray).lookup(0, PDFDict);
    const name = PDFName.of(`${tag}+${inner.lookup(PDFName.of('BaseFont'), PDFName).decodeText().replace(/^[A-Z]{6}\+/, '')}`);
    const descriptor = this.#copy(inner.lookup(PDFName.of('FontDescriptor'), PDFDict), { FontName: name, FontFile2: file });
    const widths = glyphs.flatMap((glyph) => [glyph, [Math.round((this.#program.widthOf(glyph) * 1000) / em) + room]]);
    const descendant = this.#copy(inner, { BaseFont: name, FontDescriptor: descriptor, W: this.#context.obj(widths) });
    return this.#copy(this.#dict, { BaseFont: name, DescendantFonts: this.#context.obj([descendant]) });
  }

  #copy(dict: PDFDict, changes: Readonly<Record<string, PDFObject>>): PDFRef {
    const copy = dict.clone(this.#context);
    for (const [key, value] of Object.entries(changes)) copy.set(PDFName.of(key), value);
    return this.#context.register(copy);
  }
}

/** Six capitals name a subset: ZAAAAB for the first font with letters of one step more. */
function tagOf(index: number, steps: number): string {
  const letter = (number: number) => String.fromCharCode(65 + (number % 26));
  return `Z${letter(index)}AAA${letter(steps)}`;
}

const SPACES = [0x20, 0xa0, 0x3000];

/** The glyphs of spaces by the font's character map: `<0001> <0020>` for one, `<0001> <0003> <001F>` for some in a row. */
function readSpaces(font: PDFDict): Set<number> {
  const stream = font.lookup(PDFName.of('ToUnicode'));
  const map = stream instanceof PDFRawStream ? bytesOf(stream).toString('latin1') : '';
  const rows = [...map.matchAll(/beginbf(char|range)(.*?)endbf/gs)].flatMap(([, kind, lines]) =>
    [...lines!.matchAll(kind === 'char' ? /<(\w+)>\s*<(\w+)>/g : /<(\w+)>\s*<(\w+)>\s*<(\w+)>/g)]);
  return new Set(rows.flatMap(([, ...digits]) => {
    const numbers = digits.map((each) => Number.parseInt(each, 16));
    const [first, last, code] = [numbers[0]!, numbers.at(-2)!, numbers.at(-1)!];
    return SPACES.map((space) => first + space - code).filter((glyph) => glyph >= first && glyph <= last);
  }));
}

function bytesOf(stream: PDFRawStream): Buffer {
  return Buffer.from(decodePDFRawStream(stream).decode());
}
