import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openKept } from '../../src/cache/kept.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nenpo-kept-'));
  file = join(folder, 'kept.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true }));

const KEYS = ['a', 'b', 'c'];
const keepAll = () => {
  const kept = openKept(folder);
  for (const key of KEYS) kept.keep(key, Buffer.from(key.repeat(400)));
};

test('whatever byte of the file is damaged, an entry is found as it was kept or not at all, and all can be kept again', () => {
  keepAll();
  const whole = readFileSync(file);
  let lost = 0;
  // All of the first page, where the shape of the file stands, and every thirty-first byte of the others.
  for (let at = 0; at < whole.length; at += at < 200 ? 1 : 31) {
    const damaged = Buffer.from(whole);
    damaged[at] = whole[at]! ^ 0x5a;
    writeFileSync(file, damaged);
    const kept = openKept(folder);
    for (const key of KEYS) {
      const found = kept.find(key);
      if (!found) lost += 1;
      else if (!Buffer.from(found).equals(Buffer.from(key.repeat(400)))) expect.unreachable(`byte ${at}`);
      kept.keep(key, Buffer.from(key));
    }
  }
  expect(lost).toBeGreaterThan(0);
});

test.each([
  ['with other columns', 'create table kept (key text primary key, value blob)'],
  ['whose columns hold texts', "create table kept (key primary key, seal, content); insert into kept values ('a', 'seal', 'content')"],
  ['that is a view', "create view kept as select 'a' as key, 1 as seal, 2 as content"],
])('a table %s is no table of ours: nothing is found, and the next one who opens it can keep', (_, statement) => {
  const database = new DatabaseSync(file);
  database.exec(statement);
  database.close();
  expect(openKept(folder).find('a')).toBeUndefined();
  keepAll();
  keepAll();
  expect(openKept(folder).find('a')).toEqual(new Uint8Array(Buffer.from('a'.repeat(400))));
});

test('a database that another one holds and never lets go is waited for once', { timeout: 10_000 }, () => {
  keepAll();
  const kept = openKept(folder, 200);
  const other = new DatabaseSync(file);
  other.exec('begin exclusive');
  for (let time = 0; time < 200; time += 1) expect(kept.find('a')).toBeUndefined();
  expect(openKept(folder, 200).find('a')).toBeUndefined();
  other.exec('rollback');
  other.close();
  expect(openKept(folder).find('a')).toBeDefined();
});
