import type { Locale } from '../locale.ts';
import type { Absence, Qualifier } from '../quantity/quantity.ts';
import type { UnitKind } from '../quantity/unit.ts';
import { USUAL_MARKS } from './number-marks.ts';
import type { Calendar, ChangeWords, DateStyle, Style } from './style.ts';

/** How the data say that a further language prints figures; what they leave out is as in most languages. */
export interface FurtherStyle {
  readonly capitals?: boolean | undefined;
  readonly numbers?: {
    readonly group?: string | undefined;
    readonly decimal?: string | undefined;
    readonly minus?: string | undefined;
    readonly gap?: string | undefined;
    readonly scales?: readonly { readonly power: number; readonly word: string }[] | undefined;
    readonly fullBelow?: number | undefined;
  } | undefined;
  readonly dates?: DatePatterns | undefined;
  readonly qualifiers?: Readonly<Record<string, string>> | undefined;
  readonly absences?: Readonly<Record<string, string>> | undefined;
  readonly changes?: Readonly<Partial<Record<UnitKind, ChangeWords | undefined>>> | undefined;
}

interface DatePatterns {
  readonly fiscalYear?: string | undefined;
  readonly calendarYear?: string | undefined;
  readonly endOf?: string | undefined;
  readonly endOfInText?: string | undefined;
}

/** `base`: the language whose words stand in for those that are not given. */
export function furtherStyle(tag: Locale, given: FurtherStyle, base: Style): Style {
  const { numbers = {}, dates = {}, qualifiers = {}, absences = {}, changes = {} } = given;
  const { group = USUAL_MARKS.group, decimal = USUAL_MARKS.decimal, minus = '−', gap = ' ', scales = [], fullBelow = 1_000_000 } = numbers;
  return {
    tag,
    wide: isWide(tag),
    capitals: given.capitals ?? false,
    numbers: {
      group, decimal, minus, gap,
      scales: { by: 'size', words: scales.toSorted((a, b) => a.power - b.power), fullBelow: String(fullBelow) },
    },
    dates: furtherDates(tag, dates, base.dates),
    qualifiers: { patterns: inOrderOf(base.qualifiers.patterns, qualifiers), order: 'sense' },
    absences: { ...base.absences, ...(absences as Partial<Record<Absence, string>>) },
    changes: { ...base.changes, ...definedOf(changes) },
  };
}

/** The language's own script has characters of double width. */
export function isWide(tag: Locale): boolean {
  return ['Jpan', 'Hans', 'Hant', 'Kore', 'Hani'].includes(new Intl.Locale(tag).maximize().script ?? '');
}

/** Other words for a language of the program. */
export function otherWords(style: Style, { qualifiers = {}, absences = {}, changes = {} }: FurtherStyle): Style {
  return {
    ...style,
    qualifiers: { ...style.qualifiers, patterns: inOrderOf(style.qualifiers.patterns, qualifiers) },
    absences: { ...style.absences, ...(absences as Partial<Record<Absence, string>>) },
    changes: { ...style.changes, ...definedOf(changes) },
  };
}

function inOrderOf(base: Style['qualifiers']['patterns'], given: Readonly<Record<string, string>>): Style['qualifiers']['patterns'] {
  const names = Object.keys(base) as Qualifier[];
  return Object.fromEntries(names.map((name) => [name, given[name] ?? base[name]]));
}

function definedOf<K extends string, V>(record: Readonly<Partial<Record<K, V | undefined>>>): Partial<Record<K, V>> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as Partial<Record<K, V>>;
}

/** Months and days as the language writes them; what a fiscal year is called, the data say. */
function furtherDates(tag: Locale, { fiscalYear, calendarYear, endOf, endOfInText }: DatePatterns, base: DateStyle): DateStyle {
  const write = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC', calendar: 'gregory', numberingSystem: 'latn' });
    return (year: number, month: number, day = 1) => format.format(new Date(Date.UTC(year, month - 1, day)));
  };
  const [month, day, name, tick, narrow] = [
    write({ year: 'numeric', month: 'long' }),
    write({ year: 'numeric', month: 'long', day: 'numeric' }),
    write({ month: 'long' }),
    write({ month: 'short' }),
    write({ month: 'narrow' }),
  ];
  const end = (pattern: string | undefined, otherwise: (period: string) => string) => (period: string) =>
    pattern === undefined ? otherwise(period) : pattern.replace('{0}', () => period);
  return {
    fiscalYear(year, calendar: Calendar) {
      const pattern = calendar.startMonth === 1 ? (calendarYear ?? '{0}') : fiscalYear;
      return pattern === undefined ? base.fiscalYear(year, { ...calendar, eras: false }) : pattern.replace('{0}', String(year));
    },
    month: (year, number) => month(year, number),
    day: (year, number, date) => day(year, number, date),
    endOf: end(endOf, base.endOf),
    endOfInText: end(endOfInText ?? endOf, base.endOfInText),
    monthName: (number) => name(2000, number),
    monthTick: (number) => tick(2000, number),
    shortMonth: (number) => narrow(2000, number),
    yearTick: (year) => String(year),
    shortYear: (year) => `’${String(year).slice(2)}`,
  };
}
