import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

const CITY = 'test/cases/organisations/city';

/** What each command says of the city that it could not say of the data that the repository ships with. */
test.each([
  ['check', [], 0, /^Checked 15 files: 0 errors, 0 warnings$/m],
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
