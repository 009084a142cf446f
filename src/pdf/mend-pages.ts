import { PDFArray, PDFName, PDFRawStream, PDFRef, decodePDFRawStream } from '@cantoo/pdf-lib';
import type { PDFDocument, PDFPage } from '@cantoo/pdf-lib';
import { deflateSync, inflateSync } from 'node:zlib';
import { boundsOf } from './bounds.ts';
import { dropLabels, joinPieces, markArtifacts, plainLetters, readLabels, readSayings } from './content.ts';
import type { Label } from './content.ts';
import { closeGaps } from './gaps.ts';
import { contentsOf, isContent, walk } from './structure/element.ts';
import type { Element } from './structure/element.ts';
import { renumberIds } from './structure/ids.ts';
import { mendStructure } from './structure/mend.ts';
import { writeStructure } from './structure/write.ts';
import type { Source } from './structure/write.ts';

export interface Mended {
  /** What each page draws now. */
  readonly contents: readonly string[];
  /** The objects of the structure tree. */
  readonly sources: readonly Source[];
}

/** Mends the structure tree of a document, and what its pages draw outside of it. */
export function mendPages(document: PDFDocument, top: Element): Mended {
  const pages = document.getPages();
  const drawn = pages.map((page) => plainLetters(readContent(document, page)));
  const sayings = drawn.map(readSayings);
  mendStructure(top, ({ page, mcid }) => sayings[page]?.has(mcid) ?? true);
  joinPictures(top, drawn);
  renumberIds(top);
  const sources = writeStructure(document, top);
  const read = pages.map(() => new Set<number>());
  for (const { page, mcid } of contentsOf(top)) read[page]?.add(mcid);
  const isWanted = wantedLabels(drawn.map(readLabels));
  const labelled = drawn.map((content, index) => dropLabels(content, (label) => isWanted(label, index)));
  const contents = closeGaps(document, labelled).map((content, index) => markArtifacts(content, (mcid) => read[index]!.has(mcid)));
  pages.forEach((page, index) => writeContent(document, page, contents[index]!));
  return { contents, sources };
}

/** A picture is one thing on its page, its lines and its letters, and says where it is. */
function joinPictures(top: Element, contents: string[]): void {
  for (const figure of walk(top)) {
    if (figure.role !== 'Figure') continue;
    for (const [page, parts] of Map.groupBy(figure.kids.filter(isContent), (part) => part.page)) {
      contents[page] = joinPieces(contents[page]!, new Set(parts.map(({ mcid }) => mcid)));
      const left = readSayings(contents[page]);
      figure.kids = figure.kids.filter((kid) => !isContent(kid) || kid.page !== page || left.has(kid.mcid));
    }
    placePicture(figure, contents);
  }
}

function placePicture({ kids, entries }: Element, contents: readonly string[]): void {
  const [part, ...others] = kids.filter(isContent);
  const bounds = part && others.length === 0 ? boundsOf(contents[part.page]!, part.mcid) : undefined;
  if (bounds) entries['A'] = `<</O /Layout /Placement /Block /BBox [${bounds.join(' ')}]>>`;
}

/** “Continued” at the head of every page of a table but its first, at the foot of every page but its last. */
function wantedLabels(pages: readonly (readonly Label[])[]): (label: Label, page: number) => boolean {
  const first = new Map<number, number>();
  const last = new Map<number, number>();
  pages.forEach((labels, page) => {
    for (const { table } of labels) {
      if (!first.has(table)) first.set(table, page);
      last.set(table, page);
    }
  });
  return ({ place, table }, page) => page !== (place === 'head' ? first : last).get(table);
}

/** Bytes as characters of the same number: operators are ASCII, strings may hold any byte. */
export function readContent(document: PDFDocument, page: PDFPage): string {
  const contents = page.node.get(PDFName.of('Contents'));
  const streams = contents instanceof PDFRef ? [document.context.lookup(contents)] : contents instanceof PDFArray ? contents.asArray().map((each) => document.context.lookup(each)) : [];
  return streams.map((stream) => (stream instanceof PDFRawStream ? decode(stream) : '')).join('\n');
}

function decode(stream: PDFRawStream): string {
  const filter = stream.dict.get(PDFName.of('Filter'));
  const bytes = filter === PDFName.of('FlateDecode') ? inflateSync(stream.contents) : decodePDFRawStream(stream).decode();
  return Buffer.from(bytes).toString('latin1');
}

function writeContent(document: PDFDocument, page: PDFPage, content: string): void {
  const { context } = document;
  const bytes = deflateSync(Buffer.from(content, 'latin1'));
  const stream = PDFRawStream.of(context.obj({ Filter: 'FlateDecode', Length: bytes.length }), bytes);
  const former = page.node.get(PDFName.of('Contents'));
  if (former instanceof PDFRef) context.assign(former, stream);
  else page.node.set(PDFName.of('Contents'), context.register(stream));
}
