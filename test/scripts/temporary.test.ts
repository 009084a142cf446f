import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

test('a run has a folder of its own for temporary files, and removes what a killed one left', () => {
  const shared = mkdtempSync(join(tmpdir(), 'nenpo-temporary-'));
  const ended = spawnSync(process.execPath, ['-e', '']).pid;
  for (const name of [`nenpo-run-${ended}-aaaaaa/profile/Default`, `nenpo-run-${process.pid}-bbbbbb`, 'others']) mkdirSync(join(shared, name), { recursive: true });
  const program = `
    import { ownTemporaryFolder } from ${JSON.stringify(new URL('../../scripts/temporary.ts', import.meta.url).href)};
    import { mkdtempSync, readdirSync } from 'node:fs';
    import { tmpdir } from 'node:os';
    const shared = tmpdir();
    const clear = ownTemporaryFolder();
    mkdtempSync(tmpdir() + '/profile-');
    const inside = readdirSync(shared);
    clear();
    console.log(JSON.stringify([process.pid, inside]));
  `;
  const said = execFileSync(process.execPath, ['--input-type=module', '-e', program], { env: { ...process.env, TMPDIR: shared, TEMP: shared, TMP: shared }, encoding: 'utf8' });
  const [pid, inside] = JSON.parse(said) as [number, string[]];
  expect(new Set(inside)).toEqual(new Set([expect.stringMatching(new RegExp(`^nenpo-run-${pid}-\\w{6}$`)), `nenpo-run-${process.pid}-bbbbbb`, 'others']));
  expect(readdirSync(shared).toSorted()).toEqual([`nenpo-run-${process.pid}-bbbbbb`, 'others']);
  rmSync(shared, { recursive: true });
});
