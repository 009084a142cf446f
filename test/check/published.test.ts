import { expect, test } from 'vitest';
import { findActive } from '../../src/check/drawing.ts';
import { checkPublished } from '../../src/check/published.ts';

const codes = (...files: readonly string[]) => checkPublished(files.map((file) => ({ file: `public/${file}`, isPlain: true })), ['ja', 'en']).map(({ file, code }) => `${file} ${code}`);

test('two files whose names differ in capitals or accents alone are one on many machines', () => {
  expect(codes('Map.pdf', 'map.pdf', 'caf\u00e9.pdf', 'cafe\u0301.pdf', 'other.pdf')).toEqual(['public/map.pdf name-taken', 'public/cafe\u0301.pdf name-taken']);
});

test.each(['a\u200Fb.pdf', 'a\u202Efdp.exe', 'a\u0301\u0302\u0303\u0304\u0305\u0306.pdf'])('%j is no name', (file) => expect(codes(file)).toEqual([`public/${file} file-name`]));

test.each(['x.html', 'x.SHTML', 'x.php', 'x.php7', 'x.jsp'])('%s is not published', (file) => expect(codes(file)).toEqual([`public/${file} active-file`]));

test('an attribute that every element of a drawing gets without showing it', () => {
  expect(findActive('<!DOCTYPE svg [<!ATTLIST svg onload CDATA "x">]><svg xmlns="http://www.w3.org/2000/svg"/>')).not.toEqual([]);
});
