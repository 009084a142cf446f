import { findReference, listPages, reference, referencesIn } from '../objects.ts';
import type { Objects } from '../objects.ts';
import type { Element, Entries, Kid } from './element.ts';

/** The structure tree of a PDF, and the numbers of the objects that it and its indexes are made of. */
export interface Structure {
  readonly top: Element;
  readonly numbers: ReadonlySet<number>;
}

/**
 * The structure tree of a tagged PDF as Chromium writes it. Most of the objects of a long document belong to it: they
 * are read here, as text, since reading them into a general model of a PDF takes ten times as long.
 */
export function readStructure(objects: Objects): Structure | undefined {
  const root = findReference(objects.read(reference(objects.trailer, 'Root')), 'StructTreeRoot');
  const source = root === undefined ? '' : objects.read(root);
  const top = findReference(source, 'K');
  if (top === undefined) return undefined;
  const reader = new Reader(objects);
  const element = reader.read(top, -1);
  for (const index of ['ParentTree', 'IDTree']) reader.takeIndex(findReference(source, index));
  return { top: element, numbers: reader.numbers };
}

class Reader {
  readonly numbers = new Set<number>();
  readonly #objects: Objects;
  readonly #pages: ReadonlyMap<number, number>;

  constructor(objects: Objects) {
    this.#objects = objects;
    this.#pages = new Map(listPages(objects).map((number, index) => [number, index]));
  }

  /** `page`: the one that what is around it lies on. */
  read(number: number, page: number): Element {
    this.numbers.add(number);
    const { S = '/', K = '', P: _, Pg, Type: __, ...entries } = readEntries(this.#objects.read(number));
    return { role: S.slice(1), kids: this.#readKids(K, this.#pageOf(Pg) ?? page), number, entries };
  }

  /** `3`, `12 0 R` or `[3 12 0 R <</Type /MCR …>>]` */
  #readKids(source: string, page: number): Kid[] {
    if (source.endsWith('R')) return [this.read(Number.parseInt(source, 10), page)];
    return [...source.matchAll(KID)].map(([kid, number, dict]): Kid => {
      if (number !== undefined) return this.read(Number(number), page);
      if (dict === undefined) return { page, mcid: Number(kid) };
      const { Pg, MCID, Obj } = readEntries(dict);
      const own = this.#pageOf(Pg) ?? page;
      return Obj === undefined ? { page: own, mcid: Number(MCID) } : { page: own, annotation: Number.parseInt(Obj, 10) };
    });
  }

  #pageOf(ref: string | undefined): number | undefined {
    return ref === undefined ? undefined : this.#pages.get(Number.parseInt(ref, 10));
  }

  /** What leads from pages and from names to the elements: it is written anew. */
  takeIndex(number: number | undefined): void {
    if (number === undefined || this.numbers.has(number)) return;
    this.numbers.add(number);
    const [, below = ''] = /\/(?:Kids|Nums) \[([^\]]*)\]/.exec(this.#objects.read(number)) ?? [];
    for (const each of referencesIn(below)) this.takeIndex(each);
  }
}

const KID = /(\d+) 0 R|(<<[^>]*>>)|\d+/g;

const TOKEN = /<<|>>|[[\]]|\((?:\\[^]|[^\\)])*\)|<[\dA-Fa-f\s]*>|\/[^\s/<>[\]()]*|[^\s/<>[\]()]+/g;

/** The entries of a dictionary: `<</S /P /K [1 2]>>` → `{ S: '/P', K: '[1 2]' }`. */
export function readEntries(source: string): Entries {
  const entries: Entries = {};
  let [depth, key, from, end] = [0, '', -1, -1];
  TOKEN.lastIndex = source.indexOf('<<');
  for (let match = TOKEN.exec(source); match; match = TOKEN.exec(source)) {
    const [token] = match;
    if (token === '>>' || token === ']') depth -= 1;
    const isKey = depth === 1 && token.startsWith('/') && (key === '' || from >= 0);
    if ((isKey || depth === 0) && key !== '') entries[key] = source.slice(from, end);
    if (depth === 0 && token === '>>') break;
    if (isKey) [key, from] = [token.slice(1), -1];
    else if (key !== '' && from < 0) from = match.index;
    end = match.index + token.length;
    if (token === '<<' || token === '[') depth += 1;
  }
  return entries;
}
