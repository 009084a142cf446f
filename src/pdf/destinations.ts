import { inflateSync } from 'node:zlib';

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
  const objects = openObjects(Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1'));
  const catalog = objects.read(find(objects.trailer, /\/Root (\d+) 0 R/));
  const inOrder = listPages(objects, find(catalog, /\/Pages (\d+) 0 R/));
  const numbers = new Map(inOrder.map((page, index) => [page, index + 1]));
  const destinations = catalog.match(/\/Dests (\d+) 0 R/)?.[1];
  const pages = new Map<string, number>();
  for (const [, name, page] of destinations ? objects.read(destinations).matchAll(DESTINATION) : []) {
    const number = numbers.get(page!);
    if (number) pages.set(decodeId(name!), number);
  }
  return { pageCount: numbers.size, pages, scale: readScale(objects, inOrder[0]!) };
}

/** A pixel is 0.75 points long, and the browser counts in 0.24 points. */
const TRUE_SCALE = 0.75 / 0.24;

/** The first thing that a page draws in its text area: `… re W* n q 3.1248446 0 0 3.1248446 … cm`. */
function readScale(objects: Objects, page: string): number {
  const content = inflate(objects.read(find(objects.read(page), /\/Contents (\d+) 0 R/)));
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

interface Objects {
  readonly trailer: string;
  /** The source of an object, by its number. */
  read(number: string): string;
}

function openObjects(text: string): Objects {
  const start = Number(text.slice(-64).match(/startxref\s+(\d+)/)?.[1]);
  const table = text.slice(start);
  const [, first, count] = table.match(/^xref\s+(\d+) (\d+)\s+/) ?? [];
  if (first !== '0') throw new Error('The PDF has no plain cross-reference table.');
  const entries = [...table.matchAll(/^(\d{10}) \d{5} [fn]/gm)].slice(0, Number(count));
  const offsets = entries.map(([, offset]) => Number(offset));
  return {
    trailer: table.slice(table.indexOf('trailer')),
    read: (number) => text.slice(offsets[Number(number)], text.indexOf('endobj', offsets[Number(number)])),
  };
}

/** The object numbers of the pages below a node of the page tree, in order. */
function listPages(objects: Objects, node: string): string[] {
  const kids = objects.read(node).match(/\/Type \/Pages\b[^]*?\/Kids \[([^\]]*)\]/)?.[1];
  if (kids === undefined) return [node];
  return [...kids.matchAll(/(\d+) 0 R/g)].flatMap(([, kid]) => listPages(objects, kid!));
}

function find(source: string, pattern: RegExp): string {
  const found = source.match(pattern)?.[1];
  if (found === undefined) throw new Error(`The PDF's structure is not as expected: no ${pattern.source}.`);
  return found;
}

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
