import { describe, expect, test } from 'vitest';
import { MAIN } from '../../src/fonts/faces.ts';
import { roomScript } from '../../src/fonts/room-script.ts';
import { facesCss } from '../../src/fonts/stylesheets.ts';

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

describe('the script before the page is drawn', () => {
  test('adds the rooms for the characters that the site brings, and nothing else until the page is drawn', async () => {
    const { added, fetched } = await run({ width: 50, draw: false });
    expect(added).toEqual([
      ...[400, 700].map((weight) => ({ family: 'Site Japanese Room', data: `room ${weight}`, weight: String(weight), unicodeRange: RANGE })),
      { family: 'Site Japanese Probe', data: 'room 400', sizeAdjust: '50%' },
    ]);
    expect(fetched).toEqual([]);
  });

  test('then fetches the faces beside it where the device draws no kanji, and adds them together', async () => {
    const { added, fetched } = await run({ width: 50, draw: true });
    expect(fetched).toEqual([400, 700].map((weight) => `url('https://reports.example/nenpo/fonts/noto-sans-jp-${weight}.woff2')`));
    expect(added.slice(3)).toEqual(fetched.map((data, index) => ({ family: 'Site Japanese', data, weight: String([400, 700][index]), unicodeRange: RANGE })));
  });

  test('fetches nothing where the device draws them', async () => {
    const { added, fetched } = await run({ width: 100, draw: true });
    expect([added.length, fetched]).toEqual([3, []]);
  });
});

const RANGE = /unicode-range: ([^;]+);/.exec(facesCss())?.[1];

/** The script in a page that measures a kanji of 100 px as so wide. */
async function run({ width, draw }: { width: number; draw: boolean }): Promise<{ added: object[]; fetched: string[] }> {
  const added: object[] = [];
  const fetched: string[] = [];
  class FontFace {
    readonly family: string;
    readonly data: string;
    readonly options: object;
    constructor(family: string, data: Uint8Array | string, options: object) {
      this.family = family;
      this.options = options;
      this.data = typeof data === 'string' ? data : Buffer.from(data).toString();
    }
    async load(): Promise<void> {
      fetched.push(this.data);
    }
  }
  let drawn = async () => {};
  class PerformanceObserver {
    constructor(callback: (list: undefined, observer: PerformanceObserver) => Promise<void>) {
      drawn = () => callback(undefined, this);
    }
    observe({ type }: { type: string }): void {
      expect(type).toBe('paint');
    }
    disconnect(): void {}
  }
  const document = {
    fonts: { add: ({ family, data, options }: FontFace) => added.push({ family, data, ...options }) },
    currentScript: { src: 'https://reports.example/nenpo/fonts/room.js' },
    createElement: () => ({ getContext: () => ({ measureText: () => ({ width }) }) }),
  };
  const script = roomScript(MAIN.faces.map((face) => ({ face, room: Buffer.from(`room ${face.weight}`) })));
  new Function('document', 'FontFace', 'PerformanceObserver', 'getComputedStyle', script)(document, FontFace, PerformanceObserver, () => ({ getPropertyValue: () => 'sans-serif' }));
  if (draw) await drawn();
  return { added, fetched };
}
