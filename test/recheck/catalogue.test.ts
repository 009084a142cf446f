import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { recheckLine } from '../../src/recheck/line.ts';

const path = new URL('../cases/recheck/derived-figures.jsonl', import.meta.url);
const lines = readFileSync(path, 'utf8').trimEnd().split('\n');

it('gives every derived figure of the catalogue the verdict found by hand', () => {
  const expected = lines.map((line) => JSON.parse(line) as { id: string; verdict: string });
  const actual = lines.map(recheckLine).map((line) => {
    if (line.type !== 'checked') throw new Error('unreadable');
    return { id: line.figure.id, verdict: line.result.verdict };
  });
  expect(actual).toHaveLength(784);
  expect(actual).toEqual(expected.map(({ id, verdict }) => ({ id, verdict })));
});
