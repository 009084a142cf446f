import type { Locale } from '../locale.ts';

/**
 * One chart in one language: plain JSON data, every text already localised, every value a decimal string.
 * The static SVG and the live chart are both made from it.
 */
export type ChartSpec = LineChartSpec;

export interface LineChartSpec {
  readonly kind: 'line';
  /** Unique on its page; starts with a letter, then letters, digits, '-' and '_'. */
  readonly id: string;
  readonly locale: Locale;
  /** The name of the chart for those who cannot see it. It is not drawn: the figure's caption shows it. */
  readonly title: string;
  /** One sentence that says what the chart shows; its description for those who cannot see it. */
  readonly reading: string;
  readonly x: PeriodAxis;
  readonly y: ValueAxis;
  /** In the order of the data table. With only one, its label is not drawn: the caption names it. */
  readonly series: readonly Series[];
  /** One level that holds for the whole width. */
  readonly target?: Target;
  /** Places where the figures before and after cannot be compared: the line is interrupted there. */
  readonly breaks?: readonly Break[];
  /** Stretches without figures for a reason. */
  readonly suspended?: readonly Suspension[];
}

export interface PeriodAxis {
  /** Years or months from left to right; '\n' starts a second line: '5月末', 'FY2024'. */
  readonly labels: readonly string[];
  /** The same, where there is little room: '5', "'24". */
  readonly shortLabels?: readonly string[];
}

export interface ValueAxis {
  /** How a value is printed. Ticks use the same words and as few decimals as they need. */
  readonly number: NumberPattern;
  /** 'zero': the axis starts at zero. 'data': it may be cut, and then says so with `axisNote`. */
  readonly start: 'zero' | 'data';
  /** Printed under a cut axis only: '縦軸は0から始まりません'. */
  readonly axisNote: string;
  /** Printed above the axis: '（億円）'. */
  readonly unit?: string;
}

/** e.g. { decimals: 1, suffix: '%' }: '78.6' → '78.6%'. Thousands are parted by commas. */
export interface NumberPattern {
  readonly decimals: number;
  readonly prefix?: string;
  readonly suffix?: string;
  /** The sign of negative values: '−' unless given, e.g. '▲'. */
  readonly minus?: string;
}

export interface Series {
  /** Unique in the chart. */
  readonly id: string;
  /** Short: it is drawn at the end of the line. '\n' says where it may be broken in two. */
  readonly label: string;
  /** Decimal strings; null is a gap and is never bridged, '0' is a value. As many as the axis has labels. */
  readonly values: readonly (string | null)[];
  /** 'strong': this year among others; 'quiet': an earlier year, for comparison. Otherwise 'plain'. */
  readonly tone?: Tone;
}

export type Tone = 'strong' | 'plain' | 'quiet';

export interface Target {
  readonly value: string;
  /** With its value: '目標 80.0%'. */
  readonly label: string;
}

export interface Break {
  /** Index of the first period after the break, e.g. 7: between labels 6 and 7. */
  readonly before: number;
  /** As printed at the mark: '注1', 'Note 1'. */
  readonly note: string;
}

export interface Suspension {
  /** Index of the first and of the last period without figures. */
  readonly from: number;
  readonly to: number;
  /** As printed at the mark: '注2'. */
  readonly note: string;
  /** Printed along the stretch: '実施見送り'. */
  readonly label?: string;
}
