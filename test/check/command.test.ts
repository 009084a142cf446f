import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const SCRIPT = fileURLToPath(new URL('../../scripts/check.ts', import.meta.url));
const BASE = fileURLToPath(new URL('../cases/mistakes/base', import.meta.url));

function check(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [SCRIPT, ...args], {
    encoding: 'utf8',
    env: { ...process.env, LANG: 'ja_JP.UTF-8', LC_ALL: '', NENPO_LANG: undefined },
  });
  return { status, stdout, stderr };
}

describe('scripts/check.ts', { timeout: 60_000 }, () => {
  let root = '';

  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'nenpo-check-'));
    cpSync(BASE, root, { recursive: true });
    writeFileSync(join(root, 'data/2025/report.yaml'), 'year: FY2025\nreports: なし\n');
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  test('says that all is well, and exits with 0', () => {
    expect(check('--root', BASE, '--lang', 'en')).toEqual({
      status: 0,
      stdout: 'Checked 16 files: 0 errors, 0 warnings\n',
      stderr: '',
    });
    expect(check('--root', BASE, '--lang', 'ja').stdout).toBe(
      '16 ファイルを確かめました: 誤り 0 件、注意 0 件\n',
    );
  });

  test('exits with 1 on an error, in each format', () => {
    const text = check('--root', root, '--lang', 'ja');
    expect(text.status).toBe(1);
    expect(text.stdout).toMatch(
      /^data\/2025\/report\.yaml:2:10 {2}誤り {2}値の種類が違います: 「なし」。 → .*\n {4}1 │ year: FY2025\n {2}> 2 │ reports: なし\n {6}│ {10}\^\^\^\^\n\n16 ファイルを確かめました: 誤り 1 件、注意 0 件\n$/,
    );
    const json = check('--root', root, '--format', 'json');
    expect(json.status).toBe(1);
    expect(JSON.parse(json.stdout)).toMatchObject({
      errors: 1,
      diagnostics: [{ file: 'data/2025/report.yaml', line: 2, column: 10 }],
    });
    const github = check('--root', root, '--format', 'github', '--lang', 'en');
    expect(github.stdout).toMatch(
      /^::error file=data\/2025\/report\.yaml,line=2,endLine=2,col=10,endColumn=12,title=wrong-type::This is the wrong kind of value/,
    );
  });

  test('says the same twice, byte for byte', () => {
    expect(check('--root', root).stdout).toBe(check('--root', root).stdout);
  });

  test('exits with 2, and no stack trace, when it is called wrongly', () => {
    for (const args of [
      ['--root', join(root, 'nowhere')],
      ['--format', 'xml'],
      ['--lang', 'fr'],
      ['--unknown'],
    ]) {
      const { status, stdout, stderr } = check(...args);
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).not.toMatch(/^\s+at /m);
    }
  });
});
