import { expect, test } from 'vitest';
import { deriveModel } from '../../src/derive/model.ts';
import { titleIn } from '../../src/derive/titles.ts';
import { sectionTitles } from '../../src/export/resources/plans.ts';
import { loadReport } from '../../src/load/load.ts';
import { searchRecords } from '../../src/search/records.ts';
import { Edition } from '../../src/view/edition.ts';
import { viewMidTerm } from '../../src/view/mid-term.ts';
import { placeOf } from '../../src/view/outline.ts';
import { baseFiles, withChanges } from '../check/mistakes.ts';

const TITLES = `          ja: 貸出し
          en: Lending
        titles:
          - from: FY2020
            to: FY2023
            title: { ja: 貸出, en: Loans }
          - from: FY2024
            to: FY2024
            title: { ja: 図書の貸出し, en: Lending books }
`;
const { report } = loadReport(withChanges(baseFiles(), [{ file: 'data/outline.yaml', find: '          ja: 貸出し\n          en: Lending\n', replace: TITLES }]));
if (!report) throw new Error('unreadable');
const edition = new Edition(deriveModel(report), 'en', '/');

test('a section is called what it was called in the year', () => {
  const [entry] = report.outline.parts[0]!.sections;
  expect(['FY2019', 'FY2020', 'FY2023', 'FY2024', 'FY2025'].map((year) => titleIn(entry!, year)['en'])).toEqual(['Lending', 'Loans', 'Loans', 'Lending books', 'Lending']);
  expect(titleIn({ ...entry!, titles: [{ from: 'FY2021', title: { ja: 'い', en: 'B' } }] }, 'FY2030')['en']).toBe('B');
});

test('on the page of its year, in the plan that begins in a year, in the search and in the open data', () => {
  expect(edition.model.years.at(-1)?.sections[0]?.entry.title['en']).toBe('Lending');
  expect(viewMidTerm(edition, edition.model.midTerms[0]!).chapters[0]?.sections[0]?.title).toBe('Lending books');
  expect([placeOf(edition, 'lending', 'FY2022').title, placeOf(edition, 'lending').title]).toEqual(['Loans', 'Lending']);
  expect(searchRecords(edition).filter(({ kind, url }) => kind === 'section' && url.endsWith('/2025/lending/')).map(({ title }) => title)).toEqual(['I-1 Lending']);
  expect(sectionTitles(edition.model, ['ja', 'en']).rows).toEqual([['lending', 'FY2020', 'FY2023', '貸出', 'Loans'], ['lending', 'FY2024', 'FY2024', '図書の貸出し', 'Lending books']]);
});
