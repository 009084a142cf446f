import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber, PDFRef, PDFString } from '@cantoo/pdf-lib';
import type { PDFObject } from '@cantoo/pdf-lib';

/** An element of a PDF's structure tree, as it stands in the file. */
export interface Node {
  readonly role: string;
  readonly ref: string;
  readonly kids: readonly Kid[];
  readonly lang?: string;
  readonly alt?: string;
  readonly id?: string;
  /** /Scope /Column → { Scope: 'Column' }; numbers and lists of ids as they are. */
  readonly attributes: Readonly<Record<string, string | number | readonly (string | number)[]>>;
}

/** What is drawn on a page under a number, or a rectangle of a link. */
export interface Leaf {
  readonly page: string;
  readonly mcid?: number;
  readonly annotation?: string;
}

export type Kid = Node | Leaf;

export function isNode(kid: Kid): kid is Node {
  return 'role' in kid;
}

export function* nodesOf(top: Node): Generator<Node> {
  yield top;
  for (const kid of top.kids) if (isNode(kid)) yield* nodesOf(kid);
}

export function nodesBelow(node: Node): Node[] {
  return node.kids.filter(isNode);
}

export interface Structure {
  readonly top: Node;
  /** The object that each page and each rectangle of a link names as its place in the tree, by its number there. */
  readonly parents: ReadonlyMap<number, string | readonly (string | undefined)[]>;
  readonly pages: readonly { readonly ref: string; readonly key: number; readonly annotations: readonly Rectangle[] }[];
  readonly catalog: PDFDict;
}

export interface Rectangle {
  readonly ref: string;
  readonly key: number;
  readonly subtype: string;
  readonly contents: string;
}

/** Reads the tree with no eyes of those that wrote it: object by object. */
export function readStructure(document: PDFDocument): Structure {
  const root = document.catalog.lookup(name('StructTreeRoot'), PDFDict);
  const top = new Reader(document).readNode(root.get(name('K'))!);
  return { top, parents: readParents(document, root), pages: readPages(document), catalog: document.catalog };
}

class Reader {
  readonly #document: PDFDocument;

  constructor(document: PDFDocument) {
    this.#document = document;
  }

  readNode(object: PDFObject, page = ''): Node {
    const ref = String(object);
    const dict = this.#document.context.lookup(object, PDFDict);
    const own = dict.has(name('Pg')) ? String(dict.get(name('Pg'))) : page;
    const [lang, alt, id] = ['Lang', 'Alt', 'ID'].map((key) => textOf(dict.lookup(name(key))));
    return {
      role: dict.lookup(name('S'), PDFName).decodeText(), ref, kids: this.#kidsOf(dict.get(name('K')), own),
      attributes: this.#attributesOf(dict), ...(lang === undefined ? {} : { lang }), ...(alt === undefined ? {} : { alt }), ...(id === undefined ? {} : { id }),
    };
  }

  #kidsOf(object: PDFObject | undefined, page: string): Kid[] {
    const found = this.#document.context.lookup(object);
    if (found instanceof PDFArray) return found.asArray().flatMap((kid) => this.#kidsOf(kid, page));
    if (found instanceof PDFNumber) return [{ page, mcid: found.asNumber() }];
    if (!(found instanceof PDFDict)) return [];
    const type = found.lookupMaybe(name('Type'), PDFName)?.decodeText();
    const on = found.has(name('Pg')) ? String(found.get(name('Pg'))) : page;
    if (type === 'MCR') return [{ page: on, mcid: found.lookup(name('MCID'), PDFNumber).asNumber() }];
    if (type === 'OBJR') return [{ page: on, annotation: String(found.get(name('Obj'))) }];
    return [this.readNode(object!, page)];
  }

  #attributesOf(dict: PDFDict): Node['attributes'] {
    const found = dict.lookup(name('A'));
    const owners = found instanceof PDFArray ? found.asArray().map((each) => this.#document.context.lookup(each, PDFDict)) : found instanceof PDFDict ? [found] : [];
    return Object.fromEntries(owners.flatMap((owner) => owner.entries().map(([key, value]) => [key.decodeText(), valueOf(this.#document.context.lookup(value))])));
  }
}

function valueOf(value: PDFObject | undefined): string | number | (string | number)[] {
  if (value instanceof PDFArray) return value.asArray().map((each) => valueOf(each) as string | number);
  if (value instanceof PDFNumber) return value.asNumber();
  return value instanceof PDFName ? value.decodeText() : (textOf(value) ?? '');
}

function readParents(document: PDFDocument, root: PDFDict): Structure['parents'] {
  const numbers = root.lookup(name('ParentTree'), PDFDict).lookup(name('Nums'), PDFArray).asArray();
  return new Map(numbers.flatMap((key, index) => {
    if (index % 2 === 1) return [];
    const value = numbers[index + 1]!;
    const list = document.context.lookup(value);
    const parents = list instanceof PDFArray ? list.asArray().map((each) => (each instanceof PDFRef ? String(each) : undefined)) : String(value);
    return [[(key as PDFNumber).asNumber(), parents] as const];
  }));
}

function readPages(document: PDFDocument): Structure['pages'] {
  const numberOf = (dict: PDFDict, key: string) => dict.lookupMaybe(name(key), PDFNumber)?.asNumber() ?? -1;
  return document.getPages().map(({ ref, node }) => ({
    ref: String(ref), key: numberOf(node, 'StructParents'),
    annotations: (node.Annots()?.asArray() ?? []).map((each) => {
      const dict = document.context.lookup(each, PDFDict);
      return {
        ref: String(each), key: numberOf(dict, 'StructParent'), subtype: dict.lookup(name('Subtype'), PDFName).decodeText(),
        contents: textOf(dict.lookup(name('Contents'))) ?? '',
      };
    }),
  }));
}

function textOf(value: PDFObject | undefined): string | undefined {
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : undefined;
}

function name(key: string): PDFName {
  return PDFName.of(key);
}
