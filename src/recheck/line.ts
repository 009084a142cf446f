import { parseCase } from './case.ts';
import type { IdentifiedCase } from './case.ts';
import type { CaseProblem } from './problem.ts';
import { recheck } from './recheck.ts';
import type { RecheckResult } from './recheck.ts';

export type LineResult =
  | { readonly type: 'blank' }
  | { readonly type: 'checked'; readonly figure: IdentifiedCase; readonly result: RecheckResult }
  | { readonly type: 'problem'; readonly problem: CaseProblem };

/** Rechecks one line of a JSON Lines file, whatever ends it and whatever mark begins the file. */
export function recheckLine(line: string): LineResult {
  const text = line.replace(/^\uFEFF/, '').trim();
  if (text === '') return { type: 'blank' };
  const figure = parseCase(text);
  if (!figure.ok) return { type: 'problem', problem: figure.problem };
  return { type: 'checked', figure: figure.value, result: recheck(figure.value) };
}

/** e.g. 'D0008 rounding', or one line of JSON. */
export function printResult(figure: IdentifiedCase, result: RecheckResult, json: boolean): string {
  const { id, kind, reported } = figure;
  const { verdict, value, rounded, low, high } = result;
  if (!json) return `${id} ${verdict}`;
  return JSON.stringify({ id, kind, verdict, reported, value, rounded, low, high });
}
