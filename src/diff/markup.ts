import { splitWords } from '../format/words.ts';
import type { Word } from '../format/words.ts';
import type { Locale } from '../locale.ts';
import { markWords } from './marks.ts';

/** A text as HTML that a program has written: every < begins a tag. */
type Piece = { readonly tag: string } | { readonly words: readonly Word[] };

export interface MarkedTexts {
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** Whether any word differs. */
  readonly differs: boolean;
}

/**
 * Marks the words that only one side has: `<del>` before, `<ins>` after. Links and lists stay as they are.
 * Several texts of a side are read as one, in their order: plan items that were merged or split.
 */
export function markDifferences(before: readonly string[], after: readonly string[], locale: Locale): MarkedTexts {
  const [old, now] = [before, after].map((texts) => texts.map((html) => splitHtml(html, locale))) as [Piece[][], Piece[][]];
  const marks = markWords(keysOf(old), keysOf(now));
  return {
    before: write(old, marks.before, 'del'),
    after: write(now, marks.after, 'ins'),
    differs: marks.before.includes(true) || marks.after.includes(true),
  };
}

function splitHtml(html: string, locale: Locale): Piece[] {
  return [...html.matchAll(/<[^>]*>|[^<]+/g)].map(([part]): Piece => {
    if (part.startsWith('<') || /^\s*$/.test(part)) return { tag: part };
    // An entity is one word: &amp;
    const words = part.split(/(&[#\w]+;)/).flatMap((each) => (each.startsWith('&') ? [{ text: each, key: each }] : splitWords(each, locale)));
    return { words };
  });
}

function keysOf(texts: readonly (readonly Piece[])[]): string[] {
  return texts.flat().flatMap((piece) => ('words' in piece ? piece.words.map(({ key }) => key) : []));
}

function write(texts: readonly (readonly Piece[])[], marks: readonly boolean[], name: 'del' | 'ins'): string[] {
  let at = 0;
  return texts.map((pieces) =>
    pieces.map((piece) => {
      if ('tag' in piece) return piece.tag;
      const own = marks.slice(at, at + piece.words.length);
      at += piece.words.length;
      return writeWords(piece.words, own, name);
    }).join(''),
  );
}

/** Neighbours that are marked share one mark. */
function writeWords(words: readonly Word[], marks: readonly boolean[], name: 'del' | 'ins'): string {
  return words.map(({ text }, index) => {
    const start = marks[index] && !marks[index - 1] ? `<${name}>` : '';
    if (!marks[index] || marks[index + 1]) return `${start}${text}`;
    // The space after the last word is not part of what differs.
    const [word, space] = [text.trimEnd(), text.slice(text.trimEnd().length)];
    return `${start}${word}</${name}>${space}`;
  }).join('');
}
