import type { Path, Problem } from '../diagnostics/problem.ts';
import { figureProblem } from '../load/figure-problems.ts';
import type { LoadedIndicator, LoadedText, Report } from '../load/report.ts';
import { Decimal } from '../quantity/decimal.ts';
import { parseQuantity } from '../quantity/parse.ts';
import type { SimpleRule, Target } from '../schema/target.ts';
import { quantityOf } from '../derive/figures.ts';
import { isMidTerm, placedTargets } from '../derive/mid-term.ts';
import type { Part, Result, Verdict } from '../derive/verdict.ts';
import { differenceUnit, isPercent, labelIn, percentUnit } from '../quantity/unit.ts';
import { WORDS } from '../i18n/strings.ts';
import { previousYear } from '../time/period.ts';
import { problem } from './problem.ts';

/** Targets that can be judged, belong to a clause, and agree with the body's own verdict or say why not. */
export function checkTargets(report: Report, verdicts: readonly Verdict[]): Problem[] {
  const rules = [...report.sections, ...report.midTerms].flatMap((section) =>
    (section.data.targets ?? []).flatMap((target, index) => [
      ...rulesOf(target).flatMap(({ rule, path }) =>
        [...checkValue(report, section, rule, ['targets', index, 'rule', ...path]), ...(target.note ? [] : checkDirection(report, section, rule, ['targets', index, 'rule', ...path]))],
      ),
      ...(section.incomplete || placedTargets(section).has(target.id)
        ? []
        : [
            problem(
              'target-without-clause',
              section.file,
              ['targets', index, 'id'],
              isMidTerm(section) ? UNPLACED_IN_PLAN(target.id) : UNPLACED(target.id),
              isMidTerm(section) ? UNPLACED_IN_PLAN_REPAIR : UNPLACED_REPAIR,
            ),
          ]),
    ]),
  );
  return [...rules, ...verdicts.filter((verdict) => isSound(report, verdict)).flatMap(checkOfficial)];
}

/** The rules that a target is judged by: its own, or each of several. */
export function rulesOf({ rule }: Target): { rule: SimpleRule; path: Path }[] {
  if (rule.rule !== 'each') return [{ rule, path: [] }];
  return rule.of.map((each, index) => ({ rule: each, path: ['of', index] }));
}

/** The figure of a rule is in the indicator's unit, in that of its changes, or in percent. */
function checkValue(report: Report, { file }: LoadedText, rule: SimpleRule, path: Path): Problem[] {
  if (!('value' in rule)) return [];
  const indicator = report.indicators.get(rule.indicator);
  const unit = report.units.get(indicator?.data.unit ?? '');
  const result = parseQuantity(rule.value, report.units, unit?.id);
  if (!result.ok) return [figureProblem(file, [...path, 'value'], rule.value, result.problem)];
  const difference = unit && differenceUnit(unit, report.units);
  if (!unit || !difference || rule.rule === 'streak') return [];
  // Where no figure of the indicator could be read, its own unit is the mistake.
  if (indicator?.observations.size === 0) return [];
  const isDelta = rule.rule.startsWith('delta_');
  const isReduction = rule.rule.startsWith('reduction_');
  const found = report.units.get(result.quantity.unit);
  const fits = isReduction
    ? isPercent(found, report.units)
    : isDelta
      ? found === difference || found === unit
      : found === unit;
  if (fits) return [];
  const wanted = isReduction
    ? (percentUnit(report.units) ?? unit)
    : isDelta
      ? difference
      : unit;
  return [
    problem(
      'unit-differs',
      file,
      [...path, 'value'],
      {
        ja: `目標の値「${rule.value}」の単位が違います。この規則と指標「${rule.indicator}」では「${labelIn(wanted, 'ja').other}」です。`,
        en: `The unit of the target’s figure “${rule.value}” is wrong: with this rule and “${rule.indicator}” it is “${labelIn(wanted, 'en').other}”.`,
      },
      {
        ja: '目標の値の単位か、規則（rule）か、指標（indicator）を直してください。',
        en: 'Mend the unit of the figure, the rule, or the indicator.',
      },
    ),
  ];
}

/** Less overtime by an hour is -1時間: without the sign a rise would be asked for. */
function checkDirection(report: Report, { file }: LoadedText, rule: SimpleRule, path: Path): Problem[] {
  if (rule.rule !== 'delta_prev' && rule.rule !== 'delta_base' && rule.rule !== 'delta_cohort') return [];
  const indicator = report.indicators.get(rule.indicator);
  const read = parseQuantity(rule.value, report.units, indicator?.data.unit);
  if (indicator?.data.better !== 'lower' || !read.ok || !new Decimal(read.quantity.value).gt(0)) return [];
  return [problem('rise-of-lower', file, [...path, 'value'], RISE(rule.value, rule.indicator), RISE_REPAIR(rule.value), 'warning')];
}

