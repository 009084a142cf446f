import { expect, test } from 'vitest';
import { codePointsOfCode, codePointsOfHtml, isDrawn, isRadical } from '../../src/fonts/code-points.ts';

const text = (codes: Set<number>) => [...codes].map((code) => String.fromCodePoint(code)).join('');

test('reads characters beyond the basic plane, and those that are spelt as references', () => {
  expect(text(codePointsOfHtml('<p>𠮷&#x76ee;&#27425;&mdash;</p>'))).toMatch(/𠮷.*目次—/u);
});

test('takes a reference out of range for text', () => {
  expect(codePointsOfHtml('&#x110000;&#0;').has(0)).toBe(false);
});

test('reads what scripts and stylesheets spell with a backslash', () => {
  expect(text(codePointsOfCode(String.raw`"\u76ee\u{6b21}"`, 'js'))).toContain('目次');
  expect(text(codePointsOfCode(String.raw`content: "\76ee"`, 'css'))).toContain('目');
});

test('spaces and controls are not drawn, signs are', () => {
  expect([...'\n\u00a0\u3000\u200b\ufe0f'].filter((char) => isDrawn(char.codePointAt(0)!))).toEqual([]);
  expect([...'▲−目𠮷'].every((char) => isDrawn(char.codePointAt(0)!))).toBe(true);
});

test('tells a radical from the character that it looks like', () => {
  expect(isRadical(0x2f6c)).toBe(true);
  expect(isRadical(0x76ee)).toBe(false);
});
