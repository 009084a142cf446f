import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { ENGLISH } from '../../src/edit/fields/english.ts';
import { KINDS, schemaOf } from '../../src/load/kinds.ts';
import type { Kind } from '../../src/load/kinds.ts';

const schemas = (Object.keys(KINDS) as Kind[]).map((kind) => z.toJSONSchema(schemaOf(kind, { tags: ['ja', 'en'], text: 'ja' }), { io: 'input', target: 'draft-7' }));

test('every description of the schema has its English', () => {
  const lacking = new Set<string>();
  JSON.stringify(schemas, (key, value: unknown) => {
    if (key === 'description' && typeof value === 'string' && !ENGLISH[value]) lacking.add(value);
    return value;
  });
  expect([...lacking]).toEqual([]);
});

test.each(['docs/fields.md', 'docs/fields.ja.md'])('%s has every field, and is up to date', (file) => {
  const page = readFileSync(file, 'utf8');
  const names = new Set<string>();
  JSON.stringify(schemas, (key, value: unknown) => {
    if (key === 'properties') Object.keys(value as object).forEach((name) => names.add(name));
    return value;
  });
  expect(names.size).toBeGreaterThan(100);
  expect([...names].filter((name) => !new RegExp(`\`([a-zA-Z-]+(\\[\\])?\\.)*${name}\``).test(page))).toEqual([]);
  expect(spawnSync(process.execPath, ['scripts/schema.ts', '--check'], { encoding: 'utf8' }).status).toBe(0);
});

test.each(['docs/fields.md', 'docs/fields.ja.md'])('%s says of every field what it means', (file) => {
  expect(readFileSync(file, 'utf8').split('\n').filter((line) => /\|\s*\|$/.test(line))).toEqual([]);
});

test.each(['docs/fields.md', 'docs/fields.ja.md'])('%s says how every id is written', (file) => {
  const ids = readFileSync(file, 'utf8').split('\n').filter((line) => /^\| (◎ )?`(.*\.)?(id|unit|change|document|section)`/.test(line)).map((line) => line.split(' | ')[1]!);
  expect(ids.length).toBeGreaterThan(20);
  expect([...new Set(ids)].filter((value) => /text|文字/.test(value))).toEqual([]);
});
