/** Runs of characters that are written without spaces between words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々〆ヶ]+/gu;

/**
 * A text as it is indexed and asked for. Where a language has no spaces, every two neighbouring characters are a word,
 * so that whatever stands in a text is found, however a dictionary would cut it: 納付率 → 納付 付率 率.
 * `edge`: the last character alone, too, which a text needs for words of one character and a query does not.
 */
export function tokens(text: string, edge = true): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(UNSPACED, (run) => ` ${pairs([...run], edge).join(' ')} `)
    .replace(/[\s\u3000]+/g, ' ')
    .trim();
}

function pairs(run: readonly string[], edge: boolean): string[] {
  const found = run.slice(1).map((character, index) => `${run[index]}${character}`);
  return edge || found.length === 0 ? [...found, run.at(-1) ?? ''] : found;
}

/** Whether a text of tokens has every word of a query: a search engine that guesses is held to it. */
export function holds(content: string, query: string): boolean {
  return query.split(' ').every((word) => content.includes(isUnspaced(word) ? word : stemOf(word)));
}

function isUnspaced(word: string): boolean {
  return new RegExp(UNSPACED.source, 'u').test(word);
}

/** payments → paym: forms of one English word differ at the end, and begin alike. */
function stemOf(word: string): string {
  return word.slice(0, Math.max(3, word.length - 4));
}
