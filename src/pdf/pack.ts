import { deflateSync } from 'node:zlib';
import { PDFName, PDFStream } from '@cantoo/pdf-lib';
import type { PDFDocument, PDFObject } from '@cantoo/pdf-lib';
import type { Source } from './structure/write.ts';

/** So many objects share a stream: more make a smaller file, and a reader unpacks more to find one of them. */
const TOGETHER = 100;

/**
 * The bytes of a document, its objects packed into streams (ISO 32000-1, 7.5.7 and 7.5.8), in time that grows with their
 * number: pdf-lib's own writer looks through all entries for each of them. `sources`: objects that it has beside its own.
 */
export function packPdf({ context }: PDFDocument, sources: readonly Source[] = []): Uint8Array {
  const objects = context.enumerateIndirectObjects().filter(([, object]) => !isOfFormerFile(object));
  const [streams, others] = [true, false].map((isStream) => objects.filter(([, object]) => object instanceof PDFStream === isStream)) as [typeof objects, typeof objects];
  const file = new PackedFile(context.largestObjectNumber + 1);
  for (const [ref, object] of streams) file.add(ref.objectNumber, bytesOf(object));
  const small = [...others.map(([{ objectNumber }, object]) => ({ number: objectNumber, text: bytesOf(object).toString('latin1') })), ...sources];
  for (let start = 0; start < small.length; start += TOGETHER) file.addTogether(small.slice(start, start + TOGETHER));
  const { Root, Info, ID } = context.trailerInfo;
  return file.end(`/Root ${Root} /Info ${Info} /ID ${ID}`);
}

const FORMER: ReadonlySet<unknown> = new Set([PDFName.of('XRef'), PDFName.of('ObjStm')]);

/** The table of the file that the document was read from. */
function isOfFormerFile(object: PDFObject): boolean {
  return object instanceof PDFStream && FORMER.has(object.dict.get(PDFName.of('Type')));
}

type Entry = readonly [kind: 1 | 2, place: number, index: number];

class PackedFile {
  readonly #parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\u0081\u0081\u0081\u0081\n', 'latin1')];
  readonly #entries = new Map<number, Entry>();
  #length = this.#parts[0]!.length;
  #next: number;

  /** `next`: a number that no object has, nor any after it. */
  constructor(next: number) {
    this.#next = next;
  }

  add(number: number, bytes: Buffer): void {
    this.#entries.set(number, [1, this.#length, 0]);
    this.#write(Buffer.from(`${number} 0 obj\n`), bytes, Buffer.from('\nendobj\n'));
  }

  addTogether(objects: readonly Source[]): void {
    const number = this.#next++;
    let offset = 0;
    const index = objects.map((object, at) => {
      this.#entries.set(object.number, [2, number, at]);
      const place = offset;
      offset += object.text.length + 1;
      return `${object.number} ${place} `;
    }).join('');
    const content = Buffer.from(`${index}${objects.map(({ text }) => `${text}\n`).join('')}`, 'latin1');
    this.add(number, streamOf(`/Type /ObjStm /N ${objects.length} /First ${index.length}`, content));
  }

  end(trailer: string): Uint8Array {
    const number = this.#next++;
    const place = this.#length;
    const table = Buffer.alloc(7 * this.#next);
    table.writeUInt16BE(0xffff, 5);
    for (const [at, [kind, where, index]] of [...this.#entries, [number, [1, place, 0]] as const]) {
      table.writeUInt8(kind, 7 * at);
      table.writeUInt32BE(where, 7 * at + 1);
      table.writeUInt16BE(index, 7 * at + 5);
    }
    this.add(number, streamOf(`/Type /XRef /Size ${this.#next} /W [1 4 2] ${trailer}`, table));
    this.#write(Buffer.from(`startxref\n${place}\n%%EOF\n`));
    return Buffer.concat(this.#parts);
  }

  #write(...parts: readonly Buffer[]): void {
    for (const part of parts) {
      this.#parts.push(part);
      this.#length += part.length;
    }
  }
}

function streamOf(dict: string, content: Buffer): Buffer {
  const bytes = deflateSync(content, { level: 9 });
  return Buffer.concat([Buffer.from(`<< ${dict} /Filter /FlateDecode /Length ${bytes.length} >>\nstream\n`), bytes, Buffer.from('\nendstream')]);
}

function bytesOf(object: PDFObject): Buffer {
  const bytes = Buffer.allocUnsafe(object.sizeInBytes());
  object.copyBytesInto(bytes, 0);
  return bytes;
}
