import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { STRINGS } from '../../src/i18n/strings.ts';

/** The compiler does not read the markup of a page: a word that is missing there would break the build. */
test('every word that a page or a component asks for is there', () => {
  const asked = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.astro')).flatMap((file) =>
    [...readFileSync(join('src', file), 'utf8').matchAll(/\.(?:t|say)\('([^']+)'/g)].map(([, key = '']) => ({ file, key })));
  expect(asked.length).toBeGreaterThan(200);
  expect(asked.filter(({ key }) => !(key in STRINGS))).toEqual([]);
});
