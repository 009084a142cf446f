import { readFile } from 'node:fs/promises';
import { create } from 'fontkit';
import { expect, test } from 'vitest';
import { MAIN } from '../../src/fonts/faces.ts';
import { makeRoom } from '../../src/fonts/room.ts';
import { readTables, writeTables } from '../../src/fonts/sfnt.ts';

const TEXT = '年金、「納付率」は…▲0.4ポイント（−）−①→・ｱ“”Σ';
const codes = [...TEXT].map((char) => char.codePointAt(0)!);

test.each(MAIN.faces)('the room of weight $weight is as wide and as high as the face, letter by letter, and empty', async ({ source }) => {
  const typeface = await readFile(source);
  const bytes = await makeRoom(typeface, codes);
  expect(bytes.length).toBeLessThan(4_000);
  const [face, room] = [create(typeface), create(bytes)];
  expect([room.ascent, room.descent, room.lineGap, room.unitsPerEm]).toEqual([face.ascent, face.descent, face.lineGap, face.unitsPerEm]);
  // What stands below is left to the device's own typeface; kanji are there whether or not they were asked for.
  for (const code of [...codes.filter((each) => each >= 0x2010), ...[...'鬱一'].map((char) => char.codePointAt(0)!)]) {
    const char = String.fromCodePoint(code);
    expect(room.hasGlyphForCodePoint(code), char).toBe(true);
    expect(room.glyphForCodePoint(code).advanceWidth, char).toBe(face.glyphForCodePoint(code).advanceWidth);
    expect(room.glyphForCodePoint(code).path.commands, char).toEqual([]);
  }
  expect(room.hasGlyphForCodePoint('0'.charCodeAt(0))).toBe(false);
});

test('punctuation is half as wide beside other in the room as in the face', async () => {
  const typeface = await readFile(MAIN.faces[0]!.source);
  const room = create(await makeRoom(typeface, codes));
  const widths = (font: ReturnType<typeof create>) => font.layout('」、「（年', { halt: true }).positions.map(({ xAdvance }) => xAdvance);
  expect(widths(room)).toEqual(widths(create(typeface)));
  expect(widths(room)).toEqual([500, 500, 500, 500, 1000]);
});

test('a font file taken apart and put together again is the same font, with sums that are right', async () => {
  const typeface = await readFile(MAIN.faces[0]!.source);
  const tables = readTables(typeface);
  const again = writeTables(tables);
  expect([...readTables(again).keys()].sort()).toEqual([...tables.keys()].sort());
  for (const [tag, table] of readTables(again)) if (tag !== 'head') expect(table.equals(tables.get(tag)!), tag).toBe(true);
  let sum = 0;
  for (let at = 0; at < again.length; at += 4) sum = (sum + again.readUInt32BE(at)) >>> 0;
  expect(sum).toBe(0xb1b0afba);
});
