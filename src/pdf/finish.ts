import { createHash } from 'node:crypto';
import { PDFArray, PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';
import { metadataDate, xmpPacket } from './metadata.ts';
import type { PrintMetadata } from './metadata.ts';
import { describeLinks } from './link-texts.ts';
import type { LinkText } from './link-texts.ts';
import { mendPages } from './mend-pages.ts';

/**
 * Gives a PDF made by Chromium its metadata and packs it. Dates are the data's and the identifier is made
 * from the content, so the same print gives the same bytes. `links`: what the document's links say, in
 * its order. Conformance to PDF/UA is not declared: no validator has passed it.
 */
export async function finishPdf(
  printed: Uint8Array,
  metadata: PrintMetadata,
  links: readonly LinkText[] = [],
): Promise<Uint8Array> {
  const pdf = renumberNodes(printed);
  const document = await PDFDocument.load(pdf, { updateMetadata: false, parseSpeed: Infinity });
  const structure = mendPages(document);
  if (structure) describeLinks(structure, document.context, links);
  writeInformation(document, metadata);
  writeCatalog(document, metadata);
  document.context.trailerInfo.ID = identifier(document, pdf, metadata);
  return document.save({
    useObjectStreams: true,
    objectsPerTick: Infinity,
    addDefaultPage: false,
    updateFieldAppearances: false,
  });
}

/**
 * Header cells carry the numbers of the browser's nodes, `/ID (node00000062)`, which go on from whatever it
 * did before. Counted anew, in their order and at their length, so that nothing else of the file moves.
 */
export function renumberNodes(pdf: Uint8Array): Uint8Array {
  const text = Buffer.from(pdf).toString('latin1');
  const nodes = [...new Set([...text.matchAll(NODE)].map(([, number]) => number!))].sort();
  const renumbered = new Map(nodes.map((number, index) => [number, String(index + 1).padStart(8, '0')]));
  return Buffer.from(text.replace(NODE, (_, number: string) => `(node${renumbered.get(number)})`), 'latin1');
}

const NODE = /(?<!\\)\(node(\d{8})\)/g;

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

function writeCatalog(document: PDFDocument, metadata: PrintMetadata): void {
  const { catalog, context } = document;
  const packet = xmpPacket(metadata, document.getProducer() ?? '');
  const stream = context.stream(new TextEncoder().encode(packet), { Type: 'Metadata', Subtype: 'XML' });
  catalog.set(PDFName.of('Metadata'), context.register(stream));
  catalog.set(PDFName.of('Lang'), PDFString.of(metadata.lang));
}

/** The print's time stamps are left out of what identifies it. */
function identifier(document: PDFDocument, pdf: Uint8Array, metadata: PrintMetadata): PDFArray {
  const content = Buffer.from(pdf).toString('latin1').replace(/\/(?:Creation|Mod)Date \(D:[^)]*\)/g, '');
  const hash = createHash('sha256').update(content, 'latin1').update(JSON.stringify(metadata));
  const digest = hash.digest('hex');
  const id = PDFArray.withContext(document.context);
  id.push(PDFHexString.of(digest.slice(0, 32)));
  id.push(PDFHexString.of(digest.slice(0, 32)));
  return id;
}
