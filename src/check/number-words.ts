import { MONTHS } from '../format/english.ts';
import { Decimal } from '../quantity/decimal.ts';
import { ENGLISH_SCALE_WORDS } from '../quantity/scale.ts';

/** 三千五百 → 3500, 二〇 → 20, 万 → 10000 */
export function ofKanji(kanji: string): string {
  let [sum, part, digits] = [new Decimal(0), new Decimal(0), ''];
  for (const sign of kanji) {
    const exponent = KANJI_POWERS[sign];
    if (exponent === undefined) {
      digits += KANJI.indexOf(sign);
      continue;
    }
    if (exponent < 4) part = part.plus(new Decimal(digits || 1).times(`1e${exponent}`));
    else {
      const all = part.plus(digits || 0);
      sum = sum.plus((all.isZero() ? new Decimal(1) : all).times(`1e${exponent}`));
      part = new Decimal(0);
    }
    digits = '';
  }
  return String(sum.plus(part).plus(digits || 0));
}

export const KANJI = '〇一二三四五六七八九';
export const KANJI_POWERS: Readonly<Record<string, number>> = { 十: 1, 百: 2, 千: 3, 万: 4, 億: 8, 兆: 12 };

/** twenty-one → 21, two hundred → 200, ten thousand → 10000; 4 → 4 */
export function ofWords(words: string): number {
  if (/^\d/.test(words)) return Number(words);
  let [sum, part] = [0, 0];
  for (const word of words.toLowerCase().split(/[ -]/)) {
    const exponent = WORD_SCALES.find((each) => each.word === word)?.exponent;
    if (exponent === undefined) part += valueOf(word);
    else if (exponent === 2) part = (part || 1) * 100;
    else [sum, part] = [sum + (part || 1) * 10 ** exponent, 0];
  }
  return sum + part;
}

function valueOf(word: string): number {
  const tens = TENS.indexOf(word);
  return tens >= 0 ? (tens + 2) * 10 : Math.max(...[CARDINALS, ORDINALS, MONTH_WORDS].map((list) => list.indexOf(word))) + 1;
}

export const CARDINALS = [
  'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve',
  'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen',
];
export const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
export const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth', 'eleventh', 'twelfth'];
const MONTH_WORDS = MONTHS.map((month) => month.toLowerCase());
export const WORD_SCALES = [{ word: 'hundred', exponent: 2 }, ...ENGLISH_SCALE_WORDS];
