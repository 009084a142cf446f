import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { readCharacterMap } from '../../src/fonts/character-map.ts';
import { MAIN } from '../../src/fonts/faces.ts';
import { readTables, writeTables } from '../../src/fonts/sfnt.ts';

/** The font without the maps of the other formats. */
function withMaps(font: Buffer, format: number): Buffer {
  const tables = readTables(font);
  const cmap = Buffer.from(tables.get('cmap')!);
  const records = Array.from({ length: cmap.readUInt16BE(2) }, (_, index) => cmap.subarray(4 + 8 * index, 12 + 8 * index));
  const kept = records.filter((record) => cmap.readUInt16BE(record.readUInt32BE(4)) === format);
  const list = Buffer.concat(kept);
  cmap.writeUInt16BE(kept.length, 2);
  list.copy(cmap, 4);
  return writeTables(tables.set('cmap', cmap));
}

test('a map of the basic plane names the same characters as that of all planes', async () => {
  const font = await readFile(MAIN.faces[0]!.source);
  const [all, basic] = [readCharacterMap(font), readCharacterMap(withMaps(font, 4))];
  expect(basic.size).toBeGreaterThan(15_000);
  expect(basic.has(0x20bb7)).toBe(false);
  expect(all.has(0x20bb7)).toBe(true);
  expect([...basic].sort()).toEqual([...all].filter((code) => code < 0xffff).sort());
});

test('a font with none of them is refused', async () => {
  expect(() => readCharacterMap(withMaps(Buffer.from(MAP_FREE), 0))).toThrow('no character map');
});

const MAP_FREE = writeTables(new Map([['cmap', Buffer.from([0, 0, 0, 0])], ['head', Buffer.alloc(54)]]));
