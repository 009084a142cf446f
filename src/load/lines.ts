import type { Diagnostic } from '../diagnostics/diagnostic.ts';

/** Offsets in a text as lines and columns from 1. */
export class Lines {
  readonly #starts = [0];

  constructor(text: string) {
    for (const { 0: end, index } of text.matchAll(/\r\n|\r|\n/g)) this.#starts.push(index + end.length);
  }

  span(from: number, to: number): Pick<Diagnostic, 'line' | 'column' | 'endLine' | 'endColumn'> {
    const start = this.#at(from);
    const end = this.#at(Math.max(from, to));
    return { ...start, endLine: end.line, endColumn: end.column };
  }

  #at(offset: number): { line: number; column: number } {
    let [low, high] = [0, this.#starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (this.#starts[low] ?? 0) + 1 };
  }
}
