import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRef } from '@cantoo/pdf-lib';

/** Element id → its page, counted from 1. Only ids that some link points to are known. */
export type PageNumbers = ReadonlyMap<string, number>;

export interface PageMap {
  readonly pageCount: number;
  readonly pages: PageNumbers;
}

/** Reads from a PDF made by Chromium on which page each link target lies. */
export async function readPageMap(pdf: Uint8Array): Promise<PageMap> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const numbers = new Map(document.getPages().map(({ ref }, index) => [ref.toString(), index + 1]));
  const pages = new Map<string, number>();
  for (const [name, destination] of document.catalog.lookupMaybe(PDFName.of('Dests'), PDFDict)?.entries() ?? []) {
    const page = pageOf(document.context.lookup(destination));
    const number = page && numbers.get(page.toString());
    if (number) pages.set(decodeId(name), number);
  }
  return { pageCount: numbers.size, pages };
}

/** `[page /XYZ x y zoom]` → the page's reference */
function pageOf(destination: unknown): PDFRef | undefined {
  const page = destination instanceof PDFArray ? destination.get(0) : undefined;
  return page instanceof PDFRef ? page : undefined;
}

/** Chromium percent-encodes ids beyond ASCII. */
function decodeId(name: PDFName): string {
  const text = name.decodeText();
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
