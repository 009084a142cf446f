import type { Path, Problem } from '../diagnostics/problem.ts';
import { figureProblem } from '../load/figure-problems.ts';
import type { LoadedSection, Report } from '../load/report.ts';
import { parseQuantity } from '../quantity/parse.ts';
import type { SimpleRule, Target } from '../schema/target.ts';
import type { Result, Verdict } from '../derive/verdict.ts';
import { problem } from './problem.ts';

/** Targets that can be judged, belong to a clause, and agree with the body's own verdict or say why not. */
export function checkTargets(report: Report, verdicts: readonly Verdict[]): Problem[] {
  const rules = report.sections.flatMap((section) => (section.data.targets ?? []).flatMap((target, index) => [
    ...rulesOf(target).flatMap(({ rule, path }) => checkValue(report, section, rule, ['targets', index, 'rule', ...path])),
    ...(isPlaced(section, target) ? [] : [problem('target-without-clause', section.file, ['targets', index, 'id'], UNPLACED(target.id), UNPLACED_REPAIR)]),
  ]));
  return [...rules, ...verdicts.flatMap(checkOfficial)];
}

function rulesOf({ rule }: Target): { rule: SimpleRule; path: Path }[] {
  if (rule.rule !== 'each') return [{ rule, path: [] }];
  return rule.of.map((each, index) => ({ rule: each, path: ['of', index] }));
}

/** The figure of a rule is in the indicator's unit, in that of its changes, or in percent. */
function checkValue(report: Report, { file }: LoadedSection, rule: SimpleRule, path: Path): Problem[] {
  if (!('value' in rule)) return [];
  const indicator = report.indicators.get(rule.indicator);
  const unit = report.units.get(indicator?.data.unit ?? '');
  const result = parseQuantity(rule.value, report.units, unit?.id);
  if (!result.ok) return [figureProblem(file, [...path, 'value'], rule.value, result.problem)];
  if (!unit || rule.rule === 'streak') return [];
  const isDelta = rule.rule.startsWith('delta_');
  const isReduction = rule.rule.startsWith('reduction_');
  const found = report.units.get(result.quantity.unit);
  const fits = isReduction ? found?.kind === 'rate' : isDelta ? found?.id === (unit.change ?? unit.id) || found?.id === unit.id : found?.id === unit.id;
  if (fits) return [];
  const wanted = isDelta ? report.units.get(unit.change ?? unit.id) ?? unit : unit;
  return [problem('unit-differs', file, [...path, 'value'], {
    ja: `目標の単位が指標と違います: 「${rule.value}」、指標は ${wanted.label.ja.other}。`,
    en: `The unit of the target differs from the indicator’s: “${rule.value}”, the indicator is in ${wanted.label.en.other}.`,
  }, { ja: '目標の値の単位を直してください。', en: 'Mend the unit of the target.' })];
}

function isPlaced({ data }: LoadedSection, { id }: Target): boolean {
  return data.measures.some((measure) => measure.clauses.some((clause) => clause.targets?.includes(id)));
}

/** What the body says must fit what its figures say, or a note explains. */
function checkOfficial({ target, section, result }: Verdict): Problem[] {
  const { says } = target.official;
  const clash = CLASHES[result]?.includes(says) ?? false;
  if (!clash || target.note) return [];
  const index = section.data.targets?.indexOf(target) ?? 0;
  return [problem('official-differs', section.file, ['targets', index, 'official', 'says'], {
    ja: `機関自身の評価（${says}）が計算した結果（${result}）と食い違います。`,
    en: `The body’s own verdict (${says}) differs from the computed one (${result}).`,
  }, { ja: 'note に理由を書いてください。', en: 'Explain the difference under “note”.' })];
}

const CLASHES: Partial<Record<Result, readonly string[]>> = {
  achieved: ['behind', 'not_done_yet', 'suspended'],
  not_achieved: ['achieved', 'on_track'],
  no_data: ['achieved'],
};

const UNPLACED = (id: string) => ({ ja: `目標「${id}」がどの計画項目にも付いていません。`, en: `The target “${id}” belongs to no clause.` });
const UNPLACED_REPAIR = { ja: '計画項目の targets に id を加えてください。', en: 'Add its id to “targets” of a clause.' };
