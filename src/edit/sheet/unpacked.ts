import { inflateRawSync } from 'node:zlib';

/**
 * Whether all that a zip file holds is of that size at most when it is unpacked: half a megabyte of blanks can be half a
 * gigabyte. What its list of contents says of the sizes need not be true, so each part is unpacked as far as it may be.
 * A file that cannot be read as one is left to whoever reads it.
 */
export function isUnpackedWithin(zip: Uint8Array, most: number): boolean {
  const view = Buffer.from(zip.buffer, zip.byteOffset, zip.byteLength);
  let left = most;
  for (const { method, packed } of partsOf(view)) {
    if (method === STORED) left -= packed.length;
    if (method === DEFLATED) left -= sizeOf(packed, left);
    if (left < 0) return false;
  }
  return true;
}

const [STORED, DEFLATED] = [0, 8];

interface Part {
  readonly method: number;
  readonly packed: Buffer;
}

/** The parts that the list at the end of the file names. */
function* partsOf(zip: Buffer): Generator<Part> {
  const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  if (end < 0 || end + 20 > zip.length) return;
  let at = zip.readUInt32LE(end + 16);
  while (at + 46 <= zip.length && zip.readUInt32LE(at) === LISTED) {
    const [method, size, local] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 42)];
    if (local + 30 <= zip.length) {
      const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
      yield { method, packed: zip.subarray(start, start + size) };
    }
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
}

const LISTED = 0x02014b50;

/** More than `most` where it is more; what is broken has none. */
function sizeOf(packed: Buffer, most: number): number {
  try {
    return inflateRawSync(packed, { maxOutputLength: most + 1 }).length;
  } catch (error) {
    return (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? most + 1 : 0;
  }
}
