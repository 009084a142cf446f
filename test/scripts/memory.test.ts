import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findStore, rememberIn } from '../../scripts/store.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nenpo-memory-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('npm run check', { timeout: 60_000 }, () => {
  const root = () => join(folder, 'city');
  beforeAll(() => cpSync('test/cases/organisations/city', root(), { recursive: true }));

  function check(...args: string[]): Promise<{ status: unknown; stdout: string; stderr: string }> {
    return new Promise((done) => {
      execFile(process.execPath, ['scripts/check.ts', '--lang', 'ja', '--root', root(), ...args], (error, stdout, stderr) => done({ status: error ? error.code : 0, stdout, stderr }));
    });
  }

  test('says the same with its memory and without, over edits', async () => {
    const file = join(root(), 'data/indicators/parks/park-area.yaml');
    const printed = readFileSync(file, 'utf8');
    const states: [text: string, status: number][] = [
      [printed, 0], [printed.replace('128.2ヘクタール', '128.2'), 1], [printed.replace('128.2ヘクタール', '129.2ヘクタール'), 1], [printed, 0],
    ];
    for (const [text, status] of states) {
      writeFileSync(file, text);
      const [remembered, anew] = await Promise.all([check('--cache', join(folder, 'cache')), check('--fresh')]);
      expect(remembered).toEqual(anew);
      expect(anew).toMatchObject({ status, stderr: '' });
    }
    const [kept, program] = findStore(join(folder, 'cache'));
    const files = readdirSync(root(), { recursive: true, encoding: 'utf8' }).filter((name) => /^data\/.*\.yaml$/.test(name));
    // Each file once, and what the one was changed to.
    const database = new DatabaseSync(join(kept, program, 'kept.sqlite'), { readOnly: true });
    expect(database.prepare("select count(*) as count from kept where key like 'yaml/%'").get()).toEqual({ count: files.length + 2 });
    database.close();
  });

  test('checks where nothing can be kept', async () => {
    writeFileSync(join(folder, 'no-folder'), '');
    expect(await check('--cache', join(folder, 'no-folder'))).toEqual(await check('--fresh'));
  });
});

describe('a memory that may fail', () => {
  test('computes once what it cannot keep', () => {
    const cache = join(folder, 'half');
    mkdirSync(join(...findStore(cache), 'kept.sqlite'));
    const remember = rememberIn(cache);
    let times = 0;
    for (const time of [1, 2]) {
      expect(remember('sum', [1, 2], () => { times += 1; return 3; })).toBe(3);
      expect(times).toBe(time);
    }
  });

  test('hides no failure of what is computed', () => {
    expect(() => rememberIn(join(folder, 'good'))('sum', [], () => { throw new RangeError('no sum'); })).toThrow(new RangeError('no sum'));
  });
});
