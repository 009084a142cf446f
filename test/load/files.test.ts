import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DataFolder, MOST_ARTICLE_BYTES, MOST_DATA_BYTES, MOST_FONT_BYTES, readBody, readContentFiles, readDataFiles, readFontFiles } from '../../src/load/files.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'nenpo-files-'));
  mkdirSync(join(root, 'data/a'), { recursive: true });
  for (const name of ['a/x.yaml', 'a/y.yaml', 'z.yaml']) writeFileSync(join(root, 'data', name), `name: ${name}\n`);
});
afterEach(() => rmSync(root, { recursive: true }));

test('a folder that has not changed gives the same list, and what is read anew', () => {
  const folder = new DataFolder(root);
  const files = folder.read();
  expect(files).toEqual(readDataFiles(root));
  expect(folder.read()).toBe(files);
});

test('a file that has changed is another object, and only that one', () => {
  const folder = new DataFolder(root);
  const before = folder.read();
  writeFileSync(join(root, 'data/a/y.yaml'), 'name: new\n');
  const after = folder.read();
  expect(after).toEqual(readDataFiles(root));
  expect(after.map((file, index) => file === before[index])).toEqual([true, false, true]);
});

test('even where its size and its time are the same', () => {
  const folder = new DataFolder(root);
  const before = folder.read();
  writeFileSync(join(root, 'data/z.yaml'), 'name: Z.yaml\n');
  utimesSync(join(root, 'data/z.yaml'), 0, 0);
  const between = folder.read();
  writeFileSync(join(root, 'data/z.yaml'), 'name: q.yaml\n');
  utimesSync(join(root, 'data/z.yaml'), 0, 0);
  expect(folder.read()).toEqual(readDataFiles(root));
  expect(between).not.toBe(before);
});

test('a file more and a file gone are seen', () => {
  const folder = new DataFolder(root);
  folder.read();
  writeFileSync(join(root, 'data/new.yaml'), 'a: 1\n');
  rmSync(join(root, 'data/a/x.yaml'));
  expect(folder.read().map(({ file }) => file)).toEqual(['data/a/y.yaml', 'data/new.yaml', 'data/z.yaml']);
});

test('typefaces are read apart from the data: a link is not followed, and of what is too large only the start is read', () => {
  expect(readFontFiles(root)).toEqual([]);
  mkdirSync(join(root, 'data/fonts'));
  writeFileSync(join(root, 'secret.txt'), 'key: 1\n');
  symlinkSync(join(root, 'secret.txt'), join(root, 'data/fonts/link.ttf'));
  writeFileSync(join(root, 'data/fonts/own.ttf'), 'letters');
  writeFileSync(join(root, 'data/fonts/large.ttf'), '');
  truncateSync(join(root, 'data/fonts/large.ttf'), 2 * MOST_FONT_BYTES);
  expect(readFontFiles(root).map(({ file, bytes }) => [file, bytes.length]))
    .toEqual([['data/fonts/large.ttf', MOST_FONT_BYTES + 1], ['data/fonts/link.ttf', 0], ['data/fonts/own.ttf', 7]]);
  expect(readDataFiles(root).map(({ file }) => file)).toEqual(['data/a/x.yaml', 'data/a/y.yaml', 'data/z.yaml']);
});

test('a link is not followed, in the data or the texts: it is as empty', () => {
  mkdirSync(join(root, 'content/en'), { recursive: true });
  writeFileSync(join(root, 'secret.txt'), 'key: 1\n');
  symlinkSync(join(root, 'secret.txt'), join(root, 'data/a/link.yaml'));
  symlinkSync(join(root, 'data'), join(root, 'data/folder.yaml'));
  symlinkSync(join(root, 'data/a'), join(root, 'data/mid-term'));
  symlinkSync(join(root, 'secret.txt'), join(root, 'content/en/about.md'));
  const found = readDataFiles(root).map(({ file, bytes }) => [file, bytes.length]);
  expect(found).toEqual([['data/a/link.yaml', 0], ['data/a/x.yaml', 15], ['data/a/y.yaml', 15], ['data/folder.yaml', 0], ['data/mid-term', 0], ['data/z.yaml', 13]]);
  expect(new DataFolder(root).read()).toEqual(readDataFiles(root));
  expect(readContentFiles(root).map(({ bytes }) => bytes.length)).toEqual([0]);
});

test('of data and pages that are too large only the start is read', () => {
  mkdirSync(join(root, 'content/en'), { recursive: true });
  for (const file of ['data/z.yaml', 'content/en/about.md']) {
    writeFileSync(join(root, file), '');
    truncateSync(join(root, file), 50_000_000);
  }
  expect(readDataFiles(root).at(-1)?.bytes.length).toBe(MOST_DATA_BYTES + 1);
  expect(new DataFolder(root).read()).toEqual(readDataFiles(root));
  expect(readContentFiles(root).map(({ bytes }) => bytes.length)).toEqual([MOST_ARTICLE_BYTES + 1]);
});

test('nothing of what a link leads to is published, and of hidden files only what every site may have', () => {
  mkdirSync(join(root, 'public/.well-known'), { recursive: true });
  for (const name of ['.env', '.well-known/security.txt', 'a.pdf', 'b.svg']) writeFileSync(join(root, 'public', name), '<svg/>');
  symlinkSync(join(root, 'data'), join(root, 'public/link'));
  const published = () => readBody(root).published.map(({ file, isPlain, bytes }) => [file, isPlain, bytes?.length]);
  expect(published()).toEqual([['public/.well-known/security.txt', true, undefined], ['public/a.pdf', true, undefined], ['public/b.svg', true, 6], ['public/link', false, undefined]]);
  rmSync(join(root, 'public/.well-known'), { recursive: true });
  symlinkSync(join(root, 'data'), join(root, 'public/.well-known'));
  expect(published()[0]).toEqual(['public/.well-known', false, undefined]);
  rmSync(join(root, 'public'), { recursive: true });
  symlinkSync(join(root, 'data'), join(root, 'public'));
  expect(published()).toEqual([['public', false, undefined]]);
});

test('what stands among the pages and is none is listed, and not read', () => {
  mkdirSync(join(root, 'content/en'), { recursive: true });
  for (const name of ['en/about.md', 'en/photo.png', 'notes.txt']) writeFileSync(join(root, 'content', name), 'words');
  expect(readBody(root).content.map(({ file, bytes }) => [file, bytes.length])).toEqual([['content/en/about.md', 5], ['content/en/photo.png', 0], ['content/notes.txt', 0]]);
  expect(readContentFiles(root).map(({ file }) => file)).toEqual(['content/en/about.md']);
});
