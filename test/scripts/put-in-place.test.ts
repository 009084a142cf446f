import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { clearUp, putInPlace } from '../../scripts/put-in-place.ts';
import { asideOf } from '../../src/files/aside.ts';

let folder: string;
let out: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nenpo-place-'));
  out = join(folder, 'dist');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A folder with a site of one page. */
function site(name: string, text = name): string {
  mkdirSync(join(folder, name));
  writeFileSync(join(folder, name, 'index.html'), text);
  return join(folder, name);
}

const shown = () => readFileSync(join(out, 'index.html'), 'utf8');
const ENDED = spawnSync(process.execPath, ['-e', '']).pid;

test('a site takes the place of the last one, or of none', async () => {
  await putInPlace(site('one'), out);
  expect(shown()).toBe('one');
  await putInPlace(site('two'), out);
  expect(shown()).toBe('two');
  expect(readdirSync(folder)).toEqual(['dist']);
});

test('where another build puts its own there at the same moment, both go well and the last one stays', async () => {
  site('dist', 'last');
  let meanwhile = 3;
  await putInPlace(site('mine'), out, (from, to) => {
    // Between the two steps: the place is free, and the other one takes it.
    if (to === out && meanwhile-- > 0) site('dist', `other ${meanwhile}`);
    renameSync(from, to);
  });
  expect(shown()).toBe('mine');
  expect(readdirSync(folder)).toEqual(['dist']);
});

test('where another build takes the last site away at the same moment, it does not matter', async () => {
  site('dist', 'last');
  await putInPlace(site('mine'), out, (from, to) => {
    if (from === out) rmSync(out, { recursive: true });
    renameSync(from, to);
  });
  expect(shown()).toBe('mine');
});

test('where others never leave the place, it is told, and what lies there stays', async () => {
  site('dist', 'last');
  await expect(putInPlace(site('mine'), out, (from, to) => {
    if (to === out) site('dist', 'other');
    renameSync(from, to);
  })).rejects.toMatchObject({ code: 'EBUSY', path: out });
  expect(shown()).toBe('other');
  expect(readdirSync(folder)).toEqual(['dist']);
});

test('where the new site cannot be put there, the last one comes back', async () => {
  site('dist', 'last');
  await expect(putInPlace(site('mine'), out, (from, to) => {
    if (from === asideOf(out, 'new')) throw Object.assign(new Error('EPERM'), { code: 'EPERM' });
    renameSync(from, to);
  })).rejects.toThrow('EPERM');
  expect(shown()).toBe('last');
  expect(readdirSync(folder)).toEqual(['dist']);
});

test('what killed builds left is cleared up, and a site whose place was empty at that moment is put back', async () => {
  renameSync(site('last'), asideOf(out, 'old', ENDED));
  renameSync(site('half'), asideOf(out, 'new', ENDED));
  renameSync(site('running'), asideOf(out, 'new', process.ppid));
  for (const name of [`build-${ENDED}`, `build-${ENDED}-beside`, `build-${process.ppid}`, 'store']) mkdirSync(join(folder, 'cache', name), { recursive: true });
  await clearUp(join(folder, 'cache'), out);
  expect(shown()).toBe('last');
  expect(readdirSync(folder).toSorted()).toEqual([`.dist.new-${process.ppid}`, 'cache', 'dist']);
  expect(readdirSync(join(folder, 'cache')).toSorted()).toEqual([`build-${process.ppid}`, 'store']);
});
