import { PDFArray, PDFDict, PDFName, PDFString } from '@cantoo/pdf-lib';
import { walk } from './element.ts';
import type { Element } from './element.ts';

const [A, ID, HEADERS] = ['A', 'ID', 'Headers'].map((name) => PDFName.of(name)) as [PDFName, PDFName, PDFName];

/**
 * Cells name the header cells that they belong to, by the numbers of the browser's nodes, which go on from whatever it
 * did before. They are counted anew in reading order: the same document gives the same file.
 */
export function renumberIds(top: Element): void {
  const elements = [...walk(top)].filter(({ dict }) => dict.has(ID));
  const renamed = new Map(elements.map(({ dict }, index) => [textOf(dict.get(ID)), PDFString.of(`n${String(index + 1).padStart(6, '0')}`)]));
  const rename = (id: string) => renamed.get(id) ?? PDFString.of(id);
  for (const { dict } of elements) dict.set(ID, rename(textOf(dict.get(ID))));
  for (const { dict } of walk(top)) {
    for (const headers of headersIn(dict)) {
      for (let index = 0; index < headers.size(); index++) headers.set(index, rename(textOf(headers.get(index))));
    }
  }
}

function headersIn(dict: PDFDict): PDFArray[] {
  const attributes = dict.lookup(A);
  const owners = attributes instanceof PDFArray ? attributes.asArray() : attributes ? [attributes] : [];
  return owners.flatMap((owner) => (owner instanceof PDFDict ? (owner.lookupMaybe(HEADERS, PDFArray) ?? []) : []));
}

function textOf(id: unknown): string {
  return id instanceof PDFString ? id.asString() : String(id);
}
