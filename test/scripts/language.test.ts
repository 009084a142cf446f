import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { lackingWords } from '../../src/check/languages.ts';
import { LanguageFile } from '../../src/schema/language.ts';

const folder = mkdtempSync(join(tmpdir(), 'nenpo-language-'));
const file = join(folder, 'languages/fr.yaml');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** As an editor runs it: npm itself writes to standard output as well. */
function run(...args: string[]): Promise<{ code: number; out: string }> {
  return new Promise((done) => {
    execFile('npm', ['run', 'language', '--', ...args, '--root', 'test/cases/organisations/library'], { env: { ...process.env, LC_ALL: 'C' } },
      (error, stdout, stderr) => done({ code: error ? 1 : 0, out: stdout + stderr }));
  });
}

test('the words of a language come into a file that is right as it is, and that is never written over', { timeout: 60_000 }, async () => {
  expect((await run('fr', '--out', file)).code).toBe(0);
  const text = readFileSync(file, 'utf8');
  const made = LanguageFile.parse(parse(text));
  expect(made).toMatchObject({ name: 'français', numbers: { group: '\u202f', decimal: ',' } });
  expect(text).toContain('numbers: { group: "\\u202f", decimal: "," }\n');
  expect(lackingWords(made)).toEqual([]);
  const again = await run('fr', '--out', file);
  expect(again.code).toBe(1);
  expect(again.out).toContain(`${file} is there already. Leave --out out to see what it lacks.`);
  expect(readFileSync(file, 'utf8')).toBe(text);
});

test('what is no tag of a language is told', { timeout: 60_000 }, async () => {
  expect((await run('fr_FR')).out).toContain('“fr_FR” is not the tag of a language, such as fr or zh-Hant.');
});
