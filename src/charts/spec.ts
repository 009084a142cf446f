import type { Locale } from '../locale.ts';

/**
 * One chart in one language: plain JSON data, every text already localised, every value a decimal string.
 * The static SVG and the live chart are both made from it.
 */
export type ChartSpec = LiveChartSpec | TreeChartSpec;

/** The kinds that Chart.js draws, at build and in the browser. */
export type LiveChartSpec = LineChartSpec | BarsChartSpec | CohortChartSpec | MultiplesChartSpec | RowsChartSpec;

/** The kinds that are a list of rows, each with its name before (or above) what is drawn. */
export type RowsChartSpec = SharesChartSpec | PlannedChartSpec | WaterfallChartSpec | RangesChartSpec;

interface AnyChartSpec {
  /** Unique on its page; starts with a letter, then letters, digits, '-' and '_'. */
  readonly id: string;
  readonly locale: Locale;
  /** The name of the chart for those who cannot see it. It is not drawn: the figure's caption shows it. */
  readonly title: string;
  /** One sentence that says what the chart shows; its description for those who cannot see it. */
  readonly reading: string;
}

/** Figures over years or months, one line a series. */
export interface LineChartSpec extends AnyChartSpec {
  readonly kind: 'line';
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

/** e.g. { decimals: 1, suffix: '%' }: '78.6' → '78.6%'. */
export interface NumberPattern {
  readonly decimals: number;
  readonly prefix?: string;
  readonly suffix?: string;
  /** The sign of negative values: '−' unless given, e.g. '▲'. */
  readonly minus?: string;
  /** Between groups of three digits: ',' unless given. */
  readonly group?: string;
  /** The decimal mark: '.' unless given. */
  readonly decimal?: string;
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
  readonly printed?: Printed;
  /** Indices of values that may still change (速報): their marks are hollow. */
  readonly provisional?: readonly number[];
}

/** By index, the values that are published otherwise than the chart's pattern prints them: { 3: '約97' }. */
export type Printed = Readonly<Record<number, string>>;

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

/** Bars from zero, and above them, on an axis of its own, a line of rates: calls and the share answered. */
export interface BarsChartSpec extends AnyChartSpec {
  readonly kind: 'bars';
  readonly x: PeriodAxis;
  readonly bars: BarsOrRate;
  readonly rate?: BarsOrRate & { readonly start: 'zero' | 'data'; readonly axisNote: string };
}

export interface BarsOrRate {
  /** Printed above its axis, with its unit: '応答呼数（万件）'. */
  readonly label: string;
  readonly values: readonly (string | null)[];
  readonly number: NumberPattern;
  readonly printed?: Printed;
  readonly provisional?: readonly number[];
}

/** What one year's group came to in the years that it was followed: a short line for each group. */
export interface CohortChartSpec extends AnyChartSpec {
  readonly kind: 'cohort';
  /** The groups, e.g. by premium year; `stages` names the observations of each: '現年度', '1年目', '最終'. */
  readonly x: PeriodAxis;
  readonly stages: readonly string[];
  readonly y: ValueAxis;
  /** One row for each group, one value for each stage. */
  readonly values: readonly (readonly (string | null)[])[];
  /** Of each group, by stage. */
  readonly printed?: readonly Printed[];
}

/** Many small lines over the same periods, each under its name. */
export interface MultiplesChartSpec extends AnyChartSpec {
  readonly kind: 'multiples';
  readonly x: PeriodAxis;
  /** 'common': heights compare between the panels. 'own': each panel fills its height. */
  readonly scale: 'common' | 'own';
  /** Printed below, so that the reader knows which: '目盛りは図ごとに異なります'. */
  readonly scaleNote: string;
  readonly panels: readonly Panel[];
}

export interface Panel {
  readonly label: string;
  readonly values: readonly (string | null)[];
  readonly number: NumberPattern;
}

/** A whole and its parts, in rows of 100 %. */
export interface SharesChartSpec extends AnyChartSpec {
  readonly kind: 'shares';
  /** The parts, from left to right. */
  readonly parts: readonly string[];
  readonly number: NumberPattern;
  readonly rows: readonly { readonly label: string; readonly values: readonly (string | null)[] }[];
}

/** Plan and actual side by side, with the achievement. */
export interface PlannedChartSpec extends AnyChartSpec {
  readonly kind: 'planned';
  readonly names: { readonly plan: string; readonly actual: string };
  readonly number: NumberPattern;
  readonly rows: readonly PlannedRow[];
}

export interface PlannedRow {
  readonly label: string;
  readonly plan: string | null;
  readonly actual: string | null;
  /** As published, where the chart's pattern would claim more: '617万件'. */
  readonly printed?: { readonly plan: string; readonly actual: string };
  /** In words: '達成率 50.3%'. */
  readonly achievement?: string;
  /** The percentage in words, where it is not as it is computed: 約50.3. */
  readonly percent?: string;
}

/** From one total to another by what made the difference. */
export interface WaterfallChartSpec extends AnyChartSpec {
  readonly kind: 'waterfall';
  readonly number: NumberPattern;
  /** A total stands on zero; a step goes on from where the row above it ended. */
  readonly rows: readonly WaterfallRow[];
}

export interface WaterfallRow {
  readonly label: string;
  readonly value: string;
  readonly total?: true;
  /** As published, with the sign of a step, where the chart's pattern would print otherwise. */
  readonly printed?: string;
}

/** Where each of several targets began, where it leads, and where it stands; every row has its own scale. */
export interface RangesChartSpec extends AnyChartSpec {
  readonly kind: 'ranges';
  /** Printed below: '横の目盛りは行ごとに異なります'. */
  readonly scaleNote: string;
  readonly rows: readonly RangeRow[];
}

export interface RangeRow {
  readonly label: string;
  readonly base?: Mark;
  readonly target: Mark;
  readonly now?: Mark;
  /** Whether the value now is at its goal; undefined without a value. */
  readonly reached?: boolean;
}

/** A value and how it is printed at its mark, with what it is: '目標 80.0%'. */
export interface Mark {
  readonly value: string;
  readonly text: string;
}

/** A total, its parts and their parts. */
export interface TreeChartSpec extends AnyChartSpec {
  readonly kind: 'tree';
  readonly root: TreeNode;
}

export interface TreeNode {
  readonly label: string;
  readonly value: string;
  /** As printed: '1,821万件'. */
  readonly text: string;
  readonly parts?: readonly TreeNode[];
}

/** Whether the chart comes alive in the browser; a tree stays the picture it is. */
export function isLive(spec: ChartSpec): spec is LiveChartSpec {
  return spec.kind !== 'tree';
}
