import { expect, test } from 'vitest';
import { FACES, facesCss, roomScript } from '../../src/fonts/faces.ts';

test('names the fonts relative to the stylesheet, so that it holds below any base path', () => {
  expect([...facesCss().matchAll(/url\('([^']*)'\)/g)].map(([, url]) => url))
    .toEqual(['./noto-sans-jp-400.woff2', './noto-sans-jp-700.woff2']);
});

test('the rooms are added to the fonts of the page, weight by weight', () => {
  const added: { family: string; data: string; weight: string }[] = [];
  class FontFace {
    constructor(family: string, data: Uint8Array, { weight }: { weight: string }) {
      added.push({ family, data: Buffer.from(data).toString(), weight });
    }
  }
  const script = roomScript(FACES.map((face) => ({ face, room: Buffer.from(`room ${face.weight}`) })));
  new Function('document', 'FontFace', script)({ fonts: { add: () => {} } }, FontFace);
  expect(added).toEqual([400, 700].map((weight) => ({ family: 'Noto Sans JP Room', data: `room ${weight}`, weight: String(weight) })));
});
