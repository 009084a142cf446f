import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const SCRIPT = fileURLToPath(new URL('../../scripts/coverage-sources.ts', import.meta.url));
const BASE = fileURLToPath(new URL('../cases/mistakes/base', import.meta.url));

test('prints the counts in the language that is asked for', () => {
  expect(run('--root', BASE, '--lang', 'en').stdout).toMatch(/^Observations +15 .*15$/m);
  expect(run('--root', BASE, '--lang', 'ja').stdout).toMatch(/^系列の値 +15 .*15$/m);
});

test('prints them as JSON', () => {
  const { status, stdout } = run('--root', BASE, '--json');
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    documents: [{ document: 'progress-2025', counts: { observations: 15 } }],
    total: { observations: 15 },
  });
});

test('says how it is called when it is called wrongly', () => {
  for (const args of [['--lang', 'fr'], ['--unknown'], ['--root', '/nowhere']]) {
    expect(run(...args)).toMatchObject({ status: 2, stdout: '' });
  }
});

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [SCRIPT, ...args], { encoding: 'utf8' });
  return { status, stdout, stderr };
}
