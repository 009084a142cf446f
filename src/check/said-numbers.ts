import { ERA_NAMES, ERA_YEAR, westernYear } from '../format/era.ts';
import { MONTHS } from '../format/english.ts';
import type { Piece } from '../prose/reference.ts';
import { Decimal } from '../quantity/decimal.ts';
import { JAPANESE_SCALE_WORDS } from '../quantity/scale.ts';
import { CARDINALS, KANJI, KANJI_POWERS, ORDINALS, TENS, WORD_SCALES, ofKanji, ofWords } from './number-words.ts';

/** A number that a text says: 80%, 2億5,000万円, 90 minutes, four in five, 三千人. */
export interface SaidNumber {
  /** As it is written. */
  readonly words: string;
  /** What it may be, as plain decimals: 8割 is 8 and 80, 1億 is 1 and 100000000, 1,5 is 1.5 or 15. */
  readonly values: readonly string[];
  /** Small numbers in words are often no numbers, those of proper names are left as they are (COVID-19), and the hours of a clock are told in many ways. */
  readonly isLoose: boolean;
  /** Four and five, of four in five: said by themselves, they say as much. */
  readonly parts?: readonly string[];
  readonly index: number;
}

/** Every number of a text, whatever the language. */
export function numbersSaidIn(text: string): SaidNumber[] {
  const plain = western(text);
  const eras = [...text.normalize('NFKC').matchAll(OF_ERA)].filter(([, era = '']) => isEra(era, text)).map(([, era = '']) => westernYear(era, '1') - 1);
  const fractions = [...plain.matchAll(FRACTION)].map(ofFraction);
  const numbers = [...plain.matchAll(NUMBER)].map((match) => ofMatch(plain, match, eras));
  return [...fractions, ...numbers.map((number) => (fractions.some((each) => isWithin(number, each)) ? { ...number, isLoose: true } : number)), ...sharesIn(plain)];
}

/** A text with its numbers in braces said, {80}% → 80%, and without other references. */
export function spoken(pieces: readonly Piece[]): string {
  return pieces.map(({ raw, reference }) => (reference === undefined ? raw : reference?.kind === 'number' ? reference.text : ' ')).join('');
}

/** 令和2 → 2020, １０ → 10, 24/7 → 24; the second year of 2025/26 and of 2024–25 is that of the first. */
function western(text: string): string {
  return text.normalize('NFKC')
    .replace(OF_ERA, (words, era: string, year: string) => (isEra(era, text) ? String(westernYear(era, year)) : words))
    .replace(/(?<!\d)24\/7(?!\d)/g, '24')
    .replace(/((?:19|20)(\d{2}))[/–—-](\d{2})(?!\d)/g, (words, year: string, own: string, next: string) => (Number(next) === Number(own) + 1 ? year : words));
}

const OF_ERA = new RegExp(`(?<![A-Za-z])(${ERA_NAMES}|[RHS](?=\\d))(${ERA_YEAR})(?![\\dA-Za-z])`, 'g');

/** R6 is a year in Japanese; in English H1 is half of one. */
function isEra(era: string, text: string): boolean {
  return era.length > 1 || /[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}]/u.test(text) || (era === 'R' && !/[A-Za-z]{2}/.test(text));
}

function ofMatch(text: string, { 0: words, index, groups = {} }: RegExpExecArray, eras: readonly number[]): SaidNumber {
  const { letter = '', digits, scale = '', rest = '', clock, word, kanji } = groups;
  if (clock !== undefined) return { words, index, values: ofClock(clock), isLoose: true };
  if (kanji !== undefined) return { words, index, values: [ofKanji(kanji)], isLoose: true };
  if (word !== undefined) {
    const value = ofWords(word);
    return { words, index, values: [String(value)], isLoose: (value < 3 || /^(?:hundred|thousand)/i.test(word)) && !MONTHS.includes(word) };
  }
  const readings = readingsOf(digits ?? '');
  const exponent = exponentOf(scale);
  const scaled = readings.map((each) => (rest === '' ? each.times(`1e${exponent}`) : each.times(`1e${exponent}`).plus(sumOf(rest))));
  const following = text.slice(index + words.length);
  const decade = /^歳?代/.test(following) ? readings.map((each) => each.plus(9)) : [];
  const values = [...readings, ...decade, ...scaled, ...scaled.flatMap((each) => inOtherTime(each, following)), ...yearsOf(text, index, readings, eras)];
  return { words: words.slice(letter.length), index, values: values.map(String), isLoose: letter !== '' && letter !== 'FY' };
}

