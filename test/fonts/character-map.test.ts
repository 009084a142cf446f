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

test.each([
  ['ends', [[0x20, 0x7e], [0x4e00, 0x4e02]], 98],
  ['never ends', [[0x20, 0xffffffff]], undefined],
  ['names the same characters again and again', [[0x20, 0x10ffff], [0x20, 0x10ffff]], undefined],
])('a map that %s', (_, groups, size) => {
  const numbers = [1, 3 << 16 | 10, 12, 12 << 16, 16 + 12 * groups.length, 0, groups.length, ...groups.flatMap((group) => [...group, 1])];
  const cmap = Buffer.alloc(4 * numbers.length);
  numbers.forEach((number, index) => cmap.writeUInt32BE(number >>> 0, 4 * index));
  const read = () => readCharacterMap(writeTables(new Map([['cmap', cmap], ['head', Buffer.alloc(54)]])));
  if (size === undefined) expect(read).toThrow('out of order');
  else expect(read().size).toBe(size);
});

test('a font with none of them is refused', async () => {
  expect(() => readCharacterMap(withMaps(Buffer.from(MAP_FREE), 0))).toThrow('no character map');
});

const MAP_FREE = writeTables(new Map([['cmap', Buffer.from([0, 0, 0, 0])], ['head', Buffer.alloc(54)]]));
