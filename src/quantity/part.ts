import type { Cursor } from './cursor.ts';
import { Decimal, powerOfTen } from './decimal.ts';
import { isNumeral, NUMERAL, parseNumeral } from './numeral.ts';
import type { Scale } from './quantity.ts';
import { canonicalScale, ENGLISH_SCALE_WORDS, JAPANESE_SCALE_WORDS } from './scale.ts';

/** A number as it stands, and how many decimals it prints. */
export interface Digits {
  readonly digits: Decimal;
  readonly decimals: number;
}

/** A number and the power of ten of its number word: 4,572億 → 4572, 8. */
export interface Part extends Digits {
  readonly exponent: number;
  readonly english: boolean;
}

/** What one or more numbers come to, in units of one, with the size of the last printed place. */
export interface Size {
  readonly value: Decimal;
  readonly step: Decimal;
  readonly scale: Scale;
}

/** 18兆4,572億 → two parts; 1,992 → one. */
export function readParts(cursor: Cursor): readonly Part[] {
  const parts = [readPart(cursor)];
  while (!parts.at(-1)!.english && parts.at(-1)!.exponent > 0 && cursor.startsNumeral()) {
    parts.push(readPart(cursor, parts.at(-1)));
  }
  return parts;
}

function readPart(cursor: Cursor, larger?: Part): Part {
  cursor.skipSpaces();
  const start = cursor.at;
  const part = { ...readDigits(cursor, larger !== undefined), ...readScale(cursor) };
  if (!larger) return part;
  if (larger.decimals > 0) throw cursor.refuseTrimmed('inner_decimal', 0, start);
  const limit = powerOfTen(larger.exponent - part.exponent);
  if (!part.digits.lessThan(limit)) throw cursor.refuseTrimmed('scale_order', start, cursor.at);
  return part;
}

/** No published figure is longer; sixty digits then hold any two multiplied. */
const MOST_DIGITS = 30;

/** `lower`: zeros may lead, as in a second number. */
export function readDigits(cursor: Cursor, lower: boolean): Digits {
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

export function sizeOfParts(parts: readonly Part[]): Size {
  const last = parts.at(-1)!;
  return {
    value: Decimal.sum(...parts.map((part) => part.digits.times(powerOfTen(part.exponent)))),
    step: powerOfTen(last.exponent - last.decimals),
    scale: canonicalScale(trimZeroParts(parts).map((part) => part.exponent)),
  };
}

/** 0兆4,572億 → 4,572億 */
function trimZeroParts(parts: readonly Part[]): readonly Part[] {
  const first = parts.findIndex((part) => !part.digits.isZero());
  return first < 0 ? parts.slice(-1) : parts.slice(first);
}
