import { readTables } from './sfnt.ts';

/**
 * The code points that a TrueType or OpenType font file has a glyph for, from the table of its `cmap` that has the most.
 * @throws Error where there is none that can be read
 */
export function readCharacterMap(font: Buffer): Set<number> {
  const subtables = subtablesOf(readTables(font).get('cmap')!);
  const full = subtables.find((subtable) => subtable.readUInt16BE(0) === 12);
  if (full) return readGroups(full);
  const plain = subtables.find((subtable) => subtable.readUInt16BE(0) === 4);
  if (plain) return readSegments(plain);
  throw new Error('The font has no character map of format 12 or 4.');
}

function subtablesOf(cmap: Buffer): Buffer[] {
  return Array.from({ length: cmap.readUInt16BE(2) }, (_, index) => cmap.subarray(cmap.readUInt32BE(8 + index * 8)));
}

/** Format 12: any characters, in groups of neighbours. */
function readGroups(map: Buffer): Set<number> {
  const codes = new Set<number>();
  let next = 0;
  for (let group = 0; group < map.readUInt32BE(12); group++) {
    const at = 16 + group * 12;
    const [start, end] = [map.readUInt32BE(at), map.readUInt32BE(at + 4)];
    // A damaged file could make this endless.
    if (start < next || end > 0x10ffff) throw new RangeError('The groups of the character map are out of order.');
    for (let code = start; code <= end; code++) codes.add(code);
    next = end + 1;
  }
  return codes;
}

/** Format 4: those of the basic plane. Within a segment single ones may have no glyph. */
function readSegments(map: Buffer): Set<number> {
  const codes = new Set<number>();
  const size = map.readUInt16BE(6);
  const [ends, starts, deltas, ranges] = [14, 16 + size, 16 + 2 * size, 16 + 3 * size];
  for (let at = 0; at < size; at += 2) {
    const [start, end, range] = [map.readUInt16BE(starts + at), map.readUInt16BE(ends + at), map.readUInt16BE(ranges + at)];
    for (let code = start; code <= end && code !== 0xffff; code++) {
      const glyph = range === 0 ? (code + map.readUInt16BE(deltas + at)) & 0xffff : map.readUInt16BE(ranges + at + range + 2 * (code - start));
      if (glyph !== 0) codes.add(code);
    }
  }
  return codes;
}
