import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { PrintCache } from '../../src/pdf/print-cache.ts';

let directory: string;
let site: Map<string, string>;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'nenpo-print-cache-'));
  site = new Map([['/ja/print/a/', '<p>1</p>'], ['/_astro/print.css', 'p {}']]);
});
afterEach(() => rm(directory, { recursive: true }));

const read = async (path: string) => (site.has(path) ? Buffer.from(site.get(path)!) : undefined);
const PRINT = { pdf: Buffer.from('%PDF'), pageCount: 3, pages: new Map([['x', 2]]), asked: ['/ja/print/a/', '/_astro/print.css', '/missing.svg'] };

async function kept(): Promise<PrintCache> {
  const cache = new PrintCache(directory, 'program 1');
  await cache.keep('a.ja', PRINT, read);
  return cache;
}

test('gives the last print back while nothing has changed', async () => {
  const last = await (await kept()).find('a.ja', read);
  expect(last).toEqual({ pageCount: 3, pages: PRINT.pages, pdf: PRINT.pdf });
});

test.each([
  ['the page', () => site.set('/ja/print/a/', '<p>2</p>')],
  ['its stylesheet', () => site.set('/_astro/print.css', 'p { color: red }')],
  ['a file that was missing', () => site.set('/missing.svg', '<svg/>')],
  ['a file that is gone', () => site.delete('/_astro/print.css')],
])('prints again when %s has changed, from the page numbers of the last print', async (_, change) => {
  const cache = await kept();
  change();
  expect(await cache.find('a.ja', read)).toEqual({ pageCount: 3, pages: PRINT.pages });
});

test('prints again with another program, another sheet or another browser', async () => {
  await kept();
  expect((await new PrintCache(directory, 'program 2').find('a.ja', read))?.pdf).toBeUndefined();
});

test('does not trust a damaged file', async () => {
  const cache = await kept();
  await writeFile(join(directory, 'a.ja.pdf'), '%PD');
  expect((await cache.find('a.ja', read))?.pdf).toBeUndefined();
  await writeFile(join(directory, 'a.ja.json'), '{');
  expect(await cache.find('a.ja', read)).toBeUndefined();
});
