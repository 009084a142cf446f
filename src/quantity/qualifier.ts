import type { Tongue } from '../locale.ts';
import type { Qualifier } from './quantity.ts';

/** A qualifier's words in one language; the first is printed. `after`: they follow the figure. */
export interface QualifierWords {
  readonly qualifier: Qualifier;
  readonly after?: true;
  readonly words: readonly string[];
}

/** In the order in which a figure carries them when it is read from English. */
const JAPANESE: readonly QualifierWords[] = [
  { qualifier: 'in_principle', words: ['原則', '原則として'] },
  { qualifier: 'cumulative', words: ['延べ', '延', 'のべ'] },
  { qualifier: 'about', words: ['約', 'およそ'] },
  { qualifier: 'roughly', words: ['概ね', 'おおむね', 'ほぼ'] },
  { qualifier: 'band', after: true, words: ['台'] },
  { qualifier: 'band_low', after: true, words: ['台前半'] },
  { qualifier: 'band_mid', after: true, words: ['台半ば', '台なかば'] },
  { qualifier: 'band_high', after: true, words: ['台後半'] },
  { qualifier: 'just_under', after: true, words: ['弱'] },
  { qualifier: 'just_over', after: true, words: ['強'] },
  { qualifier: 'approximately', after: true, words: ['程度'] },
  { qualifier: 'approximately_or_more', after: true, words: ['程度以上'] },
  { qualifier: 'over', after: true, words: ['超'] },
  { qualifier: 'or_more', after: true, words: ['以上'] },
  { qualifier: 'or_less', after: true, words: ['以下'] },
  { qualifier: 'under', after: true, words: ['未満'] },
];

/** In the order of printing: bounds, then nearness, then the band, which also has a word after the figure. */
const ENGLISH: readonly QualifierWords[] = [
  { qualifier: 'in_principle', words: ['in principle'] },
  { qualifier: 'cumulative', words: ['a cumulative total of', 'cumulative total of', 'a total of'] },
  { qualifier: 'approximately_or_more', words: ['at least approximately'] },
  { qualifier: 'or_more', words: ['at least'] },
  { qualifier: 'or_less', words: ['at most', 'up to'] },
  { qualifier: 'just_under', words: ['just under', 'nearly'] },
  { qualifier: 'just_over', words: ['just over'] },
  { qualifier: 'over', words: ['over', 'more than'] },
  { qualifier: 'under', words: ['under', 'less than'] },
  { qualifier: 'about', words: ['about', 'around'] },
  { qualifier: 'roughly', words: ['roughly'] },
  { qualifier: 'approximately', words: ['approximately', 'approx.'] },
  { qualifier: 'band_low', words: ['low'] },
  { qualifier: 'band_mid', words: ['mid-', 'mid'] },
  { qualifier: 'band_high', words: ['high'] },
];

/** The word that closes an English band: `low 70% range`. */
export const ENGLISH_BAND = 'range';

export function qualifierWords(tongue: Tongue): readonly QualifierWords[] {
  return tongue === 'ja' ? JAPANESE : ENGLISH;
}

/** Qualifiers in the order in which Japanese prints them. */
export function inJapaneseOrder(qualifiers: readonly Qualifier[]): Qualifier[] {
  return JAPANESE.map((entry) => entry.qualifier).filter((qualifier) => qualifiers.includes(qualifier));
}

export function isBand(qualifier: Qualifier): boolean {
  return qualifier.startsWith('band');
}
