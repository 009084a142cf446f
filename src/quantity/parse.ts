import { isBareDash, parseAbsence } from './absence.ts';
import { Cursor, Refusal } from './cursor.ts';
import { Decimal, decimalText, placesOf, powerOfTen } from './decimal.ts';
import { unitLabels } from './label.ts';
import type { UnitLabel } from './label.ts';
import { isNumeral, NUMERAL, parseNumeral } from './numeral.ts';
import type { QuantityProblem } from './problem.ts';
import { ENGLISH_BAND, inJapaneseOrder, isBand } from './qualifier.ts';
import type { Figure, Qualifier, Quantity } from './quantity.ts';
import { canonicalScale, ENGLISH_SCALE_WORDS, JAPANESE_SCALE_WORDS } from './scale.ts';
import type { Unit, Units } from './unit.ts';

export type ParseResult =
  | { readonly ok: true; readonly quantity: Quantity }
  | { readonly ok: false; readonly problem: QuantityProblem };

export type FigureResult =
  | { readonly ok: true; readonly figure: Figure }
  | { readonly ok: false; readonly problem: QuantityProblem };

/**
 * Reads a figure as a document prints it, in Japanese or English: `18兆4,572億円`, `about 970,000 people`.
 * `unit` is the id of the unit that is expected, where several are printed alike; another one is still read.
 */
export function parseQuantity(text: string, units: Units, unit?: string): ParseResult {
  try {
    const quantity = readQuantity(new Cursor(text), unitLabels(units, unit), units.get(unit ?? ''));
    return { ok: true, quantity };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, problem: error.problem };
    throw error;
  }
}

/** Reads a figure, or the word that says why there is none. */
export function parseFigure(text: string, units: Units, unit?: string): FigureResult {
  const absent = parseAbsence(text);
  if (absent) return { ok: true, figure: absent };
  const result = parseQuantity(text, units, unit);
  return result.ok ? { ok: true, figure: result.quantity } : result;
}

/** What is known of a figure before its number. */
interface Opening {
  readonly sign: '' | '-' | '+' | '±';
  readonly unit?: Unit;
  readonly qualifiers: readonly Qualifier[];
}

/** A number and the power of ten of its number word: 4,572億 → 4572, 8. */
interface Part {
  readonly digits: Decimal;
  readonly decimals: number;
  readonly exponent: number;
  readonly english: boolean;
}

function readQuantity(cursor: Cursor, labels: readonly UnitLabel[], expected: Unit | undefined): Quantity {
  refuseNothing(cursor);
  const opening = readOpening(cursor, labels);
  const parts = readParts(cursor);
  const unit = opening.unit ?? readUnit(cursor, labels, expected);
  const after = readClosing(cursor, opening.qualifiers);
  const qualifiers = [...opening.qualifiers, ...after];
  return toQuantity(parts, opening.sign, unit, isEnglish(cursor) ? inJapaneseOrder(qualifiers) : qualifiers);
}

function refuseNothing(cursor: Cursor): void {
  if (cursor.text.trim() === '') throw cursor.refuse('empty', 0, cursor.text.length);
  if (isBareDash(cursor.text)) throw cursor.refuseTrimmed('ambiguous_dash', 0, cursor.text.length);
}

/** Qualifiers, sign and a unit such as ¥, in any order: `約▲0.3%`, `−¥39.5 billion`. */
function readOpening(cursor: Cursor, labels: readonly UnitLabel[]): Opening {
  const prefixes = labels.filter((label) => label.prefix && label.text !== '');
  const qualifiers: Qualifier[] = [];
  let sign: Opening['sign'] = '';
  let unit: Unit | undefined;
  while (!cursor.startsNumeral()) {
    const qualifier = cursor.takeQualifierBefore();
    const prefix = qualifier ? undefined : cursor.takeLabel(prefixes);
    if (qualifier) qualifiers.push(qualifier);
    else if (prefix && !unit) unit = prefix.unit;
    else sign = readSign(cursor, sign);
  }
  if (sign === '±') refuseNonZero(cursor);
  return { sign, qualifiers, ...(unit && { unit }) };
}

function readSign(cursor: Cursor, before: Opening['sign']): '-' | '+' | '±' {
  const start = cursor.at;
  const sign = cursor.take(/[-+±]/y);
  if (sign && before) throw cursor.refuse('bad_sign', start, start + 1);
  if (sign) return sign as '-' | '+' | '±';
  if (cursor.take(/[ー―—–‐‑‒─](?=\s*\d)/uy)) throw cursor.refuse('bad_sign', start, start + 1, '-');
  const number = cursor.text.slice(start).search(/\d/);
  if (number < 0) throw cursor.refuseTrimmed('no_number', 0, cursor.text.length);
  throw cursor.refuseTrimmed('leading_text', start, start + number);
}

/** ±0.0 is a way to print zero; ±3 is not one figure. */
function refuseNonZero(cursor: Cursor): void {
  const sign = cursor.text.indexOf('±');
  if (/[1-9]/.test(cursor.text)) throw cursor.refuse('bad_sign', sign, sign + 1);
}

/** 18兆4,572億 → two parts; 1,992 → one. */
function readParts(cursor: Cursor): readonly Part[] {
  const parts = [readPart(cursor)];
  while (!parts.at(-1)!.english && parts.at(-1)!.exponent > 0 && cursor.startsNumeral()) {
    parts.push(readPart(cursor, parts.at(-1)));
  }
  return parts;
}

