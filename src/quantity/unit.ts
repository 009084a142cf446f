import type { Localized } from '../locale.ts';

/**
 * What a figure counts or measures.
 * - `count`: whole things (establishments, people): printed in full, the figure is exact.
 * - `amount`: a measured amount (money, time): exact only when it is printed in full and whole.
 * - `rate`: a percentage; its last printed place is its resolution.
 * - `point`: a difference of two rates.
 */
export type UnitKind = 'count' | 'amount' | 'rate' | 'point';

export interface Unit {
  readonly id: string;
  readonly kind: UnitKind;
  /** As it stands after (or, with `prefix`, before) a number. English has a singular where it differs. */
  readonly label: Localized<{ readonly one?: string; readonly other: string; readonly prefix?: boolean }>;
  /** Other spellings that are understood when a figure is read, e.g. `pt` for ポイント. */
  readonly aliases?: readonly string[];
  /** Labels of a unit of which sixty make a larger one: minutes and hours. */
  readonly sixty?: Sixty;
  /** Unit of the difference of two such figures, when it is another one: percent → point. */
  readonly change?: string;
}

/** `13時間58分`: `larger` is 時間, `smaller` the 分 that follows it. In English `h` and `min`. */
export interface SixtyLabels {
  readonly larger: string;
  readonly smaller: string;
}

export interface Sixty extends Localized<SixtyLabels> {
  /** Other spellings of the larger unit that are understood, e.g. `hours`. */
  readonly aliases?: readonly string[];
}

export type Units = ReadonlyMap<string, Unit>;
