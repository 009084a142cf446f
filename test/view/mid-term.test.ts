import { describe, expect, test } from 'vitest';
import { checkData } from '../../src/check/check.ts';
import { readDataFiles } from '../../src/load/files.ts';
import type { Locale } from '../../src/locale.ts';
import { Edition } from '../../src/view/edition.ts';
import { editionsOf } from '../../src/view/editions.ts';
import { viewDirections, viewMidTerm } from '../../src/view/mid-term.ts';
import { viewTargetHome } from '../../src/view/target-home.ts';
import { baseFiles } from '../check/mistakes.ts';

function editionOf(files: ReturnType<typeof baseFiles>, locale: Locale): Edition {
  const { model } = checkData(files);
  if (!model) throw new Error('the data cannot be read');
  return new Edition(model, locale, '/');
}

const small = (locale: Locale) => editionOf(baseFiles(), locale);
const viewSmall = (locale: Locale) => viewMidTerm(small(locale), small(locale).model.midTerms[0]!);

describe('a medium-term plan', () => {
  test('says what years it covers', () => {
    expect(viewSmall('ja').span).toBe('令和6年度～令和10年度');
    expect(viewSmall('en').span).toBe('FY2024–FY2028');
  });

  test('shows under a measure the pages as printed, the issue that it answers and its target', () => {
    const [chapter] = viewSmall('ja').chapters;
    const [item] = chapter?.measures[0]?.items ?? [];
    expect(chapter?.sections).toEqual([{ code: 'I-1', title: '貸出し', href: '/ja/2025/lending/' }]);
    expect(item?.pages).toBe('中期計画P3、4、年度計画P5');
    expect(viewSmall('en').chapters[0]?.measures[0]?.items[0]?.pages).toBe('medium-term plan pp. 3, 4; annual plan p. 5');
    expect(item?.answers.map(({ id, number }) => [id, number])).toEqual([['late-books', 1]]);
    expect(item?.verdicts.map(({ id, result }) => [id, result.key])).toEqual([['t24-01', 'pending']]);
  });

  test('shows the values from the year before it, the month where the year is not known, and what is asked for', () => {
    const { course } = viewSmall('en');
    expect(course.head[0]?.map(({ text }) => text)).toEqual(['FY2023', 'FY2024', 'FY2025', 'Needed at the deadline', 'Deadline']);
    expect(course.rows.map(({ label, cells }) => [label, ...cells.map(({ text, extra }) => [text, extra])])).toEqual([
      ['Return rate of 95% or more', ['90.1%', undefined], ['91.0%', undefined], ['91.2%', '(End of September 2025)'],
        ['95% or more', undefined], ['31 March 2029', undefined]],
    ]);
  });

  test('leads the sections of the years that it covers, and no others', () => {
    const [direction] = viewDirections(small('ja'), 'lending', 'FY2025');
    expect(direction?.plan.href).toBe('/ja/mid-term/second/');
    expect(direction?.measures).toEqual([{ title: '返却率95%以上', href: '/ja/mid-term/second/#prompt-returns' }]);
    expect(viewDirections(small('ja'), 'lending', 'FY2023')).toEqual([]);
    expect(viewDirections(small('ja'), 'reading', 'FY2025')).toEqual([]);
  });

  test('is where the page of its target leads back to', () => {
    const edition = small('en');
    expect(viewTargetHome(edition, edition.model.verdictsById.get('t24-01')!)).toEqual({
      kind: 'plan', title: 'Second medium-term plan', href: '/en/mid-term/second/',
    });
    expect(viewTargetHome(edition, edition.model.verdictsById.get('t25-01')!).href).toBe('/en/2025/lending/');
  });
});

describe('the plan of this repository', () => {
  const edition = editionOf(readDataFiles(process.cwd()), 'ja');
  const view = viewMidTerm(edition, edition.model.midTerms.find(({ plan }) => plan.data.from === 'FY2024')!);

  test('has every target, and every section of the outline', () => {
    const numbers = Array.from({ length: 17 }, (_, index) => `t24-${String(index + 1).padStart(2, '0')}`);
    expect(view.verdicts.map(({ id }) => id)).toEqual(expect.arrayContaining(numbers));
    // Part 0 holds what only one year had; of money and assets, parts IV to VI, the document says nothing.
    const lasting = edition.model.report.outline.parts.filter(({ number }) => ['I', 'II', 'III'].includes(number));
    const sections = lasting.flatMap((part) => part.sections.map((entry) => `${part.number}-${entry.number}`));
    expect(view.chapters.flatMap((chapter) => chapter.sections.map(({ code }) => code)).toSorted()).toEqual(sections.toSorted());
  });

  test.each([
    ['t24-01', 'pending', '78.6%'], ['t24-02', 'pending', '84.5%'], ['t24-03', 'achieved', '98.9%'], ['t24-04', 'pending', '98.9%'],
    ['t24-09', 'achieved', '14.9万事業所'], ['t24-13', 'pending', '19.4%'], ['t24-17', 'achieved', '80.7%'],
  ])('%s is %s with %s', (id, result, summary) => {
    expect(view.verdicts.find((verdict) => verdict.id === id)).toMatchObject({ result: { key: result }, summary });
  });

  test('repeats no heading over the issues of a chapter', () => {
    const headings = view.chapters.flatMap(({ id, issues }) => issues.flatMap(({ heading }) => (heading ? [`${id} ${heading}`] : [])));
    expect(new Set(headings).size).toBe(headings.length);
  });
});

test('the words of a language are text, not markup, where they stand among notes', () => {
  const words = { file: 'data/languages/en.yaml', bytes: Buffer.from('strings:\n  courseNote: "<img src=x onerror=run>"\n') };
  const { model } = checkData([...baseFiles(), words]);
  const edition = editionsOf(model!, '/').find(({ locale }) => locale === 'en')!;
  const notes = viewMidTerm(edition, edition.model.midTerms[0]!).course.notes.map(({ html }) => html.html);
  expect(notes).toEqual(['&lt;img src=x onerror=run&gt;']);
});
