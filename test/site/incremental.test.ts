import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { shellEnvironment } from './environment.ts';

/** A small body of data is built, edited, and built again from what is left of the first time. */
const folder = mkdtempSync(join(tmpdir(), 'nenpo-incremental-'));
const root = join(folder, 'city');

beforeAll(async () => {
  cpSync('test/cases/organisations/city', root, { recursive: true });
  await build('before');
}, 240_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('after an edit the site and its PDFs are, byte for byte, those that a build without a memory makes', async () => {
  edit('data/indicators/parks/park-area.yaml', '121.0ヘクタール', '120.9ヘクタール');
  const said = await build('again');
  const [before, again] = [filesIn('before'), filesIn('again')];
  expect([...again].filter(([file, digest]) => before.get(file) !== digest).length).toBeGreaterThan(5);
  // What the edit does not touch was not made again.
  const reused = [...said.matchAll(/^ +(.+) reused ([\d,]+) \/ ([\d,]+)$/gm)].map(([, kind, had, all]) => [kind, Number(all) - Number(had)]);
  const made: Record<string, number> = Object.fromEntries(reused);
  expect(made).toMatchObject({ pictures: 0 });
  // The one that was changed; none where the maker beside the one that checks came to it first.
  expect([0, 1]).toContain(made['files read']);
  // One in each language; each twice where two makers came to it at the same moment.
  expect([2, 3, 4]).toContain(made['charts']);
  expect(said).toMatch(/PDFs that have not changed: [1-9]/);

  expect(await build('anew', '--fresh')).not.toMatch(/PDFs that have not changed/);
  const anew = filesIn('anew');
  expect([...anew].filter(([file, digest]) => again.get(file) !== digest).map(([file]) => file)).toEqual([]);
  expect([...again.keys()]).toEqual([...anew.keys()]);
  expect([...anew.keys()].filter((file) => file.endsWith('.pdf')).length).toBe(10);
}, 240_000);

function edit(file: string, was: string, is: string): void {
  const text = readFileSync(join(root, file), 'utf8');
  expect(text).toContain(was);
  writeFileSync(join(root, file), text.replace(was, is));
}

async function build(out: string, ...options: string[]): Promise<string> {
  const args = ['scripts/build.ts', '--root', root, '--cache', join(folder, 'cache'), '--out', join(folder, out), ...options];
  const { stdout } = await promisify(execFile)(process.execPath, args, { env: { ...shellEnvironment(), LANG: 'C' } });
  return stdout;
}

function filesIn(out: string): Map<string, string> {
  const path = join(folder, out);
  const names = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(path.length + 1)).sort();
  return new Map(names.map((name) => [name, createHash('sha256').update(readFileSync(join(path, name))).digest('hex')]));
}
