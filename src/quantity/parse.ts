import { isBareDash, parseAbsence } from './absence.ts';
import { Cursor, Refusal } from './cursor.ts';
import { decimalText, placesOf } from './decimal.ts';
import { unitLabels } from './label.ts';
import type { UnitLabel } from './label.ts';
import { readParts, sizeOfParts } from './part.ts';
import type { Size } from './part.ts';
import type { QuantityProblem } from './problem.ts';
import { ENGLISH_BAND, inJapaneseOrder, isBand } from './qualifier.ts';
import type { Figure, Qualifier, Quantity } from './quantity.ts';
import { clockUnit, readClock, readMinutes, sixtySize } from './sixty.ts';
import { labelIn } from './unit.ts';
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

function readQuantity(cursor: Cursor, labels: readonly UnitLabel[], expected: Unit | undefined): Quantity {
  refuseNothing(cursor);
  const opening = readOpening(cursor, labels);
  const { size, unit } = readMeasure(cursor, labels, opening.unit, expected);
  const after = readClosing(cursor, opening.qualifiers);
  const qualifiers = [...opening.qualifiers, ...after];
  return toQuantity(size, opening.sign, unit, isEnglish(cursor) ? inJapaneseOrder(qualifiers) : qualifiers);
}

function refuseNothing(cursor: Cursor): void {
  if (cursor.text.length > MOST_CHARACTERS) throw cursor.refuse('long_text', 0, 0);
  if (cursor.text.trim() === '') throw cursor.refuse('empty', 0, cursor.text.length);
  if (isBareDash(cursor.text)) throw cursor.refuseTrimmed('ambiguous_dash', 0, cursor.text.length);
}

/** Far more than the longest figure has: 約18兆4,572億3,456万7,890円程度. */
const MOST_CHARACTERS = 200;

/** Qualifiers, sign and a unit such as ¥, in any order: `約▲0.3%`, `−¥39.5 billion`. */
function readOpening(cursor: Cursor, labels: readonly UnitLabel[]): Opening {
  const prefixes = labels.filter((label) => label.prefix && label.text !== '');
  const qualifiers: Qualifier[] = [];
  let sign: Opening['sign'] = '';
  let unit: Unit | undefined;
  while (!cursor.startsNumeral()) {
    const start = cursor.at;
    const qualifier = cursor.takeQualifierBefore();
    refuseTwice(cursor, start, qualifier, qualifiers);
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

/** A size and its unit, which may have stood before the number. */
interface Measure {
  readonly size: Size;
  readonly unit: Unit;
}

function readMeasure(
  cursor: Cursor,
  labels: readonly UnitLabel[],
  before: Unit | undefined,
  expected: Unit | undefined,
): Measure {
  if (before) return { size: sizeOfParts(readParts(cursor)), unit: before };
  const sixty = clockUnit(labels, expected);
  const clock = sixty && readClock(cursor);
  return clock ? { size: clock, unit: sixty } : readLabelled(cursor, labels, expected);
}

/** 72.0%, 83分, 19時間, 13時間58分 */
function readLabelled(cursor: Cursor, labels: readonly UnitLabel[], expected: Unit | undefined): Measure {
  const parts = readParts(cursor);
  const size = sizeOfParts(parts);
  const [hours] = parts;
  const plain = parts.length === 1 && hours?.exponent === 0;
  const fitting = plain ? labels : labels.filter((label) => !label.larger);
  const { unit, larger } = readLabel(cursor, fitting, expected);
  if (!larger || !hours) return { size, unit };
  const minutes = readMinutes(cursor, hours);
  if (minutes) readLabel(cursor, labels.filter((label) => label.unit === unit && !label.larger), unit);
  return { size: sixtySize(hours, minutes), unit };
}

function readLabel(cursor: Cursor, labels: readonly UnitLabel[], expected: Unit | undefined): UnitLabel {
  const suffixes = labels.filter((label) => !label.prefix && label.text !== '');
  const label = cursor.takeLabel(suffixes) ?? labels.find(({ text }) => text === '');
  if (label && (label.text !== '' || cursor.endsOrQualifies())) return label;
  throw refuseUnit(cursor, expected);
}

function refuseUnit(cursor: Cursor, expected: Unit | undefined): Refusal {
  const { at, text } = cursor;
  if (cursor.endsOrQualifies()) return cursor.refuse('missing_unit', at, at, expected && wordOf(expected, text.slice(0, at)));
  if (cursor.peek(RANGE_GOES_ON)) return cursor.refuseTrimmed('range', at, text.length);
  return refuseScale(cursor) ?? cursor.refuseTrimmed('unknown_unit', at, text.length);
}

/** A word stands off from the number, other than in Japanese: 3.4 kWh, 72.0%, 5cm */
function wordOf(unit: Unit, before: string): string {
  const { other } = labelIn(unit, 'ja');
  return unit.label['ja'] === undefined && /^\p{L}/u.test(other) && /\d$/.test(before) ? ` ${other}` : other;
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
    const start = cursor.at;
    const qualifier = cursor.takeQualifierAfter();
    refuseTwice(cursor, start, qualifier, [...before, ...qualifiers]);
    if (qualifier) qualifiers.push(qualifier);
    else if (!cursor.takeWord(ENGLISH_BAND)) throw refuseRest(cursor);
    else if (!before.some(isBand)) qualifiers.push('band');
  }
  return qualifiers;
}

/** 約約97万人 */
function refuseTwice(cursor: Cursor, start: number, qualifier: Qualifier | undefined, earlier: readonly Qualifier[]): void {
  if (qualifier && earlier.includes(qualifier)) throw cursor.refuse('word_twice', start, cursor.at, '');
}

function refuseRest(cursor: Cursor): Refusal {
  const { at, text } = cursor;
  if (cursor.peek(RANGE_GOES_ON)) return cursor.refuseTrimmed('range', at, text.length);
  return refuseScale(cursor) ?? cursor.refuseTrimmed('trailing_text', at, text.length);
}

const RANGE_GOES_ON = /\s*(?:[-~〜–]|から|ないし|\bto\b)\s*\d/uy;

function isEnglish(cursor: Cursor): boolean {
  return !/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(cursor.text);
}

function toQuantity(
  { value, step, scale }: Size,
  sign: Opening['sign'],
  unit: Unit,
  qualifiers: readonly Qualifier[],
): Quantity {
  const inFull = (scale === '' || scale === '時間分') && step.equals(1);
  const exact = inFull && qualifiers.length === 0 && (unit.kind === 'count' || unit.kind === 'amount');
  const quantum = decimalText(step);
  return {
    value: (sign === '-' ? '-' : '') + decimalText(value, Math.max(0, placesOf(quantum))),
    quantum: exact ? '0' : quantum,
    unit: unit.id,
    scale,
    ...(sign === '+' && { plus: true }),
    ...(qualifiers.length > 0 && { qualifiers }),
  };
}
