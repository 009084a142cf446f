import { describe, expect, test } from 'vitest';
import { deriveModel } from '../../src/derive/model.ts';
import { loadReport } from '../../src/load/load.ts';
import { viewDiscrepancies } from '../../src/view/discrepancies.ts';
import type { DiscrepanciesView } from '../../src/view/discrepancies.ts';
import { Edition } from '../../src/view/edition.ts';
import { equalGroups, viewEqualGroup } from '../../src/view/equal-checks.ts';
import type { Locale } from '../../src/locale.ts';
import { baseFiles, withChanges } from '../check/mistakes.ts';
import type { Change } from '../check/mistakes.ts';

const RATE = 'data/indicators/lending/return-rate.yaml';
const SECTION = 'data/2025/lending.yaml';
const REASON = '{ ja: 文書のとおりです。, en: It is printed so. }';

describe('what does not agree', () => {
  test('a change that does not follow has its inputs, what they give, the reason and the place', () => {
    const replace = `change: +0.4ポイント\n    waiver: { change: ${REASON} }`;
    const [check, ...others] = view('en', { file: RATE, find: 'change: +0.9ポイント', replace }).differing;
    expect(others).toEqual([]);
    expect(check).toMatchObject({
      subject: 'Return rate, FY2024, change',
      printed: '+0.4 pp',
      recomputed: '+0.9 pp',
      href: '/en/indicators/return-rate/#p-FY2024',
      reason: { html: 'It is printed so.', lang: 'en' },
    });
    expect(check?.inputs.map(({ figure }) => figure)).toEqual(['91.0%', '90.1%']);
    expect(check?.source).toMatch(/, p\. 2$/);
  });

  test('two places that print one figure differently stand side by side, each with its place', () => {
    const also = 'also: [{ value: 90.7%, source: { document: progress-2025, page: 9 } }]';
    const replace = `value: 90.1%\n    ${also}\n    waiver: { also: ${REASON} }`;
    const { printings, differing } = view('ja', { file: RATE, find: 'value: 90.1%', replace });
    expect(differing).toEqual([]);
    const [printing] = printings;
    expect(printing).toMatchObject({ here: { figure: '90.1%' }, there: '90.7%' });
    expect(printing?.reason?.html).toBe('文書のとおりです。');
    expect(printing?.source).toMatch(/9ページ$/);
  });

  test('a lost figure says where it would stand, and leads to the table that lacks it', () => {
    const { lost } = view('en', { file: RATE, find: 'value: 90.2%', replace: 'value: lost' });
    expect(lost).toMatchObject([{
      name: 'Return rate', href: '/en/indicators/return-rate/#p-2024-09',
      tables: [{ title: 'Return rate by year', href: '/en/2025/lending/#table-returns-by-year' }],
    }]);
  });
});

test('points printed as “%” are counted, with what is said of the document', () => {
  expect(view('en')).toMatchObject({ percentForPoints: 0, percentReasons: [], differing: [], printings: [], kept: [], lost: [] });
  const asPercent = { file: RATE, find: 'change: +0.9ポイント', replace: 'change: +0.9%' };
  const told = { file: 'data/documents.yaml', find: 'published: 2025-12', replace: `published: 2025-12\n    percentForPoints: { counts: { return-rate: 1 }, reason: ${REASON} }` };
  expect(view('en', asPercent, told)).toMatchObject({ percentForPoints: 1, percentReasons: [{ what: 'Changes: 1', name: 'Progress in FY2025', reason: { html: 'It is printed so.' } }], kept: [] });
});

describe('what other checks have found and is kept', () => {
  test('of a figure leads to it', () => {
    const waiver = { file: RATE, find: 'value: 90.2%', replace: `value: 90.2%\n    waiver: { repeat: ${REASON} }` };
    expect(view('en', waiver).kept).toMatchObject([{
      what: 'The same as last year', name: 'Return rate', extra: 'end of September 2024', href: '/en/indicators/return-rate/#p-2024-09', reason: { html: 'It is printed so.', lang: 'en' },
    }]);
  });

  test('of the head of a table leads to the table', () => {
    const waiver = { file: SECTION, find: '      - at: 2024-09\n', replace: `      - at: 2024-09\n        waiver: ${REASON}\n` };
    expect(view('ja', waiver).kept).toMatchObject([{ what: '見出しの年', name: '返却率の推移', href: '/ja/2025/lending/#table-returns-by-year', reason: { html: '文書のとおりです。' } }]);
  });

  test('of a count leads to its section', () => {
    const figure = { file: SECTION, find: 'figures:\n', replace: `figures:\n  - id: goals\n    value: 10冊\n    counts: targets\n    waiver: ${REASON}\n` };
    expect(view('en', figure).kept).toMatchObject([{ what: 'Differs from the count', name: '10冊', href: '/en/2025/lending/' }]);
  });
});

test('every recheck that found the printed figure stands in one group, by section and then by year of the money', () => {
  const edition = editionOf('en');
  const groups = equalGroups(edition);
  expect(groups.map(({ id, title }) => [id, title])).toEqual([['lending', 'I-1 Lending'], ['finance/2024', 'FY2024 (Budget and settlement)']]);
  const ids = groups.flatMap((group) => viewEqualGroup(edition, group).map(({ id, verdict }) => `${id} ${verdict.key}`));
  const all = edition.model.checks.filter(({ verdict }) => verdict === 'equal');
  expect(ids.toSorted()).toEqual(all.map(({ id }) => `${id} equal`).toSorted());
  expect(viewDiscrepancies(edition).equal).toBe(all.length);
});

function view(locale: Locale, ...changes: readonly Change[]): DiscrepanciesView {
  return viewDiscrepancies(editionOf(locale, ...changes));
}

function editionOf(locale: Locale, ...changes: readonly Change[]): Edition {
  const { report } = loadReport(withChanges(baseFiles(), changes));
  if (!report) throw new Error('unreadable');
  return new Edition(deriveModel(report), locale, '/');
}
