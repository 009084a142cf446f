/** Arithmetic of periods as the data writes them: `FY2025`, `2025-09`, `2025-09-30`. Pure; no clock, no time zone. */

export type ParsedPeriod =
  | { readonly kind: 'year'; readonly year: number }
  | { readonly kind: 'month'; readonly year: number; readonly month: number }
  | { readonly kind: 'day'; readonly year: number; readonly month: number; readonly day: number };

export function parsePeriod(period: string): ParsedPeriod {
  if (period.startsWith('FY')) return { kind: 'year', year: Number(period.slice(2)) };
  const [year = 0, month = 0, day] = period.split('-').map(Number);
  return day === undefined ? { kind: 'month', year, month } : { kind: 'day', year, month, day };
}

export function isPeriod(text: string): boolean {
  return /^(FY\d{4}|\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)$/.test(text);
}

/** The same period a year earlier: FY2025 → FY2024, 2025-09 → 2024-09. */
export function previousYear(period: string): string {
  return shiftYears(period, -1);
}

export function shiftYears(period: string, years: number): string {
  return period.replace(/\d{4}/, (year) => String(Number(year) + years).padStart(4, '0'));
}

/** The fiscal year that a period belongs to, when years begin in `startMonth`: (2025-03, 4) → FY2024. */
export function fiscalYearOf(period: string, startMonth: number): string {
  const parsed = parsePeriod(period);
  if (parsed.kind === 'year') return period;
  return `FY${parsed.month >= startMonth ? parsed.year : parsed.year - 1}`;
}

export function yearNumber(fiscalYear: string): number {
  return Number(fiscalYear.slice(2));
}

/** First day of a period: (FY2025, 4) → 2025-04-01. */
export function firstDay(period: string, startMonth: number): string {
  const parsed = parsePeriod(period);
  if (parsed.kind === 'year') return isoDay(parsed.year, startMonth, 1);
  return isoDay(parsed.year, parsed.month, parsed.kind === 'day' ? parsed.day : 1);
}

/** Last day of a period: (FY2025, 4) → 2026-03-31. */
export function lastDay(period: string, startMonth: number): string {
  const parsed = parsePeriod(period);
  if (parsed.kind === 'day') return period;
  if (parsed.kind === 'month') return isoDay(parsed.year, parsed.month, daysIn(parsed.year, parsed.month));
  const month = startMonth === 1 ? 12 : startMonth - 1;
  const year = startMonth === 1 ? parsed.year : parsed.year + 1;
  return isoDay(year, month, daysIn(year, month));
}

/** The day exists in the calendar: not 2025-02-30. */
export function isRealDay(day: string): boolean {
  const parsed = parsePeriod(day);
  return parsed.kind !== 'day' || parsed.day <= daysIn(parsed.year, parsed.month);
}

/** Far from any year that a report tells of, a year is a slip: FY0001, 9999-12-31. */
export const [FIRST_YEAR, LAST_YEAR] = [1800, 2199];

export function isLikelyYear(period: string): boolean {
  const { year } = parsePeriod(period);
  return year >= FIRST_YEAR && year <= LAST_YEAR;
}

/** The twelve months of a fiscal year in order: (FY2025, 5) → 2025-05 … 2026-04. */
export function monthsOf(fiscalYear: string, firstMonth: number): string[] {
  const year = yearNumber(fiscalYear);
  return Array.from({ length: 12 }, (_, index) => {
    const month = ((firstMonth - 1 + index) % 12) + 1;
    return `${month < firstMonth ? year + 1 : year}-${String(month).padStart(2, '0')}`;
  });
}

/** The months of a year that a series is told by: its quarters where it has no others, e.g. 2025-06, 2025-09, 2025-12, 2026-03. */
export function pointsOf(fiscalYear: string, firstMonth: number, present: readonly string[]): string[] {
  const months = monthsOf(fiscalYear, firstMonth);
  const isQuarter = (month: string) => (Number(month.slice(5)) - firstMonth + 12) % 3 === 2;
  return present.every(isQuarter) ? months.filter(isQuarter) : months;
}

/** Order of the data: fiscal years first, then months, then days, each by time. */
export function comparePeriods(a: string, b: string): number {
  const rank = (period: string) => (period.startsWith('FY') ? 0 : 1);
  return rank(a) - rank(b) || (a < b ? -1 : a > b ? 1 : 0);
}

function daysIn(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 30;
}

function isoDay(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
