import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber, PDFRawStream, decodePDFRawStream } from '@cantoo/pdf-lib';
import { create as createFont } from 'fontkit';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { readContent } from '../../src/pdf/mend-pages.ts';

const PDFJS = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/** Opens a PDF with another program's eyes than those that made it. */
export function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  return getDocument({
    data: new Uint8Array(bytes),
    verbosity: 0,
    standardFontDataUrl: join(PDFJS, 'standard_fonts/'),
    cMapUrl: join(PDFJS, 'cmaps/'),
  }).promise;
}

/** The text of each page, in the order in which it is painted, without line ends. */
export async function readPageTexts(pdf: PDFDocumentProxy): Promise<string[]> {
  const texts: string[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    texts.push(items.map((item) => ('str' in item ? item.str : '')).join(''));
  }
  return texts;
}

/**
 * The text of each page with the spaces that a reader finds between letters that stand beside each other; a line end for
 * each wider gap, and where the next words stand elsewhere.
 */
export async function readSpacedTexts(pdf: PDFDocumentProxy): Promise<string[]> {
  const texts: string[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    let [text, end, line] = ['', Number.NaN, Number.NaN];
    for (const item of items) {
      if (!('str' in item)) continue;
      const [, , , size, x, y] = item.transform as [number, number, number, number, number, number];
      if (item.str === ' ') text += item.width < size * 0.6 ? ' ' : '\n';
      else if (item.str !== '') {
        const isBeside = Math.abs(y - line) < 0.1 && Math.abs(x - end) < size * 0.6;
        text += (isBeside ? '' : '\n') + item.str;
        [end, line] = [x + item.width, y];
      }
    }
    texts.push(text);
  }
  return texts;
}

export interface PageLink {
  readonly from: number;
  /** The id of its target, which lies on page `to`. */
  readonly name: string;
  readonly to: number;
}

/** Every link that leads to a page of the document, once for each line that it covers. */
export async function readLinks(pdf: PDFDocumentProxy): Promise<PageLink[]> {
  const links = [];
  for (let from = 1; from <= pdf.numPages; from++) {
    for (const annotation of await (await pdf.getPage(from)).getAnnotations()) {
      if (typeof annotation.dest !== 'string') continue;
      const target = await pdf.getDestination(annotation.dest);
      const to = (await pdf.getPageIndex(target![0])) + 1;
      links.push({ from, name: decodeURIComponent(annotation.dest), to });
    }
  }
  return links;
}

/** One line for each bookmark, indented by its depth, with its page: `  計画と進捗 3`. */
export async function readOutline(pdf: PDFDocumentProxy): Promise<string[]> {
  type Items = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>;
  const lines: string[] = [];
  const walk = async (items: Items, depth: number): Promise<void> => {
    for (const { title, dest, items: inner } of items) {
      const page = (await pdf.getPageIndex((dest as [{ num: number; gen: number }])[0])) + 1;
      lines.push(`${'  '.repeat(depth)}${title} ${page}`);
      await walk(inner, depth + 1);
    }
  };
  await walk(await pdf.getOutline(), 0);
  return lines;
}

export interface Tag {
  readonly role: string;
  readonly lang?: string;
  readonly alt?: string;
}

/** The tags of one page's structure tree, in reading order. */
export async function readTags(pdf: PDFDocumentProxy, page: number): Promise<Tag[]> {
  const tags: Tag[] = [];
  const walk = (node: object | null): void => {
    if (!node) return;
    if ('role' in node) tags.push(node as Tag);
    if ('children' in node) for (const child of node.children as object[]) walk(child);
  };
  walk(await (await pdf.getPage(page)).getStructTree());
  return tags;
}

/** The rows of each table on a page, in reading order: of header cells only, or with others. */
export async function readTables(pdf: PDFDocumentProxy, page: number): Promise<('head' | 'row')[][]> {
  interface Node { role?: string; children?: Node[] }
  const tables: ('head' | 'row')[][] = [];
  const rowsOf = (node: Node): Node[] => (node.role === 'TR' ? [node] : (node.children ?? []).flatMap(rowsOf));
  const has = (node: Node, role: string): boolean => node.role === role || (node.children ?? []).some((child) => has(child, role));
  const walk = (node: Node): void => {
    if (node.role === 'Table') tables.push(rowsOf(node).map((row) => (has(row, 'TD') ? 'row' : 'head')));
    for (const child of node.children ?? []) walk(child);
  };
  walk((await (await pdf.getPage(page)).getStructTree()) as Node);
  return tables;
}

/** What a page says to a screen reader; and the letters that are neither read nor marked as artifacts. */
export async function readMarked(pdf: PDFDocumentProxy, page: number): Promise<{ read: string; unmarked: string[] }> {
  const { items } = await (await pdf.getPage(page)).getTextContent({ includeMarkedContent: true });
  const open: string[] = [];
  let read = '';
  const unmarked: string[] = [];
  for (const item of items) {
    if ('str' in item) {
      if (open.includes('read')) read += item.str;
      else if (!open.includes('Artifact') && item.str.trim() !== '') unmarked.push(item.str);
    } else if (item.type === 'endMarkedContent') open.pop();
    else open.push(item.type === 'beginMarkedContentProps' && item.id ? 'read' : ((item as { tag?: string }).tag ?? ''));
  }
  return { read, unmarked };
}

/** For each page: the order in which it is gone through, and what its links say. */
export async function readAnnotations(bytes: Uint8Array): Promise<{ tabs: string; links: string[] }[]> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  return document.getPages().map(({ node }) => {
    const annotations = node.Annots()?.asArray().map((each) => document.context.lookup(each, PDFDict)) ?? [];
    return {
      tabs: node.lookupMaybe(PDFName.of('Tabs'), PDFName)?.decodeText() ?? '',
      links: annotations.map((each) => each.lookupMaybe(PDFName.of('Contents'), PDFHexString)?.decodeText() ?? ''),
    };
  });
}

