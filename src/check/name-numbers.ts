import { MONTHS } from '../format/english.ts';
import { mayDiffer, numbersSaidIn } from './said-numbers.ts';

/**
 * The numbers of a name that it does not have in its original, as they are written: ‘FY2021’ beside 令和2年度 → 2021,
 * ‘seven main notifications’ beside 主要2届書 → seven. A translation may leave one out, but says no other. Where the
 * original says none at all, or in brackets that it has not, a translation explains: 未就学児 → ‘Children under six’.
 * `beside`: what the same entry says of the name, such as its definition.
 */
export function numbersMissing(name: string, original: string, beside: readonly string[] = []): string[] {
  if (!mayDiffer(name, original)) return [];
  const own = numbersSaidIn(original);
  if (own.every(({ words }) => VAGUE.test(words))) return [];
  const said = new Set([...own, ...beside.flatMap(numbersSaidIn)].flatMap(({ values }) => values));
  const told = /[(（]/.test(original) ? name : withoutBrackets(name);
  const isOther = isFiscal(name) !== isFiscal(original) && [name, original].some(namesMonth);
  return numbersSaidIn(told).filter(({ values, parts, isLoose }) => !isLoose && !values.some((value) => said.has(value)) && !parts?.every((part) => said.has(part)) && !(isOther && values.some(isOfDate))).map(({ words }) => words);
}

/** The end of FY2023 is 令和6年3月末: where one of the two names a month and only one the fiscal year, their dates are not compared. */
function isFiscal(text: string): boolean {
  return /FY|fiscal|年度/i.test(text);
}

function namesMonth(text: string): boolean {
  return /\d月/.test(text) || MONTHS.some((month) => text.includes(month));
}

function isOfDate(value: string): boolean {
  const number = Number(value);
  return number <= 31 || (number > 1900 && number < 2100);
}

/** 一般, 半数 and 全員 speak of no number that could be another one. */
const VAGUE = /^(?:一|半|全)/;

function withoutBrackets(name: string): string {
  return name.replace(/[(（][^()（）]*[)）]/g, ' ');
}
