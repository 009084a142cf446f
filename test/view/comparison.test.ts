import { describe, expect, test } from 'vitest';
import { viewComparison } from '../../src/view/comparison.ts';
import { Edition } from '../../src/view/edition.ts';
import { viewSteps, viewYearsOfSection } from '../../src/view/way.ts';
import { derivePlans } from '../derive/plans-body.ts';
import type { Plans } from '../derive/plans-body.ts';

const editionOf = (plans: Plans, locale: string) => new Edition(derivePlans(plans), locale, '/');

const PLANS: Plans = {
  2020: {
    items: [
      { id: 'hours', ja: '{FY2020}も開館時間を延ばします。', en: 'Open longer in {FY2020} too.' },
      { id: 'same', ja: '本を増やします。', en: 'Buy more books.' },
      { id: 'post', ja: 'はがきで返却を促します。', en: 'Remind by post.' },
      { id: 'phone', ja: '電話で返却を促します。' },
      { id: 'gone', ja: '移動図書館を走らせます。', en: 'Run a mobile library.' },
    ],
  },
  2021: {
    dropped: ['2020/lending/gone'],
    items: [
      { id: 'hours', ja: '{FY2021}も開館時間を延ばします。', en: 'Open longer in {FY2021} too.', from: { relation: 'continues', of: ['2020/lending/hours'] } },
      { id: 'same', ja: '本を増やします。', en: 'Get more books.', from: { relation: 'continues', of: ['2020/lending/same'] } },
      { id: 'remind', ja: 'はがきと電話で返却を促します。', en: 'Remind by post and phone.', from: { relation: 'continues', of: ['2020/lending/post', '2020/lending/phone'] } },
      { id: 'fresh', ja: '電子書籍を貸し出します。', en: 'Lend e-books.', from: { relation: 'new' } },
    ],
  },
};

describe.each(['ja', 'en'])('two plans side by side, in %s', (locale) => {
  const view = viewComparison(editionOf(PLANS, locale), 'FY2020', 'FY2021');
  const [section] = view.sections;

  test('each row says what became of its items', () => {
    expect(section?.rows.map(({ fate }) => fate.key)).toEqual(['changed', 'unchanged', 'merged', 'dropped', 'new']);
    expect(view.tally.map(({ key, count }) => [key, count])).toEqual([['unchanged', 1], ['changed', 1], ['merged', 1], ['new', 1], ['dropped', 1]]);
  });

  test('the words that differ are marked in both', () => {
    const [changed] = section?.rows ?? [];
    expect(changed?.before[0]?.html.html).toMatch(locale === 'ja' ? '<del>令和2年度</del>' : '<del>FY2020</del>');
    expect(changed?.after[0]?.html.html).toMatch(locale === 'ja' ? '<ins>令和3年度</ins>' : '<ins>FY2021</ins>');
  });

  test('what is unchanged has no marks, though a translation may word it anew', () => {
    const same = section?.rows[1];
    expect(same?.fate.text).toBe(locale === 'ja' ? '変更なし' : 'Unchanged');
    expect(`${same?.before[0]?.html.html}${same?.after[0]?.html.html}`).not.toMatch(/<(del|ins)>/);
  });

  test('a side without items says why', () => {
    expect(section?.rows[3]?.missing).toBe(locale === 'ja' ? '後の計画にはありません。' : 'Not in the later plan.');
    expect(section?.rows[4]?.missing).toBe(locale === 'ja' ? '前の計画にはありません。' : 'Not in the earlier plan.');
  });
});

test('words of two languages are not compared: the untranslated keep their language', () => {
  const merged = viewComparison(editionOf(PLANS, 'en'), 'FY2020', 'FY2021').sections[0]?.rows[2];
  expect(merged?.before.map(({ html }) => html.lang)).toEqual(['en', 'ja']);
  expect(JSON.stringify(merged)).not.toMatch(/<(del|ins)>/);
});

describe('the way of a plan item', () => {
  const edition = editionOf(PLANS, 'ja');
  const steps = (year: string, clause: string) => viewSteps(edition, year, 'lending', clause).map(({ direction, text, items }) => [direction, text, items.map(({ href }) => href)]);

  test('leads back to what it comes from', () => {
    expect(steps('FY2021', 'hours')).toEqual([['before', '令和2年度から継続', ['/ja/2020/lending/#clause-hours']]]);
    expect(steps('FY2021', 'remind')).toEqual([['before', '令和2年度の2項目を統合', ['/ja/2020/lending/#clause-post', '/ja/2020/lending/#clause-phone']]]);
    expect(steps('FY2021', 'fresh')).toEqual([['before', '令和3年度に新しく加わった項目', []]]);
  });

  test('leads on to what became of it', () => {
    expect(steps('FY2020', 'post')).toEqual([['after', '令和3年度に継続', ['/ja/2021/lending/#clause-remind']]]);
    expect(steps('FY2020', 'gone')).toEqual([['after', '令和3年度の計画にはない項目', []]]);
  });

  test('names the item by its measure and how it begins', () => {
    expect(viewSteps(edition, 'FY2021', 'lending', 'hours')[0]?.items[0]?.text).toBe('施策「令和2年度も開館時間を延ばします。」');
  });

  test('the section leads to its other years', () => {
    expect(viewYearsOfSection(edition, 'lending', 'FY2021')).toEqual([
      { year: 'FY2021', text: '令和3年度', href: '/ja/2021/lending/', isCurrent: true },
      { year: 'FY2020', text: '令和2年度', href: '/ja/2020/lending/', isCurrent: false },
    ]);
  });
});

test('no text of a side is made with words that are not escaped', async () => {
  const { readFileSync, readdirSync } = await import('node:fs');
  const files = readdirSync('src/view', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const raw = files.flatMap((file) => readFileSync(`src/view/${file}`, 'utf8').split('\n').filter((line) => /\bhtml: (?:`[^`]*\$\{)?edition\.(?:t|pick|plain)\(/.test(line)).map((line) => `${file}: ${line.trim()}`));
  expect(raw).toEqual([]);
});
