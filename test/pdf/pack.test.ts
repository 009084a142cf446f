import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { packPdf } from '../../src/pdf/pack.ts';
import { openPdf } from './read-pdf.ts';

/** A document with more objects than one stream takes. */
async function sample(objects: number): Promise<PDFDocument> {
  const document = await PDFDocument.create({ updateMetadata: false });
  document.addPage([200, 100]).drawText('packed');
  document.setTitle('題名');
  for (let index = 0; index < objects; index++) document.context.register(PDFString.of(`object ${index}`));
  const id = PDFString.of('0123456789abcdef');
  document.context.trailerInfo.ID = document.context.obj([id, id]);
  await document.flush();
  return document;
}

test('another program reads every page and every object', async () => {
  const bytes = packPdf(await sample(250));
  const pdf = await openPdf(bytes);
  expect(pdf.numPages).toBe(1);
  expect((await (await pdf.getPage(1)).getTextContent()).items).toMatchObject([{ str: 'packed' }]);
  expect((await pdf.getMetadata()).info).toMatchObject({ Title: '題名' });
  const { context } = await PDFDocument.load(bytes, { updateMetadata: false });
  const texts = context.enumerateIndirectObjects().flatMap(([, object]) => (object instanceof PDFString ? [object.asString()] : []));
  expect(texts).toEqual(Array.from({ length: 250 }, (_, index) => `object ${index}`));
});

test('a file that is packed again grows by nothing, and is the same', async () => {
  const once = packPdf(await sample(120));
  const again = packPdf(await PDFDocument.load(once, { updateMetadata: false }));
  const thrice = packPdf(await PDFDocument.load(again, { updateMetadata: false }));
  expect(thrice.length).toBe(again.length);
  expect(again.length).toBeLessThan(once.length * 1.01);
  const { context } = await PDFDocument.load(again, { updateMetadata: false });
  const kinds = context.enumerateIndirectObjects().map(([, object]) => ('dict' in object ? String((object as { dict: { get(name: PDFName): unknown } }).dict.get(PDFName.of('Type'))) : ''));
  expect(kinds.filter((kind) => kind === '/XRef' || kind === '/ObjStm').length).toBeLessThanOrEqual(3);
});
