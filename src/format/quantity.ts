import type { Locale, Localized } from '../locale.ts';
import { Decimal, decimalText, placesOf, powerOfTen, roundToStep } from '../quantity/decimal.ts';
import { ENGLISH_BAND, isBand, qualifierWords } from '../quantity/qualifier.ts';
import { isQuantity } from '../quantity/quantity.ts';
import type { Absence, Absent, Figure, Quantity } from '../quantity/quantity.ts';
import { ENGLISH_SCALE_WORDS, isSixty, japaneseScaleWord, scaleExponents } from '../quantity/scale.ts';
import type { Unit, UnitKind, Units } from '../quantity/unit.ts';
import { groupDigits } from './number.ts';
import { sixtyParts } from './sixty.ts';

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
 * Prints a figure at the resolution at which it was published, in one style for each language.
 * @throws when `units` lacks its unit: data are checked before they are printed.
 */
export function formatQuantity(quantity: Quantity, locale: Locale, units: Units): string {
  const { before, sign, symbol, number, scale, unit, after } = formatParts(quantity, locale, units);
  return before + sign + symbol + number + scale + unit + after;
}

export function formatParts(quantity: Quantity, locale: Locale, units: Units): FigureParts {
  const unit = unitOf(quantity, units);
  const parts = locale === 'ja' ? japaneseParts(quantity, unit) : englishParts(quantity, unit);
  if (!unit.sixty || !isSixty(quantity.scale)) return parts;
  return { ...parts, scale: '', ...sixtyParts(magnitude(quantity), quantity, unit.sixty[locale], locale) };
}

export function formatFigure(figure: Figure, locale: Locale, units: Units): string {
  return isQuantity(figure) ? formatQuantity(figure, locale, units) : formatAbsent(figure, locale);
}

export function formatAbsent({ absent }: Absent, locale: Locale): string {
  return ABSENCES[absent][locale];
}

/**
 * Says a difference in words: `0.2ポイント上昇`, `down ¥39.5 billion`.
 * `of`: kind of the figure that changed, where the difference does not tell (a count that fell by 5.5%).
 */
export function formatChange(difference: Quantity, locale: Locale, units: Units, of?: UnitKind): string {
  const words = CHANGE_WORDS[of ?? unitOf(difference, units).kind][locale];
  const { plus: _, ...plain } = difference;
  if (new Decimal(difference.value).isZero()) return words.none;
  const size = formatQuantity({ ...plain, value: difference.value.replace('-', '') }, locale, units);
  const direction = difference.value.startsWith('-') ? words.down : words.up;
  return locale === 'ja' ? size + direction : `${direction} ${size}`;
}

function unitOf(quantity: Quantity, units: Units): Unit {
  const unit = units.get(quantity.unit);
  if (!unit) throw new Error(`Unknown unit: ${quantity.unit}`);
  return unit;
}

function japaneseParts(quantity: Quantity, unit: Unit): FigureParts {
  const { number, scale } = japaneseNumber(quantity);
  const { other, prefix } = unit.label.ja;
  return {
    before: japaneseQualifiers(quantity, false),
    sign: signOf(quantity, '▲'),
    symbol: prefix ? other : '',
    number,
    scale,
    unit: prefix ? '' : other,
    after: japaneseQualifiers(quantity, true),
  };
}

/** e.g. 18457200000000 → 18兆4,572 and 億. Larger number words that count nothing are left out. */
function japaneseNumber(quantity: Quantity): { number: string; scale: string } {
  const exponents = scaleExponents(quantity.scale);
  const last = exponents.at(-1) ?? 0;
  let rest = magnitude(quantity);
  let number = '';
  for (const exponent of exponents.slice(0, -1)) {
    const digits = rest.divToInt(powerOfTen(exponent));
    rest = rest.minus(digits.times(powerOfTen(exponent)));
    if (!digits.isZero()) number += groupDigits(decimalText(digits)) + japaneseScaleWord(exponent);
  }
  return { number: number + scaledDigits(quantity, rest, last), scale: japaneseScaleWord(last) };
}

