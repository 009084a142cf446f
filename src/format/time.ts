import type { Locale } from '../locale.ts';
import { lastDay, parsePeriod, yearNumber } from '../time/period.ts';
import { eraFiscalYear, eraYear } from './era.ts';

/** How an organisation counts time. */
export interface Calendar {
  readonly startMonth: number;
  readonly eras: boolean;
}

/**
 * What a period is said of.
 * - `span`: what happened in it: 令和6年度, 令和7年9月 / FY2024, September 2025
 * - `point`: how things stood at its end: 令和6年度末, 令和7年9月末 / end of FY2024, end of September 2025
 * - `total`: counted from the start of the year: 令和6年度, 令和7年9月末 / FY2024, end of September 2025
 */
export type TimeSense = 'span' | 'point' | 'total';

export function formatPeriod(period: string, sense: TimeSense, locale: Locale, calendar: Calendar): string {
  const parsed = parsePeriod(period);
  if (parsed.kind === 'year') return formatYear(period, sense === 'point', locale, calendar);
  if (parsed.kind === 'day') return formatDay(period, locale, calendar);
  return formatMonth(period, sense !== 'span', locale, calendar);
}

/** FY2025 → 令和7年度, 2025年度 / FY2025. */
export function formatFiscalYear(fiscalYear: string, locale: Locale, calendar: Calendar): string {
  const year = yearNumber(fiscalYear);
  if (locale === 'en') return calendar.startMonth === 1 ? String(year) : `FY${year}`;
  if (calendar.eras) return calendar.startMonth === 1 ? eraFiscalYear(year).replace(/年度$/, '年') : eraFiscalYear(year);
  return calendar.startMonth === 1 ? `${year}年` : `${year}年度`;
}

/** 2025-09-30 → 令和7年9月30日 / 30 September 2025. */
export function formatDay(day: string, locale: Locale, calendar: Calendar): string {
  const parsed = parsePeriod(day);
  if (parsed.kind !== 'day') return formatPeriod(day, 'span', locale, calendar);
  if (locale === 'en') return `${parsed.day} ${monthName(parsed.month)} ${parsed.year}`;
  return `${japaneseYear(day, calendar)}${parsed.month}月${parsed.day}日`;
}

/** The end of a month, without its year, for an axis: 9月末 / Sep. */
export function formatMonthTick(month: string, point: boolean, locale: Locale): string {
  const parsed = parsePeriod(month);
  const number = parsed.kind === 'year' ? 1 : parsed.month;
  return locale === 'en' ? monthName(number).slice(0, 3) : `${number}月${point ? '末' : ''}`;
}

/** A fiscal year on an axis: R6 would be too short to be kind, 令和6年度 too long: 令和6 / 2024. */
export function formatYearTick(fiscalYear: string, locale: Locale, calendar: Calendar): string {
  if (locale === 'en' || !calendar.eras) return String(yearNumber(fiscalYear));
  return eraFiscalYear(yearNumber(fiscalYear)).replace(/年度$/, '');
}

function formatYear(period: string, point: boolean, locale: Locale, calendar: Calendar): string {
  const year = formatFiscalYear(period, locale, calendar);
  if (!point) return year;
  return locale === 'en' ? `end of ${year}` : `${year}末`;
}

function formatMonth(period: string, point: boolean, locale: Locale, calendar: Calendar): string {
  const parsed = parsePeriod(period);
  if (parsed.kind !== 'month') return period;
  if (locale === 'en') return `${point ? 'end of ' : ''}${monthName(parsed.month)} ${parsed.year}`;
  return `${japaneseYear(lastDay(period, 1), calendar)}${parsed.month}月${point ? '末' : ''}`;
}

function japaneseYear(day: string, calendar: Calendar): string {
  return calendar.eras ? eraYear(day) : `${day.slice(0, 4)}年`;
}

function monthName(month: number): string {
  return MONTHS[month - 1] ?? '';
}

const MONTHS = [
  'January', 'February', 'March', 'April', 'May', 'June',
  'July', 'August', 'September', 'October', 'November', 'December',
];
