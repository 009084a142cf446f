import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const SCRIPT = fileURLToPath(new URL('../../scripts/impact.ts', import.meta.url));
const BASE = fileURLToPath(new URL('../cases/mistakes/base', import.meta.url));

function impact(cwd: string, ...args: string[]) {
  const env = { ...process.env, LANG: 'ja_JP.UTF-8', LC_ALL: '', NENPO_LANG: undefined, NENPO_ROOT: undefined };
  const { status, stdout, stderr } = spawnSync(process.execPath, [SCRIPT, ...args], { cwd, encoding: 'utf8', env });
  return { status, stdout, stderr };
}

describe('scripts/impact.ts', { timeout: 120_000 }, () => {
  let folder = '';
  let root = '';
  const git = (...args: string[]) => execFileSync('git', ['-C', root, '-c', 'user.name=n', '-c', 'user.email=n@example.org', ...args], { encoding: 'utf8' });
  const edit = (file: string, from: string, to: string) => {
    const text = readFileSync(join(root, file), 'utf8');
    writeFileSync(join(root, file), text.replace(from, to));
  };

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'nenpo-impact-'));
    root = join(folder, '組織');
    cpSync(BASE, root, { recursive: true });
    execFileSync('git', ['init', '--quiet', '-b', 'main', root]);
    git('add', '-A');
    git('commit', '--quiet', '-m', 'first');
    git('checkout', '--quiet', '-b', 'edit');
    edit('data/indicators/lending/child-loans.yaml', '4,250冊', '4,260冊');
    git('commit', '--quiet', '-am', 'edit');
    git('checkout', '--quiet', 'main');
    edit('data/indicators/lending/adult-loans.yaml', '12,300冊', '12,310冊');
    git('commit', '--quiet', '-am', 'main goes on');
    git('checkout', '--quiet', 'edit');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('compares with where the branch began, and leaves the work tree alone', () => {
    const { status, stdout, stderr } = impact(root, '--base', 'main', '--format', 'json');
    expect([status, stderr]).toEqual([0, '']);
    const figures = (JSON.parse(stdout) as { changes: { figures: { key: string }[] } }).changes.figures;
    expect(figures.map(({ key }) => key)).toEqual(['child-loans@FY2024']);
    expect(git('status', '--porcelain')).toBe('');
  });

  test('in a clone whose history is cut off: with the base as it is now, and says so', () => {
    const clone = join(folder, 'shallow');
    execFileSync('git', ['clone', '--quiet', '--depth=1', '--branch', 'edit', pathToFileURL(root).href, clone]);
    execFileSync('git', ['-C', clone, 'fetch', '--quiet', '--depth=1', 'origin', 'main:refs/remotes/origin/main']);
    const { status, stdout, stderr } = impact(clone, '--base', 'main', '--lang', 'ja');
    expect([status, stderr]).toEqual([0, '履歴が途中までしかないため、分岐した時点ではなく main の今のデータと比べます。\n']);
    expect(stdout).toContain('| 大人への貸出冊数 | 令和5年度 | 12,310冊 | **12,300冊** |');
  });

  test('with another folder, without git: nothing changes', () => {
    const { status, stdout } = impact(folder, '--root', BASE, '--base-root', BASE, '--lang', 'en');
    expect([status, stdout]).toEqual([0, `## What this change does\n\nCompared \`${BASE}\` with the working files.\n\nNothing changes.\n`]);
  });

  test('exits with 1 where the data has errors, and names them', () => {
    edit('data/2025/lending.yaml', 'indicator: return-rate', 'indicator: return-rat');
    const { status, stdout } = impact(root, '--base', 'main', '--lang', 'en');
    git('checkout', '--quiet', '--', '.');
    expect(status).toBe(1);
    expect(stdout).toContain('**The data after the change has 1 error, so its effects cannot be told. Mend these first.**\n\n- `data/2025/lending.yaml:42` ');
  });

  test('exits with 2 for a revision that is not there, an option that is none, or no data', () => {
    expect(impact(root, '--base', 'nosuch')).toEqual({
      status: 2, stdout: '',
      stderr: '「nosuch」がこのリポジトリーに見つかりません。→ git fetch --depth=1 origin nosuch のあとでもう一度試すか、比べるフォルダーを --base-root に書いてください。\n',
    });
    expect(impact(root, '--base=--output=x').status).toBe(2);
    expect(impact(root, '--format', 'pdf').stderr).toMatch(/^--format に「pdf」は使えません。.*\nnpm run impact -- /);
    expect(impact(folder, '--base-root', BASE).stderr).toBe(`${folder}/data を読めません。data/ のあるフォルダーを --root・--base-root に書いてください。\n`);
  });
});
