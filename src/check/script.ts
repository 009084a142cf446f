import { scriptOf } from '../format/language-name.ts';
import type { Locale } from '../locale.ts';

/**
 * Whether a text can be one of a language, by its letters. Latin names stand in any text, and a few letters of others do in
 * a Latin one: e-Gov, Google Analytics, MCL (みどり市立図書館).
 */
export function isWrittenIn(text: string, tag: Locale): boolean {
  const script = scriptOf(tag);
  // What most texts are: a check reads thousands.
  if (script === 'Latn' ? !BEYOND_LATIN.test(text) : script === 'Jpan' && KANA.test(text)) return true;
  const own = lettersOf(script);
  if (!own.test(text)) return countOf(STRANGE, plain(text)) <= 2 && (script === 'Latn' || isLatinName(plain(text)));
  // A name may have no kana, a sentence of some length does.
  if (script === 'Jpan') return KANA.test(text) || !text.includes('。') || countOf(own, text) < LONG;
  if (script === 'Hans' || script === 'Hant') return !KANA.test(text) || countOf(KANA, text) * 3 <= countOf(own, text);
  if (!STRANGE.test(text) || countOf(STRANGE, plain(text)) <= 3 * countOf(own, plain(text))) return true;
  return !STRANGE.test(plain(text).replace(/[(（][^()（）]*[)）]/g, ''));
}

/** A few words, or all with capitals: Times Higher Education Impact Rankings, but not ‘Travel for enforcement, and printing’. */
function isLatinName(text: string): boolean {
  return text.split(/\s+/).filter((each) => LATIN_WORD.test(each)).length < 4 || text.match(LOWER_WORD)?.every((word) => SMALL_WORDS.has(word)) !== false;
}

const LONG = 16;

const BEYOND_LATIN = /[\u3000-\uFFFF]/;
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** Letters of the other scripts that reports are written in. */
const STRANGE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}\p{Script=Hangul}]/u;
const LATIN_WORD = /\p{Script=Latin}{2,}/u;
const LOWER_WORD = /(?<!\p{L})\p{Ll}+(?!\p{L})/gu;
const SMALL_WORDS: ReadonlySet<string> = new Set(['a', 'an', 'and', 'as', 'at', 'by', 'for', 'from', 'in', 'of', 'on', 'or', 'the', 'to', 'with', 'de', 'la', 'et', 'und', 'der']);
const OWN: Readonly<Record<string, RegExp>> = {
  Jpan: /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u,
  Hans: /\p{Script=Han}/u,
  Hant: /\p{Script=Han}/u,
  Kore: /\p{Script=Hangul}/u,
};

function lettersOf(script: string): RegExp {
  return OWN[script] ?? (LETTERS[script] ??= new RegExp(`\\p{Script=${script}}`, 'u'));
}

const LETTERS: Record<string, RegExp> = {};

function countOf(pattern: RegExp, text: string): number {
  return text.match(new RegExp(pattern, 'gu'))?.length ?? 0;
}

/** Without references and addresses, which are the same in every language. */
function plain(text: string): string {
  return text.replace(/\{[^{}]*\}|\]\([^)]*\)|https?:\S+/g, ' ');
}
