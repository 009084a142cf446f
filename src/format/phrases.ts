/**
 * Where a Japanese heading may break: before a word that begins something new. Browsers that know phrases themselves
 * (`word-break: auto-phrase`) need none of it; for the others these places are marked at build.
 * (図書館の貸出しの推進) → 図書館の, 貸出しの, 推進
 */
export function splitPhrases(text: string): string[] {
  const phrases: string[] = [];
  for (const { segment } of WORDS.segment(text)) {
    const last = phrases.at(-1);
    if (last === undefined || beginsPhrase(last, segment)) phrases.push(segment);
    else phrases[phrases.length - 1] = last + segment;
  }
  return phrases;
}

const WORDS = new Intl.Segmenter('ja', { granularity: 'word' });

/** A compound longer than this may be parted between its words. */
const LONG = 9;

function beginsPhrase(last: string, word: string): boolean {
  if (CLOSING.test(word) || OPENING.test(last.slice(-1))) return false;
  if (OPENING.test(word) || word === 'その他') return true;
  const startsWord = /^[\p{Script=Han}\p{Script=Katakana}\p{L}\p{N}]/u.test(word) && !/^\p{Script=Hiragana}/u.test(word);
  if (!startsWord) return false;
  if (/[\p{Script=Hiragana}、。・／：；）」』】]$/u.test(last)) return !/[\p{N}A-Za-z]$/u.test(last);
  return last.length >= LONG && word.length > 1 && /^\p{Script=Han}/u.test(word) && /\p{Script=Han}$/u.test(last);
}

const OPENING = /^[（「『【〔［(]/u;
const CLOSING = /^[、。・／：；）」』】〕］)％%ー]/u;
