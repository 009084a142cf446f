import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRef } from '@cantoo/pdf-lib';
import type { PDFDocument, PDFObject } from '@cantoo/pdf-lib';
import type { Element, Kid } from './element.ts';

const [K, S, PG, TYPE, MCID, OBJ] = ['K', 'S', 'Pg', 'Type', 'MCID', 'Obj'].map((name) => PDFName.of(name)) as
  [PDFName, PDFName, PDFName, PDFName, PDFName, PDFName];

/** The structure tree of a tagged PDF as Chromium writes it; pages are counted from 0. */
export function readStructure(document: PDFDocument): Element | undefined {
  const root = document.catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict);
  const top = root?.get(K);
  if (!root || top === undefined) return undefined;
  const pages = new Map(document.getPages().map(({ ref }, index) => [ref, index]));
  const reader = new Reader(document, pages);
  const [element] = reader.readKids(top, -1);
  return element && 'role' in element ? element : undefined;
}

class Reader {
  readonly #document: PDFDocument;
  readonly #pages: ReadonlyMap<PDFRef, number>;

  constructor(document: PDFDocument, pages: ReadonlyMap<PDFRef, number>) {
    this.#document = document;
    this.#pages = pages;
  }

  readKids(object: PDFObject, page: number): Kid[] {
    const found = object instanceof PDFRef ? this.#document.context.lookup(object) : object;
    if (found instanceof PDFArray) return found.asArray().flatMap((kid) => this.readKids(kid, page));
    if (found instanceof PDFNumber) return [{ page, mcid: found.asNumber() }];
    if (!(found instanceof PDFDict)) return [];
    return this.#readDict(found, object instanceof PDFRef ? object : undefined, this.#pageOf(found) ?? page);
  }

  #readDict(dict: PDFDict, ref: PDFRef | undefined, page: number): Kid[] {
    const type = dict.lookupMaybe(TYPE, PDFName)?.decodeText();
    if (type === 'MCR') return [{ page, mcid: dict.lookup(MCID, PDFNumber).asNumber() }];
    if (type === 'OBJR') return [{ page, annotation: dict.get(OBJ) as PDFRef }];
    const kids = dict.get(K);
    return [{
      role: dict.lookup(S, PDFName).decodeText(), dict, kids: kids === undefined ? [] : this.readKids(kids, page),
      ...(ref === undefined ? {} : { ref }),
    }];
  }

  #pageOf(dict: PDFDict): number | undefined {
    const page = dict.get(PG);
    return page instanceof PDFRef ? this.#pages.get(page) : undefined;
  }
}
