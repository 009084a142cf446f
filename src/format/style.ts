import type { Locale } from '../locale.ts';
import type { Absence, Qualifier } from '../quantity/quantity.ts';
import type { UnitKind } from '../quantity/unit.ts';

/** How a language prints figures and dates: all that differs from one language to the next, as plain parts. */
export interface Style {
  readonly tag: Locale;
  /** A character is as wide as two Latin letters. */
  readonly wide: boolean;
  /** Names and lines begin with a capital letter. */
  readonly capitals: boolean;
  readonly numbers: NumberStyle;
  readonly dates: DateStyle;
  readonly qualifiers: QualifierStyle;
  readonly absences: Readonly<Record<Absence, string>>;
  readonly changes: Readonly<Record<UnitKind, ChangeWords>>;
}

export interface NumberStyle {
  /** Stands between groups of three digits. */
  readonly group: string;
  readonly decimal: string;
  readonly minus: string;
  /** Between a number and a word that follows it: nothing, or a space. Signs such as % always follow at once. */
  readonly gap: string;
  readonly scales: Scales;
}

/**
 * The number words.
 * - `printed`: the same ones as the document prints: 18兆4,572億
 * - `size`: the smallest that still shows the printed places as decimals: 18,457.2 billion
 */
export type Scales =
  | { readonly by: 'printed'; readonly words: Readonly<Record<number, string>> }
  | {
      readonly by: 'size';
      /** From the smallest power of ten. */
      readonly words: readonly { readonly power: number; readonly word: string }[];
      /** Counts below this are written in full. */
      readonly fullBelow: string;
    };

/** How many of the words a figure shows, and where: `{0}` is the figure. */
export interface QualifierStyle {
  readonly patterns: Readonly<Partial<Record<Qualifier, string>>>;
  /**
   * - `figure`: in the order in which the document prints them
   * - `sense`: in that of the patterns; what is said to be near is not said to be so twice (約…程度)
   */
  readonly order: 'figure' | 'sense';
}

/** Patterns: `{0}` is the size of the difference. */
export interface ChangeWords {
  readonly up: string;
  readonly down: string;
  readonly none: string;
}

/** How an organisation counts time. */
export interface Calendar {
  readonly startMonth: number;
  readonly eras: boolean;
}

export interface DateStyle {
  /** 令和7年度, FY2025; 2025年, 2025 where it is the calendar year. */
  fiscalYear(year: number, calendar: Calendar): string;
  /** 令和7年9月, September 2025. */
  month(year: number, month: number, calendar: Calendar): string;
  /** 令和7年9月30日, 30 September 2025. */
  day(year: number, month: number, day: number, calendar: Calendar): string;
  /** 令和7年9月末, end of September 2025. */
  endOf(period: string): string;
  /** The same within a sentence: the end of September 2025. */
  endOfInText(period: string): string;
  /** A month of any year: 9月, September. */
  monthName(month: number): string;
  /** A month without its year, for an axis: 9月末, Sep. */
  monthTick(month: number, point: boolean): string;
  /** The same where there is next to no room: 9, S. */
  shortMonth(month: number): string;
  /** A year on an axis: 令和7, 2025. */
  yearTick(year: number, calendar: Calendar): string;
  /** The same where there is little room: R7, ’25. */
  shortYear(year: number, calendar: Calendar): string;
}
