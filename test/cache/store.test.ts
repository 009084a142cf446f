import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { digestOfProgram } from '../../src/cache/program.ts';
import { Store, forgetOthers } from '../../src/cache/store.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nenpo-store-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const FILE = 'p/kept.sqlite';

/** Does something to what is kept, behind the back of the store. */
function inDatabase<T>(work: (database: DatabaseSync) => T): T {
  const database = new DatabaseSync(join(folder, FILE));
  try {
    return work(database);
  } finally {
    database.close();
  }
}

const entries = () => inDatabase((database) => database.prepare('select key, content from kept').all()) as { key: string; content: Uint8Array }[];

/** Adds two numbers, and tells whether it had to. */
function add(a: number, b: number, store = new Store(folder, 'p'), kind = 'sum'): [sum: number, computed: boolean] {
  let computed = false;
  const sum = store.remember(kind, [a, b], () => {
    computed = true;
    return a + b;
  });
  return [sum, computed];
}

test('computes once for the same inputs, also for another process', () => {
  expect(add(1, 2)).toEqual([3, true]);
  expect(add(1, 2)).toEqual([3, false]);
});

test('computes anew for other inputs, of another kind, or by another program', () => {
  add(1, 2);
  expect(add(2, 1)).toEqual([3, true]);
  expect(add(1, 2, undefined, 'other')).toEqual([3, true]);
  expect(add(1, 2, new Store(folder, 'q'))).toEqual([3, true]);
});

test.each([
  ['that differ only in what JSON leaves out', { a: undefined }, {}],
  ['that JSON cannot tell apart', [Number.NaN], [null]],
  ['that look alike as text', ['1', 2], ['1,2']],
  ['of a number and its text', 1, '1'],
  ['of bytes', Buffer.from('a'), Buffer.from('b')],
  ['of bytes and their text', Buffer.from('a'), 'a'],
  ['of a zero and its negative', 0, -0],
  ['of maps', new Map([['a', 1]]), new Map([['a', 2]])],
  ['of a map and a list', new Map([['a', 1]]), [['a', 1]]],
  ['of a gap and nothing', [undefined], [null]],
  ['of a list in a list', [['a'], 'b'], ['a', ['b']]],
  ['whose keys look like more keys', { 'a":1,"b': 1 }, { a: 1, b: 1 }],
])('tells inputs apart %s', (_, one, other) => {
  const store = new Store(folder, 'p');
  expect(store.remember('x', one, () => 'one')).toBe('one');
  expect(store.remember('x', other, () => 'other')).toBe('other');
});

test.each([[() => 1], [new Set([1])], [new Date(0)], [Symbol('a')], [1n], [{ deep: [new (class A {})()] }]])('refuses inputs that are no plain data: %s', (inputs) => {
  expect(() => new Store(folder, 'p').remember('x', inputs, () => 1)).toThrow(TypeError);
});

test('knows a text by its signs, however the engine holds it', () => {
  const store = new Store(folder, 'p');
  store.remember('x', 'FY2025', () => 1);
  expect(store.remember('x', '年度FY2025'.slice(2), () => 2)).toBe(1);
});

test('gives back what it was given: maps, bytes, gaps and strings', async () => {
  const value = { map: new Map([['年', undefined]]), bytes: Buffer.from([0, 255]), text: '▲0.0ポイント', own: JSON.parse('{"__proto__":1}') as unknown, minus: -0 };
  await new Store(folder, 'p').rememberLater('x', 1, async () => value);
  const again = await new Store(folder, 'p').rememberLater('x', 1, async () => expect.unreachable());
  expect(again).toEqual(value);
  expect(Object.keys((again as typeof value).own as object)).toEqual(['__proto__']);
});

test.each([
  ['empty', () => Buffer.alloc(0)],
  ['cut off', (bytes: Buffer) => bytes.subarray(0, -1)],
  ['changed in a single bit', (bytes: Buffer) => Buffer.concat([bytes.subarray(0, -1), Buffer.from([bytes.at(-1)! ^ 1])])],
  ['longer than it was', (bytes: Buffer) => Buffer.concat([bytes, Buffer.from('x')])],
])('an entry that is %s counts as absent, and is kept again', (_, damage) => {
  add(1, 2);
  const whole = entries();
  inDatabase((database) => database.prepare('update kept set content = ?').run(damage(Buffer.from(whole[0]!.content))));
  expect(add(1, 2)).toEqual([3, true]);
  expect(entries()).toEqual(whole);
});

