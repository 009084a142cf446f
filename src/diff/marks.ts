import { align } from './alignment.ts';
import type { Run } from './alignment.ts';

/** For each word, whether the other text lacks it. */
export interface Marks {
  readonly before: readonly boolean[];
  readonly after: readonly boolean[];
}

/** How many letters may stay unmarked between two changes before they only disturb the reader. */
const CRUMB = 2;

/** Marks the words in which two texts differ, in stretches that can be read. */
export function markWords(before: readonly string[], after: readonly string[]): Marks {
  const marks = { before: before.map(() => false), after: after.map(() => false) };
  const runs = align(before, after);
  runs.forEach((run, index) => {
    const isCrumb = run.kind === 'same' && isBetweenChanges(runs, index) && lengthOf(before.slice(...run.before)) <= CRUMB;
    if (run.kind === 'same' && !isCrumb) return;
    marks.before.fill(true, ...run.before);
    marks.after.fill(true, ...run.after);
  });
  return marks;
}

/** On both sides something is gone and something has come. */
function isBetweenChanges(runs: readonly Run[], index: number): boolean {
  const kinds = (from: number): string => runs.slice(Math.max(0, from), from + 2).map(({ kind }) => kind).join();
  return kinds(index - 2) === 'gone,come' && kinds(index + 1) === 'gone,come';
}

function lengthOf(words: readonly string[]): number {
  return words.join('').length;
}
