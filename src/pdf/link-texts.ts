import { PDFDict, PDFHexString, PDFName, PDFRef, PDFString } from '@cantoo/pdf-lib';
import type { PDFContext } from '@cantoo/pdf-lib';
import { isAnnotation, walk } from './structure/element.ts';
import type { Element } from './structure/element.ts';

/** What a link says, and the id or the address that it leads to. */
export interface LinkText {
  readonly to: string;
  readonly text: string;
}

/**
 * Writes what each link says into its rectangles, where screen readers look for it. Links to one place take their
 * texts in the order of the document.
 */
export function describeLinks(top: Element, context: PDFContext, links: readonly LinkText[]): void {
  const texts = Map.groupBy(links, ({ to }) => to);
  for (const link of walk(top)) {
    if (link.role !== 'Link') continue;
    const annotations = link.kids.filter(isAnnotation).map(({ annotation }) => context.lookup(PDFRef.of(annotation), PDFDict));
    const to = annotations.map(destinationOf).find((each) => each !== undefined);
    const waiting = to === undefined ? undefined : texts.get(to);
    const text = (waiting && waiting.length > 1 ? waiting.shift() : waiting?.[0])?.text ?? to;
    if (text === undefined) continue;
    for (const annotation of annotations) annotation.set(PDFName.of('Contents'), PDFHexString.fromText(text));
  }
}

function destinationOf(annotation: PDFDict): string | undefined {
  const name = annotation.lookup(PDFName.of('Dest'));
  if (name instanceof PDFName) return decode(name.decodeText());
  const uri = annotation.lookupMaybe(PDFName.of('A'), PDFDict)?.lookup(PDFName.of('URI'));
  return uri instanceof PDFString || uri instanceof PDFHexString ? uri.decodeText() : undefined;
}

function decode(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
