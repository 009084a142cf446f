import type { Verdict } from '../derive/verdict.ts';
import type { Localized } from '../locale.ts';
import { viewVerdict } from '../view/verdict.ts';
import type { Place, Side } from './side.ts';

/** A target that is judged otherwise, or on other figures, than before. */
export interface VerdictChange {
  readonly target: string;
  readonly title: Localized;
  readonly place: Place;
  /** The result itself is another. */
  readonly flips: boolean;
  readonly before: VerdictWords;
  readonly after: VerdictWords;
}

export interface VerdictWords {
  readonly result: Localized;
  readonly timing: Localized;
  readonly trajectory?: Localized;
  /** The values that it rests on, as the page computes with them. */
  readonly figures: Localized;
}

/** Targets that are new or gone are told of elsewhere. */
export function compareVerdicts(before: Side, after: Side): VerdictChange[] {
  return [...after.model.verdictsById].flatMap(([id, verdict]): VerdictChange[] => {
    const earlier = before.model.verdictsById.get(id);
    if (!earlier) return [];
    const [old, now] = [wordsOf(before, earlier), wordsOf(after, verdict)];
    if (JSON.stringify(old) === JSON.stringify(now) && earlier.result === verdict.result) return [];
    return [{
      target: id, title: after.say((edition) => edition.pick(verdict.target.title)), place: placeOf(after, verdict),
      flips: earlier.result !== verdict.result, before: old, after: now,
    }];
  });
}

function placeOf(side: Side, { section, target }: Verdict): Place {
  const index = section.data.targets?.findIndex(({ id }) => id === target.id) ?? 0;
  return side.place(section.file, ['targets', index, 'id']);
}

function wordsOf(side: Side, verdict: Verdict): VerdictWords {
  const { trajectory } = verdict;
  return {
    result: side.say((edition) => edition.word('result', verdict.result)),
    timing: side.say((edition) => edition.word('timing', verdict.timing)),
    ...(trajectory ? { trajectory: side.say((edition) => edition.word('trajectory', trajectory)) } : {}),
    figures: side.say((edition) => figuresOf(viewVerdict(edition, verdict).parts, edition.t('clauseGap'))),
  };
}

/** 72.7% − 72.5% = +0.2ポイント */
function figuresOf(parts: ReturnType<typeof viewVerdict>['parts'], gap: string): string {
  return parts.map(({ computation, value }) => computation ?? value?.figure ?? '').filter((text) => text !== '').join(gap);
}