test('a whole entry in the place of another counts as absent', () => {
  add(1, 2);
  const [one] = entries();
  add(3, 4);
  inDatabase((database) => database.prepare('update kept set (seal, content) = (select seal, content from kept where key = ?)').run(one!.key));
  expect(add(3, 4)).toEqual([7, true]);
  expect(add(1, 2)).toEqual([3, false]);
});

test.each([
  ['no database', (bytes: Buffer) => Buffer.from(bytes.toString('hex'))],
  ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
  ['empty', () => Buffer.alloc(0)],
])('a file that is %s begins anew', (_, damage) => {
  add(1, 2);
  writeFileSync(join(folder, FILE), damage(readFileSync(join(folder, FILE))));
  expect(add(1, 2)).toEqual([3, true]);
  // One who found the damage has no memory any more; the next one has.
  add(1, 2);
  expect(add(1, 2)).toEqual([3, false]);
});

test('keeps nothing where nothing can be written', () => {
  writeFileSync(join(folder, 'p'), '');
  expect(add(1, 2)).toEqual([3, true]);
  expect(add(1, 2)).toEqual([3, true]);
});

test('what cannot be computed leaves nothing behind', () => {
  const store = new Store(folder, 'p');
  expect(() => store.remember('sum', 1, () => { throw new RangeError('no'); })).toThrow('no');
  expect(add(1, 2, store)).toEqual([3, true]);
  expect(entries()).toHaveLength(1);
});

test('threads that keep at the same time do not lose what the others keep', async () => {
  const source = `
    import { workerData } from 'node:worker_threads';
    import { Store } from ${JSON.stringify(new URL('../../src/cache/store.ts', import.meta.url).href)};
    const store = new Store(workerData.folder, 'p');
    for (let number = 0; number < 300; number += 1) store.remember('sum', [workerData.thread, number], () => number);
  `;
  const threads = [1, 2, 3].map((thread) => new Worker(new URL(`data:text/javascript,${encodeURIComponent(source)}`), { workerData: { folder, thread } }));
  await Promise.all(threads.map((thread) => once(thread, 'exit')));
  expect(entries()).toHaveLength(900);
});

test('counts what was asked for and what was there', () => {
  const store = new Store(folder, 'p');
  for (const [a, b] of [[1, 2], [1, 2], [2, 2]] as const) add(a, b, store);
  add(1, 2, store, 'other');
  expect([...store.takeUses()]).toEqual([['other', { asked: 1, reused: 0 }], ['sum', { asked: 3, reused: 1 }]]);
  expect([...store.takeUses()]).toEqual([]);
});

test('forgets what all but the last three programs computed', () => {
  ['a', 'b', 'c', 'd'].forEach((program, index) => {
    mkdirSync(join(folder, program, 'sum'), { recursive: true });
    utimesSync(join(folder, program), index, index);
  });
  forgetOthers(folder, 'a', new Date(10_000_000));
  expect(readdirSync(folder)).toEqual(['a', 'c', 'd']);
});

test('forgets no program that another process may be using', () => {
  const now = new Date(100 * 3_600_000);
  const hoursAgo = { a: 5, b: 4, c: 0.9, d: 0.5, e: 0.1 };
  for (const [program, hours] of Object.entries(hoursAgo)) {
    mkdirSync(join(folder, program));
    utimesSync(join(folder, program), (100 - hours) * 3600, (100 - hours) * 3600);
  }
  forgetOthers(folder, 'f', now);
  expect(readdirSync(folder)).toEqual(['c', 'd', 'e', 'f']);
});

test('the program is another one when any of its sources, packages or settings is', () => {
  const files = { 'src/a/b.ts': '1', 'scripts/c.ts': '1', 'package-lock.json': '{}', 'node_modules/.package-lock.json': '{}', 'data/x.yaml': '1' };
  const write = (name: string, content: string) => {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), content);
  };
  for (const [name, content] of Object.entries(files)) write(name, content);
  const digests = [digestOfProgram(undefined, folder)];
  for (const name of Object.keys(files)) {
    write(name, '2');
    digests.push(digestOfProgram(undefined, folder));
  }
  write('src/a/new.ts', '');
  digests.push(digestOfProgram(undefined, folder));
  expect(digestOfProgram(['src/a'], folder)).not.toBe(digests.at(-1));
  // The data are no part of the program.
  expect(new Set(digests).size).toBe(digests.length - 1);
  expect(digests[5]).toBe(digests[4]);
});
