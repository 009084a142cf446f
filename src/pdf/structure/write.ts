import { PDFArray, PDFDict, PDFName, PDFNull, PDFNumber, PDFRef } from '@cantoo/pdf-lib';
import type { PDFDocument, PDFObject, PDFPage } from '@cantoo/pdf-lib';
import { isAnnotation, isContent, isElement, walk } from './element.ts';
import type { Annotation, Content, Element } from './element.ts';

/** Roles of Chromium's that PDF 1.7 does not know, each with the standard one nearest to it. */
const ROLE_MAP = { Strong: 'Span', Em: 'Span', Aside: 'Note' };

const [K, S, P, PG] = ['K', 'S', 'P', 'Pg'].map((name) => PDFName.of(name)) as [PDFName, PDFName, PDFName, PDFName];
const ID = PDFName.of('ID');
const [ID_TREE, PARENT_TREE] = ['IDTree', 'ParentTree'].map((name) => PDFName.of(name)) as [PDFName, PDFName];

/**
 * Puts a structure tree in the place of the document's own. `former`: the elements that it had before. All get new
 * places in the file, in reading order: the browser's order changes with what it did before.
 */
export function writeStructure(document: PDFDocument, top: Element, former: readonly Element[]): void {
  const { catalog, context } = document;
  const root = catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict);
  for (const { ref } of former) if (ref) context.delete(ref);
  for (const tree of [ID_TREE, PARENT_TREE]) dropTree(document, root.get(tree));
  const refs = new Map([...walk(top)].map((element) => [element, context.nextRef()]));
  new Writer(document, refs).write();
  top.dict.set(P, catalog.get(PDFName.of('StructTreeRoot'))!);
  root.set(K, refs.get(top)!);
  root.set(PDFName.of('RoleMap'), context.obj(ROLE_MAP));
  writeParents(document, root, refs);
  writeIdTree(document, root, refs);
}

/** A tree of names or numbers with the lists that it leads to. */
function dropTree(document: PDFDocument, ref: PDFObject | undefined): void {
  if (!(ref instanceof PDFRef)) return;
  const node = document.context.lookup(ref);
  document.context.delete(ref);
  if (node instanceof PDFDict) for (const key of ['Kids', 'Nums']) node.lookupMaybe(PDFName.of(key), PDFArray)?.asArray().forEach((kid) => dropTree(document, kid));
}

class Writer {
  readonly #document: PDFDocument;
  readonly #pages: readonly PDFPage[];
  readonly #refs: ReadonlyMap<Element, PDFRef>;

  constructor(document: PDFDocument, refs: ReadonlyMap<Element, PDFRef>) {
    this.#document = document;
    this.#pages = document.getPages();
    this.#refs = refs;
  }

  write(): void {
    for (const [element, ref] of this.#refs) {
      this.#writeElement(element, ref);
      this.#document.context.assign(ref, element.dict);
    }
  }

  #writeElement({ role, kids, dict }: Element, ref: PDFRef): void {
    const home = kids.find(isContent)?.page;
    dict.set(S, PDFName.of(role));
    if (home === undefined) dict.delete(PG);
    else dict.set(PG, this.#pages[home]!.ref);
    const written = kids.map((kid) => {
      if (!isElement(kid)) return this.#leaf(kid, home);
      kid.dict.set(P, ref);
      return this.#refs.get(kid)!;
    });
    if (written.length === 0) dict.delete(K);
    else dict.set(K, written.length === 1 ? written[0]! : this.#document.context.obj(written));
  }

  #leaf(kid: Content | Annotation, home: number | undefined): PDFObject {
    const page = this.#pages[kid.page]?.ref;
    if (isAnnotation(kid)) {
      return this.#document.context.obj({ Type: 'OBJR', Obj: kid.annotation, ...(page ? { Pg: page } : {}) });
    }
    if (kid.page === home || !page) return PDFNumber.of(kid.mcid);
    return this.#document.context.obj({ Type: 'MCR', Pg: page, MCID: kid.mcid });
  }
}

/** The way back from what is drawn to the element that it belongs to. */
function writeParents(document: PDFDocument, root: PDFDict, refs: ReadonlyMap<Element, PDFRef>): void {
  const { context } = document;
  const pages = document.getPages();
  const byKey = new Map<number, PDFObject>();
  const contents = pages.map((): (PDFRef | undefined)[] => []);
  for (const [{ kids }, ref] of refs) {
    for (const kid of kids) {
      if (isElement(kid)) continue;
      if (isContent(kid)) contents[kid.page]![kid.mcid] = ref;
      else byKey.set(parentKey(context.lookup(kid.annotation, PDFDict), 'StructParent'), ref);
    }
  }
  pages.forEach(({ node }, index) => {
    const all = Array.from(contents[index]!, (ref) => ref ?? PDFNull);
    if (all.length > 0) byKey.set(parentKey(node, 'StructParents'), context.register(context.obj(all)));
  });
  const sorted = [...byKey].filter(([key]) => key >= 0).sort(([a], [b]) => a - b);
  const numbers = context.obj(sorted.flatMap(([key, value]) => [PDFNumber.of(key), value]));
  root.set(PARENT_TREE, context.register(context.obj({ Nums: numbers })));
}

function parentKey(dict: PDFDict, name: string): number {
  return dict.lookupMaybe(PDFName.of(name), PDFNumber)?.asNumber() ?? -1;
}

/** The way to a header cell from the cells that name it. */
function writeIdTree(document: PDFDocument, root: PDFDict, refs: ReadonlyMap<Element, PDFRef>): void {
  const { context } = document;
  const named = [...refs].flatMap(([{ dict }, ref]) => (dict.has(ID) ? [[dict.get(ID)!, ref] as const] : []));
  if (named.length === 0) return void root.delete(ID_TREE);
  const leaf = context.obj({ Names: context.obj(named.flat()), Limits: context.obj([named[0]![0], named.at(-1)![0]]) });
  root.set(ID_TREE, context.register(context.obj({ Kids: context.obj([context.register(leaf)]) })));
}
