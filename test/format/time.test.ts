import { describe, expect, test } from 'vitest';
import { STYLES } from '../../src/format/styles.ts';
import { formatDay, formatFiscalYear, formatMonthTick, formatPeriod, formatYearTick } from '../../src/format/time.ts';
import type { Calendar, TimeSense } from '../../src/format/time.ts';

const JAPAN: Calendar = { startMonth: 4, eras: true };
const WESTERN: Calendar = { startMonth: 4, eras: false };
const CALENDAR_YEAR: Calendar = { startMonth: 1, eras: false };

describe('a period as a reader sees it', () => {
  test.each<[string, TimeSense, string, string]>([
    ['FY2025', 'span', '令和7年度', 'FY2025'],
    ['FY2025', 'point', '令和7年度末', 'end of FY2025'],
    ['FY2025', 'total', '令和7年度', 'FY2025'],
    ['FY2019', 'span', '令和元年度', 'FY2019'],
    ['FY2018', 'point', '平成30年度末', 'end of FY2018'],
    ['2025-09', 'span', '令和7年9月', 'September 2025'],
    ['2025-09', 'point', '令和7年9月末', 'end of September 2025'],
    ['2025-09', 'total', '令和7年9月末', 'end of September 2025'],
    ['2019-04', 'span', '平成31年4月', 'April 2019'],
    ['2019-04', 'point', '平成31年4月末', 'end of April 2019'],
    ['2019-05', 'span', '令和元年5月', 'May 2019'],
    ['1989-01', 'point', '平成元年1月末', 'end of January 1989'],
    ['2025-09-30', 'point', '令和7年9月30日', '30 September 2025'],
    ['2019-04-30', 'span', '平成31年4月30日', '30 April 2019'],
    ['2019-05-01', 'span', '令和元年5月1日', '1 May 2019'],
  ])('%s (%s) is %s, %s', (period, sense, ja, en) => {
    expect(formatPeriod(period, sense, STYLES.ja, JAPAN)).toBe(ja);
    expect(formatPeriod(period, sense, STYLES.en, JAPAN)).toBe(en);
  });

  test('without eras, and where the fiscal year is the calendar year', () => {
    expect(formatPeriod('FY2025', 'point', STYLES.ja, WESTERN)).toBe('2025年度末');
    expect(formatPeriod('2025-09', 'point', STYLES.ja, WESTERN)).toBe('2025年9月末');
    expect(formatDay('2025-09-30', STYLES.ja, WESTERN)).toBe('2025年9月30日');
    expect(formatFiscalYear('FY2025', STYLES.ja, CALENDAR_YEAR)).toBe('2025年');
    expect(formatFiscalYear('FY2025', STYLES.en, CALENDAR_YEAR)).toBe('2025');
  });

  test('a calendar year has eras without 度', () => {
    expect(formatFiscalYear('FY2025', STYLES.ja, { startMonth: 1, eras: true })).toBe('令和7年');
    expect(formatYearTick('FY2025', STYLES.ja, { startMonth: 1, eras: true })).toBe('令和7');
  });
});

test('ticks of an axis are short', () => {
  expect(formatMonthTick('2025-09', true, STYLES.ja)).toBe('9月末');
  expect(formatMonthTick('2025-09', false, STYLES.ja)).toBe('9月');
  expect(formatMonthTick('2025-09', true, STYLES.en)).toBe('Sep');
  expect(formatYearTick('FY2019', STYLES.ja, JAPAN)).toBe('令和元');
  expect(formatYearTick('FY2019', STYLES.en, JAPAN)).toBe('2019');
  expect(formatYearTick('FY2019', STYLES.ja, WESTERN)).toBe('2019');
});
