import { expect, test } from 'vitest';
import { fontFaceRules } from '../../src/fonts/font-face.ts';

test('refers to the fonts below the base path, whether or not it ends with a slash', () => {
  expect(fontFaceRules('/')).toContain("url('/fonts/noto-sans-jp-400.woff2')");
  expect(fontFaceRules('/nenpo')).toContain("url('/nenpo/fonts/noto-sans-jp-700.woff2')");
  expect(fontFaceRules('/nenpo/')).toBe(fontFaceRules('/nenpo'));
});
