import { expect, test } from 'vitest';
import { nearest } from '../../src/load/nearest.ts';

const KEYS = [
  'id',
  'at',
  'ja',
  'en',
  'name',
  'value',
  'change',
  'definition',
  'observations',
  'np-rate',
  't25-01',
];

test.each([
  ['valeu', 'value'],
  ['vlaue', 'value'],
  ['Value', 'value'],
  ['def', 'definition'],
  ['observation', 'observations'],
  ['ta', 'at'],
  ['np-rates', 'np-rate'],
  ['nmae', 'name'],
])('%s was meant to be %s', (word, meant) => {
  expect(nearest(word, KEYS)).toBe(meant);
});

test.each(['colour', 'fr', 't25-02', 'x', '値', ''])('%s was not meant to be any of them', (word) => {
  expect(nearest(word, KEYS)).toBeUndefined();
});
