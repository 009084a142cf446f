import { mkdtemp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { create } from 'fontkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readSiteText } from '../../src/fonts/site-text.ts';
import { subsetFonts, subsetSiteFonts } from '../../src/fonts/subset.ts';

let work: string;
beforeAll(async () => void (work = await mkdtemp(join(tmpdir(), 'nenpo-fonts-'))));
afterAll(() => rm(work, { recursive: true }));

const codes = (text: string) => [...text].map((char) => char.codePointAt(0)!);
const subset = (text: string, name: string, cacheDir = join(work, 'cache')) =>
  subsetFonts({ codePoints: codes(text), outDir: join(work, name), cacheDir });

test('keeps the characters asked for, ASCII, and the features that a page sets Japanese with', async () => {
  const { files, missing } = await subset('目次、「年金」', 'kept');
  expect(missing).toEqual([]);
  expect(files.map(({ path }) => path)).toEqual([
    join(work, 'kept/noto-sans-jp-400.woff2'),
    join(work, 'kept/noto-sans-jp-700.woff2'),
  ]);
  for (const { path, bytes } of files) {
    expect(bytes).toBeLessThan(40_000);
    const font = create(await readFile(path));
    expect([...'目次年金Az09−'].every((char) => font.hasGlyphForCodePoint(char.codePointAt(0)!))).toBe(true);
    expect(font.hasGlyphForCodePoint(codes('鬱')[0]!)).toBe(false);
    expect(font.availableFeatures).toEqual(['ccmp', 'halt']);
  }
});

test('names the characters that the typeface lacks, and radicals that would spoil searching', async () => {
  const { files, missing } = await subset('目⽬\u{1f600}', 'lacking');
  expect(missing).toEqual(['⽬', '\u{1f600}']);
  const font = create(await readFile(files[0]!.path));
  expect(font.hasGlyphForCodePoint(0x2f6c)).toBe(false);
  expect(font.hasGlyphForCodePoint(0x76ee)).toBe(true);
});

test('gives the same bytes whatever the order, from the cache and without it', async () => {
  const first = await subset('令和7年度', 'a');
  const again = await subset('度年7和令令', 'b');
  const fresh = await subset('令和7年度', 'c', join(work, 'other-cache'));
  const bytes = ({ files }: typeof first) => Promise.all(files.map(({ path }) => readFile(path)));
  expect(await bytes(again)).toEqual(await bytes(first));
  expect(await bytes(fresh)).toEqual(await bytes(first));
});

test('reads the characters of a built site, scripts included', async () => {
  const site = join(work, 'site');
  await mkdir(join(site, 'ja'), { recursive: true });
  await writeFile(join(site, 'ja/index.html'), '<h1>納付率</h1>\u{1f600}');
  await writeFile(join(site, 'app.js'), 'show("\u{1f601}\\u9589じる")');
  const { files, missing } = await subsetSiteFonts(site, await readSiteText(site), join(work, 'cache'));
  expect(missing).toEqual(['\u{1f600}']);
  const font = create(await readFile(files[0]!.path));
  expect([...'納付率閉じる'].every((char) => font.hasGlyphForCodePoint(char.codePointAt(0)!))).toBe(true);
});
