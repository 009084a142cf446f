import { describe, expect, test } from 'vitest';
import {
  comparePeriods,
  firstDay,
  fiscalYearOf,
  isPeriod,
  isRealDay,
  lastDay,
  monthsOf,
  previousYear,
  shiftYears,
} from '../../src/time/period.ts';

describe('fiscal years', () => {
  test.each([
    ['2025-04', 4, 'FY2025'],
    ['2025-03', 4, 'FY2024'],
    ['2026-03-31', 4, 'FY2025'],
    ['2026-04-01', 4, 'FY2026'],
    ['FY2025', 4, 'FY2025'],
    ['2025-01', 1, 'FY2025'],
    ['2025-12', 1, 'FY2025'],
    ['2025-04', 5, 'FY2024'],
    ['2025-05', 5, 'FY2025'],
  ])('%s, when years begin in month %i, is in %s', (period, startMonth, year) => {
    expect(fiscalYearOf(period, startMonth)).toBe(year);
  });

  test.each([
    ['FY2025', 4, '2025-04-01', '2026-03-31'],
    ['FY2025', 1, '2025-01-01', '2025-12-31'],
    ['FY2023', 3, '2023-03-01', '2024-02-29'],
    ['FY2025', 10, '2025-10-01', '2026-09-30'],
    ['2024-02', 4, '2024-02-01', '2024-02-29'],
    ['2025-09-15', 4, '2025-09-15', '2025-09-15'],
  ])('%s (from month %i) runs from %s to %s', (period, startMonth, first, last) => {
    expect(firstDay(period, startMonth)).toBe(first);
    expect(lastDay(period, startMonth)).toBe(last);
  });
});

test('the months of a year that begins in April, in January, and in May', () => {
  expect(monthsOf('FY2025', 4)).toEqual([
    '2025-04',
    '2025-05',
    '2025-06',
    '2025-07',
    '2025-08',
    '2025-09',
    '2025-10',
    '2025-11',
    '2025-12',
    '2026-01',
    '2026-02',
    '2026-03',
  ]);
  expect(monthsOf('FY2025', 1).at(0)).toBe('2025-01');
  expect(monthsOf('FY2025', 1).at(-1)).toBe('2025-12');
  expect(monthsOf('FY2025', 5).at(0)).toBe('2025-05');
  expect(monthsOf('FY2025', 5).at(-1)).toBe('2026-04');
});

test('the same point of last year', () => {
  expect(previousYear('FY2025')).toBe('FY2024');
  expect(previousYear('2025-09')).toBe('2024-09');
  expect(previousYear('2025-09-30')).toBe('2024-09-30');
  expect(shiftYears('2025-09', -10)).toBe('2015-09');
});

test.each([
  ['2024-02-29', true],
  ['2025-02-29', false],
  ['2000-02-29', true],
  ['1900-02-29', false],
  ['2025-02-30', false],
  ['2025-09-31', false],
  ['2025-12-31', true],
  ['2025-09', true],
  ['FY2025', true],
])('%s is in the calendar: %s', (day, real) => {
  expect(isRealDay(day)).toBe(real);
});

test.each([
  ['FY2025', true],
  ['2025-09', true],
  ['2025-09-30', true],
  ['2025', false],
  ['2025-9', false],
  ['2025-13', false],
  ['FY25', false],
  ['2025-09-', false],
  ['令和7年', false],
])('%s is written as a period: %s', (text, is) => {
  expect(isPeriod(text)).toBe(is);
});

test('the data lists fiscal years first, then months', () => {
  const periods = ['2025-09', 'FY2024', '2024-09', 'FY2019', '2025-04'];
  expect(periods.sort(comparePeriods)).toEqual(['FY2019', 'FY2024', '2024-09', '2025-04', '2025-09']);
});
