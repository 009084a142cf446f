import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkData } from '../../src/check/check.ts';
import { readDataFiles } from '../../src/load/files.ts';
import { splitProse } from '../../src/prose/reference.ts';
import { Edition } from '../../src/view/edition.ts';

const { model } = checkData(readDataFiles(process.cwd()));
if (!model) throw new Error('the data cannot be read');
const editions = { ja: new Edition(model, 'ja', '/'), en: new Edition(model, 'en', '/') };

/** The rows of the handbook's table of references whose first cell is one reference that the data has. */
function examples(file: string): { reference: string; ja: string; en: string }[] {
  return readFileSync(file, 'utf8').split('\n').flatMap((line) => {
    const [, first = '', ja = '', en = ''] = line.split('|').map((cell) => cell.trim());
    const reference = /^`(\{np-[^`]+\})`$/.exec(first)?.[1];
    return reference === undefined ? [] : [{ reference, ja, en }];
  });
}

describe.each(['CONTRIBUTING.md', 'CONTRIBUTING.ja.md'])('%s', (file) => {
  test.each(examples(file))('shows what $reference prints', ({ reference, ja, en }) => {
    const [piece] = splitProse(reference);
    expect(editions.ja.resolve(piece!.reference!)?.text).toBe(ja);
    expect(editions.en.resolve(piece!.reference!)?.text).toBe(en);
  });

  test('has examples', () => expect(examples(file).length).toBeGreaterThanOrEqual(3));
});

describe('data/**/*.yaml', () => {
  test.each(readDataFiles(process.cwd()).map(({ file, bytes }) => ({ file, first: new TextDecoder().decode(bytes).split('\n')[0] ?? '' })))(
    '$file names its schema on the first line',
    ({ file, first }) => {
      const path = /^# yaml-language-server: \$schema=(\S+)$/.exec(first)?.[1];
      expect(path).toBeDefined();
      const url = new URL(path!, `file:///${file}`);
      expect(url.pathname).toMatch(/^\/data\/schema\/[a-z-]+\.json$/);
      expect(() => readFileSync(url.pathname.slice(1))).not.toThrow();
    },
  );
});
