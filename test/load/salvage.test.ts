import { expect, test } from 'vitest';
import { z } from 'zod';
import { salvage } from '../../src/load/salvage.ts';

const Item = z.strictObject({ id: z.string({ error: 'id' }), size: z.number(), note: z.string().optional() });
const File = z.strictObject({
  title: z.string(),
  items: z.array(Item),
  extra: z.strictObject({ a: z.number() }).optional(),
});
const rest = (value: unknown) => salvage(value, File, {});

test('what is right stays as it is', () => {
  const value = { title: 't', items: [{ id: 'a', size: 1 }] };
  expect(rest(value)).toMatchObject({ data: value, lost: [], incomplete: undefined });
});

test('unknown keys and wrong optional values are left out', () => {
  expect(rest({ title: 't', items: [{ id: 'a', size: 1, note: 5, colour: 'x' }], extra: {} })?.data).toEqual({
    title: 't',
    items: [{ id: 'a', size: 1 }],
  });
});

test('entries that cannot be kept are left out, and the others keep their places in the file', () => {
  const items = [
    { id: 'a' },
    { id: 'b', size: 1 },
    { id: 'c', size: 'x' },
    { size: 2 },
    { id: 'e', size: 3 },
  ];
  const found = rest({ title: 't', items });
  expect(found?.data).toEqual({
    title: 't',
    items: [
      { id: 'b', size: 1 },
      { id: 'e', size: 3 },
    ],
  });
  expect([...(found?.lost ?? [])].sort()).toEqual(['*', 'a', 'c']);
  expect(found?.original(['items', 0, 'size'])).toEqual(['items', 1, 'size']);
  expect(found?.original(['items', 1])).toEqual(['items', 4]);
  expect(found?.incomplete).toBe('gaps');
});

test('a text that is missing has a stand-in; too little of a file is nothing', () => {
  expect(rest({ items: [] })?.data).toEqual({ title: 'unread', items: [] });
  expect(rest({ title: 't' })).toBeUndefined();
  expect(rest('text')).toBeUndefined();
  expect(rest(null)).toBeUndefined();
});
