import { expect, test } from 'vitest';
import { checkData, hasErrors } from '../../src/check/check.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { renderDiagnostics } from '../../src/diagnostics/render.ts';
import type { DataFile } from '../../src/load/files.ts';
import { readDataFiles } from '../../src/load/files.ts';
import { TONGUES } from '../../src/locale.ts';
import { seeded } from '../../src/mutation/random.ts';
import { baseFiles } from './mistakes.ts';
import { mutate } from './mutations.ts';

const ROOT = process.cwd();

test.each([
  ['the data of this repository', readDataFiles(ROOT), 1, 8],
  ['a small body of data', baseFiles(), 2, 60],
])(
  'slips in %s are answered with places that exist, never with an exception',
  { timeout: 60_000 },
  (_name, files, seed, count) => {
    const random = seeded(seed);
    for (let index = 0; index < count; index++) {
      const { what, files: changed } = mutate(files, random);
      const { diagnostics } = checkData(changed);
      expect(
        diagnostics.filter((diagnostic) => !standsIn(changed, diagnostic)),
        what,
      ).toEqual([]);
      for (const locale of TONGUES) expect(() => render(changed, diagnostics, locale), what).not.toThrow();
    }
  },
);

test('a file that is cut off anywhere is a mistake wherever it is not whole', () => {
  const files = baseFiles();
  const index = files.findIndex(({ file }) => file.endsWith('return-rate.yaml'));
  const text = new TextDecoder().decode(files[index]!.bytes);
  for (let length = 1; length < text.indexOf('observations:'); length += 37) {
    const cut = files.with(index, {
      ...files[index]!,
      bytes: new TextEncoder().encode(text.slice(0, length)),
    });
    expect(hasErrors(checkData(cut).diagnostics), text.slice(0, length)).toBe(true);
  }
});

function standsIn(files: readonly DataFile[], { file, line, column, code }: Diagnostic): boolean {
  const found = files.find((each) => each.file === file);
  if (!found) return code === 'missing-file';
  const lines = new TextDecoder().decode(found.bytes).split(/\r\n|\r|\n/);
  return line >= 1 && column >= 1 && column <= (lines[line - 1]?.length ?? -1) + 1;
}

function render(files: readonly DataFile[], diagnostics: readonly Diagnostic[], locale: 'ja' | 'en'): string {
  const text = new Map(files.map(({ file, bytes }) => [file, new TextDecoder().decode(bytes)]));
  return renderDiagnostics(diagnostics, 'text', locale, (file) => text.get(file) ?? null);
}
