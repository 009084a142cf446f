import type { LoadedIndicator } from '../load/report.ts';
import { deltaRelation, readTargetValue } from '../derive/requirement.ts';
import { Decimal } from '../quantity/decimal.ts';
import type { Quantity } from '../quantity/quantity.ts';
import type { SimpleRule } from '../schema/target.ts';
import type { Edition } from './edition.ts';

/** A rule as a sentence that a reader can check: 「前年度から+1.0ポイント程度以上」. */
export function describeRule(edition: Edition, rule: SimpleRule, indicator: LoadedIndicator | undefined): string {
  const { value, atLeast, fall } = 'value' in rule ? valueText(edition, rule.value, indicator) : { value: '', atLeast: '' };
  const day = (at: string) => edition.day(at);
  switch (rule.rule) {
    case 'gte': return atLeast;
    case 'gt': return edition.t('moreThan', value);
    case 'lte': return edition.t('orLess', value);
    case 'lt': return edition.t('under', value);
    case 'count': return edition.t('ruleCount', atLeast);
    case 'range': return edition.t('ruleRange', value);
    case 'gte_prev': return edition.t('ruleAtLeastBefore');
    case 'gt_prev': return edition.t('ruleAboveBefore');
    case 'lte_prev': return edition.t('ruleAtMostBefore');
    case 'lt_prev': return edition.t('ruleBelowBefore');
    case 'delta_prev': return fall === undefined ? edition.t('ruleGrowth', atLeast) : edition.t('ruleFall', fall);
    case 'delta_base': return fall === undefined ? edition.t('ruleGrowthFrom', atLeast, edition.period(rule.base, 'total')) : edition.t('ruleReduction', fall, edition.period(rule.base, 'total'));
    case 'delta_cohort': return edition.t('ruleGrowthOfCohort', atLeast);
    case 'growth_second_order': return edition.t('ruleGrowthOfGrowth');
    case 'reduction_base': return edition.t('ruleReduction', value, edition.period(rule.base, 'total'));
    case 'reduction_plan': return edition.t('ruleSaving', value);
    case 'all_by': return edition.t('ruleNoneLeft', day(rule.by));
    case 'by_date': return edition.t('ruleDoneBy', day(rule.by));
    case 'within_business_days': return edition.t('ruleWithin', value);
    case 'streak': return streakText(edition, value);
    case 'restore_best': return edition.t('ruleRestored');
    case 'qualitative': return edition.t('ruleQualitative');
  }
}

/** The figure, and as a lower bound: one that says 以上 / at least by itself is not given it twice. `fall`: its size, where that much less is asked for. */
function valueText(edition: Edition, printed: string, indicator: LoadedIndicator | undefined): { value: string; atLeast: string; fall?: string } {
  const quantity = indicator ? readTargetValue(edition.model.report, printed, indicator) : undefined;
  const value = quantity ? edition.quantity(quantity) : printed;
  const saysSo = quantity?.qualifiers?.some((name) => name === 'or_more' || name === 'approximately_or_more');
  const isFall = indicator && quantity && deltaRelation(indicator, new Decimal(quantity.value)) === 'lte';
  return { value, atLeast: saysSo ? value : edition.t('orMore', value), ...(isFall ? { fall: edition.quantity(fallOf(quantity)) } : {}) };
}

/** Of -1時間以上: 1時間, as the sentence says the rest. */
function fallOf({ qualifiers = [], ...plain }: Quantity): Quantity {
  const rest = qualifiers.filter((name) => name !== 'or_more');
  return { ...plain, value: plain.value.replace('-', ''), ...(rest.length > 0 && { qualifiers: rest }) };
}

/** “two years in a row” has the closing words of the sentence already. */
function streakText(edition: Edition, value: string): string {
  const [, closing = ''] = edition.language.strings.ruleStreak.split('{0}');
  return edition.t('ruleStreak', closing !== '' && value.endsWith(closing) ? value.slice(0, -closing.length) : value);
}
