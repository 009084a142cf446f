import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isKept, keepFolder } from '../../src/cache/kept-folder.ts';

let folder = '';
let kept = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nenpo-kept-folder-'));
  kept = join(folder, 'kept');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a folder is moved to where it is kept, and found there', () => {
  const made = make('made', 'one');
  expect(isKept(made)).toBe(false);
  expect(keepFolder(made, kept)).toBe(true);
  expect(isKept(kept)).toBe(true);
  expect(existsSync(made)).toBe(false);
  expect(readFileSync(join(kept, 'pages', 'a.mjs'), 'utf8')).toBe('one');
});

test('one that is kept already stays', () => {
  keepFolder(make('first', 'one'), kept);
  const second = make('second', 'two');
  expect(keepFolder(second, kept)).toBe(true);
  expect(readFileSync(join(kept, 'pages', 'a.mjs'), 'utf8')).toBe('one');
  expect(isKept(second)).toBe(false);
});

test.each<[string, () => void]>([
  ['a file was changed', () => writeFileSync(join(kept, 'pages', 'a.mjs'), 'onf')],
  ['a file was cut', () => writeFileSync(join(kept, 'pages', 'a.mjs'), 'on')],
  ['a file is gone', () => rmSync(join(kept, 'pages', 'b.mjs'))],
  ['a file came', () => writeFileSync(join(kept, 'pages', 'c.mjs'), '')],
  ['a file has another name', () => renameSync(join(kept, 'pages', 'b.mjs'), join(kept, 'pages', 'c.mjs'))],
  ['what is in two files changed places', () => {
    renameSync(join(kept, 'pages', 'a.mjs'), join(kept, 'c'));
    renameSync(join(kept, 'pages', 'b.mjs'), join(kept, 'pages', 'a.mjs'));
    renameSync(join(kept, 'c'), join(kept, 'pages', 'b.mjs'));
  }],
  ['the seal is gone', () => rmSync(join(kept, 'seal'))],
  ['the seal was changed', () => appendFileSync(join(kept, 'seal'), '0')],
  ['it is a file', () => {
    rmSync(kept, { recursive: true });
    writeFileSync(kept, '');
  }],
])('where %s it is not found, and the next one takes its place', (_, damage) => {
  keepFolder(make('first', 'one'), kept);
  damage();
  expect(isKept(kept)).toBe(false);
  expect(keepFolder(make('second', 'two'), kept)).toBe(true);
  expect(readFileSync(join(kept, 'pages', 'a.mjs'), 'utf8')).toBe('two');
  expect(readdirSync(join(kept, 'pages'))).toEqual(['a.mjs', 'b.mjs']);
});

test('where it cannot be kept, what was made is there as before', () => {
  writeFileSync(join(folder, 'file'), '');
  const made = make('made', 'one');
  expect(keepFolder(made, join(folder, 'file', 'kept'))).toBe(false);
  expect(readFileSync(join(made, 'pages', 'a.mjs'), 'utf8')).toBe('one');
});

function make(name: string, content: string): string {
  const made = join(folder, name);
  mkdirSync(join(made, 'pages'), { recursive: true });
  writeFileSync(join(made, 'pages', 'a.mjs'), content);
  writeFileSync(join(made, 'pages', 'b.mjs'), 'b');
  return made;
}
