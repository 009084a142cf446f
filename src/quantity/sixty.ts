import type { Cursor, Refusal } from './cursor.ts';
import { powerOfTen } from './decimal.ts';
import type { UnitLabel } from './label.ts';
import { readDigits } from './part.ts';
import type { Digits, Size } from './part.ts';
import { SIXTY } from './scale.ts';
import type { Unit } from './unit.ts';

/** The unit that 13:58 is in: the expected one, or else the first that is counted in sixties. */
export function clockUnit(labels: readonly UnitLabel[], expected: Unit | undefined): Unit | undefined {
  return expected?.sixty ? expected : labels.find((label) => label.larger)?.unit;
}

/** 13:58 → 838; undefined where no clock begins. */
export function readClock(cursor: Cursor): Size | undefined {
  if (!cursor.peek(/[\d.,]+:/y)) return undefined;
  if (!cursor.peek(CLOCK)) throw refuseClock(cursor, cursor.at);
  const hours = readDigits(cursor, true);
  cursor.take(/:/y);
  return sixtySize(hours, readDigits(cursor, true));
}

const CLOCK = /(\d+|\d{1,3}(,\d{3})+):[0-5]\d(?![\d.,:])/y;

/** What follows 13時間: the number of minutes, if any. */
export function readMinutes(cursor: Cursor, hours: Digits): Digits | undefined {
  if (!cursor.startsNumeral()) return undefined;
  if (hours.decimals > 0) throw cursor.refuseTrimmed('inner_decimal', 0, cursor.at);
  const start = cursor.at;
  const minutes = readDigits(cursor, true);
  if (!minutes.digits.lessThan(SIXTY)) throw refuseClock(cursor, start);
  return minutes;
}

/** In minutes. 0時間24分 → 24分 */
export function sixtySize(hours: Digits, minutes?: Digits): Size {
  const whole = hours.digits.times(SIXTY);
  if (!minutes) return { value: whole, step: powerOfTen(-hours.decimals).times(SIXTY), scale: '時間' };
  const scale = hours.digits.isZero() ? '' : '時間分';
  return { value: whole.plus(minutes.digits), step: powerOfTen(-minutes.decimals), scale };
}

function refuseClock(cursor: Cursor, start: number): Refusal {
  cursor.take(/[\d.,:]*/y);
  return cursor.refuse('bad_clock', start, cursor.at);
}
