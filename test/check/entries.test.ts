import { expect, test } from 'vitest';
import { checkData } from '../../src/check/check.ts';
import { baseFiles } from './mistakes.ts';

/** The base body with a clause of so many paragraphs of progress, of which some say the same. */
function told(paragraphs: readonly string[]): string[] {
  const entries = paragraphs.map((text) => `          - text:\n              ja: ${text}\n              en: ${text} in English\n`).join('');
  const files = baseFiles().map(({ file, bytes }) => ({
    file,
    bytes: file === 'data/2025/lending.yaml' ? Buffer.from(new TextDecoder().decode(bytes).replace('        progress:\n', () => `        progress:\n${entries}`)) : bytes,
  }));
  return checkData(files).diagnostics.filter(({ code }) => code === 'entry-twice').map(({ line, message }) => `${(line - 23) / 3}: ${message.en}`);
}

const words = (count: number) => Array.from({ length: count }, (_, index) => `本の${'あいうえおかきくけこ'[index % 10]}${'さしすせそたちつてと'[Math.floor(index / 10)]}`);

test.each([5, 99])('in a list of %i an entry that stands there twice is told where it stands again', (count) => {
  expect(told(words(count))).toEqual([]);
  expect(told([...words(count), words(count)[3]!])).toEqual([`${count}: “本のえさ, 本のえさ in English” stands in this list twice.`]);
});
