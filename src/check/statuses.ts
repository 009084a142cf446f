import type { Problem } from '../diagnostics/problem.ts';
import type { LoadedSection, Report } from '../load/report.ts';
import { splitProse } from '../prose/reference.ts';
import type { Progress } from '../schema/section-year.ts';
import { isMidTerm } from '../derive/mid-term.ts';
import type { Verdict } from '../derive/verdict.ts';
import { lineAt, lineSpan } from './line-span.ts';
import { problem } from './problem.ts';

/** Targets whose outcome the body leaves out without a word, in a document that tells that of others; and outcomes of targets that are not told which. */
export function checkStatuses(report: Report, verdicts: readonly Verdict[]): Problem[] {
  const judging = new Set(verdicts.flatMap(({ target: { source, official } }) => (official.says === 'not_stated' ? [] : [source.document])));
  return [
    ...verdicts.filter(({ section, target }) => !section.incomplete && (isMidTerm(section) || target.year === section.year))
      .filter(({ target: { source, official } }) => official.words || judging.has(source.document)).flatMap(withoutStatus),
    ...report.sections.filter(({ incomplete }) => !incomplete).flatMap(withoutTarget),
  ];
}

function withoutStatus({ target, section, result }: Verdict): Problem[] {
  const { says, words } = target.official;
  if (says !== 'not_stated' || target.note) return [];
  const index = section.data.targets?.indexOf(target) ?? 0;
  const at = (message: Problem['message'], repair: Problem['message']) => [problem('status-missing', section.file, ['targets', index, 'official', 'says'], message, repair, 'warning')];
  if (words) return at(WORDS_ONLY(target.id), WORDS_ONLY_REPAIR);
  return result === 'achieved' || result === 'not_achieved' ? at(NO_STATUS(target.id), NO_STATUS_REPAIR) : [];
}

/** A text that tells how a target came out stands with that target, or names it. */
function withoutTarget({ file, data }: LoadedSection): Problem[] {
  return data.measures.flatMap((measure, m) => measure.clauses.flatMap((clause, c) => {
    if (clause.targets?.length) return [];
    return (['progress', 'evaluation'] as const).flatMap((column) => (clause[column] ?? []).flatMap((entry, e) => {
      const outcome = outcomeOf(entry);
      if (!outcome) return [];
      const told = problem('status-without-target', file, ['measures', m, 'clauses', c, column, e, 'text', 'ja'], NO_TARGET(outcome[0]), NO_TARGET_REPAIR, 'warning');
      return [{ ...told, span: lineSpan(entry.text?.['ja'] ?? '', lineAt(outcome.input, outcome.index)) }];
    }));
  }));
}

/** 目標を上回りました, but not 目標を達成するため. */
function outcomeOf({ text }: Progress): RegExpExecArray | undefined {
  const pieces = splitProse(text?.['ja'] ?? '');
  if (pieces.some(({ reference }) => reference?.kind === 'link' && reference.to === 'target')) return undefined;
  const words = pieces.map(({ raw, reference }) => (reference === undefined ? raw : '〓')).join('');
  return /(?<!所期の|(?:国|政府|世界|業界|[A-Z]{2,})の)目標[^。、]{0,12}(?:を達成し(?:ま|た|て)|を上回(?:り|っ|る〓)|を下回(?:り|っ|る〓)|に(?:は)?届き|に(?:は)?達し(?:ま|た))/.exec(words) ?? undefined;
}

const NO_STATUS = (id: string) => ({
  ja: `目標「${id}」は結果が出ていますが、機関自身の評価がありません（not_stated）。`,
  en: `The target “${id}” has its result, but no verdict of the body itself (not_stated).`,
});
const NO_STATUS_REPAIR = {
  ja: '文書の評価を official.says に書いてください。文書に評価がなければ、目標の note にそう書きます。',
  en: 'Write what the document says of it under official.says. If it says nothing, say so under “note” of the target.',
};
const WORDS_ONLY = (id: string) => ({
  ja: `目標「${id}」には機関自身の言葉（words）がありますが、評価の区分がありません（not_stated）。`,
  en: `The target “${id}” has the body’s own words, but no verdict (not_stated).`,
});
const WORDS_ONLY_REPAIR = {
  ja: '言葉に合う区分を official.says に選んでください。言葉が評価を述べていなければ、目標の note にそう書きます。',
  en: 'Choose the verdict under official.says that fits the words. If they are no verdict, say so under “note” of the target.',
};
const NO_TARGET = (outcome: string) => ({
  ja: `「${outcome}…」は目標の結果を述べていますが、この計画項目に目標がありません。`,
  en: `“${outcome}…” tells how a target came out, but this clause has no target.`,
});
const NO_TARGET_REPAIR = {
  ja: '計画項目の targets に目標の id を加えるか、文の中に {target:目標の id} と書いてください。',
  en: 'Add the target’s id to “targets” of the clause, or name it in the text as {target:id}.',
};
