import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { describeTrouble } from '../../scripts/describe-trouble.ts';
import { troubleOf } from '../../src/files/trouble.ts';

let folder: string;
let root: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nenpo-trouble-'));
  root = join(folder, 'body');
  cpSync('test/cases/mistakes/base', root, { recursive: true });
  writeFileSync(join(folder, 'file'), 'mine');
  mkdirSync(join(folder, 'folder'));
  writeFileSync(join(folder, 'folder/mine'), 'mine');
});
afterAll(() => rmSync(folder, { recursive: true }));

function run(script: string, args: readonly string[], language: string) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`scripts/${script}.ts`, ...args], { encoding: 'utf8', env: { ...process.env, LC_ALL: language } });
  return { status, stdout, stderr };
}

describe('what the file system refuses is told with the place and with what to do, in the language of the command, and without a stack trace', { timeout: 60_000 }, () => {
  test('a file where a folder should be', () => {
    const place = join(folder, 'file/sheets');
    expect(run('export', ['--all', place, '--root', root, '--lang', 'ja'], 'C')).toEqual({
      status: 1, stdout: '', stderr: expect.stringMatching(/^\S*file\S*: フォルダーがあるはずの所に、ファイルがあります（\w+）。 → ファイルを移すか、別の場所を指定してください。\n$/),
    });
  });

  test('a folder where a file should be', () => {
    mkdirSync(join(folder, 'sheet.csv'), { recursive: true });
    const { status, stderr } = run('translation', ['--out', join(folder, 'sheet.csv'), '--all', '--root', root], 'C');
    expect(stderr).toMatch(/\n\S+sheet\.csv: There is a folder where a file should be \(E\w+\)\. → Move the folder, or give another name\.\n$/);
    expect(readdirSync(folder).filter((each) => each.startsWith('.'))).toEqual([]);
    expect(status).toBe(1);
  });
});

describe('a build does not take the place of what is no site', { timeout: 60_000 }, () => {
  test.each([['file', 'ja_JP.UTF-8', 'サイトでないものがあり、置き換えません。 → --out に'], ['folder', 'C', 'is not a site, and is not replaced. → Give']])('%s', (name, language, said) => {
    const { status, stdout, stderr } = run('build', ['--root', root, '--out', join(folder, name)], language);
    expect(stderr).toContain(said);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(readFileSync(join(folder, name === 'file' ? 'file' : 'folder/mine'), 'utf8')).toBe('mine');
    expect(readdirSync(folder).filter((each) => each.startsWith('.'))).toEqual([]);
  });
});

test('an error of the program itself is none of the file system', () => {
  expect(troubleOf(new TypeError('x'))).toBeUndefined();
  expect(troubleOf(Object.assign(new Error('x'), { code: 'ERR_INVALID_ARG_TYPE' }))).toBeUndefined();
  expect(troubleOf(undefined)).toBeUndefined();
});

test('every trouble is told in both languages with a repair, also one that is not known', () => {
  for (const code of ['ENOSPC', 'EACCES', 'EROFS', 'EBUSY', 'ENOENT', 'EEXIST', 'EISDIR', 'EIO']) {
    expect(describeTrouble({ code, syscall: 'write', path: 'dist/a' }, 'ja')).toMatch(new RegExp(`^dist/a: .+（${code}）。 → .+。$`));
    expect(describeTrouble({ code, syscall: 'write' }, 'en')).toMatch(new RegExp(`^[A-Z].+ \\(${code}\\)\\. → .+\\.$`));
  }
});
