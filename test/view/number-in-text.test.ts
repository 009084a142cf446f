import { expect, test } from 'vitest';
import { checkData } from '../../src/check/check.ts';
import { readDataFiles } from '../../src/load/files.ts';
import { splitProse } from '../../src/prose/reference.ts';
import { Edition } from '../../src/view/edition.ts';
import { siteLanguages } from '../../src/view/editions.ts';

test('a number of a definition is parted as figures are: {1,000} is 1.000 where 1,000 would be one', () => {
  const files = readDataFiles('test/cases/organisations/agency').map(({ file, bytes }) => (file.endsWith('zh.yaml')
    ? { file, bytes: Buffer.from(new TextDecoder().decode(bytes).replace('numbers:\n', 'numbers:\n  group: "."\n  decimal: ","\n')) } : { file, bytes }));
  const { model } = checkData(files);
  const said = (locale: string) => ['{1,000}', '{12,345.6}', '{20}', '{2.5}', '{2.5.1}', '{3万}'].map((each) => new Edition(model!, locale, '/', false, siteLanguages(model!)).resolve(splitProse(each)[0]!.reference!)?.text);
  expect(said('zh')).toEqual(['1.000', '12.345,6', '20', '2,5', '2.5.1', '30.000']);
  expect(said('en')).toEqual(['1,000', '12,345.6', '20', '2.5', '2.5.1', '30,000']);
  expect(said('ja')).toEqual(['1,000', '12,345.6', '20', '2.5', '2.5.1', '3万']);
});
