import { expect, test } from 'vitest';
import { FACES, facesCss, roomScript } from '../../src/fonts/faces.ts';

test('names the fonts relative to the stylesheet, so that it holds below any base path', () => {
  expect([...facesCss().matchAll(/url\('([^']*)'\)/g)].map(([, url]) => url))
    .toEqual(['./noto-sans-jp-400.woff2', './noto-sans-jp-400.woff2', './noto-sans-jp-700.woff2', './noto-sans-jp-700.woff2']);
});

test('on the screen Latin letters, their dashes and quotation marks and the minus sign are left to the device', () => {
  const [, range = ''] = /'Site Japanese';[^}]*unicode-range: ([^;]+);/.exec(facesCss()) ?? [];
  const runs = range.split(', ').map((run) => run.replace('U+', '').split('-').map((code) => Number.parseInt(code, 16)));
  const isIn = (char: string) => runs.some(([from = 0, to = from]) => from <= char.codePointAt(0)! && char.codePointAt(0)! <= to);
  expect([...'0Az¥×–—‘’“”−'].filter(isIn)).toEqual([]);
  expect([...'年あ、「…―▲→①％𠮷'].filter((char) => !isIn(char))).toEqual([]);
});

test('the rooms are added to the fonts of the page, weight by weight, for the characters that the site brings', () => {
  const added: { family: string; data: string; weight: string; unicodeRange: string }[] = [];
  class FontFace {
    constructor(family: string, data: Uint8Array, options: { weight: string; unicodeRange: string }) {
      added.push({ family, data: Buffer.from(data).toString(), ...options });
    }
  }
  const script = roomScript(FACES.map((face) => ({ face, room: Buffer.from(`room ${face.weight}`) })));
  new Function('document', 'FontFace', script)({ fonts: { add: () => {} } }, FontFace);
  const [, unicodeRange] = /unicode-range: ([^;]+);/.exec(facesCss()) ?? [];
  expect(added).toEqual([400, 700].map((weight) => ({ family: 'Site Japanese Room', data: `room ${weight}`, weight: String(weight), unicodeRange })));
});
