import type { QuantityProblemCode } from './problem.ts';

/** Digits of one printed number, without separators: '4,572' → { whole: '4572', decimals: '' }. */
export interface Numeral {
  readonly whole: string;
  readonly decimals: string;
}

export interface NumeralProblem {
  readonly code: QuantityProblemCode;
  /** The number as it was probably meant. */
  readonly repair?: string;
}

/** The characters that people type inside a number, right or wrong. */
export const NUMERAL = /[0-9.,、・]+/y;

/**
 * Reads half-width digits with comma groups and a decimal point.
 * `lower`: the second or third number of 19兆0,960億, where zeros may lead.
 */
export function parseNumeral(text: string, lower = false): Numeral | NumeralProblem {
  const problem = findProblem(text, lower);
  if (problem) return problem;
  const [whole = '', decimals = ''] = text.replaceAll(',', '').split('.');
  return { whole, decimals };
}

export function isNumeral(numeral: Numeral | NumeralProblem): numeral is Numeral {
  return 'whole' in numeral;
}

function findProblem(text: string, lower: boolean): NumeralProblem | undefined {
  if (isSound(text) || (lower && ZEROS_LEAD.test(text))) return undefined;
  if (/\..*\./.test(text)) return { code: 'double_point', ...repairedBy(text, /\.+/, '.') };
  if (/^\d+・\d+$/.test(text)) return { code: 'bad_point', ...repairedBy(text, '・', '.') };
  if (/^\.\d+$/.test(text)) return { code: 'bad_point', repair: `0${text}` };
  if (/^\d[\d,]*\.$/.test(text)) return { code: 'bad_point', ...repairedBy(text, '.', '') };
  if (isDecimalComma(text)) return { code: 'bad_decimal_comma', ...repairedBy(text, ',', '.') };
  if (/^0\d/.test(text)) return { code: 'leading_zero', ...repairedBy(text, /^0+(?=\d)/, '') };
  return { code: 'bad_grouping', ...regrouped(text) };
}

const PLAIN = /^(0|[1-9]\d*)(\.\d+)?$/;
const GROUPED = /^[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/;
const ZEROS_LEAD = /^(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/;

function isSound(text: string): boolean {
  return PLAIN.test(text) || GROUPED.test(text);
}

/** '6,4' and '0,640', but not '6,400': one comma, no point, and what follows is not a group. */
function isDecimalComma(text: string): boolean {
  return /^\d+,\d{1,2}$/.test(text) || /^\d+,\d{4,}$/.test(text) || /^0,\d+$/.test(text);
}

function repairedBy(text: string, wrong: string | RegExp, right: string): { repair?: string } {
  return offered(text.replace(wrong, right));
}

/** '1,23,456' → '123,456', '1、992' → '1,992' */
function regrouped(text: string): { repair?: string } {
  const [whole = '', decimals] = text.replace(/[,、]/g, '').split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return offered(decimals === undefined ? grouped : `${grouped}.${decimals}`);
}

/** A repair is only offered when it can be read. */
function offered(repair: string): { repair?: string } {
  return isSound(repair) ? { repair } : {};
}
