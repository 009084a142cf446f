import { crc32, deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readSheets } from '../../../src/edit/sheet/read-sheet.ts';
import { isUnpackedWithin } from '../../../src/edit/sheet/unpacked.ts';

/** A zip file of these parts. `says`: the size that its list gives for each, where that is not true. */
function zipOf(parts: Readonly<Record<string, string | Buffer>>, says?: number): Buffer {
  const locals: Buffer[] = [];
  const listed: Buffer[] = [];
  for (const [name, text] of Object.entries(parts)) {
    const whole = Buffer.from(text);
    const packed = deflateRawSync(whole, { level: 1 });
    const about = Buffer.alloc(26);
    about.writeUInt16LE(20, 0);
    about.writeUInt16LE(8, 4);
    about.writeUInt32LE(crc32(whole), 10);
    about.writeUInt32LE(packed.length, 14);
    about.writeUInt32LE(says ?? whole.length, 18);
    about.writeUInt16LE(name.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(locals.reduce((sum, each) => sum + each.length, 0), 10);
    locals.push(Buffer.from('PK\x03\x04'), about, Buffer.from(name), packed);
    listed.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), about, place, Buffer.from(name));
  }
  const [before, list] = [Buffer.concat(locals), Buffer.concat(listed)];
  const end = Buffer.alloc(18);
  for (const at of [4, 6]) end.writeUInt16LE(Object.keys(parts).length, at);
  end.writeUInt32LE(list.length, 8);
  end.writeUInt32LE(before.length, 12);
  return Buffer.concat([before, list, Buffer.from('PK\x05\x06'), end]);
}

const ABOUT = 'http://schemas.openxmlformats.org';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

function workbookOf(sheet: string | Buffer, says?: number): Buffer {
  return zipOf({
    '[Content_Types].xml': `<Types xmlns="${ABOUT}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${ABOUT}/package/2006/relationships"><Relationship Id="r" Type="${ABOUT}/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${ABOUT}/spreadsheetml/2006/main" xmlns:r="${ABOUT}/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="s"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${ABOUT}/package/2006/relationships"><Relationship Id="s" Type="${ABOUT}/officeDocument/2006/relationships/worksheet" Target="sheet1.xml"/></Relationships>`,
    'xl/sheet1.xml': sheet,
  }, says);
}

const sheetOf = (...cells: readonly string[]) =>
  `<worksheet xmlns="${ABOUT}/spreadsheetml/2006/main"><sheetData>${cells.map((cell) => `<row r="${/\d+/.exec(cell)![0]}"><c r="${cell}"><v>1</v></c></row>`).join('')}</sheetData></worksheet>`;

test('what a zip file holds is counted as it is, whatever the file says of it', () => {
  expect(isUnpackedWithin(zipOf({ a: 'x'.repeat(600), b: 'x'.repeat(400) }), 1_000)).toBe(true);
  expect(isUnpackedWithin(zipOf({ a: 'x'.repeat(600), b: 'x'.repeat(401) }), 1_000)).toBe(false);
  expect(isUnpackedWithin(zipOf({ a: 'x'.repeat(100_000) }, 1), 1_000)).toBe(false);
});

test('what is no zip file, or a part of one, is left to others', () => {
  const zip = zipOf({ a: 'x'.repeat(600) });
  for (let length = 0; length < zip.length; length += 7) expect(isUnpackedWithin(zip.subarray(0, length), 1_000)).toBe(true);
  expect(isUnpackedWithin(Buffer.from('PK'), 1_000)).toBe(true);
});

test('a workbook of few cells is read', async () => {
  expect(await readSheets('a.xlsx', workbookOf(sheetOf('B2')))).toMatchObject({ ok: true, sheets: [{ rows: [['', ''], ['', '1']] }] });
});

test.each([
  ['far out', sheetOf('A1', 'XFD1048576'), 'シートの使われている範囲が広すぎます（200万セルまで）。', 'The sheet reaches too far (the most is 2,000,000 cells).'],
  ['in a corner', sheetOf('A1', 'XFD130'), 'シートの使われている範囲が広すぎます（200万セルまで）。', 'The sheet reaches too far (the most is 2,000,000 cells).'],
  ['by blanks', Buffer.alloc(200_000_000, ' '), 'ブックの中身が大きすぎます（展開して 200 MB まで）。', 'There is too much in the workbook (the most is 200 MB when it is unpacked).'],
])('one that is blown up %s is refused', async (_, sheet, ja, en) => {
  expect(await readSheets('a.xlsx', workbookOf(sheet))).toMatchObject({ ok: false, message: { ja, en } });
});
