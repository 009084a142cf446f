import { Decimal, decimalText, placesOf, powerOfTen, roundToStep } from '../quantity/decimal.ts';
import { isQuantity } from '../quantity/quantity.ts';
import type { Absent, Figure, Qualifier, Quantity } from '../quantity/quantity.ts';
import { isSixty, scaleExponents } from '../quantity/scale.ts';
import { labelIn, sixtyIn } from '../quantity/unit.ts';
import type { Unit, UnitKind, Units } from '../quantity/unit.ts';
import { groupDigits } from './number.ts';
import { pluralOf } from './plural.ts';
import { sixtyParts } from './sixty.ts';
import type { NumberStyle, Scales, Style } from './style.ts';

/** The pieces of a printed figure, for tables whose header says the unit. Joined, they are the figure. */
export interface FigureParts {
  /** Qualifiers before the number: `約`, `about `. */
  readonly before: string;
  /** `▲`, `−`, `+` or nothing. */
  readonly sign: string;
  /** A unit that stands before the number: `¥`. */
  readonly symbol: string;
  /** Grouped digits; in mixed forms all but the last word: `18兆4,572`, `13時間58`, `13 h 58`. */
  readonly number: string;
  /** The number word: `億`, ` billion`. */
  readonly scale: string;
  /** The unit after the number: `事業所`, ` establishments`, `%`. */
  readonly unit: string;
  /** Qualifiers after the figure: `台前半`, ` range`. */
  readonly after: string;
}

/**
 * Prints a figure at the resolution at which it was published, in the style of one language.
 * @throws when `units` lacks its unit: data are checked before they are printed.
 */
export function formatQuantity(quantity: Quantity, style: Style, units: Units): string {
  const { before, sign, symbol, number, scale, unit, after } = formatParts(quantity, style, units);
  return before + sign + symbol + number + scale + unit + after;
}

export function formatParts(quantity: Quantity, style: Style, units: Units): FigureParts {
  const unit = unitOf(quantity, units);
  const { numbers } = style;
  const printed = printNumber(quantity, unit, numbers);
  const label = labelIn(unit, style.tag);
  const word = label[pluralOf(printed, quantity, style.tag)] ?? label.other;
  const sixty = isSixty(quantity.scale) ? sixtyIn(unit, style.tag) : undefined;
  const { before, after } = qualify(quantity.qualifiers ?? [], style);
  return {
    before,
    sign: signOf(quantity, numbers.minus),
    symbol: label.prefix ? label.other : '',
    number: printed.number,
    scale: printed.word === '' ? '' : numbers.gap + printed.word,
    unit: label.prefix ? '' : joined(word, numbers.gap, printed.word !== ''),
    after,
    ...(sixty && { scale: '', ...sixtyParts(magnitude(quantity), quantity, sixty, numbers) }),
  };
}

export function formatFigure(figure: Figure, style: Style, units: Units): string {
  return isQuantity(figure) ? formatQuantity(figure, style, units) : formatAbsent(figure, style);
}

export function formatAbsent({ absent }: Absent, { absences }: Style): string {
  return absences[absent];
}

/**
 * Says a difference in words: `0.2ポイント上昇`, `down ¥39.5 billion`.
 * `of`: kind of the figure that changed, where the difference does not tell (a count that fell by 5.5%).
 */
export function formatChange(difference: Quantity, style: Style, units: Units, of?: UnitKind): string {
  const words = style.changes[of ?? unitOf(difference, units).kind];
  const { plus: _, ...plain } = difference;
  if (new Decimal(difference.value).isZero()) return plain.qualifiers ? inWords('roughly', words.none, style) : words.none;
  const size = formatQuantity({ ...plain, value: difference.value.replace('-', '') }, style, units);
  return (difference.value.startsWith('-') ? words.down : words.up).replace('{0}', () => size);
}

function unitOf(quantity: Quantity, units: Units): Unit {
  const unit = units.get(quantity.unit);
  if (!unit) throw new Error(`Unknown unit: ${quantity.unit}`);
  return unit;
}

/** The digits, and the number word after them. */
interface PrintedNumber {
  readonly number: string;
  readonly word: string;
}

