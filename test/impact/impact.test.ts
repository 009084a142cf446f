import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { compareBodies } from '../../src/impact/impact.ts';
import type { Changes, Impact } from '../../src/impact/impact.ts';
import { impactMarkdown } from '../../src/impact/markdown.ts';
import type { Body } from '../../src/impact/side.ts';
import { readDataFiles } from '../../src/load/files.ts';
import type { DataFile } from '../../src/load/files.ts';
import { TONGUES } from '../../src/locale.ts';
import { baseFiles, withChanges } from '../check/mistakes.ts';
import type { Change } from '../check/mistakes.ts';

const CASES = join(import.meta.dirname, '../cases/impact');
const ROOT = join(import.meta.dirname, '../..');
const PRINTED = new Map([['mid-year-2025.ja', { pageCount: 9, pages: new Map([['section-lending', 4], ['glossary', 7]]) }]]);

function bodyOf(name: string, data: readonly DataFile[]): Body {
  return { name, data, content: [] };
}

function compare(base: readonly DataFile[], changes: readonly Change[]): Impact {
  return compareBodies(bodyOf('main (1a2b3c4)', base), bodyOf('', withChanges(base, changes)), { base: '/', lastPrint: (name) => PRINTED.get(name) });
}

describe('the report on a change, word for word', () => {
  test.each(readdirSync(CASES).sort())('%s', (name) => {
    const { changes } = JSON.parse(readFileSync(join(CASES, name, 'change.json'), 'utf8')) as { changes: Change[] };
    const markdown = impactMarkdown(compare(baseFiles(), changes), { tongues: TONGUES, preview: 'https://preview.example/12' });
    const expected = join(CASES, name, 'impact.md');
    const wanted = existsSync(expected) ? readFileSync(expected, 'utf8') : '';
    if (wanted !== markdown) writeFileSync(join(CASES, name, 'impact.actual.md'), markdown);
    expect(markdown).toBe(wanted);
  });

  test('as JSON: figures as printed in both languages, at their lines', () => {
    const { changes } = JSON.parse(readFileSync(join(CASES, 'with-a-reason/change.json'), 'utf8')) as { changes: Change[] };
    const impact = JSON.parse(JSON.stringify(compare(baseFiles(), changes))) as Impact;
    expect(impact.before).toEqual({ name: 'main (1a2b3c4)', errors: [] });
    expect(impact.changes?.figures).toEqual([{
      key: 'child-loans@FY2024', change: 'changed',
      name: { ja: '子どもへの貸出冊数', en: 'Loans to children' }, period: { ja: '令和6年度', en: 'FY2024' },
      place: { file: 'data/indicators/lending/child-loans.yaml', line: 19 },
      before: { ja: '4,250冊', en: '4,250 books' }, after: { ja: '5,850冊', en: '5,850 books' },
    }]);
    expect(impact.changes?.waivers).toEqual([{
      change: 'added', place: { file: 'data/indicators/lending/loans.yaml', line: 26 }, reason: { ja: '印刷されたとおり。', en: 'As printed.' },
    }]);
  });

  test('of files and pages: links into the repository and the preview; in one language where one is asked for', () => {
    const { changes } = JSON.parse(readFileSync(join(CASES, 'flipped/change.json'), 'utf8')) as { changes: Change[] };
    const markdown = impactMarkdown(compare(baseFiles(), changes), { tongues: ['en'], preview: 'https://preview.example/12/', source: 'https://github.com/a/b/blob/1a2b3c4' });
    expect(markdown).toContain('[Growth of the return rate](https://preview.example/12/en/targets/t25-01/)');
    expect(markdown).toContain('[`data/2025/lending.yaml:30`](https://github.com/a/b/blob/1a2b3c4/data/2025/lending.yaml#L30)');
    expect(markdown).not.toContain('変更');
  });

  test('of a text that would be markup or the mention of a person: plain words', () => {
    const changes = [{ file: 'data/indicators/lending/loans.yaml', find: 'ja: 貸出冊数\n', replace: 'ja: "<img src=x> @octocat |[a](javascript:b)"\n' }];
    const markdown = impactMarkdown(compare(baseFiles(), changes), { tongues: ['ja'] });
    expect(markdown).toContain('\\<img src=x\\> @\u2060octocat');
    expect(markdown).not.toMatch(/[^\\]<img|@octocat|[^\\]\[a[^\\]\]\(/);
  });
});

/** One comparison of the whole real body of data, which takes some seconds. */
describe('edits of the real data', { timeout: 180_000 }, () => {
  let changes: Changes;
  let impact: Impact;

  beforeAll(() => {
    const files = readDataFiles(ROOT);
    const rate = files.find(({ file }) => file.endsWith('/np-current-rate.yaml'))!;
    const text = new TextDecoder().decode(rate.bytes);
    const section = new TextDecoder().decode(files.find(({ file }) => file === 'data/2025/np-collection.yaml')!.bytes);
    const english = /\n  en: \|-\n    At \{2025-09\} the [^\n]*/.exec(section)![0];
    impact = compare(files, [
      { file: rate.file, find: /  - at: 2025-09\n    value: 72\.7%\n/.exec(text)![0], replace: '  - at: 2025-09\n    value: 72.4%\n' },
      { file: 'data/2025/np-collection.yaml', find: english, replace: '' },
      { file: 'data/indicators/np-collection/np-final-rate.yaml', find: '  - at: FY2021\n    value: 78.0%\n', replace: '  - at: FY2021\n    value: 76.0%\n    waiver:\n      change:\n        ja: 理由です。\n        en: A reason.\n' },
    ]);
    changes = impact.changes!;
  }, 180_000);

  test('the figures, old and new', () => {
    expect(changes.figures.map(({ key, before, after }) => [key, before?.ja, after?.en])).toEqual([
      ['np-current-rate@2025-09', '72.7%', '72.4%'], ['np-final-rate@FY2021', '78.0%', '76.0%'],
    ]);
  });

  test('what is computed from them, and the rechecks that fail', () => {
    expect(changes.derived.map(({ key }) => key)).toContain('np-current-rate@2025-09:change');
    expect(changes.discrepancies.map(({ key, isWaived }) => [key, isWaived])).toEqual(expect.arrayContaining([
      ['np-current-rate@2025-09:change', false], ['np-final-rate@FY2021:change', true],
    ]));
    expect(impact.after.errors.map(({ code }) => code)).toContain('recheck-differs');
  });

  test('the target whose result flips, and the one that only moves', () => {
    const flip = changes.verdicts.find(({ target }) => target === 't21-05')!;
    expect([flip.flips, flip.before.result.ja, flip.after.result.en]).toEqual([true, '達成', 'Not achieved']);
    expect(changes.verdicts.find(({ target }) => target === 't25-01')?.flips).toBe(false);
  });

  test('the text that has lost its English, and the prose that shows the rate', () => {
    expect(changes.texts.map(({ place, missing }) => [place.file, missing])).toEqual([['data/2025/np-collection.yaml', ['en']]]);
    expect(changes.shown.map(({ figures }) => figures.map(({ reference }) => reference)).flat()).toContain('{np-current-rate@2025-09}');
  });

  test('the charts and the pages, in both languages, and no page that has nothing to do with them', () => {
    expect(changes.charts.map(({ id }) => id)).toEqual(expect.arrayContaining(['chart-np-current-rate-months', 'target-t25-01-1']));
    const addresses = changes.pages.map(({ address }) => address);
    expect(addresses).toEqual(expect.arrayContaining(['', '2025/', '2025/np-collection/', 'indicators/np-current-rate/', 'targets/t25-01/', 'targets/t21-05/', 'checks/']));
    expect(addresses.filter((address) => /^(2025|2021)\/(ict|staff|records)|^indicators\/staff|^glossary|^sources/.test(address))).toEqual([]);
    expect(changes.pages.find(({ address }) => address === 'indicators/np-current-rate/')?.languages).toEqual(['ja', 'en']);
  });

  test('the PDFs: with pages where the last print is known', () => {
    const print = changes.prints.find(({ id, language }) => id === 'mid-year-2025' && language === 'en')!;
    expect(print.chapters.map(({ anchor }) => anchor)).toEqual(['section-np-collection']);
  });
});
