/** Runs of characters that are written without spaces between words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々〆ヶ]+/gu;
const ALL_UNSPACED = new RegExp(`^(?:${UNSPACED.source})$`, 'u');

/** A text as it is indexed and asked for: its words, those of languages without spaces in a spelling of their own. */
export function tokens(text: string, edge = true): string {
  return words(text, edge).map(spelt).join(' ');
}

/**
 * Where a language has no spaces, every two neighbouring characters are a word, so that whatever stands in a text is
 * found, however a dictionary would cut it: 納付率 → 納付 付率 率.
 * `edge`: the last character alone, too, which a text needs for words of one character and a query does not.
 */
export function words(text: string, edge = true): string[] {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(UNSPACED, (run) => ` ${pairs([...run], edge).join(' ')} `)
    .split(/[\s\u3000]+/)
    .filter((word) => word !== '');
}

function pairs(run: readonly string[], edge: boolean): string[] {
  const found = run.slice(1).map((character, index) => `${run[index]}${character}`);
  return edge || found.length === 0 ? [...found, run.at(-1) ?? ''] : found;
}

/** Stand for the digits of a character's number: no vowels, so that no rule of a language finds an ending to cut off. */
const LETTERS = 'bcdfghjklmnpqrtv';

/**
 * 納付 → znlrfclpd: the engine cuts words of Chinese characters once more, by a dictionary of its own and not the same
 * way in a text and in a query (付率 was found in 28 of 77 places). Words of Latin letters it takes as they are.
 */
function spelt(word: string): string {
  if (!ALL_UNSPACED.test(word)) return word;
  return `z${[...word].map((character) => (character.codePointAt(0) ?? 0).toString(16).padStart(4, '0').replace(/./g, (digit) => LETTERS[parseInt(digit, 16)] ?? '')).join('')}`;
}

/** Whether a text of tokens has every word of a query: a search engine that guesses is held to it. */
export function holds(content: string, query: string): boolean {
  return query.split(' ').every((word) => (isSpelt(word) ? ` ${content}`.includes(` ${word}`) : content.includes(stemOf(word))));
}

function isSpelt(word: string): boolean {
  return new RegExp(`^z[${LETTERS}]{4,}$`).test(word);
}

/** payments → paym: forms of one English word differ at the end, and begin alike. */
function stemOf(word: string): string {
  return word.slice(0, Math.max(3, word.length - 4));
}
