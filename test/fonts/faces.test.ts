import { expect, test } from 'vitest';
import { facesCss } from '../../src/fonts/faces.ts';

test('names the fonts relative to the stylesheet, so that it holds below any base path', () => {
  expect([...facesCss().matchAll(/url\('([^']*)'\)/g)].map(([, url]) => url))
    .toEqual(['./noto-sans-jp-400.woff2', './noto-sans-jp-700.woff2']);
});
