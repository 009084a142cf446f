import type { Localized } from '../locale.ts';

export type Severity = 'error' | 'warning';

/** A problem with the data: where it is, what is wrong, and how to mend it, in both languages. */
export interface Diagnostic {
  readonly severity: Severity;
  /** Stable name of the kind of problem, e.g. `unknown-key`. */
  readonly code: string;
  /** Path from the root of the data, with forward slashes. */
  readonly file: string;
  /** From 1; columns count UTF-16 units, as editors do. */
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly message: Localized;
  readonly repair?: Localized;
}

/** Sorted by file, line and column; the same problem at the same place is told once. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const seen = new Map<string, Diagnostic>();
  for (const diagnostic of diagnostics) seen.set(identity(diagnostic), diagnostic);
  return [...seen.values()].sort(
    (a, b) =>
      compare(a.file, b.file) ||
      a.line - b.line ||
      a.column - b.column ||
      compare(a.code, b.code) ||
      compare(a.message.en, b.message.en),
  );
}

function identity({ file, line, column, code, message }: Diagnostic): string {
  return [file, line, column, code, message.en].join('\0');
}

/** By code units: the same order on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
