import { expect, test } from 'vitest';
import { checkData } from '../../src/check/check.ts';
import { baseFiles } from './mistakes.ts';

/** The base body with the year after its only one, whose text is changed. */
function exchanged(change: (text: string) => string): string[] {
  const files = baseFiles();
  const { bytes } = files.find(({ file }) => file === 'data/finance/2024.yaml')!;
  const later = change(new TextDecoder().decode(bytes).replace('year: FY2024', 'year: FY2025'));
  const { diagnostics } = checkData([...files, { file: 'data/finance/2025.yaml', bytes: new TextEncoder().encode(later) }]);
  return diagnostics.filter(({ code }) => code === 'row-exchanged').map(({ line, message }) => `${line}: ${message.en}`);
}

const exchange = (one: string, other: string) => (text: string) =>
  text.replace(`id: ${one}\n`, 'id: \n').replace(`id: ${other}\n`, `id: ${one}\n`).replace('id: \n', `id: ${other}\n`);

test('rows that have exchanged their ids since the year before are told, each with what it was', () => {
  expect(exchanged(exchange('staff', 'books'))).toEqual([
    '53: The row “staff” was “人件費” in FY2024, where “図書費” was “books”.',
    '83: The row “books” was “図書費” in FY2024, where “人件費” was “staff”.',
  ]);
});

test('rows that keep theirs are not, and neither is one that is called otherwise now, or whose note says that the names have changed', () => {
  expect(exchanged((text) => exchange('staff', 'books')(text).replace(/id: (staff|books)\n/g, '$&        note: { ja: 名称を改めた。, en: Renamed. }\n'))).toEqual([]);
  expect(exchanged((text) => text)).toEqual([]);
  expect(exchanged((text) => text.replace('人件費', '職員の人件費'))).toEqual([]);
});