/** 1,250.5 → 1250.5, 1 250 → 1250, 1,5 → 1.5; 1.250 is 1.25, and 1250 where a language groups so. */
function readingsOf(digits: string): Decimal[] {
  const plain = digits.replace(/[ '’]/g, '');
  const grouped = GROUPS.flatMap(([groups, group, part]) => (groups.test(plain) ? [plain.replaceAll(group, '').replace(part, '.')] : []));
  const readings = [...grouped, ...(/^\d+(?:[.,]\d+)?$/.test(plain) ? [plain.replace(',', '.')] : [])];
  return [...new Set(readings)].map((each) => new Decimal(each));
}

const GROUPS: readonly (readonly [RegExp, group: string, part: string])[] = [[/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/, ',', '.'], [/^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/, '.', ',']];

/** 6～9 of 令和6～9年度: years of the era too; 27 of 2022–27: one of the century. */
function yearsOf(text: string, index: number, readings: readonly Decimal[], eras: readonly number[]): Decimal[] {
  const century = /((?:19|20))\d{2}\s?[/–—~〜-]\s?$/.exec(text.slice(Math.max(0, index - 8), index))?.[1];
  const small = readings.filter((each) => each.lt(100) && each.isInteger());
  return small.flatMap((each) => [...eras.map((era) => each.plus(era)), ...(century ? [each.plus(Number(century) * 100)] : [])]);
}

/** 18 months are a year and a half, 90 minutes an hour and a half. */
function inOtherTime(value: Decimal, following: string): Decimal[] {
  return TIMES.flatMap(([pattern, ...factors]) => (pattern.test(following) ? factors.map((factor) => (factor < 0 ? value.div(-factor) : value.times(factor))) : []));
}

/** A unit of time, with how many of another one it is; below zero, what part of one. */
const TIMES: readonly (readonly [RegExp, ...number[]])[] = [
  [/^[\s-]?(?:years?|年|歳)/, 12], [/^[\s-]?(?:months?|[かヶカ箇]月)/, -12], [/^[\s-]?(?:hours?|時間)/, 60, -24], [/^[\s-]?(?:minutes?|分(?!の))/, -60],
  [/^[\s-]?(?:倍|times|fold)/, 100], [/^[\s-]?(?:weeks?|週)/, 7], [/^[\s-]?(?:days?|日)/, 24, -7],
];

/** 1歳6か月 → 18 (months), 1時間30分 → 90; half → 50 (%), all → 100 (%), single figures → 10. */
function sharesIn(text: string): SaidNumber[] {
  return [...text.matchAll(WHOLE)].map(({ 0: words, index, groups: { large, small, many = '' } = {} }) => {
    // Half a year has six months.
    const values = large === undefined ? (/半|half|halv/i.test(words) ? [50, 6] : [/桁|single/i.test(words) ? 10 : 100]) : [Number(large) * (/時間/.test(many) ? 60 : 12) + Number(small)];
    return { words, index, values: values.map(String), isLoose: true };
  });
}

const WHOLE = /(?<large>\d+)(?<many>歳|年|時間)(?<small>\d+)(?:[かヶカ箇]月|分)|半|全|すべて|全て|一桁|ひと桁|1桁|\b(?:half|halve|all|every|whole|single[- ](?:digit|figure)s?)\b/gi;

/** 5分の4, 4/5, four in five, three quarters: 80 and 75, as percent. */
function ofFraction({ 0: words, index, groups: { below, above, first, second, some, part } = {} }: RegExpExecArray): SaidNumber {
  const [upper = '', lower = ''] = [above ?? first ?? some, below ?? second];
  const of = lower === '' ? PARTS.findIndex((each) => part?.startsWith(each)) + 2 : ofWords(lower);
  const count = ofWords(upper);
  const percent = new Decimal(count).div(of).times(100);
  // 4/1 is a day.
  return { words, index, values: [percent, percent.toDecimalPlaces(1), percent.toDecimalPlaces(0)].map(String), isLoose: count >= of, parts: [count, of].map(String) };
}

/** The second part of a fraction in words, from two on. */
const PARTS = ['hal', 'third', 'quarter', 'fifth'];

function isWithin(number: SaidNumber, whole: SaidNumber): boolean {
  return number.index >= whole.index && number.index < whole.index + whole.words.length;
}

/** 17:30 → 17, 5 and 30; 5 p.m. → 5 and 17 */
function ofClock(clock: string): string[] {
  const [hour = 0, minute = 0] = clock.match(/\d+/g)?.map(Number) ?? [];
  return [hour, hour + 12, hour - 12, minute].map(String);
}

/** 1億, 100 million, and 5割 for 50%. */
const SHORT_SCALES = [{ word: 'k', exponent: 3 }, { word: 'm', exponent: 6 }, { word: 'bn', exponent: 9 }, { word: 'tn', exponent: 12 }];
const SCALES = [...JAPANESE_SCALE_WORDS, ...WORD_SCALES.map(({ word, exponent }) => ({ word: ` ${word}`, exponent })), { word: '割', exponent: 1 }];

function exponentOf(scale: string): number {
  return SCALES.find(({ word }) => word === scale)?.exponent ?? SHORT_SCALES.find(({ word }) => word === scale.trim())?.exponent ?? 0;
}

/** 5,000万 of 2億5,000万 */
function sumOf(rest: string): Decimal {
  return [...rest.matchAll(PART)].reduce((sum, [, digits = '', scale = '']) => sum.plus(new Decimal(digits.replaceAll(',', '')).times(`1e${exponentOf(scale)}`)), new Decimal(0));
}

const either = (words: readonly string[]) => words.join('|');
const JAPANESE = either(JAPANESE_SCALE_WORDS.map(({ word }) => word));
const PART = new RegExp(`(\\d[\\d,]*(?:\\.\\d+)?)(${JAPANESE})?`, 'g');
const DIGITS = "\\d{1,3}(?:[ '’]\\d{3})+(?!\\d)|\\d+(?:[,.]\\d+)*";
const capital = (words: readonly string[]) => words.flatMap((word) => [word, word.replace(/^./, (letter) => letter.toUpperCase())]);
const SMALL = either(capital([...CARDINALS, ...TENS, 'hundred', 'thousand']));
/** ‘May’ and ‘march’ are months where they begin with a capital alone. */
const WORDS = `(?:${SMALL})(?:[ -](?:${either([...CARDINALS, ...TENS, ...WORD_SCALES.map(({ word }) => word)])}))*|${either([...capital(ORDINALS), ...MONTHS])}`;
const WHOLE_WORD = `(?<!\\p{L})(?<word>${WORDS})(?!\\p{L})`;
const NUMBER = new RegExp(
  `(?<clock>\\d{1,2}(?::| ?h )\\d{2}|\\d{1,2}(?:[.:]\\d{2})? ?[ap]\\.?m\\b)`
  + `|(?<letter>(?:FY|\\p{L}-|[A-Za-zα-ω])?)(?<digits>${DIGITS})(?:(?<scale>${either(SCALES.map(({ word }) => word))}| ?(?:${either(SHORT_SCALES.map(({ word }) => word))})(?![\\p{L}\\d/²³]))(?<rest>(?:(?<=[${either(Object.keys(KANJI_POWERS))}])\\d[\\d,]*(?:${JAPANESE})?)*))?`
  + `|${WHOLE_WORD}|(?<kanji>[${KANJI}${Object.keys(KANJI_POWERS).join('')}]+)`, 'gu');
const FRACTION = new RegExp(
  `(?<below>\\d+)分の(?<above>\\d+)|(?<first>\\d+|${SMALL})(?: in | out of |/)(?<second>\\d+|${SMALL})(?!\\d)|(?<some>\\d+|${either(capital(CARDINALS.slice(0, 4)))})[ -](?<part>hal(?:f|ves)|thirds?|quarters?|fifths?)\\b`, 'gu');

/** Whether a name may say a number that its original does not: most say none, or the same digits. */
export function mayDiffer(name: string, original: string): boolean {
  if (IN_WORDS.test(name)) return true;
  const digits = name.normalize('NFKC').match(/\d+/g);
  if (!digits) return false;
  const own = new Set(western(original).match(/\d+/g));
  return digits.some((each) => !own.has(each));
}

const IN_WORDS = new RegExp(`\\b(?:${either([...capital([...CARDINALS, ...TENS, ...ORDINALS]), ...MONTHS])})\\b`);
