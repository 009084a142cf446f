import { inflateSync } from 'node:zlib';
import { findReference, listPages, openObjects, reference } from './objects.ts';
import type { Objects } from './objects.ts';

/** Element id → its page, counted from 1. Only ids that some link points to are known. */
export type PageNumbers = ReadonlyMap<string, number>;

export interface PageMap {
  readonly pageCount: number;
  readonly pages: PageNumbers;
  /** 1, or less where something was too wide for its page: the browser then makes everything smaller. */
  readonly scale: number;
}

/**
 * Reads from a PDF as Chromium writes it on which page each link target lies. It looks only at the catalog,
 * the page tree and the destinations, which takes milliseconds where opening a long document takes seconds;
 * the file must still have its plain cross-reference table, as it does before `finishPdf`.
 * @throws Error where the file is not built like that.
 */
export function readPageMap(pdf: Uint8Array): PageMap {
  const objects = openObjects(pdf);
  const inOrder = listPages(objects);
  const numbers = new Map(inOrder.map((page, index) => [page, index + 1]));
  const destinations = findReference(objects.read(reference(objects.trailer, 'Root')), 'Dests');
  const pages = new Map<string, number>();
  for (const [, name, page] of destinations === undefined ? [] : objects.read(destinations).matchAll(DESTINATION)) {
    const number = numbers.get(Number(page));
    if (number) pages.set(decodeId(name!), number);
  }
  return { pageCount: numbers.size, pages, scale: readScale(objects, inOrder[0]!) };
}

/** A pixel is 0.75 points long, and the browser counts in 0.24 points. */
const TRUE_SCALE = 0.75 / 0.24;

/** The first thing that a page draws in its text area: `… re W* n q 3.1248446 0 0 3.1248446 … cm`. */
function readScale(objects: Objects, page: number): number {
  const content = inflate(objects.read(reference(objects.read(page), 'Contents')));
  const scale = Number(content.match(/re\s+W\*? n\s+q\s+([\d.]+) 0 0 \1 /)?.[1] ?? TRUE_SCALE) / TRUE_SCALE;
  return Math.abs(scale - 1) < 0.001 ? 1 : scale;
}

function inflate(stream: string): string {
  const start = stream.search(/stream\r?\n/) + (stream.includes('stream\r\n') ? 8 : 7);
  const bytes = Buffer.from(stream.slice(start, stream.lastIndexOf('endstream')), 'latin1');
  return (stream.includes('/FlateDecode') ? inflateSync(bytes) : bytes).toString('latin1');
}

/** `/coverage [16 0 R /XYZ 62 759 0]` */
const DESTINATION = /\/([^\s/[\]<>()]+) ?\[(\d+) 0 R \/XYZ/g;

/** Names write odd bytes as `#25`, and Chromium percent-encodes ids beyond ASCII: `#25E7#259B#25AE` → `目`. */
function decodeId(name: string): string {
  const text = name.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)));
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
