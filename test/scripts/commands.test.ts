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

const WITH_WORDS = ['impact', 'import', 'new-year', 'recheck', 'translation'];

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
  expect(unknown).toEqual({ status: 2, stdout: '', stderr: expect.stringMatching(/^「--nonsense」というオプションはありません。\n/) });
  const usage = unknown.stderr.slice(unknown.stderr.indexOf('\n') + 1);
  expect(usage.split('\n')[0]).toBe(help.stdout.split('\n')[0]);
  // What says more than how it is called says so in Japanese.
  expect(/[ぁ-ん]/.test(usage)).toBe(WITH_WORDS.includes(name));
  if (!WITH_WORDS.includes(name)) expect(usage).toBe(help.stdout);
  expect(inEnglish).toEqual({ status: 2, stdout: '', stderr: `Unknown option '--nonsense'\n${help.stdout}` });
});

test.each(COMMANDS.filter(([name]) => ['build', 'check', 'coverage:sources', 'dev', 'export', 'format', 'impact', 'import', 'language', 'mutate', 'new-year', 'pdf', 'rename', 'schema', 'translation'].includes(name)))(
  'npm run %s says that there is no data where it is told to look', { timeout: 60_000 }, async (name, line) => {
    const { status, stderr } = await run(line, [...(OPERANDS[name] ?? []), '--root', 'no/such/folder'], 'ja_JP.UTF-8');
    expect(stderr).toMatch(/no\/such\/folder\/data を読めません。.*--root/);
    expect(status).toBe(2);
    expect(existsSync(join('no', 'such'))).toBe(false);
  });

test.each<[string, readonly string[], string, string]>([
  ['check', ['--lang', 'fr'], '--lang に「fr」は使えません。使えるのは ja、en です。', '--lang cannot be “fr”; it is one of ja, en.'],
  ['dev', ['--port', 'x'], '--port に「x」は使えません。4321 のような番号を書いてください。', '--port cannot be “x”; give a number such as 4321.'],
  ['export', [], '何を書き出すかを、--indicator、--table、--all、--list のどれか一つで示してください。', 'Say what to export, with one of --indicator, --table, --all and --list.'],
  ['export', ['--indicator', 'x'], '書き出すファイルを --out に書いてください。', 'Give the file to write with --out.'],
  ['impact', ['--base', 'a', '--base-root', 'b'], '--base と --base-root は、どちらか一つにしてください。', 'Give --base or --base-root, not both.'],
  ['import', [], '取り込む表のファイルを書いてください。', 'Give the file of a sheet.'],
  ['import', ['a.csv', 'b.csv'], '「b.csv」は読めません。', 'Unexpected argument \'b.csv\''],
  ['language', [], '言語の符号（zh など）を書いてください。', 'Give the tag of a language, such as zh.'],
  ['new-year', ['next'], '「next」は年度ではありません。2026 のように書いてください。', '“next” is not a year, such as 2026.'],
  ['recheck', [], 'ファイルを書いてください。', 'Give a file.'],
  ['rename', ['one'], '今の id と新しい id を書いてください。', 'Give the id as it is and the new one.'],
  ['translation', ['--kind', 'old'], '--kind に「old」は使えません。使えるのは missing、stale、suspect です。', '--kind cannot be “old”; it is one of missing, stale, suspect.'],
  ['translation', ['--out', 'a.doc'], '--out のファイルの名前は .csv か .xlsx で終わります: 「a.doc」', 'The name of the file to write ends with .csv or .xlsx: “a.doc”'],
])('npm run %s -- %j says what is wrong with it', { timeout: 60_000 }, async (name, args, ja, en) => {
  const line = scripts[name]!.replace(/^node .*(?=scripts\/)/, 'node ');
  const [japanese, english] = await Promise.all([run(line, args, 'ja_JP.UTF-8'), run(line, args, 'C')]);
  expect([japanese.status, japanese.stdout, japanese.stderr.split('\n')[0], japanese.stderr.split('\n')[1]]).toEqual([2, '', ja, expect.stringMatching(`^npm run ${name} -- `)]);
  expect([english.status, english.stdout, english.stderr.split('\n')[0], english.stderr.split('\n')[1]]).toEqual([2, '', en, expect.stringMatching(`^npm run ${name} -- `)]);
});
