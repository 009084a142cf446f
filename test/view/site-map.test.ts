import { expect, test } from 'vitest';
import { checkData } from '../../src/check/check.ts';
import { footLinks, glossaryLink, mainLinks } from '../../src/view/site-map.ts';
import { Edition } from '../../src/view/edition.ts';
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
