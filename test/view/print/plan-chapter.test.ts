import { describe, expect, test } from 'vitest';
import { Edition } from '../../../src/view/edition.ts';
import type { PlanChapter } from '../../../src/view/print/plan-chapter.ts';
import { viewPrint } from '../../../src/view/print/print.ts';
import { derivePlans } from '../../derive/plans-body.ts';
import type { Plans } from '../../derive/plans-body.ts';

const PLANS: Plans = {
  2020: { items: [{ id: 'hours', ja: '{FY2020}も開館時間を延ばします。', en: 'Open longer in {FY2020} too.' }, { id: 'bus', ja: '移動図書館を走らせます。', en: 'Run a mobile library.' }] },
  2021: {
    dropped: ['2020/lending/bus'],
    items: [
      { id: 'hours', ja: '{FY2021}も開館時間を延ばします。', en: 'Open longer in {FY2021} too.', from: { relation: 'continues', of: ['2020/lending/hours'] } },
      { id: 'fresh', ja: '電子書籍を貸し出します。', en: 'Lend e-books.', from: { relation: 'new' } },
    ],
  },
};

const chapterOf = (id: string, locale: string) => {
  const edition = new Edition(derivePlans(PLANS), locale, '/', true);
  return viewPrint(edition, id).parts.flatMap(({ chapters }) => chapters)[0] as PlanChapter;
};

describe.each(['ja', 'en'])('a plan on paper, in %s', (locale) => {
  const { compared, contents } = chapterOf('plan-2021', locale);

  test('stands beside the plan of the year before, with the words that differ', () => {
    expect([compared?.before, compared?.after]).toEqual(locale === 'ja' ? ['令和2年度計画', '令和3年度計画'] : ['Plan of FY2020', 'Plan of FY2021']);
    const first = compared?.rows[0];
    expect(first?.before.join('')).toContain(locale === 'ja' ? '<del>令和2年度</del>' : '<del>FY2020</del>');
    expect(first?.after.join('')).toContain(locale === 'ja' ? '<ins>令和3年度</ins>' : '<ins>FY2021</ins>');
  });

  test('says of each row what became of it, and of what has no counterpart why', () => {
    expect(compared?.rows.map(({ fate, before, after }) => [fate.key, before.length, after.length])).toEqual([['changed', 1, 1], ['dropped', 1, 0], ['new', 0, 1]]);
    expect(compared?.rows[2]?.missing).toBe(locale === 'ja' ? '前の計画にはありません。' : 'Not in the earlier plan.');
  });

  test('names a measure once, where the contents lead to it', () => {
    expect(compared?.rows.map(({ titles, anchor }) => [titles.length, anchor])).toEqual([[1, 'lending-measure-1'], [0, undefined], [0, undefined]]);
    expect(contents.map(({ anchor }) => anchor)).toEqual(['lending-measure-1']);
  });

  test('the first of all plans has nothing to stand beside', () => {
    const first = chapterOf('plan-2020', locale);
    expect(first.compared).toBeUndefined();
    expect(first.measures.map(({ clauses }) => clauses.length)).toEqual([2]);
  });
});
