import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
const COMMANDS = Object.entries(scripts).filter(([, line]) => line.startsWith('node scripts/'));
/** What each needs before it looks at its folder. */
const OPERANDS: Readonly<Record<string, readonly string[]>> = {
  rename: ['old', 'new'], export: ['--list'], import: ['sheet.csv', '--indicator', 'any'], 'new-year': ['2030'], impact: ['--base-root', '.'], language: ['zh'],
};

interface Ending {
  readonly status: number | string | null | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

function run(line: string, args: readonly string[], language: string): Promise<Ending> {
  return new Promise((done) => {
    execFile(process.execPath, [line.replace('node ', ''), ...args], { env: { ...process.env, LC_ALL: language } },
      (error, stdout, stderr) => done({ status: error ? error.code : 0, stdout, stderr }));
  });
}

test.each(COMMANDS)('npm run %s tells its usage, and what it does not understand', { timeout: 60_000 }, async (name, line) => {
  const [help, unknown, inEnglish] = await Promise.all([
    run(line, ['--help'], 'C'), run(line, ['--nonsense'], 'ja_JP.UTF-8'), run(line, ['--nonsense'], 'C'),
  ]);
  expect(help).toEqual({ status: 0, stderr: '', stdout: expect.stringMatching(new RegExp(`^npm run ${name} -- `)) });
  expect(unknown).toEqual({ status: 2, stdout: '', stderr: `「--nonsense」というオプションはありません。\n${help.stdout}` });
  expect(inEnglish).toEqual({ status: 2, stdout: '', stderr: `Unknown option '--nonsense'\n${help.stdout}` });
});

test.each(COMMANDS.filter(([name]) => ['build', 'check', 'coverage:sources', 'dev', 'export', 'format', 'impact', 'import', 'language', 'mutate', 'new-year', 'pdf', 'rename', 'schema', 'translation'].includes(name)))(
  'npm run %s says that there is no data where it is told to look', { timeout: 60_000 }, async (name, line) => {
    const { status, stderr } = await run(line, [...(OPERANDS[name] ?? []), '--root', 'no/such/folder'], 'ja_JP.UTF-8');
    expect(stderr).toMatch(/no\/such\/folder\/data を読めません。.*--root/);
    expect(status).toBe(2);
    expect(existsSync(join('no', 'such'))).toBe(false);
  });
