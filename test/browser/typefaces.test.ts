import { expect, test } from 'vitest';
import { arrived } from '../../src/browser/typefaces.ts';

/** The typefaces of a page: what loading them brings, and when all have come. */
function fontsOf(load: () => Promise<unknown[]>): { fonts: FontFaceSet; come: () => void } {
  const { promise: ready, resolve } = Promise.withResolvers<void>();
  return { fonts: { load, ready } as unknown as FontFaceSet, come: () => resolve() };
}

test('a typeface that the device lacks does not hide those that come', async () => {
  const { fonts, come } = fontsOf(() => Promise.reject(new Error('NetworkError')));
  let told: boolean | undefined;
  const telling = arrived('"Device Japanese", "Site Japanese"', '令和', fonts).then((is) => (told = is));
  await Promise.resolve();
  expect(told).toBeUndefined();
  come();
  await telling;
  expect(told).toBe(true);
});

test('where none was needed nothing is drawn again', async () => {
  const { fonts, come } = fontsOf(() => Promise.resolve([]));
  come();
  expect(await arrived('sans-serif', 'abc', fonts)).toBe(false);
});
