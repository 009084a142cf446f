import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { checkData } from '../../src/check/check.ts';
import { addRedirect } from '../../src/edit/rename/redirect-file.ts';
import { rename } from '../../src/edit/rename/rename.ts';
import type { RenamedKind } from '../../src/edit/rename/rename.ts';
import { redirectFiles } from '../../src/export/redirects.ts';
import { readContentFiles, readDataFiles } from '../../src/load/files.ts';
import type { DataFile } from '../../src/load/files.ts';
import { loadReport } from '../../src/load/load.ts';
import { editionsOf } from '../../src/view/editions.ts';

const data = readDataFiles(process.cwd());
const all = [...data, ...readContentFiles(process.cwd())];
const reportOf = (files: readonly DataFile[]) => loadReport(files.filter(({ file }) => file.startsWith('data/'))).report!;
const report = reportOf(data);

function renamed(files: readonly DataFile[], from: string, to: string, kind?: RenamedKind): DataFile[] {
  const result = rename(reportOf(files), files, from, to, kind);
  if (!result.ok) throw new Error(result.message.en);
  const map = new Map(files.map(({ file, bytes }) => [file, bytes]));
  result.removed.forEach((file) => map.delete(file));
  result.files.forEach((text, file) => map.set(file, Buffer.from(text)));
  return [...map].map(([file, bytes]) => ({ file, bytes })).sort((a, b) => (a.file < b.file ? -1 : 1));
}

const textOf = (files: readonly DataFile[]) => files.filter(({ file }) => file !== 'data/redirects.yaml').map(({ file, bytes }) => `${file}\n${new TextDecoder().decode(bytes)}`).sort();

describe('an id is changed everywhere', () => {
  const section = report.sections.find(({ data: { section: id } }) => report.sections.filter((each) => each.data.section === id).length > 1)!;
  const measure = section.data.measures[0]!.id;
  const target = section.data.targets?.[0]?.id ?? report.sections.find(({ data: { targets } }) => targets)!.data.targets![0]!.id;
  test.each<[RenamedKind, string]>([
    ['indicator', report.organisation.headline[0]!], ['section', section.data.section], ['measure', measure], ['target', target],
    ['term', [...report.glossary.keys()][0]!], ['document', [...report.documents.keys()][0]!],
  ])('%s %s: the check passes, and back again everything is as it was', (kind, id) => {
    const there = renamed(all, id, 'quite-another-id', kind);
    expect(checkData(there.filter(({ file }) => file.startsWith('data/'))).diagnostics).toEqual([]);
    expect(textOf(there)).not.toEqual(textOf(all));
    expect(there.some(({ bytes }) => new RegExp(`[{:](term:|section:|indicator:|target:)?${id}[@}]`).test(new TextDecoder().decode(bytes)) && kind !== 'document' && kind !== 'measure' && kind !== 'section')).toBe(false);
    expect(textOf(renamed(there, 'quite-another-id', id, kind))).toEqual(textOf(all));
  });

  test('an indicator, whichever it is', () => {
    for (const id of [...report.indicators.keys()].filter((_, index) => index % 46 === 0)) {
      const there = renamed(all, id, 'quite-another-id', 'indicator');
      expect(checkData(there.filter(({ file }) => file.startsWith('data/'))).diagnostics).toEqual([]);
      expect(textOf(renamed(there, 'quite-another-id', id, 'indicator'))).toEqual(textOf(all));
    }
  });

  test.each([
    ['np-current-rate', 'Bad_ID', '「Bad_ID」は id として使えません。'], ['np-current-rate', 'np-final-rate', '「np-final-rate」はすでに使われています。'],
    ['no-such-id', 'other', 'id「no-such-id」はありません。'],
  ])('%s → %s is refused', (from, to, message) => {
    const result = rename(report, all, from, to);
    expect(result.ok).toBe(false);
    expect(result.ok ? '' : result.message.ja).toContain(message);
  });
});

describe('redirects', () => {
  const first = addRedirect(undefined, [], { kind: 'indicator', from: 'a', to: 'b' });

  test('follow a second change, and go when the id comes back', () => {
    const known = [{ kind: 'indicator' as const, from: 'a', to: 'b' }];
    expect(addRedirect(`${first}# kept\n`, known, { kind: 'indicator', from: 'b', to: 'c' })).toBe('# yaml-language-server: $schema=./schema/redirects.json\nredirects:\n  - kind: indicator\n    from: a\n    to: c\n  - kind: indicator\n    from: b\n    to: c\n# kept\n');
    expect(addRedirect(first, known, { kind: 'indicator', from: 'b', to: 'a' })).toBe('# yaml-language-server: $schema=./schema/redirects.json\nredirects:\n  - kind: indicator\n    from: b\n    to: a\n');
  });

  test('are pages that lead on, for a section in every year and language', () => {
    const id = report.sections[0]!.data.section;
    const there = renamed(all, id, 'quite-another-id', 'section').filter(({ file }) => file.startsWith('data/'));
    const model = checkData(there).model!;
    const files = redirectFiles(model.report, editionsOf(model, '/base/'), { url: 'https://example.org', base: '/base/' });
    const years = report.sections.filter(({ data: { section } }) => section === id).map(({ year }) => year.slice(2));
    expect(files.map(({ path }) => path).sort()).toEqual(years.flatMap((year) => ['en', 'ja'].map((tag) => `${tag}/${year}/${id}/index.html`)).sort());
    expect(files[0]!.content).toContain(`<link rel="canonical" href="https://example.org/base/${files[0]!.path.slice(0, 2)}/`);
    expect(files[0]!.content).toMatch(/<meta http-equiv="refresh" content="0; url=\/base\/[a-z]{2}\/\d{4}\/quite-another-id\/">/);
    expect(files[0]!.content).toContain('<meta name="robots" content="noindex">');
  });
});

describe('npm run rename', () => {
  const folder = mkdtempSync(join(tmpdir(), 'nenpo-rename-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('moves files, says where, and leaves a redirect; --dry-run writes nothing', () => {
    cpSync('test/cases/organisations/city', folder, { recursive: true });
    const [id] = [...reportOf(readDataFiles(folder)).indicators.keys()];
    const command = (...args: string[]) => spawnSync(process.execPath, ['scripts/rename.ts', id!, 'renamed-id', '--lang', 'en', '--root', folder, ...args], { encoding: 'utf8' });
    expect(command('--dry-run').stdout).toContain('nothing was written');
    expect(existsSync(join(folder, 'data/redirects.yaml'))).toBe(false);
    expect(command().status).toBe(0);
    expect(readFileSync(join(folder, 'data/redirects.yaml'), 'utf8')).toContain(`from: ${id}\n    to: renamed-id`);
    expect(checkData(readDataFiles(folder)).diagnostics).toEqual([]);
    expect([...reportOf(readDataFiles(folder)).indicators.keys()]).toContain('renamed-id');
  });
});
