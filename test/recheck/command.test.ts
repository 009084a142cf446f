import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const script = fileURLToPath(new URL('../../scripts/recheck.ts', import.meta.url));

function recheck(args: readonly string[], input = '') {
  const command = [script, ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { input, encoding: 'utf8' });
  return { status, stdout, stderr };
}

const GOOD = '{"id":"A1","kind":"sum","inputs":["1","2"],"quanta":["0","0"],"reported":"4","decimals":0}';

describe('scripts/recheck.ts', () => {
  it('prints a verdict a line', () => {
    const { status, stdout, stderr } = recheck(['-'], `\uFEFF${GOOD}\r\n\r\n${GOOD.replace('"4"', '"3"')}`);
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: 'A1 differs\nA1 equal\n', stderr: '' });
  });

  it('prints JSON', () => {
    const { stdout } = recheck(['--json', '-'], GOOD);
    expect(JSON.parse(stdout)).toMatchObject({ id: 'A1', verdict: 'differs', value: '3', low: '3' });
  });

  it('says which line cannot be read, goes on, and fails', () => {
    const { status, stdout, stderr } = recheck(['-', '--lang', 'ja'], `{"id":\n${GOOD}\n{}\n`);
    expect(status).toBe(1);
    expect(stdout).toBe('A1 differs\n');
    expect(stderr).toMatch(/^<stdin>:1: JSONとして読めません.*\n<stdin>:3: id がありません\n$/);
    expect(recheck(['-', '--lang', 'en'], '{}').stderr).toBe('<stdin>:1: id is missing\n');
  });

  it('explains itself when it is called wrongly', () => {
    expect(recheck([])).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('npm run recheck -- FILE.jsonl') });
    expect(recheck(['--fast', '-'])).toMatchObject({ status: 2 });
    expect(recheck(['-', '--lang', 'fr'])).toMatchObject({ status: 2 });
  });

  it('says when there is no such file', () => {
    const { status, stderr } = recheck(['none.jsonl', '--lang', 'en']);
    expect({ status, stderr }).toEqual({ status: 2, stderr: 'none.jsonl: cannot read the file (ENOENT)\n' });
  });
});
