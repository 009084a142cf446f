import { describe, expect, test } from 'vitest';
import { compareSeries, readIds, writeIds } from '../../src/charts/comparison.ts';
import type { ComparablePoint, ComparableSeries } from '../../src/charts/comparison.ts';

const TEXTS = { title: 'T', reading: 'R' };
const point = (at: string, value: string | null): ComparablePoint => ({ at, period: at, tick: at.slice(2), value, text: value === null ? '' : `${value} books` });

function series(id: string, years: Readonly<Record<string, string | null>>, divisor = 1): ComparableSeries {
  return {
    id, name: id, label: id, unit: 'books', href: `/${id}/`, months: [],
    axis: { number: { decimals: 0 }, start: 'zero', axisNote: '', unit: divisor === 1 ? 'books' : 'million books', divisor },
    years: Object.entries(years).map(([at, value]) => point(at, value)),
  };
}

describe('the address', () => {
  test('names indicators one by one or parted by commas, each once', () => {
    expect(readIds('?ids=a,b&ids=c, a')).toEqual(['a', 'b', 'c']);
    expect(readIds('')).toEqual([]);
    expect(readIds('?ids=was,b,is', { was: 'is' })).toEqual(['is', 'b']);
  });

  test('is written so that it can be read', () => {
    expect(readIds(writeIds(['a', 'b-2']))).toEqual(['a', 'b-2']);
    expect(writeIds([])).toBe('');
  });
});

describe('a comparison', () => {
  test('covers the years of all, with a gap where one has no figure', () => {
    const compared = compareSeries('years', [series('a', { FY2023: '1', FY2024: '2' }), series('b', { FY2024: '5', FY2025: null })], 'en', TEXTS);
    expect(compared?.spec.x.labels).toEqual(['2023', '2024', '2025']);
    expect(compared?.spec.series.map(({ values }) => values)).toEqual([['1', '2', null], [null, '5', null]]);
    expect(compared?.rows).toEqual([
      { label: 'FY2023', cells: ['1 books', ''] }, { label: 'FY2024', cells: ['2 books', '5 books'] },
    ]);
  });

  test('has the scale of the largest figure', () => {
    const compared = compareSeries('years', [series('a', { FY2023: '400', FY2024: '500' }), series('b', { FY2023: '2000000', FY2024: '3000000' }, 1e6)], 'en', TEXTS);
    expect(compared?.spec.y.unit).toBe('million books');
    expect(compared?.spec.series.map(({ values }) => values)).toEqual([['0.0004', '0.0005'], ['2', '3']]);
  });

  test('loses no digit of a figure that is small beside another', () => {
    const compared = compareSeries('years', [series('a', { FY2023: '3', FY2024: '-70' }), series('b', { FY2023: '200000000', FY2024: '0' }, 1e8)], 'en', TEXTS);
    const [small, large] = compared!.spec.series;
    expect(small?.values).toEqual(['0.00000003', '-0.0000007']);
    expect(small?.printed).toEqual({ 0: '0.00000003', 1: '−0.0000007' });
    expect([large?.values, large?.printed]).toEqual([['2', '0'], undefined]);
  });

  test('prints each figure as finely as it is published', () => {
    const [large, fine] = [series('a', { FY2023: '12500000', FY2024: '1000000' }, 1e6), series('b', { FY2023: '41000' })];
    const years = [{ ...large.years[0]!, places: -5 }, { ...large.years[1]!, places: -4 }];
    const compared = compareSeries('years', [{ ...large, years }, { ...fine, years: [{ ...fine.years[0]!, places: -3 }] }], 'en', TEXTS);
    expect(compared?.spec.series.map(({ printed }) => printed)).toEqual([{ 0: '12.5', 1: '1.00' }, { 0: '0.041' }]);
  });

  test('is no chart with a single point in time', () => {
    expect(compareSeries('years', [series('a', { FY2023: '1' })], 'en', TEXTS)).toBeUndefined();
  });
});