function readPart(cursor: Cursor, larger?: Part): Part {
  cursor.skipSpaces();
  const start = cursor.at;
  const number = readNumeral(cursor, larger !== undefined);
  const { exponent, english } = readScale(cursor);
  const part = { digits: number.digits, decimals: number.decimals, exponent, english };
  if (!larger) return part;
  if (larger.decimals > 0) throw cursor.refuseTrimmed('inner_decimal', 0, start);
  const limit = powerOfTen(larger.exponent - exponent);
  if (!part.digits.lessThan(limit)) throw cursor.refuseTrimmed('scale_order', start, cursor.at);
  return part;
}

/** No published figure is longer; sixty digits then hold any two multiplied. */
const MOST_DIGITS = 30;

function readNumeral(cursor: Cursor, lower: boolean): { digits: Decimal; decimals: number } {
  const start = cursor.at;
  const text = cursor.take(NUMERAL) ?? '';
  if (text.replace(/\D/g, '').length > MOST_DIGITS) throw cursor.refuse('too_long', start, cursor.at);
  const numeral = parseNumeral(text, lower);
  if (!isNumeral(numeral)) throw cursor.refuse(numeral.code, start, cursor.at, numeral.repair);
  refuseSpacedGroups(cursor, start);
  const digits = new Decimal(`${numeral.whole}.${numeral.decimals || '0'}`);
  return { digits, decimals: numeral.decimals.length };
}

/** 1 742万人 → 1,742万人 */
function refuseSpacedGroups(cursor: Cursor, start: number): void {
  const groups = cursor.take(/( \d{3})+(?!\d)/y);
  if (!groups) return;
  const repair = cursor.text.slice(start, cursor.at).replace(/\s/g, ',');
  throw cursor.refuse('bad_grouping', start, cursor.at, repair);
}

function readScale(cursor: Cursor): { exponent: number; english: boolean } {
  const japanese = JAPANESE_SCALE_WORDS.find(({ word }) => cursor.takeWord(word));
  if (japanese) return { exponent: japanese.exponent, english: false };
  const english = ENGLISH_SCALE_WORDS.find(({ word }) => cursor.takeWord(word));
  return { exponent: english?.exponent ?? 0, english: english !== undefined };
}

function readUnit(cursor: Cursor, labels: readonly UnitLabel[], expected: Unit | undefined): Unit {
  const suffixes = labels.filter((label) => !label.prefix && label.text !== '');
  const label = cursor.takeLabel(suffixes) ?? labels.find(({ text }) => text === '');
  if (label && (label.text !== '' || cursor.endsOrQualifies())) return label.unit;
  throw refuseUnit(cursor, expected);
}

function refuseUnit(cursor: Cursor, expected: Unit | undefined): Refusal {
  const { at, text } = cursor;
  if (cursor.endsOrQualifies()) return cursor.refuse('missing_unit', at, at, expected?.label.ja.other);
  if (cursor.peek(RANGE_GOES_ON)) return cursor.refuseTrimmed('range', at, text.length);
  return refuseScale(cursor) ?? cursor.refuseTrimmed('unknown_unit', at, text.length);
}

/** 5bn, 3百 */
function refuseScale(cursor: Cursor): Refusal | undefined {
  const scale = cursor.peek(/\s*(十|百|京|萬|(k|mn?|mil|bn?|bil|tn?)(?![a-z]))/uy);
  if (!scale) return undefined;
  const repair = REPAIRED_SCALES[scale.trim()];
  return cursor.refuseTrimmed('unknown_scale', cursor.at, cursor.at + scale.length, repair);
}

const REPAIRED_SCALES: Readonly<Record<string, string>> = {
  萬: '万',
  mn: ' million',
  mil: ' million',
  bn: ' billion',
  bil: ' billion',
  tn: ' trillion',
};

function readClosing(cursor: Cursor, before: readonly Qualifier[]): Qualifier[] {
  const qualifiers: Qualifier[] = [];
  while (!cursor.ends()) {
    const qualifier = cursor.takeQualifierAfter();
    if (qualifier) qualifiers.push(qualifier);
    else if (!cursor.takeWord(ENGLISH_BAND)) throw refuseRest(cursor);
    else if (!before.some(isBand)) qualifiers.push('band');
  }
  return qualifiers;
}

function refuseRest(cursor: Cursor): Refusal {
  const { at, text } = cursor;
  if (cursor.peek(RANGE_GOES_ON)) return cursor.refuseTrimmed('range', at, text.length);
  return refuseScale(cursor) ?? cursor.refuseTrimmed('trailing_text', at, text.length);
}

const RANGE_GOES_ON = /\s*[-~〜–]\s*\d/uy;

function isEnglish(cursor: Cursor): boolean {
  return !/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(cursor.text);
}

function toQuantity(
  parts: readonly Part[],
  sign: Opening['sign'],
  unit: Unit,
  qualifiers: readonly Qualifier[],
): Quantity {
  const last = parts.at(-1)!;
  const scale = canonicalScale(trimZeroParts(parts).map((part) => part.exponent));
  const step = decimalText(powerOfTen(last.exponent - last.decimals));
  const whole = last.exponent === 0 && last.decimals === 0;
  const exact = whole && qualifiers.length === 0 && (unit.kind === 'count' || unit.kind === 'amount');
  const sum = Decimal.sum(...parts.map((part) => part.digits.times(powerOfTen(part.exponent))));
  return {
    value: (sign === '-' ? '-' : '') + decimalText(sum, Math.max(0, placesOf(step))),
    quantum: exact ? '0' : step,
    unit: unit.id,
    scale,
    ...(sign === '+' && { plus: true }),
    ...(qualifiers.length > 0 && { qualifiers }),
  };
}

/** 0兆4,572億 → 4,572億 */
function trimZeroParts(parts: readonly Part[]): readonly Part[] {
  const first = parts.findIndex((part) => !part.digits.isZero());
  return first < 0 ? parts.slice(-1) : parts.slice(first);
}