function printNumber(quantity: Quantity, unit: Unit, numbers: NumberStyle): PrintedNumber {
  const { scales } = numbers;
  if (scales.by === 'printed') return printMixed(quantity, scales.words, numbers);
  const power = powerFor(quantity, unit, scales);
  const word = scales.words.find((scale) => scale.power === power)?.word ?? '';
  return { number: scaledDigits(quantity, magnitude(quantity), power, numbers), word };
}

/** e.g. 18457200000000 → 18兆4,572 and 億. Larger number words that count nothing are left out. */
function printMixed(quantity: Quantity, words: Readonly<Record<number, string>>, numbers: NumberStyle): PrintedNumber {
  const exponents = scaleExponents(quantity.scale);
  const last = exponents.at(-1) ?? 0;
  let rest = magnitude(quantity);
  let number = '';
  for (const exponent of exponents.slice(0, -1)) {
    const digits = rest.divToInt(powerOfTen(exponent));
    rest = rest.minus(digits.times(powerOfTen(exponent)));
    if (!digits.isZero()) number += groupDigits(decimalText(digits), numbers) + (words[exponent] ?? '');
  }
  return { number: number + scaledDigits(quantity, rest, last, numbers), word: words[last] ?? '' };
}

/**
 * The power of ten of the number word: the smallest that still shows the printed places as decimals.
 * Small figures are written in full, save amounts such as 0.6億円, which would pretend to be exact.
 */
function powerFor(quantity: Quantity, unit: Unit, { words, fullBelow }: Extract<Scales, { by: 'size' }>): number {
  const step = new Decimal(quantity.quantum);
  const small = magnitude(quantity).lessThan(fullBelow);
  if (small && (unit.kind !== 'amount' || step.lessThan(new Decimal(fullBelow).div(10)))) return 0;
  const powers = [0, ...words.map(({ power }) => power)];
  return powers.find((power) => powerOfTen(power).greaterThanOrEqualTo(step)) ?? powers.at(-1) ?? 0;
}

/** Digits in units of 10^exponent, with as many decimals as the figure's resolution asks for. */
function scaledDigits(quantity: Quantity, value: Decimal, exponent: number, numbers: NumberStyle): string {
  const scaled = value.div(powerOfTen(exponent));
  if (quantity.quantum === '0') return groupDigits(decimalText(scaled), numbers);
  return groupDigits(decimalText(scaled, Math.max(0, exponent + placesOf(quantity.quantum))), numbers);
}

/** The size of the figure, at its resolution. */
function magnitude(quantity: Quantity): Decimal {
  const size = new Decimal(quantity.value).abs();
  return quantity.quantum === '0' ? size : roundToStep(size, new Decimal(quantity.quantum));
}

function signOf(quantity: Quantity, minus: string): string {
  if (quantity.value.startsWith('-')) return minus;
  return quantity.plus ? '+' : '';
}

/** A text with a qualifier’s words around it: 概ね増減なし, about 40 books. */
export function inWords(qualifier: Qualifier, text: string, { qualifiers }: Style): string {
  return (qualifiers.patterns[qualifier] ?? '{0}').replace('{0}', () => text);
}

/** What the qualifiers put before and after the figure. */
function qualify(present: readonly Qualifier[], { qualifiers }: Style): { before: string; after: string } {
  const { patterns, order } = qualifiers;
  const halves = (order === 'figure' ? present : bySense(present, patterns)).map((name) => (patterns[name] ?? '{0}').split('{0}'));
  return {
    before: halves.map(([before = '']) => before).join(''),
    after: [...new Set(halves.map(([, after = '']) => after))].join(''),
  };
}

/** 約…程度 says the same thing twice. */
function bySense(present: readonly Qualifier[], patterns: Style['qualifiers']['patterns']): Qualifier[] {
  const near = present.includes('about') || present.includes('roughly');
  const shown = near ? present.filter((name) => name !== 'approximately') : present;
  return (Object.keys(patterns) as Qualifier[]).filter((name) => shown.includes(name));
}

/** Words stand off from the number where the language has it so, signs only from a number word: ' people', '%'. */
function joined(label: string, gap: string, afterWord: boolean): string {
  const isApart = /^\s/.test(label);
  return label !== '' && !isApart && (afterWord || /^\p{L}/u.test(label)) ? gap + label : label;
}
