import type { Severity } from '../diagnostics/diagnostic.ts';
import type { Path, Problem } from '../diagnostics/problem.ts';
import type { Localized } from '../locale.ts';

export function problem(
  code: string,
  file: string,
  path: Path,
  message: Localized,
  repair?: Localized,
  severity: Severity = 'error',
): Problem {
  return { severity, code, file, path, message, ...(repair ? { repair } : {}) };
}
