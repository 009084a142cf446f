import { readCharacterMap } from './character-map.ts';

/** Why a file cannot be a typeface: it is no TrueType font, is one of many weights, or draws nothing. */
export type FontFault = 'no font' | 'variable' | 'no outlines';

/** The kinds of table that a static TrueType font cannot do without. */
const NEEDED = ['cmap', 'glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp', 'name', 'post'];

/** A variable font, or one with other outlines (OpenType with CFF, a collection), would enter a PDF as pictures of letters. */
export function faultOf(font: Uint8Array): FontFault | undefined {
  const tags = tagsOf(font);
  if (!tags) return 'no font';
  if (tags.has('fvar')) return 'variable';
  if (!NEEDED.every((tag) => tags.has(tag))) return 'no outlines';
  return hasMap(font) ? undefined : 'no font';
}

function hasMap(font: Uint8Array): boolean {
  try {
    return readCharacterMap(Buffer.from(font.buffer, font.byteOffset, font.byteLength)).size > 0;
  } catch {
    return false;
  }
}

/** Of the tables that lie wholly in the file; undefined where one does not, or where it is no font at all. */
function tagsOf(bytes: Uint8Array): Set<string> | undefined {
  const font = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 12 || ![0x00010000, 0x4f54544f].includes(font.getUint32(0))) return undefined;
  const records = Array.from({ length: font.getUint16(4) }, (_, index) => 12 + 16 * index);
  if (records.some((at) => at + 16 > bytes.length || font.getUint32(at + 8) + font.getUint32(at + 12) > bytes.length)) return undefined;
  return new Set(records.map((at) => String.fromCharCode(...bytes.subarray(at, at + 4))));
}
