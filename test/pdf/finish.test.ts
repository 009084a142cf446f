import { PDFDocument } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { hasNamelessLetters } from '../../src/pdf/finish.ts';
import { metadataDate, xmpPacket } from '../../src/pdf/metadata.ts';

test('takes a day and nothing else as a date', () => {
  expect(metadataDate('2025-12-01').toISOString()).toBe('2025-12-01T00:00:00.000Z');
  for (const wrong of ['', '2025-12', '2025-13-01', '2025/12/01']) {
    expect(() => metadataDate(wrong)).toThrow(RangeError);
  }
});

test('the XMP packet is well-formed whatever the title holds', () => {
  const packet = xmpPacket({
    title: 'A <b> & "c"',
    author: '機構',
    subject: '',
    keywords: ['年金', 'pension'],
    lang: 'ja',
    date: '2025-12-01',
  }, 'Skia', true);
  expect(packet).toContain('<rdf:li xml:lang="x-default">A &lt;b&gt; &amp; &quot;c&quot;</rdf:li>');
  expect(packet).toContain('<pdf:Keywords>年金, pension</pdf:Keywords>');
});

test.each([true, false])('says that a file keeps to PDF/UA only where it does: %s', (isAccessible) => {
  const packet = xmpPacket({ title: 'A', author: '', subject: '', keywords: [], lang: 'ja', date: '2025-12-01' }, 'Skia', isAccessible);
  expect(packet.includes('<pdfuaid:part>1</pdfuaid:part>')).toBe(isAccessible);
});

test.each([
  ['<0003> <0E01>\n<0004> <0E310E48>', false],
  ['<0003> <0E01>\n<0013> <0000>', true],
])('a font whose letters are %j has some without a character: %s', async (rows, expected) => {
  const { context } = (await PDFDocument.create());
  const map = context.flateStream(`<0000> <FFFF>\nendcodespacerange\n2 beginbfchar\n${rows}\nendbfchar`);
  context.register(context.obj({ Type: 'Font', ToUnicode: context.register(map) }));
  expect(hasNamelessLetters({ context })).toBe(expected);
});
