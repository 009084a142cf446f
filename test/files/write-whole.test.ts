import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { asideOf } from '../../src/files/aside.ts';
import { writeAllWhole, writeWhole } from '../../src/files/write-whole.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nenpo-whole-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const read = (name: string) => readFileSync(join(folder, name), 'utf8');

/** The number of a process that has ended. */
const ENDED = spawnSync(process.execPath, ['-e', '']).pid;

test('a file is written with its folders, over an old one, and leaves nothing beside it', () => {
  writeWhole(join(folder, 'a/b.yaml'), 'old');
  writeWhole(join(folder, 'a/b.yaml'), Buffer.from('新しい'));
  expect(read('a/b.yaml')).toBe('新しい');
  expect(readdirSync(join(folder, 'a'))).toEqual(['b.yaml']);
});

test('where one of several cannot be written, all stay as they were', () => {
  writeFileSync(join(folder, 'a'), 'old');
  mkdirSync(join(folder, 'no-folder'));
  writeFileSync(join(folder, 'no-folder/file'), '');
  expect(() => writeAllWhole(folder, new Map([['a', 'new'], ['no-folder/file/b', 'new']]))).toThrow(/ENOTDIR|EEXIST/);
  expect(readdirSync(folder, { recursive: true }).toSorted()).toEqual(['a', 'no-folder', 'no-folder/file']);
  expect(read('a')).toBe('old');
});

test('where the new one cannot take its place, it is not left beside it', () => {
  mkdirSync(join(folder, 'a'));
  expect(() => writeWhole(join(folder, 'a'), 'new')).toThrow(/EISDIR|EEXIST|ENOTEMPTY|EPERM/);
  expect(readdirSync(folder)).toEqual(['a']);
});

test('what one who was killed left is removed; what one who is still writing makes is not', () => {
  writeFileSync(asideOf(join(folder, 'a'), 'new', ENDED), 'ha');
  writeFileSync(asideOf(join(folder, 'a'), 'new', process.ppid), 'half');
  writeFileSync(asideOf(join(folder, 'b'), 'new', ENDED), 'not beside a');
  writeWhole(join(folder, 'a'), 'whole');
  expect(readdirSync(folder).toSorted()).toEqual([`.a.new-${process.ppid}`, `.b.new-${ENDED}`, 'a'].toSorted());
});

test.skipIf(process.platform === 'win32')('who may read a file, and the link that leads to it, stay as they were', () => {
  writeFileSync(join(folder, 'a'), 'old', { mode: 0o640 });
  symlinkSync(join(folder, 'a'), join(folder, 'link'));
  writeWhole(join(folder, 'link'), 'new');
  expect(read('a')).toBe('new');
  expect(statSync(join(folder, 'a')).mode & 0o777).toBe(0o640);
  expect(readdirSync(folder).toSorted()).toEqual(['a', 'link']);
});

test.skipIf(!existsSync('/dev/full'))('a disk that is full is told with the place, and what lay there stays', () => {
  // Whatever is written beside the file goes to the device that never has room.
  writeFileSync(join(folder, 'a'), 'old');
  symlinkSync('/dev/full', asideOf(join(folder, 'a'), 'new'));
  expect(() => writeWhole(join(folder, 'a'), 'new')).toThrow(expect.objectContaining({ code: 'ENOSPC', path: join(folder, 'a') }));
  expect(readdirSync(folder)).toEqual(['a']);
  expect(read('a')).toBe('old');
});
