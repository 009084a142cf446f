import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkBody } from '../../src/check/body.ts';
import { renderDiagnostics } from '../../src/diagnostics/render.ts';
import { filesIn, textIn } from '../../src/load/files.ts';
import { TONGUES } from '../../src/locale.ts';
import type { Tongue } from '../../src/locale.ts';
import { allBaseFiles, bodyOf, listMistakes, withChanges } from './mistakes.ts';
import type { Mistake } from './mistakes.ts';

test('the base body has no problems', () => {
  expect(checkBody(bodyOf(allBaseFiles())).diagnostics).toEqual([]);
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
  const body = bodyOf(withChanges(allBaseFiles(), changes));
  return renderDiagnostics(checkBody(body).diagnostics, 'text', locale, textIn(filesIn(body)));
}

function readExpected({ folder }: Mistake, locale: Tongue): string {
  try {
    return readFileSync(join(folder, `expected.${locale}.txt`), 'utf8');
  } catch {
    return '';
  }
}
