import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PDFBool, PDFDict, PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { readContent } from '../../src/pdf/mend-pages.ts';
import { A4 } from '../../src/pdf/paper.ts';
import { findPrintPages, pdfName } from '../../src/pdf/print-pages.ts';
import { CHECKPOINTS, findFailures } from './matterhorn.ts';

const dist = inject('dist');
const pages = await findPrintPages(dist);
/** Every book, and one section of each report by itself. */
const editions = pages.filter(({ report, section }) => section === undefined || section === pages.find((each) => each.report === report && each.section)?.section);

test.each(editions.map((edition) => pdfName(edition, A4)))('%s has none of the failures against PDF/UA-1 that a program can find', async (file) => {
  expect(await findFailures(await readFile(join(dist, file)))).toEqual({});
});

describe('each failure is found where there is one', () => {
  let bytes: Uint8Array;
  beforeAll(async () => {
    bytes = await readFile(join(dist, pdfName(editions.find(({ section }) => section !== undefined)!, A4)));
  });

  test('and every one that is looked for is tried here', () => {
    expect(Object.keys(DAMAGES).sort()).toEqual([...CHECKPOINTS].sort());
  });

  test.each(Object.entries(DAMAGES))('%s', async (number, damage) => {
    const document = await PDFDocument.load(bytes, { updateMetadata: false });
    damage(new Damaged(document));
    expect(Object.keys(await findFailures(await document.save({ useObjectStreams: false, addDefaultPage: false, updateFieldAppearances: false })))).toContain(number);
  });
});

/** A document that is being spoiled. */
class Damaged {
  readonly document: PDFDocument;

  constructor(document: PDFDocument) {
    this.document = document;
  }

  get catalog(): PDFDict { return this.document.catalog; }

  /** The nth element of a role. */
  element(role: string, index = 0): PDFDict {
    return this.#dicts().filter((dict) => dict.get(name('S')) === name(role))[index]!;
  }

  rename(role: string, to: string, index = 0): void {
    this.element(role, index).set(name('S'), name(to));
  }

  dict(type: string, key: string): PDFDict {
    return this.#dicts().find((dict) => dict.get(name('Type')) === name(type) && dict.has(name(key)))!;
  }

  get root(): PDFDict { return this.catalog.lookup(name('StructTreeRoot'), PDFDict); }

  /** The first page that has links. */
  get page() { return this.document.getPages().find(({ node }) => (node.Annots()?.size() ?? 0) > 0)!; }

