import { create } from 'fontkit';
import subsetFont from 'subset-font';
import { readCharacterMap } from './character-map.ts';
import { readTables, writeTables } from './sfnt.ts';

/**
 * A face that draws nothing and takes the room that the typeface takes: as wide, letter by letter, and as high. It
 * is small, is there before a page is drawn, and holds the places while the typeface is under way, so that nothing moves
 * when that comes. Of the many characters that are equally wide it has one empty glyph, which all of them share.
 */
export async function makeRoom(typeface: Buffer, codePoints: Iterable<number>): Promise<Buffer> {
  const runs = findRuns(typeface, codePoints);
  const text = [...new Set(runs.map(({ like }) => like))].map((code) => String.fromCodePoint(code)).join('');
  const few = await subsetFont(typeface, text, { targetFormat: 'sfnt', keepFeatures: ['halt'] });
  const { glyphForCodePoint } = bound(few);
  const tables = readTables(few);
  for (const tag of UNNEEDED) tables.delete(tag);
  tables.set('cmap', writeMap(runs.map(({ from, to, like }) => ({ from, to, glyph: glyphForCodePoint(like).id }))));
  // Every glyph begins and ends where the table of outlines begins; some readers refuse an empty table.
  tables.set('loca', Buffer.alloc(tables.get('loca')!.length));
  tables.set('glyf', Buffer.alloc(1));
  return writeTables(tables);
}

/** Characters from the one to the other that all take the room of `like`. */
interface Run {
  readonly from: number;
  to: number;
  readonly like: number;
}

/** Signs and kana, and all kanji, whichever are shown: what the device's Latin typeface may lack. */
const FIRST = 0x2010;
const KANJI = [[0x3400, 0x4dbf], [0x4e00, 0x9fff], [0xf900, 0xfaff]] as const;
const UNNEEDED = ['BASE', 'GSUB', 'STAT', 'gasp', 'prep', 'vhea', 'vmtx'];

function findRuns(typeface: Buffer, codePoints: Iterable<number>): Run[] {
  const { glyphForCodePoint } = bound(typeface);
  const map = readCharacterMap(typeface);
  const others = [...new Set(codePoints)].filter((code) => code >= FIRST && map.has(code) && !isKanji(code));
  const firstOfWidth = new Map<number, number>();
  const runs: Run[] = KANJI.map(([from, to]) => ({ from, to, like: 0x56fd }));
  let open: Run | undefined;
  for (const code of others.sort((a, b) => a - b)) {
    const width = glyphForCodePoint(code).advanceWidth;
    if (!firstOfWidth.has(width)) firstOfWidth.set(width, code);
    // A mark of punctuation may be set half as wide beside another: each is as the typeface has it.
    const like = /\p{P}/u.test(String.fromCodePoint(code)) ? code : firstOfWidth.get(width)!;
    if (open?.to === code - 1 && open.like === like) open.to = code;
    else runs.push(open = { from: code, to: code, like });
  }
  return runs.sort((a, b) => a.from - b.from);
}

function isKanji(code: number): boolean {
  return KANJI.some(([from, to]) => code >= from && code <= to);
}

function bound(font: Buffer) {
  const opened = create(font);
  return { glyphForCodePoint: (code: number) => opened.glyphForCodePoint(code) };
}

/** A character map of format 13, which gives many characters one glyph. */
function writeMap(groups: readonly { from: number; to: number; glyph: number }[]): Buffer {
  const map = Buffer.alloc(28 + groups.length * 12);
  // One table for Windows, all of Unicode, twelve bytes from the start.
  [0, 1, 3, 10].forEach((value, index) => map.writeUInt16BE(value, index * 2));
  map.writeUInt32BE(12, 8);
  map.writeUInt16BE(13, 12);
  map.writeUInt32BE(map.length - 12, 16);
  map.writeUInt32BE(groups.length, 24);
  groups.forEach(({ from, to, glyph }, index) => [from, to, glyph].forEach((value, at) => map.writeUInt32BE(value, 28 + index * 12 + at * 4)));
  return map;
}
