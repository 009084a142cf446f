import type { DataFile } from '../load/files.ts';

/** One change of one file, as a slip of a hand or of a program makes it. */
export interface Edit {
  readonly file: string;
  /** The file as it is after it. */
  readonly bytes: Uint8Array;
  /** The lines that it changed, from 1, in the file as it is after it. */
  readonly from: number;
  readonly to: number;
  /** By what a message can name what was changed, where it does not stand at its line. */
  readonly names: readonly string[];
  /** True where no body of data could mean it: it must be told. */
  readonly isMistake: boolean;
  /** Before and after, for a reader. */
  readonly was: string;
  readonly is: string;
}

/** A file in lines, with what is needed to make an edit of one of them. */
export class EditedFile {
  readonly file: string;
  readonly lines: readonly string[];

  constructor({ file, bytes }: DataFile) {
    this.file = file;
    this.lines = new TextDecoder().decode(bytes).split('\n');
  }

  /** The numbers of the lines, from 0, that something can be done with. */
  linesWith(pattern: RegExp): number[] {
    return this.lines.flatMap((line, index) => (pattern.test(line) ? [index] : []));
  }

  /** The line anew; it stands where it stood. */
  withLine(at: number, is: string, about: { readonly names: readonly string[]; readonly isMistake: boolean }): Edit {
    return this.withLines(this.lines.with(at, is), { ...about, from: at, to: at, was: this.lines[at] ?? '', is });
  }

  /** @param about with lines from 0 */
  withLines(lines: readonly string[], about: Omit<Edit, 'file' | 'bytes'>): Edit {
    return { file: this.file, bytes: new TextEncoder().encode(lines.join('\n')), ...about, from: about.from + 1, to: about.to + 1 };
  }

  /**
   * What a message about a line may call it: the ids and periods that it stands under, as others refer to them.
   * e.g. `np-rate@FY2024` in the file of an indicator, `demands-ratio` in that of a section.
   */
  namesOf(at: number): string[] {
    const base = this.file.split('/').at(-1)?.replace(/\.yaml$/, '') ?? '';
    const period = this.#above(at, 'at');
    const ids = [this.#above(at, 'id'), this.#above(at, 'cause')].filter((id) => id !== undefined);
    if (this.file.startsWith('data/indicators/')) return [`${base}@${period ?? ''}`, ...(period === undefined ? [base] : [])];
    if (this.file.startsWith('data/finance/')) return ids.flatMap((id) => [`/${id}@`, `/${id}/`, `/total@`]);
    return ids;
  }

  /** The value of the nearest key of that name on this line or above, that this line may belong to. */
  #above(at: number, key: string): string | undefined {
    const depth = indentOf(this.lines[at] ?? '');
    for (let index = at; index >= 0; index--) {
      const line = this.lines[index] ?? '';
      const found = new RegExp(`(?:^|[\\s{,-])${key}: "?([\\w-]+)`).exec(line)?.[1];
      if (found !== undefined && indentOf(line) <= depth) return found;
    }
    return undefined;
  }
}

/** Blanks before the key, a list's mark among them. */
export function indentOf(line: string): number {
  return /^[\s-]*/.exec(line)?.[0].length ?? 0;
}
