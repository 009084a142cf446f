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

test('the rooms are added to the fonts of the page, for the characters that the site brings; the stylesheet follows when the page is drawn', () => {
  const added: { family: string; data: string; weight: string; unicodeRange: string }[] = [];
  const links: { rel: string; href: URL }[] = [];
  class FontFace {
    constructor(family: string, data: Uint8Array, options: { weight: string; unicodeRange: string }) {
      added.push({ family, data: Buffer.from(data).toString(), ...options });
    }
  }
  let draw = () => {};
  class PerformanceObserver {
    constructor(callback: (list: undefined, observer: PerformanceObserver) => void) {
      draw = () => callback(undefined, this);
    }
    observe({ type }: { type: string }): void {
      expect(type).toBe('paint');
    }
    disconnect(): void {}
  }
  const document = {
    fonts: { add: () => {} }, currentScript: { src: 'https://reports.example/nenpo/fonts/room.js' }, createElement: () => ({}),
    head: { append: (link: { rel: string; href: URL }) => links.push(link) },
  };
  const script = roomScript(FACES.map((face) => ({ face, room: Buffer.from(`room ${face.weight}`) })));
  new Function('document', 'FontFace', 'PerformanceObserver', script)(document, FontFace, PerformanceObserver);
  const [, unicodeRange] = /unicode-range: ([^;]+);/.exec(facesCss()) ?? [];
  expect(added).toEqual([400, 700].map((weight) => ({ family: 'Site Japanese Room', data: `room ${weight}`, weight: String(weight), unicodeRange })));
  expect(links).toEqual([]);
  draw();
  expect(links.map(({ rel, href }) => `${rel} ${href}`)).toEqual(['stylesheet https://reports.example/nenpo/fonts/fonts.css']);
});
