/** An element of the structure tree: what a screen reader reads, in its order. */
export interface Element {
  /** P, H1, Table …; without the slash. */
  role: string;
  kids: Kid[];
  /** Its number in the file that the browser wrote; absent for one that is new. */
  readonly number?: number;
  /** Its other entries as they stand in the file: `Lang: '(ja)'`, `A: '<</O /Table …>>'`. */
  readonly entries: Entries;
}

export type Entries = Record<string, string>;

/** Something drawn on a page; pages are counted from 0. */
export interface Content {
  readonly page: number;
  readonly mcid: number;
}

/** A link's rectangle on a page, by its object's number. */
export interface Annotation {
  readonly page: number;
  readonly annotation: number;
}

export type Kid = Element | Content | Annotation;

export function isElement(kid: Kid): kid is Element {
  return 'role' in kid;
}

export function isContent(kid: Kid): kid is Content {
  return 'mcid' in kid;
}

export function isAnnotation(kid: Kid): kid is Annotation {
  return 'annotation' in kid;
}

/** An element and all below it, in reading order. */
export function walk(top: Element): Element[] {
  const all: Element[] = [];
  const add = (element: Element) => {
    all.push(element);
    for (const kid of element.kids) if (isElement(kid)) add(kid);
  };
  add(top);
  return all;
}

/** What is drawn of an element and of all below it. */
export function contentsOf(element: Element): Content[] {
  return element.kids.flatMap((kid) => (isElement(kid) ? contentsOf(kid) : isContent(kid) ? [kid] : []));
}