  draw(change: (content: string) => string): void {
    this.page.node.set(name('Contents'), this.document.context.register(this.#stream(change(readContent(this.document, this.page)))));
  }

  rewrite(holder: PDFDict, key: string, change: (text: string) => string): void {
    const former = holder.lookup(name(key)) as PDFRawStream;
    holder.set(name(key), this.document.context.register(this.#stream(change(Buffer.from(former.getContents()).toString('latin1')))));
  }

  #stream(text: string): PDFRawStream {
    const bytes = Buffer.from(text, 'latin1');
    return PDFRawStream.of(this.document.context.obj({ Length: bytes.length }), bytes);
  }

  #dicts(): PDFDict[] {
    return this.document.context.enumerateIndirectObjects().sort(([a], [b]) => a.objectNumber - b.objectNumber).flatMap(([, object]) => (object instanceof PDFDict ? [object] : []));
  }
}

const DAMAGES: Readonly<Record<string, (file: Damaged) => void>> = {
  '01-003': (file) => file.draw((content) => content.replace(/\/MCID \d+ *>> *BDC/, '$& /Artifact BMC EMC')),
  '01-004': (file) => file.draw((content) => `/Artifact BMC ${content} EMC`),
  '01-005': (file) => file.draw((content) => `${content} 0 0 9 9 re f`),
  '01-007': (file) => file.catalog.lookup(name('MarkInfo'), PDFDict).set(name('Suspects'), PDFBool.True),
  'marked': (file) => file.catalog.lookup(name('MarkInfo'), PDFDict).set(name('Marked'), PDFBool.False),
  '02-001': (file) => file.rename('P', 'Paragraph'),
  '02-003': (file) => file.root.set(name('RoleMap'), file.document.context.obj({ One: 'Two', Two: 'One' })),
  '02-004': (file) => file.root.set(name('RoleMap'), file.document.context.obj({ P: 'Span' })),
  '06-001': (file) => file.catalog.delete(name('Metadata')),
  '06-002': (file) => file.rewrite(file.catalog, 'Metadata', (xmp) => xmp.replace('<pdfuaid:part>1', '<pdfuaid:part>2')),
  '06-003': (file) => file.rewrite(file.catalog, 'Metadata', (xmp) => xmp.replace('dc:title', 'dc:heading')),
  '07-001': (file) => file.catalog.delete(name('ViewerPreferences')),
  '07-002': (file) => file.catalog.lookup(name('ViewerPreferences'), PDFDict).set(name('DisplayDocTitle'), PDFBool.False),
  '09-004': (file) => file.rename('TR', 'P'),
  '09-005': (file) => file.rename('LBody', 'P'),
  '09-006': (file) => file.rename('P', 'TOCI'),
  '09-007': (file) => file.rename('P', 'RB'),
  '09-008': (file) => file.rename('P', 'WT'),
  '11-001': (file) => file.catalog.delete(name('Lang')),
  '13-004': (file) => file.rename('P', 'Figure'),
  '14-002': (file) => file.rename('H1', 'H2'),
  '14-003': (file) => file.rename('H2', 'H4'),
  '14-007': (file) => file.rename('H2', 'H'),
  '15-003': (file) => { for (const role of ['TH', 'TD']) for (let index = 0; file.element(role, index); index += 1) file.element(role, index).delete(name('A')); },
  '17-002': (file) => file.rename('P', 'Formula'),
  '19-003': (file) => file.rename('P', 'Note'),
  '19-004': (file) => file.element('TH', 1).set(name('ID'), file.element('TH').get(name('ID'))!),
  '20-001': (file) => file.catalog.set(name('OCProperties'), file.document.context.obj({})),
  '21-001': (file) => file.catalog.set(name('Names'), file.document.context.obj({ EmbeddedFiles: {} })),
  '25-001': (file) => file.catalog.set(name('AcroForm'), file.document.context.obj({ XFA: [] })),
  '26-001': (file) => { file.document.context.trailerInfo.Encrypt = file.document.context.obj({ Filter: 'Standard' }); },
  '28-002': (file) => file.dict('Annot', 'Contents').set(name('Subtype'), name('Text')),
  '28-008': (file) => file.page.node.delete(name('Tabs')),
  '28-009': (file) => file.page.node.set(name('Tabs'), name('R')),
  '28-011': (file) => file.rename('Link', 'Span'),
  '28-012': (file) => file.dict('Annot', 'Contents').delete(name('Contents')),
  '30-001': (file) => addForm(file, { Ref: {} }),
  '30-002': (file) => addForm(file, { StructParents: 1 }),
  '10-001': (file) => file.rewrite(file.dict('Font', 'ToUnicode'), 'ToUnicode', () => ''),
  '31-001': (file) => {
    const font = file.dict('Font', 'ToUnicode');
    font.set(name('Encoding'), name('UniJIS-UTF16-H'));
    file.dict('Font', 'CIDSystemInfo').lookup(name('CIDSystemInfo'), PDFDict).set(name('Ordering'), name('Korea1'));
  },
  '31-004': (file) => { for (let font = file.dict('Font', 'CIDToGIDMap'); font; font = file.dict('Font', 'CIDToGIDMap')) font.delete(name('CIDToGIDMap')); },
  '31-006': (file) => file.dict('Font', 'ToUnicode').set(name('Encoding'), name('Own')),
  '31-009': (file) => file.dict('FontDescriptor', 'FontFile2').delete(name('FontFile2')),
  '31-014': (file) => file.dict('FontDescriptor', 'FontFile2').set(name('CIDSet'), PDFBool.True),
  '31-016': (file) => file.dict('Font', 'CIDToGIDMap').set(name('W'), file.document.context.obj([0, 65535, 1])),
  '31-027': (file) => file.dict('Font', 'ToUnicode').delete(name('ToUnicode')),
  '31-028': (file) => file.rewrite(file.dict('Font', 'ToUnicode'), 'ToUnicode', () => '1 beginbfchar\n<0003> <FEFF>\nendbfchar'),
  '31-030': (file) => file.draw((content) => content.replace(/<[0-9A-F]{4}(?=[0-9A-F]*> Tj)/, '<0000')),
};

function addForm({ document: { context } }: Damaged, entries: Record<string, object | number>): void {
  const dict = context.obj({ Type: 'XObject', Subtype: 'Form', Length: 0 });
  for (const [key, value] of Object.entries(entries)) dict.set(name(key), context.obj(value as never));
  context.register(PDFRawStream.of(dict, new Uint8Array()));
}

function name(key: string): PDFName {
  return PDFName.of(key);
}
