import { expect, test } from 'vitest';
import { checkData } from '../../src/check/check.ts';
import { footLinks, glossaryLink, mainLinks } from '../../src/view/site-map.ts';
import { Edition } from '../../src/view/edition.ts';
import { editionsOf } from '../../src/view/editions.ts';
import { readDataFiles } from '../../src/load/files.ts';
import { baseFiles } from '../check/mistakes.ts';

const edit = (edits: Readonly<Record<string, (text: string) => string | null>>) => baseFiles().flatMap(({ file, bytes }) => {
  const text = Buffer.from(bytes).toString('utf8');
  const edited = edits[file] ? edits[file](text) : text;
  return edited === null ? [] : [{ file, bytes: Buffer.from(edited) }];
});
const addresses = (files: ReturnType<typeof edit>) => {
  const { model, diagnostics } = checkData(files);
  expect(diagnostics.filter(({ code }) => !['unknown-key', 'dangling-reference'].includes(code))).toEqual([]);
  const edition = new Edition(model!, 'ja', '/');
  return [...mainLinks(edition, ''), ...footLinks(edition, '').flatMap(({ links }) => links), ...glossaryLink(edition)].map(({ address }) => address);
};

test('the glossary and the state of the translation are linked', () => {
  expect(addresses(edit({}))).toEqual(expect.arrayContaining(['glossary/', 'translation/']));
});

test('no glossary is linked where no term is explained', () => {
  expect(addresses(edit({ 'data/glossary.yaml': () => null }))).not.toContain('glossary/');
});

test('nothing is told of translations where there is one language', () => {
  expect(addresses(edit({ 'data/organisation.yaml': (text) => text.replace('defaultLanguage: ja', 'languages: [ja]\ndefaultLanguage: ja') }))).not.toContain('translation/');
});

test('a year is a name in the lists of links, and begins as names do', () => {
  const files = readDataFiles('test/cases/organisations/agency').map((each) => (each.file === 'data/languages/zh.yaml'
    ? { ...each, bytes: Buffer.from(new TextDecoder().decode(each.bytes).replace(/^name: .*$/m, '$&\ncapitals: true').replace(/fiscalYear: .*/, 'fiscalYear: "année {0}"')) } : each));
  const edition = editionsOf(checkData(files).model!, '/').find(({ locale }) => locale === 'zh')!;
  const texts = [...mainLinks(edition, ''), ...footLinks(edition, '').flatMap(({ links }) => links)].map(({ text }) => text).filter((text) => /2025/.test(text));
  expect([...new Set(texts)]).toEqual(['Année 2025']);
});
