import type { Problem } from '../diagnostics/problem.ts';
import type { Kept } from '../derive/kept.ts';
import type { Text } from '../schema/text.ts';
import { problem } from './problem.ts';

/** A problem that an editor can keep as it is printed, with a reason in every language. */
export interface Finding {
  readonly problem: Problem;
  readonly waiver: Text | undefined;
}

/** What no reason is given for, and reasons that nothing needs: those would hide the next mistake. */
export function weighFindings(findings: readonly Finding[], kept: readonly Kept[], isWhole: boolean): Problem[] {
  const used = new Set(findings.map(({ waiver }) => waiver));
  const open = findings.flatMap((finding) => (finding.waiver ? [] : [finding.problem]));
  const needless = isWhole ? kept.filter(({ waiver }) => !used.has(waiver)) : [];
  return [...open, ...needless.map(({ file, path }) => ({ ...problem('needless-waiver', file, path, NEEDLESS, REPAIR, 'warning'), at: 'key' as const }))];
}

const NEEDLESS = {
  ja: 'ここで見つかる食い違いはなく、この理由は要りません。',
  en: 'Nothing is found here that would need this reason.',
};
const REPAIR = { ja: 'この理由を消してください。', en: 'Remove the reason.' };
