import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const CITY = 'test/cases/organisations/city';

/** What each command says of the city that it could not say of the data that the repository ships with. */
test.each([
  ['check', [], 0, /^Checked 18 files: 0 errors, 0 warnings$/m],
  ['coverage-sources', ['--json'], 0, /report-2025/],
  ['format', ['--check'], 1, /^15 files to format\.$/m],
  ['schema', ['--check'], 1, /^ *data\/schema\/indicator\.json/m],
])('%s takes the data from the folder of --root, and from NENPO_ROOT', { timeout: 60_000 }, (command, args, status, said) => {
  const run = (more: readonly string[], env: NodeJS.ProcessEnv) =>
    spawnSync(process.execPath, [`scripts/${command}.ts`, ...args, ...more], { encoding: 'utf8', env: { ...process.env, LANG: 'C', ...env } });
  for (const { stdout, stderr, status: found } of [run(['--root', CITY], {}), run([], { NENPO_ROOT: CITY })]) {
    expect(`${stdout}${stderr}`).toMatch(said);
    expect(found).toBe(status);
  }
});

/** Each command that writes, in an order in which every one has something to do. */
test('in a copy of the agency every command writes there, the check still passes, and the data of the repository stay', { timeout: 180_000 }, () => {
  const [agency, indicator, table] = ['test/cases/organisations/agency', 'permit-days', '2025/permits/permits-by-kind'];
  const root = mkdtempSync(join(tmpdir(), 'nenpo-root-'));
  const own = digest(process.cwd());
  const run = (command: string, ...args: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [`scripts/${command}.ts`, ...args, '--root', root], { encoding: 'utf8', env: { ...process.env, LANG: 'C' } });
    expect({ command, status, stderr }).toEqual({ command, status: 0, stderr: '' });
    return stdout;
  };
  const changes = (command: string, ...args: readonly string[]) => {
    const before = digest(root);
    run(command, ...args);
    expect({ command, changed: digest(root) !== before }).toEqual({ command, changed: true });
  };
  try {
    cpSync(agency, root, { recursive: true });
    changes('format');
    changes('schema');
    changes('new-year', '2026');
    changes('rename', indicator, 'another-name');
    run('export', '--indicator', 'another-name', '--out', join(root, 'indicator.csv'));
    writeFileSync(join(root, 'indicator.csv'), readFileSync(join(root, 'indicator.csv'), 'utf8').replace(/FY2025|2025-12/, (period) => (period === 'FY2025' ? 'FY2019' : '2019-12')));
    changes('import', join(root, 'indicator.csv'), '--indicator', 'another-name');
    run('export', '--table', table, '--out', join(root, 'table.xlsx'));
    expect(run('import', join(root, 'table.xlsx'), '--table', table)).toContain('0 added, 0 replaced');
    run('translation', '--out', join(root, 'texts.xlsx'), '--all', '--kind', 'missing');
    expect(run('impact', '--base-root', agency)).toContain('another-name');
    expect(run('translation', '--import', join(root, 'texts.xlsx'))).toContain('0 translations');
    expect(run('check')).toMatch(/: 0 errors/);
    expect(digest(process.cwd())).toBe(own);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});

function digest(root: string): string {
  const hash = createHash('sha256');
  for (const file of ['data', 'content'].flatMap((folder) => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((each) => join(folder, each))).toSorted()) {
    hash.update(file);
    if (statSync(join(root, file)).isFile()) hash.update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}
