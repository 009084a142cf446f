import { parsePeriod, yearNumber } from '../time/period.ts';
import type { Calendar, Style } from './style.ts';

export type { Calendar } from './style.ts';

/**
 * What a period is said of.
 * - `span`: what happened in it: 令和6年度, 令和7年9月 / FY2024, September 2025
 * - `point`: how things stood at its end: 令和6年度末, 令和7年9月末 / end of FY2024, end of September 2025
 * - `total`: counted from the start of the year: 令和6年度, 令和7年9月末 / FY2024, end of September 2025
 */
export type TimeSense = 'span' | 'point' | 'total';

export function formatPeriod(period: string, sense: TimeSense, { dates }: Style, calendar: Calendar): string {
  const parsed = parsePeriod(period);
  if (parsed.kind === 'day') return dates.day(parsed.year, parsed.month, parsed.day, calendar);
  const text = parsed.kind === 'year' ? dates.fiscalYear(parsed.year, calendar) : dates.month(parsed.year, parsed.month, calendar);
  return isEnd(period, sense) ? dates.endOf(text) : text;
}

/** The same within a sentence: the end of September 2025. */
export function formatPeriodInText(period: string, sense: TimeSense, style: Style, calendar: Calendar): string {
  return isEnd(period, sense)
    ? style.dates.endOfInText(formatPeriod(period, 'span', style, calendar))
    : formatPeriod(period, sense, style, calendar);
}

/** Whether it is the end of the period that is spoken of. */
export function isEnd(period: string, sense: TimeSense): boolean {
  const { kind } = parsePeriod(period);
  return kind === 'year' ? sense === 'point' : kind === 'month' && sense !== 'span';
}

/** FY2025 → 令和7年度, 2025年度 / FY2025. */
export function formatFiscalYear(fiscalYear: string, { dates }: Style, calendar: Calendar): string {
  return dates.fiscalYear(yearNumber(fiscalYear), calendar);
}

/** 2025-09-30 → 令和7年9月30日 / 30 September 2025. */
export function formatDay(day: string, style: Style, calendar: Calendar): string {
  return formatPeriod(day, 'span', style, calendar);
}

/** The end of a month, without its year, for an axis: 9月末 / Sep. */
export function formatMonthTick(month: string, point: boolean, { dates }: Style): string {
  return dates.monthTick(monthOf(month), point);
}

/** The same where there is next to no room: 9 / S. */
export function formatShortMonth(month: string, { dates }: Style): string {
  return dates.shortMonth(monthOf(month));
}

/** A fiscal year on an axis: 令和6 / 2024. */
export function formatYearTick(fiscalYear: string, { dates }: Style, calendar: Calendar): string {
  return dates.yearTick(yearNumber(fiscalYear), calendar);
}

/** The same where there is little room: R6 / ’24. */
export function formatShortYear(fiscalYear: string, { dates }: Style, calendar: Calendar): string {
  return dates.shortYear(yearNumber(fiscalYear), calendar);
}

function monthOf(period: string): number {
  const parsed = parsePeriod(period);
  return parsed.kind === 'year' ? 1 : parsed.month;
}
