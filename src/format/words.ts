import type { Locale } from '../locale.ts';
import { ERA_NAMES } from './era.ts';

/** A word of a text with what follows it up to the next: in English its space. */
export interface Word {
  readonly text: string;
  /** What makes two words the same: without the space, and however wide its letters. */
  readonly key: string;
}

const SEGMENTERS = new Map<Locale, Intl.Segmenter>();

/**
 * Words as a reader sees them. A number keeps its sign, its era and its unit: 令和3年度, +1.0ポイント.
 * ('図書を貸し出す', ja) → 図書 を 貸し出す
 */
export function splitWords(text: string, locale: Locale): Word[] {
  const segmenter = SEGMENTERS.get(locale) ?? new Intl.Segmenter(locale, { granularity: 'word' });
  SEGMENTERS.set(locale, segmenter);
  const words: string[] = [];
  for (const { segment } of segmenter.segment(text)) {
    const last = words.at(-1);
    if (last !== undefined && belongsTo(last, segment)) words[words.length - 1] = last + segment;
    else words.push(segment);
  }
  return words.map((word) => ({ text: word, key: word.normalize('NFKC').trim() }));
}

/** A sign that no word leads to, or an era. */
const BEFORE_NUMBER = new RegExp(`(^|[^\\p{L}])[+\\-−▲±]$|(${ERA_NAMES})$`, 'u');

/** What is not parted from the word before it. */
function belongsTo(last: string, segment: string): boolean {
  if (/^\s+$/.test(segment)) return true;
  if (/\s$/.test(last)) return false;
  if (/^[0-9０-９]/.test(segment)) return BEFORE_NUMBER.test(last);
  return /[0-9０-９]$/.test(last) && /^(\p{L}|[%％])/u.test(segment) && !/^\p{Script=Hiragana}/u.test(segment);
}
