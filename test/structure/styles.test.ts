import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const FOLDER = 'src/styles';

test('a style sheet says Japanese words to readers of Japanese alone, and English ones to readers of English', () => {
  const sheets = readdirSync(FOLDER).filter((file) => file.endsWith('.css')).map((file) => readFileSync(join(FOLDER, file), 'utf8').replace(/\/\*.*?\*\//gs, ''));
  const said = sheets.flatMap((sheet) => [...sheet.matchAll(/([^{}]*)\{([^{}]*)\}/g)].flatMap(([, selector = '', body = '']) =>
    body.split(';').filter((line) => /^\s*(content|prefix|suffix|quotes|list-style)\s*:/.test(line))
      .flatMap((line) => [...line.matchAll(/'([^']*)'/g)].map(([, words = '']) => ({ selector: selector.trim(), words })))
      .filter(({ words }) => /\p{L}/u.test(words))));
  expect(said.length).toBeGreaterThan(3);
  const inWrongPlace = said.filter(({ selector, words }) => !selector.includes(/[\u3040-\u9fff]/.test(words) ? ':lang(ja)' : ':lang(en)'));
  expect(inWrongPlace).toEqual([]);
});
