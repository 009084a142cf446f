import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { finishPdf } from '../../src/pdf/finish.ts';
import { listPages, openObjects } from '../../src/pdf/objects.ts';
import { readEntries } from '../../src/pdf/structure/read.ts';

async function sample(): Promise<{ bytes: Uint8Array; numbers: number[] }> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const pages = [document.addPage([100, 100]), document.addPage([200, 100])];
  document.catalog.set(PDFName.of('Extra'), document.context.register(PDFString.of('endobj is a word')));
  return { bytes: await document.save({ useObjectStreams: false }), numbers: pages.map(({ ref }) => ref.objectNumber) };
}

test('a file without some of its objects still has the others', async () => {
  const { bytes, numbers } = await sample();
  const objects = openObjects(bytes);
  expect(listPages(objects)).toEqual(numbers);
  expect(objects.read(numbers[1]!)).toMatch(/^\d+ 0 obj\n<<[^]*\/Page\b/);
  const left = await PDFDocument.load(objects.without(new Set([numbers[0]!])), { updateMetadata: false });
  const kept = left.context.enumerateIndirectObjects().map(([{ objectNumber }]) => objectNumber);
  const all = (await PDFDocument.load(bytes, { updateMetadata: false })).context.enumerateIndirectObjects().map(([{ objectNumber }]) => objectNumber);
  expect(kept).toEqual(all.filter((number) => number !== numbers[0]));
});

test.each([
  ['<</S /P /K [1 2 <</Type /MCR /MCID 3>>]>>', { S: '/P', K: '[1 2 <</Type /MCR /MCID 3>>]' }],
  ['7 0 obj\n<</S /Figure\n/Alt (a \\) /P 3 0 R >> [)\n/P 12 0 R\n/Pg 2 0 R>>\n', { S: '/Figure', Alt: '(a \\) /P 3 0 R >> [)', P: '12 0 R', Pg: '2 0 R' }],
  ['<</Alt <FEFF56F3>\n/A [<</O /Table\n/Headers [(node01) (node02)]>>]\n/ID (node03)>>', { Alt: '<FEFF56F3>', A: '[<</O /Table\n/Headers [(node01) (node02)]>>]', ID: '(node03)' }],
  ['<</A <</O /List /ListNumbering /Decimal>> /K 4>>', { A: '<</O /List /ListNumbering /Decimal>>', K: '4' }],
  ['<<>>', {}],
])('the entries of %s', (source, entries) => {
  expect(readEntries(source)).toEqual(entries);
});

test('a print that a screen reader could not read is not finished', async () => {
  const { bytes } = await sample();
  const metadata = { title: '題', author: '', subject: '', keywords: [], lang: 'ja', date: '2025-12-01' };
  await expect(finishPdf(bytes, metadata)).rejects.toThrow('without the structure that a screen reader needs');
});
