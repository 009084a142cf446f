/** The objects of a PDF file as Chromium writes it, as text: a character for each byte. */
export interface Objects {
  readonly trailer: string;
  /** The source of an object, by its number: `7 0 obj\n<</Type /Page …>>\n`. */
  read(number: number): string;
  /** The file without these objects and without the table that tells where the objects are. */
  without(numbers: ReadonlySet<number>): Uint8Array;
}

/** @throws Error where the file has no plain cross-reference table. */
export function openObjects(pdf: Uint8Array): Objects {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const text = bytes.toString('latin1');
  const start = Number(text.slice(-64).match(/startxref\s+(\d+)/)?.[1]);
  const table = text.slice(start);
  const [, first, count] = table.match(/^xref\s+(\d+) (\d+)\s+/) ?? [];
  if (first !== '0') throw new Error('The PDF has no plain cross-reference table.');
  const entries = [...table.matchAll(/^(\d{10}) \d{5} [fn]/gm)].slice(0, Number(count));
  const offsets = entries.map(([, offset]) => Number(offset));
  const trailer = table.slice(table.indexOf('trailer'));
  const endOf = (number: number) => text.indexOf('endobj', offsets[number]);
  return {
    trailer,
    read: (number) => text.slice(offsets[number], endOf(number)),
    without: (numbers) => {
      const places = [...numbers].map((number) => [offsets[number]!, endOf(number) + 'endobj\n'.length] as const).sort(([a], [b]) => a - b);
      const starts = [0, ...places.map(([, end]) => end)];
      const ends = [...places.map(([place]) => place), start];
      return Buffer.concat([...starts.map((from, index) => bytes.subarray(from, ends[index])), Buffer.from(trailer, 'latin1')]);
    },
  };
}

/** The number of the object that an entry leads to: `/Pages 12 0 R`. */
export function findReference(source: string, key: string): number | undefined {
  const found = source.match(new RegExp(`/${key} (\\d+) 0 R`))?.[1];
  return found === undefined ? undefined : Number(found);
}

/** @throws Error where there is none. */
export function reference(source: string, key: string): number {
  const found = findReference(source, key);
  if (found === undefined) throw new Error(`The PDF's structure is not as expected: no /${key}.`);
  return found;
}

/** All objects that a source refers to. */
export function referencesIn(source: string): number[] {
  return [...source.matchAll(/(\d+) 0 R/g)].map(([, number]) => Number(number));
}

/** The object numbers of the pages, in order. */
export function listPages(objects: Objects, node = reference(objects.read(reference(objects.trailer, 'Root')), 'Pages')): number[] {
  const kids = objects.read(node).match(/\/Type \/Pages\b[^]*?\/Kids \[([^\]]*)\]/)?.[1];
  return kids === undefined ? [node] : referencesIn(kids).flatMap((kid) => listPages(objects, kid));
}