function englishParts(quantity: Quantity, unit: Unit): FigureParts {
  const exponent = englishExponent(quantity, unit);
  const number = scaledDigits(quantity, magnitude(quantity), exponent);
  const word = ENGLISH_SCALE_WORDS.find((scale) => scale.exponent === exponent)?.word;
  const { one, other, prefix } = unit.label.en;
  const label = number === '1' && !word && one !== undefined ? one : other;
  return {
    before: englishQualifiers(quantity),
    sign: signOf(quantity, '−'),
    symbol: prefix ? other : '',
    number,
    scale: word ? ` ${word}` : '',
    unit: prefix ? '' : joined(label),
    after: quantity.qualifiers?.some(isBand) ? ` ${ENGLISH_BAND}` : '',
  };
}

/**
 * The power of ten of the English number word: the smallest that still shows the printed places as decimals.
 * Figures below a million are written in full, save amounts such as 0.6億円, which would pretend to be exact.
 */
function englishExponent(quantity: Quantity, unit: Unit): number {
  const step = new Decimal(quantity.quantum);
  const small = magnitude(quantity).lessThan(1_000_000);
  if (small && (unit.kind !== 'amount' || step.lessThan(100_000))) return 0;
  return [0, 6, 9, 12].find((exponent) => powerOfTen(exponent).greaterThanOrEqualTo(step)) ?? 12;
}

/** Digits in units of 10^exponent, with as many decimals as the figure's resolution asks for. */
function scaledDigits(quantity: Quantity, value: Decimal, exponent: number): string {
  const scaled = value.div(powerOfTen(exponent));
  if (quantity.quantum === '0') return groupDigits(decimalText(scaled));
  return groupDigits(decimalText(scaled, Math.max(0, exponent + placesOf(quantity.quantum))));
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

/** In the order of the figure. */
function japaneseQualifiers(quantity: Quantity, after: boolean): string {
  const words = qualifierWords('ja').filter((entry) => (entry.after ?? false) === after);
  const present = quantity.qualifiers ?? [];
  return present.map((name) => words.find((entry) => entry.qualifier === name)?.words[0] ?? '').join('');
}

/** In English order. 約…程度 says the same thing twice, which English does not. */
function englishQualifiers(quantity: Quantity): string {
  const present = quantity.qualifiers ?? [];
  const near = present.includes('about') || present.includes('roughly');
  const shown = near ? present.filter((name) => name !== 'approximately') : present;
  const words = qualifierWords('en').filter((entry) => shown.includes(entry.qualifier));
  return words.map((entry) => spaced(entry.words[0] ?? '')).join('');
}

/** 'about' → 'about ', but 'mid-' stays. */
function spaced(word: string): string {
  return word.endsWith('-') ? word : `${word} `;
}

/** Words stand off from the number, symbols do not: ' people', '%'. */
function joined(label: string): string {
  return /^\p{L}/u.test(label) ? ` ${label}` : label;
}

const ABSENCES: Readonly<Record<Absence, Localized>> = {
  not_yet: { ja: '未集計・期限未到来', en: 'Not yet available' },
  not_carried_out: { ja: '実施なし', en: 'Not carried out' },
  not_applicable: { ja: '該当なし', en: 'Not applicable' },
  not_published: { ja: '未公表', en: 'Not published' },
  lost: { ja: '原資料で欠落', en: 'Missing in the source' },
};

interface ChangeWords {
  readonly up: string;
  readonly down: string;
  readonly none: string;
}

const ENGLISH_CHANGE: ChangeWords = { up: 'up', down: 'down', none: 'unchanged' };
const OF_SIZE: Localized<ChangeWords> = {
  ja: { up: '増加', down: '減少', none: '増減なし' },
  en: ENGLISH_CHANGE,
};
const OF_LEVEL: Localized<ChangeWords> = {
  ja: { up: '上昇', down: '低下', none: '変化なし' },
  en: ENGLISH_CHANGE,
};

const CHANGE_WORDS: Readonly<Record<UnitKind, Localized<ChangeWords>>> = {
  count: OF_SIZE,
  amount: OF_SIZE,
  rate: OF_LEVEL,
  point: OF_LEVEL,
};
