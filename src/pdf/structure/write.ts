import { PDFDict, PDFName, PDFNumber, PDFRef } from '@cantoo/pdf-lib';
import type { PDFContext, PDFDocument } from '@cantoo/pdf-lib';
import { isAnnotation, isContent, isElement, walk } from './element.ts';
import type { Annotation, Content, Element } from './element.ts';

/** An object of a PDF as its source. */
export interface Source {
  readonly number: number;
  readonly text: string;
}

/** Roles of Chromium's that PDF 1.7 does not know, each with the standard one nearest to it. */
const ROLE_MAP = { Strong: 'Span', Em: 'Span', Aside: 'Div' };

/**
 * Gives a document this structure tree. Its elements take numbers after all others, in reading order: the browser's
 * order changes with what it did before.
 * @returns the objects that the document gets beside its own.
 */
export function writeStructure(document: PDFDocument, top: Element): Source[] {
  const { catalog, context } = document;
  const root = catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict);
  const pages = document.getPages();
  const first = context.largestObjectNumber + 1;
  const elements = walk(top);
  const numbers = new Map(elements.map((element, index) => [element, first + index]));
  const parent = (catalog.get(PDFName.of('StructTreeRoot')) as PDFRef).objectNumber;
  const sources = new Writer(pages.map(({ ref }) => ref.objectNumber), numbers).write(top, parent);
  const add = (text: string) => {
    const number = first + sources.length;
    sources.push({ number, text });
    return PDFRef.of(number);
  };
  root.set(PDFName.of('K'), PDFRef.of(first));
  root.set(PDFName.of('RoleMap'), context.obj(ROLE_MAP));
  root.set(PDFName.of('ParentTree'), add(parentsOf(document, numbers, add)));
  const ids = idsOf(numbers);
  if (ids === undefined) root.delete(PDFName.of('IDTree'));
  else root.set(PDFName.of('IDTree'), add(`<</Kids [${add(ids)}]>>`));
  leadBookmarks(context, numbers);
  context.largestObjectNumber = first + sources.length - 1;
  return sources;
}

class Writer {
  readonly #pages: readonly number[];
  readonly #numbers: ReadonlyMap<Element, number>;
  readonly #sources: Source[] = [];

  /** `pages`: the numbers of their objects. */
  constructor(pages: readonly number[], numbers: ReadonlyMap<Element, number>) {
    this.#pages = pages;
    this.#numbers = numbers;
  }

  write(element: Element, parent: number): Source[] {
    const { role, kids, entries } = element;
    const number = this.#numbers.get(element)!;
    const home = kids.find(isContent)?.page;
    const written = kids.map((kid) => (isElement(kid) ? `${this.#numbers.get(kid)} 0 R` : this.#leaf(kid, home)));
    const all = {
      Type: '/StructElem', S: `/${role}`, P: `${parent} 0 R`,
      ...(home === undefined ? {} : { Pg: `${this.#pages[home]} 0 R` }),
      ...(written.length === 0 ? {} : { K: written.length === 1 ? written[0] : `[${written.join(' ')}]` }),
      ...entries,
    };
    let text = '<<';
    for (const [key, value] of Object.entries(all)) text += `/${key} ${value}\n`;
    this.#sources.push({ number, text: `${text}>>` });
    for (const kid of kids) if (isElement(kid)) this.write(kid, number);
    return this.#sources;
  }

  #leaf(kid: Content | Annotation, home: number | undefined): string {
    const page = this.#pages[kid.page];
    if (isAnnotation(kid)) return `<</Type /OBJR /Obj ${kid.annotation} 0 R${page === undefined ? '' : ` /Pg ${page} 0 R`}>>`;
    return kid.page === home || page === undefined ? String(kid.mcid) : `<</Type /MCR /Pg ${page} 0 R /MCID ${kid.mcid}>>`;
  }
}

/** The way back from what is drawn to the element that it belongs to. `add`: writes an object. */
function parentsOf(document: PDFDocument, numbers: ReadonlyMap<Element, number>, add: (text: string) => PDFRef): string {
  const pages = document.getPages();
  const byKey = new Map<number, string>();
  const contents = pages.map((): (number | undefined)[] => []);
  for (const [{ kids }, number] of numbers) {
    for (const kid of kids) {
      if (isElement(kid)) continue;
      if (isContent(kid)) contents[kid.page]![kid.mcid] = number;
      else byKey.set(parentKey(document.context.lookup(PDFRef.of(kid.annotation), PDFDict), 'StructParent'), `${number} 0 R`);
    }
  }
  pages.forEach(({ node }, index) => {
    const all = Array.from(contents[index]!, (number) => (number === undefined ? 'null' : `${number} 0 R`));
    if (all.length > 0) byKey.set(parentKey(node, 'StructParents'), String(add(`[${all.join(' ')}]`)));
  });
  const sorted = [...byKey].filter(([key]) => key >= 0).sort(([a], [b]) => a - b);
  return `<</Nums [${sorted.map(([key, value]) => `${key} ${value}`).join(' ')}]>>`;
}

function parentKey(dict: PDFDict, name: string): number {
  return dict.lookupMaybe(PDFName.of(name), PDFNumber)?.asNumber() ?? -1;
}

/** The way to a header cell from the cells that name it. */
function idsOf(numbers: ReadonlyMap<Element, number>): string | undefined {
  const named = [...numbers].flatMap(([{ entries: { ID } }, number]) => (ID === undefined ? [] : [{ ID, number }]));
  if (named.length === 0) return undefined;
  return `<</Limits [${named[0]!.ID} ${named.at(-1)!.ID}]\n/Names [${named.map(({ ID, number }) => `${ID} ${number} 0 R`).join(' ')}]>>`;
}

/** A bookmark also names the heading that it stands for. */
function leadBookmarks(context: PDFContext, numbers: ReadonlyMap<Element, number>): void {
  const moved = new Map([...numbers].map(([{ number }, now]) => [number, now]));
  for (const [, object] of context.enumerateIndirectObjects()) {
    const former = object instanceof PDFDict ? object.get(SE) : undefined;
    if (!(former instanceof PDFRef)) continue;
    const now = moved.get(former.objectNumber);
    if (now === undefined) (object as PDFDict).delete(SE);
    else (object as PDFDict).set(SE, PDFRef.of(now));
  }
}

const SE = PDFName.of('SE');
