import type { LoadedMidTerm, LoadedText } from '../load/report.ts';
import type { MidTermMeasure } from '../schema/mid-term.ts';
import type { Verdict } from './verdict.ts';

/** A medium-term plan with its targets as they stand now. */
export interface MidTermEdition {
  readonly plan: LoadedMidTerm;
  readonly verdicts: readonly Verdict[];
}

/** The sections of a measure, where it does not name its own: those of its chapter. */
export interface PlacedMeasure {
  readonly measure: MidTermMeasure;
  readonly sections: readonly string[];
}

export function measuresOf({ data }: LoadedMidTerm): PlacedMeasure[] {
  return data.chapters.flatMap((chapter) =>
    (chapter.measures ?? []).map((measure) => ({ measure, sections: measure.sections ?? chapter.sections })),
  );
}

/** The targets that a clause of a section, or an item of a medium-term plan, calls its own. */
export function placedTargets(text: LoadedText): ReadonlySet<string> {
  return new Set(isMidTerm(text) ? targetsOfPlan(text) : targetsOfSection(text));
}

export function isMidTerm(text: LoadedText): text is LoadedMidTerm {
  return 'chapters' in text.data;
}

function targetsOfPlan(plan: LoadedMidTerm): string[] {
  const items = measuresOf(plan).flatMap(({ measure }) => measure.items.flatMap(({ targets = [] }) => targets));
  return [...items, ...plan.data.concept.flatMap(({ targets = [] }) => targets)];
}

function targetsOfSection({ data }: Exclude<LoadedText, LoadedMidTerm>): string[] {
  return data.measures.flatMap((measure) => measure.clauses.flatMap(({ targets = [] }) => targets));
}
