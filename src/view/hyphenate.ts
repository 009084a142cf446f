import english from 'hyphen/en-gb/index.js';

/** Shorter words are not broken, and no part is shorter than that. */
const SHORTEST = { word: 7, part: 3 };
const SOFT_HYPHEN = '\u00ad';
const WORD = new RegExp(`(?<![\\w&./@-])\\p{Script=Latin}{${SHORTEST.word},}(?![\\w/@-]|\\.\\w)`, 'gu');

/**
 * Marks where the English words of a piece of HTML may be broken: browsers that print without a window have no
 * dictionaries of their own. Names in capitals stay whole.
 */
export function hyphenateHtml(html: string): string {
  return html.replace(/[^<>]+(?=<|$)/g, (text) => text.replace(WORD, hyphenateWord));
}

function hyphenateWord(word: string): string {
  if (/\p{Lu}/u.test(word.slice(1))) return word;
  const parts = english.hyphenateSync(word).split(SOFT_HYPHEN);
  return parts.reduce((done, part, index) => {
    const before = parts.slice(0, index).join('').length;
    const isBreak = before >= SHORTEST.part && word.length - before >= SHORTEST.part;
    return done + (isBreak ? SOFT_HYPHEN : '') + part;
  });
}
