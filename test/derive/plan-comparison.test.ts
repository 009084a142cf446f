import { describe, expect, test } from 'vitest';
import { checkData } from '../../src/check/check.ts';
import { comparableYears, comparePlans } from '../../src/derive/plan-comparison.ts';
import { plansOf } from '../../src/derive/plans.ts';
import { readDataFiles } from '../../src/load/files.ts';
import { baseFiles } from '../check/mistakes.ts';
import { derivePlans } from './plans-body.ts';
import type { Plans } from './plans-body.ts';

/** Each row as: the items of both sides, what became of them, and how that is known. */
function compare(plans: Plans, from: string, to: string): string[] {
  const { report } = derivePlans(plans);
  return comparePlans(report, `FY${from}`, `FY${to}`).sections.flatMap(({ rows }) => rows.map(({ before, after, fate, basis }) => {
    const ids = (items: typeof before): string => items.map(({ id }) => id).join('+') || '–';
    return `${ids(before)} → ${ids(after)}: ${fate}${basis ? ` (${basis})` : ''}`;
  }));
}

const READERS = '来館する読者を増やすため、開館時間を延ばし、日曜日にも開館します。';
const LATE = '延滞した本について、はがきと電話で返却を促します。';

describe('what the data says of two years', () => {
  test('items continue, replace, merge, are split, new and dropped', () => {
    expect(compare({
      2020: { items: ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => ({ id, ja: `${id}の計画` })) },
      2021: {
        dropped: ['2020/lending/f'],
        items: [
          { id: 'a', ja: 'aの計画', from: { relation: 'continues', of: ['2020/lending/a'] } },
          { id: 'x', ja: 'xの計画', from: { relation: 'replaces', of: ['2020/lending/b'] } },
          { id: 'cd', ja: 'cとdの計画', from: { relation: 'continues', of: ['2020/lending/c', '2020/lending/d'] } },
          { id: 'e1', ja: 'eの一', from: { relation: 'continues', of: ['2020/lending/e'] } },
          { id: 'n', ja: '新しい計画', from: { relation: 'new' } },
          { id: 'e2', ja: 'eの二', from: { relation: 'continues', of: ['2020/lending/e'] } },
        ],
      },
    }, '2020', '2021')).toEqual([
      'a → a: kept (stated)', 'b → x: replaced (stated)', 'c+d → cd: merged (stated)', 'e → e1+e2: split (stated)',
      'f → –: dropped', '– → n: new',
    ]);
  });

  test('a chain of years is followed, and replaces once it is broken', () => {
    const plans: Plans = {
      2020: { items: [{ id: 'a', ja: '一' }, { id: 'b', ja: '二' }, { id: 'c', ja: '三' }] },
      2021: {
        items: [
          { id: 'a', ja: '一', from: { relation: 'replaces', of: ['2020/lending/a'] } },
          { id: 'b', ja: '二', from: { relation: 'continues', of: ['2020/lending/b'] } },
          { id: 'c', ja: '三', from: { relation: 'continues', of: ['2020/lending/c'] } },
          { id: 'n', ja: '四', from: { relation: 'new' } },
        ],
      },
      2022: {
        dropped: ['2021/lending/c'],
        items: [
          { id: 'a', ja: '一', from: { relation: 'continues', of: ['2021/lending/a'] } },
          { id: 'b', ja: '二', from: { relation: 'continues', of: ['2021/lending/b'] } },
          { id: 'n', ja: '四', from: { relation: 'continues', of: ['2021/lending/n'] } },
        ],
      },
    };
    expect(compare(plans, '2020', '2022')).toEqual(['a → a: replaced (stated)', 'b → b: kept (stated)', 'c → –: dropped', '– → n: new']);
    expect(compare(plans, '2021', '2022')).toEqual(['a → a: kept (stated)', 'b → b: kept (stated)', 'n → n: kept (stated)', 'c → –: dropped']);
  });

  test('what is said to be new comes from nothing, whatever its id', () => {
    expect(compare({
      2020: { items: [{ id: 'a', ja: READERS }] },
      2021: { items: [{ id: 'a', ja: READERS, from: { relation: 'new' } }] },
    }, '2020', '2021')).toEqual(['– → a: new', 'a → –: unmatched']);
  });

  test('an item that no plan words counts where another comes from it, and is not listed by itself', () => {
    expect(compare({
      2020: { items: [{ id: 'a' }, { id: 'b' }, { id: 'c', ja: READERS }] },
      2021: { items: [{ id: 'z', ja: LATE, from: { relation: 'continues', of: ['2020/lending/a'] } }] },
    }, '2020', '2021')).toEqual(['a → z: kept (stated)', 'c → –: unmatched']);
  });
});

describe('where the data says nothing', () => {
  test('an item of the same id and one of like wording are shown side by side, and it is said how they were found', () => {
    expect(compare({
      2020: { items: [{ id: 'same', ja: READERS }, { id: 'late', ja: LATE }] },
      2023: { items: [{ id: 'reminders', ja: '延滞した本について、電子メールとはがきで返却を促します。' }, { id: 'same', ja: '子ども向けの本をそろえます。' }] },
    }, '2020', '2023')).toEqual(['late → reminders: kept (similar)', 'same → same: kept (same_id)']);
  });

  test('nothing is called new or dropped', () => {
    expect(compare({ 2020: { items: [{ id: 'a', ja: READERS }] }, 2021: { items: [{ id: 'b', ja: LATE }] } }, '2020', '2021'))
      .toEqual(['– → b: unmatched', 'a → –: unmatched']);
  });
});

describe('which years have plans', () => {
  test('every pair is there, the latest first', () => {
    const item = { items: [{ id: 'a', ja: '一' }] };
    expect(comparableYears(derivePlans({ 2020: item, 2022: item, 2025: item }).report)).toEqual([
      { from: 'FY2022', to: 'FY2025' }, { from: 'FY2020', to: 'FY2025' }, { from: 'FY2020', to: 'FY2022' },
    ]);
  });

  test('a year that reports without a plan has none', () => {
    expect(comparableYears(derivePlans({ 2020: { items: [{ id: 'a' }] }, 2021: { items: [{ id: 'a', ja: '一' }] } }).report)).toEqual([]);
  });

  test('an annual plan that a medium-term plan prints with its first year is one', () => {
    const { model } = checkData(baseFiles());
    expect([...plansOf(model!.report)].map(([year, items]) => [year, items.map(({ ref }) => ref)])).toEqual([
      ['FY2024', ['2024/second/prompt-returns-1']], ['FY2025', ['2025/lending/reminders']],
    ]);
  });
});

describe('the plans of this repository', () => {
  const { model } = checkData(readDataFiles(process.cwd()));
  const plans = plansOf(model!.report);

  test.each(comparableYears(model!.report))('$from and $to: every item stands once', ({ from, to }) => {
    const rows = comparePlans(model!.report, from, to).sections.flatMap(({ rows: each }) => each);
    const shown = (side: 'before' | 'after'): string[] => rows.flatMap((row) => row[side].map(({ ref }) => ref)).toSorted();
    for (const [side, year] of [['before', from], ['after', to]] as const) {
      const listed = shown(side);
      expect(new Set(listed).size).toBe(listed.length);
      expect(listed).toEqual(expect.arrayContaining((plans.get(year) ?? []).flatMap(({ ref, text }) => (text ? [ref] : []))));
    }
  });
});
