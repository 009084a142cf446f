import { PDFArray, PDFName, PDFRawStream, PDFRef, decodePDFRawStream } from '@cantoo/pdf-lib';
import type { PDFContext, PDFDocument, PDFPage } from '@cantoo/pdf-lib';
import { deflateSync, inflateSync } from 'node:zlib';
import { boundsOf } from './bounds.ts';
import { dropLabels, dropSoftHyphens, joinPieces, markArtifacts, readLabels, readSayings } from './content.ts';
import type { Label } from './content.ts';
import { closeGaps } from './gaps.ts';
import { contentsOf, isContent, walk } from './structure/element.ts';
import type { Element } from './structure/element.ts';
import { renumberIds } from './structure/ids.ts';
import { mendStructure } from './structure/mend.ts';
import { readStructure } from './structure/read.ts';
import { writeStructure } from './structure/write.ts';

/** Mends the structure tree of a tagged PDF, and what its pages draw outside of it. Returns the tree. */
export function mendPages(document: PDFDocument): Element | undefined {
  const top = readStructure(document);
  if (!top) return undefined;
  const pages = document.getPages();
  const contents = pages.map((page) => dropSoftHyphens(readContent(document, page)));
  const sayings = contents.map(readSayings);
  const former = [...walk(top)];
  mendStructure(top, document.context, ({ page, mcid }) => sayings[page]?.has(mcid) ?? true);
  joinPictures(top, contents, document.context);
  renumberIds(top);
  writeStructure(document, top, former);
  const read = pages.map(() => new Set<number>());
  for (const { page, mcid } of contentsOf(top)) read[page]?.add(mcid);
  const isWanted = wantedLabels(contents.map(readLabels));
  const labelled = contents.map((content, index) => dropLabels(content, (label) => isWanted(label, index)));
  closeGaps(document, labelled).forEach((content, index) => {
    writeContent(document, pages[index]!, markArtifacts(content, (mcid) => read[index]!.has(mcid)));
  });
  return top;
}

/** A picture is one thing on its page, its lines and its letters, and says where it is. */
function joinPictures(top: Element, contents: string[], context: PDFContext): void {
  for (const figure of walk(top)) {
    if (figure.role !== 'Figure') continue;
    for (const [page, parts] of Map.groupBy(figure.kids.filter(isContent), (part) => part.page)) {
      contents[page] = joinPieces(contents[page]!, new Set(parts.map(({ mcid }) => mcid)));
      const left = readSayings(contents[page]);
      figure.kids = figure.kids.filter((kid) => !isContent(kid) || kid.page !== page || left.has(kid.mcid));
    }
    placePicture(figure, contents, context);
  }
}

function placePicture({ kids, dict }: Element, contents: readonly string[], context: PDFContext): void {
  const [part, ...others] = kids.filter(isContent);
  const bounds = part && others.length === 0 ? boundsOf(contents[part.page]!, part.mcid) : undefined;
  if (bounds) dict.set(PDFName.of('A'), context.obj({ O: 'Layout', Placement: 'Block', BBox: [...bounds] }));
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