/** What all pages draw, as the operators of the PDF. */
export async function readContents(bytes: Uint8Array): Promise<string> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  return document.getPages().map((page) => readContent(document, page)).join('\n');
}

/** The reader's types promise an object where it gives a map. */
export function asMap(value: unknown): Map<string, boolean> {
  return value as Map<string, boolean>;
}

/**
 * The letters that a font shows with another width than its program gives them, or under no character; `null` stands for
 * a glyph that is missing from the typeface.
 */
export async function readFaults(bytes: Uint8Array): Promise<string[]> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const shown = new Map<PDFDict, Set<number>>();
  for (const page of document.getPages()) {
    const fonts = page.node.Resources()!.lookupMaybe(PDFName.of('Font'), PDFDict);
    let glyphs = new Set<number>();
    for (const [, font, letters] of readContent(document, page).matchAll(/\/(F\w+) [\d.]+ Tf|<([0-9A-F]+)> Tj/g)) {
      if (font !== undefined) {
        const dict = fonts!.lookup(PDFName.of(font), PDFDict);
        glyphs = shown.get(dict) ?? new Set();
        shown.set(dict, glyphs);
      } else for (const [digits] of letters!.matchAll(/.{4}/g)) glyphs.add(Number.parseInt(digits, 16));
    }
  }
  return [...shown].flatMap(([font, glyphs]) => faultsOf(font, glyphs));
}

function faultsOf(font: PDFDict, glyphs: ReadonlySet<number>): string[] {
  const descendant = font.lookup(PDFName.of('DescendantFonts'), PDFArray).lookup(0, PDFDict);
  const file = descendant.lookup(PDFName.of('FontDescriptor'), PDFDict).lookup(PDFName.of('FontFile2')) as PDFRawStream;
  const program = createFont(Buffer.from(decodePDFRawStream(file).decode()));
  const map = Buffer.from(decodePDFRawStream(font.lookup(PDFName.of('ToUnicode')) as PDFRawStream).decode()).toString('latin1');
  const named = [...map.matchAll(/beginbf(char|range)(.*?)endbf/gs)].flatMap(([, kind, lines]) => {
    const numbers = [...lines!.matchAll(/<(\w+)>/g)].map(([, digits]) => Number.parseInt(digits!, 16));
    return kind === 'char' ? numbers.filter((_, index) => index % 2 === 0) : numbers.flatMap((first, index) =>
      (index % 3 === 0 ? Array.from({ length: numbers[index + 1]! - first + 1 }, (_, at) => first + at) : []));
  });
  const [widths, known] = [widthsOf(descendant), new Set(named)];
  return [...glyphs].flatMap((glyph) => [
    ...(glyph === 0 ? ['null'] : []), ...(known.has(glyph) ? [] : [`no character for ${glyph}`]),
    ...(widths.get(glyph) === program.getGlyph(glyph).advanceWidth ? [] : [`${glyph} is ${program.getGlyph(glyph).advanceWidth} wide, not ${widths.get(glyph)}`]),
  ]);
}

/** From `[ 3 [ 500 600 ] 7 9 1000 ]`. */
function widthsOf(descendant: PDFDict): Map<number, number> {
  const usual = descendant.lookupMaybe(PDFName.of('DW'), PDFNumber)?.asNumber() ?? 1000;
  const widths = new Map(Array.from({ length: 0xffff }, (_, glyph) => [glyph, usual]));
  const entries = descendant.lookup(PDFName.of('W'), PDFArray);
  for (let at = 0; at < entries.size();) {
    const [first, next] = [entries.lookup(at, PDFNumber).asNumber(), entries.lookup(at + 1)];
    if (next instanceof PDFArray) next.asArray().forEach((width, index) => widths.set(first + index, (width as PDFNumber).asNumber()));
    else for (let glyph = first; glyph <= (next as PDFNumber).asNumber(); glyph++) widths.set(glyph, entries.lookup(at + 2, PDFNumber).asNumber());
    at += next instanceof PDFArray ? 2 : 3;
  }
  return widths;
}

/** What the PDF's objects say of each font that pages use. */
export async function readFonts(bytes: Uint8Array) {
  const { context } = await PDFDocument.load(bytes, { updateMetadata: false });
  const fonts = context.enumerateIndirectObjects().map(([, object]) => object)
    .filter((object) => object instanceof PDFDict && object.get(PDFName.of('Type')) === PDFName.of('Font'))
    .map((object) => object as PDFDict);
  const name = (dict: PDFDict, key: string) =>
    String(dict.lookupMaybe(PDFName.of(key), PDFName) ?? '').slice(1);
  return fonts.filter((font) => name(font, 'Subtype') !== 'CIDFontType2').map((font) => {
    if (!font.has(PDFName.of('DescendantFonts'))) return { name: name(font, 'BaseFont'), subtype: name(font, 'Subtype') };
    const descendant = font.lookup(PDFName.of('DescendantFonts'), PDFArray).lookup(0, PDFDict);
    const descriptor = descendant.lookup(PDFName.of('FontDescriptor'), PDFDict);
    return {
      name: name(font, 'BaseFont'),
      subtype: name(font, 'Subtype'),
      unicode: font.lookup(PDFName.of('ToUnicode')) instanceof PDFRawStream,
      descendant: name(descendant, 'Subtype'),
      embedded: descriptor.lookup(PDFName.of('FontFile2')) instanceof PDFRawStream,
    };
  });
}
