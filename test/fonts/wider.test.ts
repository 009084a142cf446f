import { readFile } from 'node:fs/promises';
import { create } from 'fontkit';
import type { Font } from 'fontkit';
import subsetFont from 'subset-font';
import { beforeAll, describe, expect, test } from 'vitest';
import { MAIN } from '../../src/fonts/faces.ts';
import { TrueType } from '../../src/fonts/wider.ts';

/** Letters of one outline and of several. */
const TEXT = '令和7年度ガ京Å%';

describe('wider letters', () => {
  let before: Font;
  let after: Font;
  let glyphs: number[];

  beforeAll(async () => {
    const source = await subsetFont(await readFile(MAIN.faces[0]!.source), TEXT, { targetFormat: 'sfnt' });
    before = create(source) as Font;
    glyphs = [...'和7ガÅ'].map((letter) => before.glyphForCodePoint(letter.codePointAt(0)!).id);
    after = create(new TrueType(source).wider(glyphs, 125)) as Font;
  });

  test('have room after them, and the same outline', () => {
    for (const glyph of glyphs) {
      expect(after.getGlyph(glyph).advanceWidth).toBe(before.getGlyph(glyph).advanceWidth + 125);
      expect(before.getGlyph(glyph).path.toSVG()).toMatch(/^M/);
      expect(after.getGlyph(glyph).path.toSVG()).toBe(before.getGlyph(glyph).path.toSVG());
    }
  });

  test('the others are left out', () => {
    const other = before.glyphForCodePoint('京'.codePointAt(0)!).id;
    expect(after.getGlyph(other).path.toSVG()).toBe('');
    expect(after.numGlyphs).toBe(before.numGlyphs);
  });
});
