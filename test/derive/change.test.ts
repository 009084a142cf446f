import { describe, expect, test } from 'vitest';
import { changeOf, shownChange } from '../../src/derive/change.ts';
import type { Change } from '../../src/derive/change.ts';
import { STYLES } from '../../src/format/styles.ts';
import { formatQuantity } from '../../src/format/quantity.ts';
import { deriveBody } from './body.ts';
import type { Series } from './body.ts';

function change(series: Series, at: string, others: Record<string, Series> = {}): Change | undefined {
  const { report } = deriveBody({ series: { ...others, rate: series } });
  return changeOf(report, report.indicators.get('rate')!, at);
}

/** As a reader sees it. */
function shown(series: Series, at: string, others?: Record<string, Series>): string | undefined {
  const { report } = deriveBody({ series: { ...others, rate: series } });
  const found = change(series, at, others);
  const quantity = found && shownChange(found);
  return quantity && formatQuantity(quantity, STYLES.en, report.units);
}

describe('the base of a change', () => {
  test('is the same point of last year, never the column on the left', () => {
    const found = change(
      {
        values: {
          FY2023: '90.0%',
          FY2024: '92.0%',
          '2024-08': '71.0%',
          '2024-09': '72.5%',
          '2025-09': '72.7%',
        },
      },
      '2025-09',
    );
    expect(found?.base?.ref).toBe('rate@2024-09');
    expect(found?.computed?.value).toBe('0.2');
  });

  test('of a fiscal year is the year before, even where other years stand between in the file', () => {
    const found = change({ values: { FY2021: '60.0%', FY2023: '61.0%', FY2024: '62.5%' } }, 'FY2024');
    expect(found?.base?.ref).toBe('rate@FY2023');
    expect(change({ values: { FY2021: '60.0%', FY2023: '61.0%' } }, 'FY2023')).toBeUndefined();
  });

  test('of a cohort is its own first value', () => {
    const others = { first: { values: { FY2022: '76.1%', FY2023: '77.6%' } } };
    const series: Series = {
      cohort: { lag: 2, base: 'first' },
      values: { FY2024: '84.5%', '2025-09': '85.1%' },
    };
    expect(change(series, 'FY2024', others)?.base?.ref).toBe('first@FY2022');
    expect(change(series, '2025-09', others)?.base?.ref).toBe('first@FY2023');
    expect(shown(series, '2025-09', others)).toBe('+7.5 pp');
  });

  test('of a cohort whose year begins in May: April still belongs to the year before', () => {
    const others = { first: { firstMonth: 5, values: { FY2023: '77.6%', FY2024: '78.6%' } } };
    const series: Series = {
      firstMonth: 5,
      cohort: { lag: 1, base: 'first' },
      values: { '2025-04': '82.0%', '2025-05': '82.4%' },
    };
    expect(change(series, '2025-04', others)?.base?.ref).toBe('first@FY2023');
    expect(change(series, '2025-05', others)?.base?.ref).toBe('first@FY2024');
  });
});

describe('what is shown', () => {
  test('is the printed change where the document prints one, even where ours differs by rounding', () => {
    const values = { '2024-09': '72.5%', '2025-09': ['72.7%', '+0.1ポイント'] } as const;
    expect(shown({ values }, '2025-09')).toBe('+0.1 pp');
    expect(change({ values }, '2025-09')?.computed?.value).toBe('0.2');
  });

  test('is in points for a change of a rate that is printed with %', () => {
    expect(
      shown({ change: 'point_change', values: { FY2023: '64.5%', FY2024: ['66.7%', '+2.2%'] } }, 'FY2024'),
    ).toBe('+2.2 pp');
    expect(
      shown({ change: 'point_change', values: { FY2023: '64.5%', FY2024: ['64.5%', '-0.0%'] } }, 'FY2024'),
    ).toBe('−0.0 pp');
  });

  test('keeps the unit of a count, and has a percentage where the operation is one', () => {
    const values = { FY2023: '1,200冊', FY2024: '1,150冊' };
    expect(shown({ unit: 'books', kind: 'stock', values }, 'FY2024')).toBe('−50 books');
    expect(shown({ unit: 'books', kind: 'stock', change: 'percent_change', values }, 'FY2024')).toBe('−4.2%');
  });

  test('is as coarse as the coarser figure', () => {
    expect(
      change({ unit: 'books', kind: 'stock', values: { FY2023: '4.1万冊', FY2024: '41,992冊' } }, 'FY2024')
        ?.computed,
    ).toMatchObject({ value: '1000', quantum: '1000' });
  });

  test('is as near as the figures that it comes from', () => {
    const books = { unit: 'books', kind: 'stock' } as const;
    expect(shown({ ...books, values: { FY2023: '約40冊', FY2024: '31冊' } }, 'FY2024')).toBe('about −9 books');
    expect(shown({ ...books, values: { FY2023: '40冊', FY2024: '約310冊' } }, 'FY2024')).toBe('about +270 books');
    expect(shown({ ...books, change: 'percent_change', values: { FY2023: '約40冊', FY2024: '31冊' } }, 'FY2024')).toBe('about −22.5%');
    expect(shown({ ...books, values: { FY2023: '280冊', FY2024: '300冊超' } }, 'FY2024')).toBe('at least +20 books');
    expect(shown({ values: { FY2023: '70%台', FY2024: '72.5%' } }, 'FY2024')).toBeUndefined();
    expect(shown({ ...books, values: { FY2023: '40冊', FY2024: '31冊' } }, 'FY2024')).toBe('−9 books');
  });

  test('is as the document prints it, also where the figures are near', () => {
    const values = { FY2023: '約40冊', FY2024: ['31冊', '▲9冊'] } as const;
    expect(shown({ unit: 'books', kind: 'stock', values }, 'FY2024')).toBe('−9 books');
  });

  test('is no percentage of a figure below zero', () => {
    const series: Series = { unit: 'books', kind: 'stock', change: 'percent_change', values: { FY2023: '▲5冊', FY2024: '▲3冊' } };
    expect(shown(series, 'FY2024')).toBeUndefined();
  });

  test('is nothing where either figure is absent, or the base of a percentage is zero', () => {
    expect(change({ values: { FY2023: 'lost', FY2024: '62.5%' } }, 'FY2024')).toBeUndefined();
    expect(change({ values: { FY2023: '62.5%', FY2024: 'not_yet' } }, 'FY2024')).toBeUndefined();
    expect(
      change(
        { unit: 'books', kind: 'stock', change: 'percent_change', values: { FY2023: '0冊', FY2024: '5冊' } },
        'FY2024',
      ),
    ).toBeUndefined();
  });

  test('is a zero without a sign where nothing changed', () => {
    expect(shown({ values: { FY2023: '62.5%', FY2024: '62.5%' } }, 'FY2024')).toBe('0.0 pp');
  });
});
