import { beforeAll, describe, expect, test } from 'vitest';
import { computeAnew } from '../../src/cache/remember.ts';
import { checkData } from '../../src/check/check.ts';
import { cut } from '../../src/fonts/cut.ts';
import { MAIN } from '../../src/fonts/faces.ts';
import { readTables, writeTables } from '../../src/fonts/sfnt.ts';
import { MOST_FONT_BYTES, readDataFiles } from '../../src/load/files.ts';
import type { DataFile } from '../../src/load/files.ts';

const AGENCY = readDataFiles('test/cases/organisations/agency');

/** The agency with another tag for its Chinese, and more in the file of that language. */
function agencyIn(tag: string, more = ''): DataFile[] {
  return AGENCY.map(({ file, bytes }) => {
    const text = new TextDecoder().decode(bytes).replace(/\bzh\b/g, tag);
    return file === 'data/languages/zh.yaml' ? { file: `data/languages/${tag}.yaml`, bytes: Buffer.from(`${text}${more}`) } : { file, bytes: Buffer.from(text) };
  });
}

const OWN = 'typeface:\n  regular: Own-Regular.ttf\n  bold: Own-Bold.ttf\n';
/** Its texts and marks of numbers stay Chinese under another tag: that is told too, and not asked here. */
const CHINESE: ReadonlySet<string> = new Set(['other-language', 'number-marks']);
const problemsIn = (files: readonly DataFile[], fonts?: readonly DataFile[]) =>
  checkData(files, computeAnew, fonts).diagnostics.filter(({ code }) => !CHINESE.has(code)).map(({ file, line, severity, code, message }) => ({ file, line, severity, code, message: message.en }));

describe('a language', () => {
  test.each(['zh', 'zh-Hans', 'zh-CN', 'ko-Latn', 'vi', 'el', 'uk'])('%s is drawn by the program’s own typefaces', (tag) => {
    expect(problemsIn(agencyIn(tag))).toEqual([]);
  });

  test.each([
    ['th', 'The program’s typefaces have no letters for the language “th”: PDFs show blanks.'],
    ['ko', 'The program’s typefaces have no letters for the language “ko”: PDFs show blanks.'],
    ['zh-Hant', 'The program’s typefaces draw the letters of “zh-Hant” in the shapes of simplified Chinese.'],
    ['zh-TW', 'The program’s typefaces draw the letters of “zh-TW” in the shapes of simplified Chinese.'],
  ])('%s needs a typeface of its own, which the body can bring', (tag, message) => {
    expect(problemsIn(agencyIn(tag))).toEqual([{ file: `data/languages/${tag}.yaml`, line: 1, severity: 'warning', code: 'missing-typeface', message }]);
    expect(problemsIn(agencyIn(tag, OWN))).toEqual([]);
  });

  test.each(['ar', 'he', 'fa', 'ur', 'dv'])('%s, which is written from right to left, is refused where it is named', (tag) => {
    const line = new TextDecoder().decode(AGENCY.find(({ file }) => file === 'data/organisation.yaml')!.bytes).split('\n').findIndex((each) => each.startsWith('languages:')) + 1;
    expect(problemsIn(agencyIn(tag))).toEqual([{
      file: 'data/organisation.yaml', line, severity: 'error', code: 'right-to-left',
      message: `The language “${tag}” is written from right to left. Pages and PDFs are only laid out from left to right, so it cannot be used.`,
    }]);
  });
});

describe('a typeface that a body brings', () => {
  let font: Buffer;
  beforeAll(async () => void (font = await cut(MAIN.faces[0]!.source, [0x61, 0x5e74], 'sfnt')));
  const withFonts = (regular: Uint8Array, bold: Uint8Array = font) => problemsIn(agencyIn('th', OWN), [
    { file: 'data/fonts/Own-Regular.ttf', bytes: regular }, { file: 'data/fonts/Own-Bold.ttf', bytes: bold },
  ]).map(({ code, message }) => `${code}: ${message}`);
  const without = (tag: string, as?: string) => {
    const tables = readTables(font);
    if (as !== undefined) tables.set(as, tables.get(tag)!);
    tables.delete(tag);
    return writeTables(tables);
  };

  const withMap = (damage: (map: Buffer) => void) => {
    const tables = readTables(font);
    const map = Buffer.from(tables.get('cmap')!);
    damage(map);
    return writeTables(tables.set('cmap', map));
  };

  test('may be used', () => {
    expect(withFonts(font)).toEqual([]);
  });

  test('must be there, each of its weights', () => {
    expect(problemsIn(agencyIn('th', OWN), []).map(({ message }) => message))
      .toEqual(['There is no font file data/fonts/Own-Regular.ttf.', 'There is no font file data/fonts/Own-Bold.ttf.']);
  });

  test.each<readonly [string, string, () => Uint8Array]>([
    ['nothing, or a link', 'is not a font file, or it is damaged.', () => new Uint8Array()],
    ['a page', 'is not a font file, or it is damaged.', () => Buffer.from('<!doctype html><title>Not found</title>')],
    ['a font that is cut off', 'is not a font file, or it is damaged.', () => font.subarray(0, font.length - 40)],
    ['a web font', 'is not a font file, or it is damaged.', () => Buffer.concat([Buffer.from('wOF2'), font.subarray(4)])],
    ['a variable font', 'is a variable font, which PDFs cannot use.', () => without('post', 'fvar')],
    ['a font whose map of letters is damaged', 'is not a font file, or it is damaged.', () => withMap((map) => map.fill(0xff, 12))],
    ['a font of other outlines', 'has no TrueType outlines.', () => without('glyf', 'CFF ')],
    ['too large a one', 'is too large (32 MB at most).', () => Buffer.alloc(MOST_FONT_BYTES + 1)],
  ])('cannot be %s', (_, message, bytes) => {
    expect(withFonts(bytes())).toEqual([`invalid-typeface: data/fonts/Own-Regular.ttf ${message}`]);
  });

  test.each(['../Own.ttf', '/usr/share/fonts/Own.ttf', 'Own.otf', 'fonts/Own.ttf', '.ttf', 'https://fonts.example/Own.ttf'])('is no %s', (name) => {
    const found = problemsIn(agencyIn('th', OWN.replace('Own-Regular.ttf', name)), [{ file: 'data/fonts/Own-Bold.ttf', bytes: font }]);
    expect(found.map(({ code, message }) => `${code}: ${message}`)).toEqual([`invalid-place: “${name}” is not the name of a font file.`]);
  });
});
