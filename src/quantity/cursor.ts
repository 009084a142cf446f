import type { Tongue } from '../locale.ts';
import { comparable } from './label.ts';
import type { UnitLabel } from './label.ts';
import type { QuantityProblem, QuantityProblemCode } from './problem.ts';
import { ENGLISH_BAND, qualifierWords } from './qualifier.ts';
import type { Qualifier } from './quantity.ts';

/** Thrown and caught within parsing: the text is not a figure, for one reason. */
export class Refusal extends Error {
  readonly problem: QuantityProblem;

  constructor(problem: QuantityProblem) {
    super(problem.code);
    this.problem = problem;
  }
}

/** A place in the text, which is compared half-width and in lower case, and quoted as it was typed. */
export class Cursor {
  readonly text: string;
  readonly typed: string;
  at = 0;

  constructor(typed: string) {
    this.typed = typed;
    this.text = comparable(typed);
  }

  skipSpaces(): void {
    this.at += this.peek(/\s*/y)?.length ?? 0;
  }

  peek(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    return pattern.exec(this.text)?.[0];
  }

  take(pattern: RegExp): string | undefined {
    const found = this.peek(pattern);
    this.at += found?.length ?? 0;
    return found;
  }

  /** Takes a word after any spaces; one that ends with a Latin letter must end there. */
  takeWord(word: string): boolean {
    const start = this.at + (this.peek(/\s*/y)?.length ?? 0);
    const end = start + word.length;
    if (!this.text.startsWith(word, start)) return false;
    if (/[a-z]$/.test(word) && /[a-z]/.test(this.text.charAt(end))) return false;
    this.at = end;
    return true;
  }

  takeLabel(labels: readonly UnitLabel[]): UnitLabel | undefined {
    return labels.find(({ text }) => this.takeWord(text));
  }

  takeQualifierBefore(): Qualifier | undefined {
    return QUALIFIERS_BEFORE.find(([word]) => this.takeWord(word))?.[1];
  }

  takeQualifierAfter(): Qualifier | undefined {
    return QUALIFIERS_AFTER.find(([word]) => this.takeWord(word))?.[1];
  }

  startsNumeral(): boolean {
    this.skipSpaces();
    return this.peek(/[0-9.,]/y) !== undefined;
  }

  ends(): boolean {
    this.skipSpaces();
    return this.at === this.text.length;
  }

  endsOrQualifies(): boolean {
    const start = this.at;
    const qualifies = () => this.takeQualifierAfter() !== undefined || this.takeWord(ENGLISH_BAND);
    const found = this.ends() || qualifies();
    this.at = start;
    return found;
  }

  refuse(code: QuantityProblemCode, start: number, end: number, repair?: string): Refusal {
    const problem = { code, offset: start, length: end - start, found: this.typed.slice(start, end) };
    if (repair === undefined) return new Refusal(problem);
    const suggestion = this.typed.slice(0, start) + repair + this.typed.slice(end);
    return new Refusal({ ...problem, suggestion });
  }

  /** The same, without the spaces around the wrong characters. */
  refuseTrimmed(code: QuantityProblemCode, start: number, end: number, repair?: string): Refusal {
    const wrong = this.text.slice(start, end);
    const from = start + wrong.length - wrong.trimStart().length;
    return this.refuse(code, from, from + wrong.trim().length, repair);
  }
}

type QualifierWord = readonly [word: string, qualifier: Qualifier];

const QUALIFIERS_BEFORE = longestFirst([...wordsOf('ja', false), ...wordsOf('en', false)]);
const QUALIFIERS_AFTER = longestFirst([
  ...wordsOf('ja', true),
  ['or more', 'or_more'],
  ['or less', 'or_less'],
  ['or fewer', 'or_less'],
]);

function wordsOf(locale: Tongue, after: boolean): QualifierWord[] {
  const entries = qualifierWords(locale).filter((entry) => (entry.after ?? false) === after);
  return entries.flatMap(({ words, qualifier }) => words.map((word) => [word, qualifier] as const));
}

function longestFirst(words: readonly QualifierWord[]): readonly QualifierWord[] {
  return words.toSorted(([a], [b]) => b.length - a.length);
}
