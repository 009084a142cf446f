import type { Locale } from '../locale.ts';

/**
 * What a figure counts or measures.
 * - `count`: whole things (establishments, people): printed in full, the figure is exact.
 * - `amount`: a measured amount (money, time): exact only when it is printed in full and whole.
 * - `rate`: a percentage; its last printed place is its resolution.
 * - `point`: a difference of two rates.
 */
export type UnitKind = 'count' | 'amount' | 'rate' | 'point';

/** As it stands after (or, with `prefix`, before) a number; where the language has them, the forms of its plurals. */
export interface UnitWord {
  readonly zero?: string;
  readonly one?: string;
  readonly two?: string;
  readonly few?: string;
  readonly many?: string;
  readonly other: string;
  readonly prefix?: boolean;
}

export interface Unit {
  readonly id: string;
  readonly kind: UnitKind;
  readonly label: Readonly<Record<Locale, UnitWord>>;
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

export interface Sixty {
  readonly label: Readonly<Record<Locale, SixtyLabels>>;
  /** Other spellings of the larger unit that are understood, e.g. `hours`. */
  readonly aliases?: readonly string[];
}

/** The unit's word in a language; every language of the site has one. */
export function labelIn({ id, label }: Unit, locale: Locale): UnitWord {
  return label[locale] ?? Object.values(label)[0] ?? { other: id };
}

export function sixtyIn({ sixty }: Unit, locale: Locale): SixtyLabels | undefined {
  return sixty && (sixty.label[locale] ?? Object.values(sixty.label)[0]);
}

export type Units = ReadonlyMap<string, Unit>;

/**
 * A rate out of a hundred: it bears the sign, or is the only rate that there is. Others are out of a thousand births, or stars;
 * what they differ by is in their own unit.
 */
export function isPercent(unit: Unit | undefined, units: Units): boolean {
  if (unit?.kind !== 'rate') return false;
  const labels = [...Object.values(unit.label).map(({ other }) => other), ...(unit.aliases ?? [])];
  return labels.some((label) => /[%％]/.test(label)) || [...units.values()].every((other) => other === unit || other.kind !== 'rate');
}

/** The unit that shares and rates of change are in. */
export function percentUnit(units: Units): Unit | undefined {
  return [...units.values()].find((unit) => isPercent(unit, units));
}

/** The unit of the difference of two figures of a unit; undefined where its id leads nowhere. */
export function differenceUnit(unit: Unit, units: Units): Unit | undefined {
  return unit.change === undefined ? unit : units.get(unit.change);
}
