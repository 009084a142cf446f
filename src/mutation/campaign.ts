import type { DataFile } from '../load/files.ts';
import type { Edit } from './edit.ts';
import { EDIT_KINDS } from './kinds.ts';
import type { Outcome } from './outcome.ts';
import { Subject, WRONG } from './outcome.ts';
import { oneOf, seeded } from './random.ts';

/** What was tried, and what became of it. */
export interface Trial {
  readonly number: number;
  readonly kind: string;
  readonly file: string;
  readonly line: number;
  readonly was: string;
  readonly is: string;
  readonly outcome: Outcome;
  readonly milliseconds: number;
  /** Where it went wrong: what was told instead. */
  readonly told?: string;
}

/** The edits from one number to another of a campaign, each the same whichever others are made. */
export function runTrials(files: readonly DataFile[], seed: number, from: number, to: number, tell: (trial: Trial) => void = () => {}): Trial[] {
  const subject = new Subject(files);
  const trials: Trial[] = [];
  for (let number = from; number < to; number++) {
    const { kind, edit } = editOf(files, seed, number);
    const { outcome, milliseconds, diagnostics, about } = subject.judge(edit);
    const told = about ?? diagnostics.slice(0, 3).map(({ file, line, message }) => `${file}:${line} ${message.en}`).join(' · ');
    const trial: Trial = {
      number, kind, file: edit.file, line: edit.from, was: edit.was.trim().slice(0, 120), is: edit.is.trim().slice(0, 120), outcome, milliseconds,
      ...(WRONG.has(outcome) ? { told } : {}),
    };
    trials.push(trial);
    tell(trial);
  }
  return trials;
}

/** The kinds follow one another, so that each has its share; the file and the place are drawn. */
function editOf(files: readonly DataFile[], seed: number, number: number): { kind: string; edit: Edit } {
  const kinds = Object.keys(EDIT_KINDS);
  const kind = kinds[number % kinds.length]!;
  const random = seeded(seed * 1_000_003 + number);
  for (let tries = 0; tries < 1000; tries++) {
    const edit = EDIT_KINDS[kind]!(oneOf(files, random), random);
    if (edit) return { kind, edit };
  }
  throw new RangeError(`no file that one can ${kind} in`);
}
