import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkData } from '../../src/check/check.ts';
import { renderDiagnostics } from '../../src/diagnostics/render.ts';
import { TONGUES } from '../../src/locale.ts';
import type { Tongue } from '../../src/locale.ts';
import { baseFiles, listMistakes, withChanges } from './mistakes.ts';
import type { Mistake } from './mistakes.ts';

test('the base body of data has no problems', () => {
  expect(checkData(baseFiles()).diagnostics).toEqual([]);
});

describe.each(listMistakes())('$name', (mistake) => {
  test.each(TONGUES)('is told in %s', (locale) => {
    const actual = report(mistake, locale);
    const expected = readExpected(mistake, locale);
    const aside = join(mistake.folder, `expected.${locale}.actual.txt`);
    if (actual === expected) rmSync(aside, { force: true });
    else writeFileSync(aside, actual);
    expect(actual).toBe(expected);
  });
});

/** What the check prints, word for word. */
function report({ changes }: Mistake, locale: Tongue): string {
  const files = withChanges(baseFiles(), changes);
  const text = new Map(files.map(({ file, bytes }) => [file, new TextDecoder().decode(bytes)]));
  return renderDiagnostics(checkData(files).diagnostics, 'text', locale, (file) => text.get(file) ?? null);
}

function readExpected({ folder }: Mistake, locale: Tongue): string {
  try {
    return readFileSync(join(folder, `expected.${locale}.txt`), 'utf8');
  } catch {
    return '';
  }
}
