import { readTables } from './sfnt.ts';

/**
 * The code points that a TrueType or OpenType font file has a glyph for, from the format 12 table of its
 * `cmap`.
 */
export function readCharacterMap(font: Buffer): Set<number> {
  const codes = new Set<number>();
  const map = findFullMap(readTables(font).get('cmap')!);
  for (let group = 0; group < map.readUInt32BE(12); group++) {
    const at = 16 + group * 12;
    for (let code = map.readUInt32BE(at); code <= map.readUInt32BE(at + 4); code++) codes.add(code);
  }
  return codes;
}

function findFullMap(cmap: Buffer): Buffer {
  for (let index = 0; index < cmap.readUInt16BE(2); index++) {
    const subtable = cmap.subarray(cmap.readUInt32BE(8 + index * 8));
    if (subtable.readUInt16BE(0) === 12) return subtable;
  }
  throw new Error('The font has no character map of format 12.');
}