/** A verdict over figures that could not all be read says nothing. */
function isSound({ unread }: Report, { parts, section }: Verdict): boolean {
  const isWhole = ({ data, incomplete }: LoadedIndicator) =>
    !incomplete && ![...unread].some((name) => name === data.id || name.startsWith(`${data.id}@`));
  return !section.incomplete && parts.every(({ indicator }) => indicator === undefined || isWhole(indicator));
}

/** What the body says must fit what its figures say, or a note explains. */
function checkOfficial(verdict: Verdict): Problem[] {
  const { target, section, result } = verdict;
  const { says } = target.official;
  const clash = CLASHES[result]?.includes(says) || (says === 'achieved' && isAwaited(verdict));
  if (!clash || target.note) return [];
  const index = section.data.targets?.indexOf(target) ?? 0;
  const basis = basisOf(verdict);
  return [
    problem(
      'official-differs',
      section.file,
      ['targets', index, 'official', 'says'],
      {
        ja: `機関自身の評価「${WORDS.official[says].ja}」（${says}）が、${basis.map((ref) => `${ref} `).join('と ')}${basis.length > 0 ? 'から' : ''}計算した目標「${target.id}」の結果「${WORDS.result[result].ja}」と食い違います。`,
        en: `The body’s own verdict, “${WORDS.official[says].en}” (${says}), differs from that of the target “${target.id}” as computed${basis.length > 0 ? ` from ${basis.join(' and ')}` : ''}, “${WORDS.result[result].en}”.`,
      },
      {
        ja: '評価と目標の値を確かめてください。文書のとおりであれば、目標の note に違いの理由を書きます。',
        en: 'Check both. If the document says so, explain the difference under “note” of the target.',
      },
    ),
  ];
}

/** Nothing is known yet that could bear a verdict out. */
function isAwaited({ result, parts }: Verdict): boolean {
  return result === 'pending' && parts.some(({ value }) => value) && !parts.some(({ value }) => quantityOf(value));
}

/** The figures that a verdict rests on; where it lacks one, that one, or the indicator that has none. */
function basisOf({ parts }: Verdict): string[] {
  return [...new Set(parts.flatMap((part) => {
    const { indicator, value, requirement, change } = part;
    if (!value) return indicator ? [indicator.data.id] : [];
    return [value, change?.base, requirement?.base].flatMap((found) => found?.ref ?? []).concat(requirement ? [] : lastYears(part));
  }))];
}

/** `np-rate@FY2024`, which a figure of FY2025 should have been compared with. */
function lastYears({ rule, indicator, value }: Part): string[] {
  const at = value?.ref.split('@')[1];
  return indicator && at !== undefined && /_prev$/.test(rule.rule) ? [`${indicator.data.id}@${previousYear(at)}`] : [];
}

const CLASHES: Partial<Record<Result, readonly string[]>> = {
  achieved: ['behind', 'not_done_yet', 'suspended'],
  not_achieved: ['achieved', 'on_track'],
  no_data: ['achieved'],
};

const RISE = (value: string, id: string) => ({
  ja: `指標「${id}」は低いほどよいのに、目標の値「${value}」はその分の増を求めています。`,
  en: `The lower “${id}” is the better, but the target’s figure “${value}” asks for a rise.`,
});
const RISE_REPAIR = (value: string) => {
  const fall = `-${value.replace(/^[+＋]/, '')}`;
  return {
    ja: `減らす目標であれば → ${fall}。増やす目標であれば、目標の note にそう書きます。`,
    en: `If a fall is asked for → ${fall}. If a rise is, say so under “note” of the target.`,
  };
};
const UNPLACED = (id: string) => ({
  ja: `目標「${id}」がどの計画項目にも付いていません。`,
  en: `The target “${id}” belongs to no clause.`,
});
const UNPLACED_REPAIR = {
  ja: '施策（measures）の計画項目の targets に id を加えてください。',
  en: 'Add its id to “targets” of a clause under “measures”.',
};
const UNPLACED_IN_PLAN = (id: string) => ({
  ja: `目標「${id}」がどの施策にも付いていません。`,
  en: `The target “${id}” belongs to no measure.`,
});
const UNPLACED_IN_PLAN_REPAIR = {
  ja: '施策（measures）の項目（items）の targets に id を加えてください。',
  en: 'Add its id to “targets” of an item under “measures”.',
};
