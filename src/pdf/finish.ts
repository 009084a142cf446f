import { createHash } from 'node:crypto';
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFRawStream, PDFString, decodePDFRawStream } from '@cantoo/pdf-lib';
import { lacksLetters } from './content.ts';
import { metadataDate, xmpPacket } from './metadata.ts';
import type { PrintMetadata } from './metadata.ts';
import { describeLinks } from './link-texts.ts';
import type { LinkText } from './link-texts.ts';
import { mendPages } from './mend-pages.ts';
import { openObjects } from './objects.ts';
import { packPdf } from './pack.ts';
import { readStructure } from './structure/read.ts';

/**
 * Gives a PDF made by Chromium its metadata and packs it. Dates are the data's and the identifier is made
 * from the content, so the same print gives the same bytes. `links`: what the document's links say, in
 * its order. It is declared to keep to PDF/UA-1, unless it lacks letters or has some without a character: `docs/pdf-ua.md`
 * says how this was found out.
 * @throws Error where the print has no structure tree.
 */
export async function finishPdf(
  printed: Uint8Array,
  metadata: PrintMetadata,
  links: readonly LinkText[] = [],
): Promise<Uint8Array> {
  const objects = openObjects(printed);
  const structure = readStructure(objects);
  if (!structure) throw new Error('The browser has printed the page without the structure that a screen reader needs: is there no text on it?');
  const document = await PDFDocument.load(objects.without(structure.numbers), { updateMetadata: false, parseSpeed: Infinity });
  const { contents, sources } = mendPages(document, structure.top);
  describeLinks(structure.top, document.context, links);
  writeInformation(document, metadata);
  writeCatalog(document, metadata, !contents.some(lacksLetters) && !hasNamelessLetters(document));
  document.context.trailerInfo.ID = identifier(document, contents, metadata);
  return packPdf(document, sources);
}

/** Whether a font has letters that stand for no character of their own, as it may where letters change beside others. */
export function hasNamelessLetters({ context }: Pick<PDFDocument, 'context'>): boolean {
  return context.enumerateIndirectObjects().some(([, object]) => {
    const map = object instanceof PDFDict ? context.lookup(object.get(PDFName.of('ToUnicode'))) : undefined;
    return map instanceof PDFRawStream && /<[0-9A-F]{4}> <0000>/i.test(Buffer.from(decodePDFRawStream(map).decode()).toString('latin1'));
  });
}

function writeInformation(document: PDFDocument, metadata: PrintMetadata): void {
  const date = metadataDate(metadata.date);
  document.setTitle(metadata.title, { showInWindowTitleBar: true });
  document.setAuthor(metadata.author);
  document.setSubject(metadata.subject);
  document.setKeywords([metadata.keywords.join(', ')]);
  document.setCreator('nenpo');
  document.setCreationDate(date);
  document.setModificationDate(date);
}

function writeCatalog(document: PDFDocument, metadata: PrintMetadata, isAccessible: boolean): void {
  const { catalog, context } = document;
  const packet = xmpPacket(metadata, document.getProducer() ?? '', isAccessible);
  const stream = context.stream(new TextEncoder().encode(packet), { Type: 'Metadata', Subtype: 'XML' });
  catalog.set(PDFName.of('Metadata'), context.register(stream));
  catalog.set(PDFName.of('Lang'), PDFString.of(metadata.lang));
}

/** Made from what the pages show and what the document says of itself: neither has a time or a place in it. */
function identifier(document: PDFDocument, contents: readonly string[], metadata: PrintMetadata): PDFArray {
  const hash = createHash('sha256').update(JSON.stringify(metadata));
  for (const content of contents) hash.update(content, 'latin1');
  const digest = hash.digest('hex');
  const id = PDFArray.withContext(document.context);
  id.push(PDFHexString.of(digest.slice(0, 32)));
  id.push(PDFHexString.of(digest.slice(0, 32)));
  return id;
}
