import { MONTHS } from '../../format/english.ts';
import { ERA_NAMES, ERA_YEAR, westernYear } from '../../format/era.ts';

/** What a head says of time; several heads together make a period. */
export interface TimeWords {
  readonly fiscalYear?: number;
  /** 令和6年, without 度. */
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
}

const ERA = new RegExp(`^(${ERA_NAMES}|[RHSTM](?=[.\\d元]))\\.?(${ERA_YEAR})`, 'i');
const MONTH_NAMES = MONTHS.map((name) => name.toLowerCase());
const SHORT_MONTHS = MONTH_NAMES.map((name) => name.slice(0, 3));
const TAIL = '(?:末|時点|現在|末時点|末現在|分|実績|計|通期)?';

/**
 * Reads a head that is a time and nothing else: 令和６年度, R6.9, 2024年9月末, 4月, FY2024, end of September 2024.
 * @param asYear under a head such as 年度, 2024 and 令和6 are fiscal years
 * @returns undefined where it says anything else
 */
export function timeWords(text: string, asYear = false): TimeWords | undefined {
  const plain = text.normalize('NFKC').replace(/\s+/g, ' ').trim();
  const tight = plain.replace(/\s/g, '').replace(/[(（](?:\d{4}年度?|FY\d{4}|令和.+?年度?|平成.+?年度?)[)）]/g, '');
  const western = westernYears(tight);
  return japanese(western, asYear) ?? iso(western, asYear) ?? english(plain.toLowerCase());
}

/** 令和6年 → 2024年, R6.9 → 2024.9 */
function westernYears(text: string): string {
  return text.replace(ERA, (_, era: string, year: string) => String(westernYear(era, year)));
}

function japanese(text: string, asYear: boolean): TimeWords | undefined {
  const fiscal = new RegExp(`^(?:FY)?(\\d{4})年度${TAIL}(?:[(（]?(\\d{1,2})月${TAIL}[)）]?)?$`).exec(text);
  if (fiscal) return fiscal[2] === undefined ? { fiscalYear: Number(fiscal[1]) } : withMonth({ fiscalYear: Number(fiscal[1]) }, fiscal[2]);
  const date = new RegExp(`^(\\d{4})年(?:(\\d{1,2})月(?:(\\d{1,2})日)?)?${TAIL}$`).exec(text);
  if (date) return date[2] === undefined ? (asYear ? { fiscalYear: Number(date[1]) } : { year: Number(date[1]) }) : withMonth({ year: Number(date[1]) }, date[2], date[3]);
  const month = new RegExp(`^(\\d{1,2})月${TAIL}$`).exec(text);
  return month ? withMonth({}, month[1] ?? '') : undefined;
}

function iso(text: string, asYear: boolean): TimeWords | undefined {
  const fiscal = /^FY-?(\d{4})$/i.exec(text) ?? (asYear ? /^(\d{4})$/.exec(text) : null);
  if (fiscal) return { fiscalYear: Number(fiscal[1]) };
  const date = /^(\d{4})([-/.])(\d{1,2})(?:\2(\d{1,2}))?$/.exec(text);
  return date ? withMonth({ year: Number(date[1]) }, date[3] ?? '', date[4]) : undefined;
}

function english(text: string): TimeWords | undefined {
  const fiscal = /^(?:fiscal year|fy|fiscal)\s*(\d{4})$/.exec(text);
  if (fiscal) return { fiscalYear: Number(fiscal[1]) };
  const words = /^(?:(?:the )?end of )?(?:(\d{1,2}) )?([a-z]{3,9})\.?(?: (\d{4}))?$/.exec(text);
  const month = words ? SHORT_MONTHS.indexOf((words[2] ?? '').slice(0, 3)) + 1 : 0;
  if (!words || month === 0 || !SAID_MONTHS.has(words[2] ?? '')) return undefined;
  return withMonth(words[3] === undefined ? {} : { year: Number(words[3]) }, String(month), words[1]);
}

const SAID_MONTHS = new Set([...MONTH_NAMES, ...SHORT_MONTHS, 'sept']);

function withMonth(words: TimeWords, month: string, day?: string): TimeWords | undefined {
  const [m, d] = [Number(month), day === undefined ? undefined : Number(day)];
  if (m < 1 || m > 12 || (d !== undefined && (d < 1 || d > 31))) return undefined;
  return { ...words, month: m, ...(d === undefined ? {} : { day: d }) };
}

export type PeriodRead = { readonly period: string } | { readonly problem: 'none' | 'calendar-year' | 'no-year' | 'several' };

/**
 * The period that heads say together: 令和6年度 over 4月 is 2024-04.
 * @param startMonth of fiscal years
 * @param firstMonth of the indicator's months, which may begin later than the year: 5 makes April the last
 */
export function periodOf(heads: readonly TimeWords[], startMonth: number, firstMonth: number): PeriodRead {
  const said: Record<string, number> = {};
  for (const head of heads) {
    for (const [key, value] of Object.entries(head) as [string, number][]) {
      if (said[key] !== undefined && said[key] !== value) return { problem: 'several' };
      said[key] = value;
    }
  }
  const { fiscalYear, year, month, day } = said as TimeWords;
  const two = (number: number) => String(number).padStart(2, '0');
  if (month === undefined) {
    if (fiscalYear !== undefined) return { period: `FY${fiscalYear}` };
    if (year === undefined) return { problem: 'none' };
    return startMonth === 1 ? { period: `FY${year}` } : { problem: 'calendar-year' };
  }
  const inYear = year ?? (fiscalYear === undefined ? undefined : month < firstMonth ? fiscalYear + 1 : fiscalYear);
  if (inYear === undefined) return { problem: 'no-year' };
  return { period: `${inYear}-${two(month)}${day === undefined ? '' : `-${two(day)}`}` };
}
