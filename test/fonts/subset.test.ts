import { mkdtemp, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { create } from 'fontkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readSiteText } from '../../src/fonts/site-text.ts';
import { MAIN, SHIPPED, Typefaces } from '../../src/fonts/faces.ts';
import type { Face } from '../../src/fonts/faces.ts';
import { facesCss } from '../../src/fonts/stylesheets.ts';
import { subsetSiteFonts } from '../../src/fonts/subset.ts';

let work: string;
beforeAll(async () => void (work = await mkdtemp(join(tmpdir(), 'nenpo-fonts-'))));
afterAll(() => rm(work, { recursive: true }));

const codes = (text: string) => [...text].map((char) => char.codePointAt(0)!);
const subset = (texts: string | Readonly<Record<string, string>>, name: string, cacheDir = join(work, 'cache')) =>
  subsetSiteFonts(join(work, name), {
    pages: new Map(Object.entries(typeof texts === 'string' ? { ja: texts } : texts).map(([tag, text]) => [tag, new Set(codes(text))])),
    code: new Set(),
  }, SHIPPED, cacheDir);
const fontAt = async (site: string, name: string) => create(await readFile(join(work, site, 'fonts', name)));
const drawnBy = (font: ReturnType<typeof create>, text: string) => [...text].filter((char) => font.hasGlyphForCodePoint(char.codePointAt(0)!)).join('');

test('keeps the characters asked for, ASCII, and the features that a page sets Japanese with', async () => {
  const { files, missing } = await subset('目次、「年金」', 'kept');
  expect(missing).toEqual([]);
  expect(files.map(({ path }) => path)).toEqual([
    join(work, 'kept/fonts/noto-sans-jp-400.woff2'),
    join(work, 'kept/fonts/noto-sans-jp-700.woff2'),
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

describe('a language with shapes of its own', () => {
  test('has its letters in them, and the stylesheets say so wherever its words stand', async () => {
    const { files, missing } = await subset({ ja: '今回の計画', zh: '今后的计划', en: 'plan' }, 'chinese');
    expect(missing).toEqual([]);
    expect(files.map(({ path }) => basename(path))).toEqual(['noto-sans-jp-400.woff2', 'noto-sans-jp-700.woff2', 'noto-sans-sc-400.woff2', 'noto-sans-sc-700.woff2']);
    const [main, chinese] = [await fontAt('chinese', 'noto-sans-jp-400.woff2'), await fontAt('chinese', 'noto-sans-sc-400.woff2')];
    expect(drawnBy(main, '今回计')).toBe('今回');
    expect(drawnBy(chinese, '今回计plan')).toBe('今计plan');
    const outline = (font: ReturnType<typeof create>) => font.glyphForCodePoint(codes('今')[0]!).path.commands;
    expect(outline(chinese)).not.toEqual(outline(main));

    const paper = await readFile(join(work, 'chinese/fonts/fonts.css'), 'utf8');
    expect(paper).toContain("[lang='zh'] { font-family: 'Noto Sans SC', 'Noto Sans JP', sans-serif; }");
    expect(paper).toContain("[lang='ja'] { font-family: 'Noto Sans JP', sans-serif; }");
    const screen = await readFile(join(work, 'chinese/fonts/languages.css'), 'utf8');
    expect(screen).toMatch(/\[lang='zh'\] \{ font-family: .*'PingFang SC', .*'Site Noto Sans SC', var\(--sans\); \}/);
    expect(screen).toContain("[lang='en'] { font-family: var(--sans); }");
  });

  test('lends single letters to a site that has none of it', async () => {
    const { files, missing } = await subset('报告の「报」', 'single');
    expect(missing).toEqual([]);
    expect(files.map(({ path }) => basename(path)).slice(2)).toEqual(['noto-sans-sc-400.woff2', 'noto-sans-sc-700.woff2']);
    expect(files[2]!.bytes).toBeLessThan(2_000);
    expect(drawnBy(await fontAt('single', 'noto-sans-sc-400.woff2'), '报告の「」a')).toBe('报');
    const rules = await readFile(join(work, 'single/fonts/fonts.css'), 'utf8');
    expect(rules.match(/'Noto Sans JP';[^}]*noto-sans-sc-\d00[^}]*unicode-range: U\+62A5;/g)).toHaveLength(2);
    expect(rules).not.toContain('[lang=');
    await expect(readFile(join(work, 'single/fonts/languages.css'))).rejects.toThrow('ENOENT');
  });

  test('that a body has brought a typeface for is set in it, with what its letters are put together from', async () => {
    const [{ source: regular }, { source: bold }] = MAIN.faces as [Face, Face];
    const typefaces = new Typefaces(new Map([['vi', { regular, bold }]]));
    const pages = new Map([['en', new Set(codes('plan'))], ['vi', new Set(codes('ｶﾞé'))]]);
    const { files, missing } = await subsetSiteFonts(join(work, 'own'), { pages, code: new Set() }, typefaces, join(work, 'cache'));
    expect(missing).toEqual([]);
    expect(files.map(({ path }) => basename(path)).slice(2)).toEqual(['own-vi-400.woff2', 'own-vi-700.woff2']);
    const font = await fontAt('own', 'own-vi-400.woff2');
    expect(drawnBy(font, 'ｶﾞガé\u0301年')).toBe('ｶﾞé\u0301');
    expect(font.availableFeatures).toEqual(expect.arrayContaining(['kern', 'palt']));
    expect(await readFile(join(work, 'own/fonts/fonts.css'), 'utf8')).toContain("[lang='vi'] { font-family: 'Own vi', 'Noto Sans JP', sans-serif; }");
    expect(await readFile(join(work, 'own/fonts/languages.css'), 'utf8'))
      .toContain("[lang='vi'] { font-family: -apple-system, BlinkMacSystemFont, 'Site Own vi', var(--sans); }");
  });

  test('costs a site nothing that needs none of its letters', async () => {
    await subset({ ja: '令和7年度', en: 'FY2025' }, 'none');
    expect((await readdir(join(work, 'none/fonts'))).sort()).toEqual(['fonts.css', 'noto-sans-jp-400.woff2', 'noto-sans-jp-700.woff2', 'room.js']);
    expect(await readFile(join(work, 'none/fonts/fonts.css'), 'utf8')).toBe(facesCss());
  });
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
  const { files, missing } = await subsetSiteFonts(site, await readSiteText(site), SHIPPED, join(work, 'cache'));
  expect(missing).toEqual(['\u{1f600}']);
  const font = create(await readFile(files[0]!.path));
  expect([...'納付率閉じる'].every((char) => font.hasGlyphForCodePoint(char.codePointAt(0)!))).toBe(true);
});
