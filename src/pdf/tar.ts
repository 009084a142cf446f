export interface TarEntry {
  /** Path inside the archive, e.g. `lib/libnss3.so`. */
  readonly name: string;
  readonly mode: number;
  readonly content: Buffer;
}

const BLOCK = 512;

/** The regular files of a tar archive (ustar, names of up to 100 bytes), in its order. */
export function readTar(archive: Buffer): TarEntry[] {
  const entries: TarEntry[] = [];
  for (let at = 0; at + BLOCK <= archive.length && archive[at] !== 0; ) {
    const size = readOctal(archive, at + 124, 12);
    if (isRegularFile(archive[at + 156])) entries.push(readEntry(archive, at, size));
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
  return entries;
}

function readEntry(archive: Buffer, at: number, size: number): TarEntry {
  return {
    name: readText(archive, at, 100),
    mode: readOctal(archive, at + 100, 8) & 0o777,
    content: archive.subarray(at + BLOCK, at + BLOCK + size),
  };
}

function isRegularFile(type: number | undefined): boolean {
  return type === 0 || type === '0'.charCodeAt(0);
}

function readOctal(archive: Buffer, at: number, length: number): number {
  return Number.parseInt(readText(archive, at, length), 8) || 0;
}

function readText(archive: Buffer, at: number, length: number): string {
  return archive.toString('utf8', at, at + length).replace(/\0.*$/s, '').trim();
}
