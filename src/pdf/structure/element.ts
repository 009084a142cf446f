import type { PDFDict, PDFRef } from '@cantoo/pdf-lib';

/** An element of the structure tree: what a screen reader reads, in its order. */
export interface Element {
  /** P, H1, Table …; without the slash. */
  role: string;
  kids: Kid[];
  /** Where the element stands in the file; absent for one that is new. */
  readonly ref?: PDFRef;
  /** Its entries besides role, kids and parent: /Lang, /Alt, /A, /ID. */
  readonly dict: PDFDict;
}

/** Something drawn on a page. */
export interface Content {
  readonly page: number;
  readonly mcid: number;
}

/** A link's rectangle on a page. */
export interface Annotation {
  readonly page: number;
  readonly annotation: PDFRef;
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
export function* walk(element: Element): Generator<Element> {
  yield element;
  for (const kid of element.kids) if (isElement(kid)) yield* walk(kid);
}

/** What is drawn of an element and of all below it. */
export function contentsOf(element: Element): Content[] {
  return element.kids.flatMap((kid) => (isElement(kid) ? contentsOf(kid) : isContent(kid) ? [kid] : []));
}
