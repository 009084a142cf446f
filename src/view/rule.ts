import type { LoadedIndicator } from '../load/report.ts';
import { readTargetValue } from '../derive/requirement.ts';
import type { SimpleRule } from '../schema/target.ts';
import type { Edition } from './edition.ts';

/** A rule as a sentence that a reader can check: 「前年度から+1.0ポイント程度以上」. */
export function describeRule(edition: Edition, rule: SimpleRule, indicator: LoadedIndicator | undefined): string {
  const value = 'value' in rule ? valueText(edition, rule.value, indicator) : '';
  const words = sentences(edition, rule, value);
  return edition.locale === 'ja' ? words.ja : words.en;
}

function valueText(edition: Edition, printed: string, indicator: LoadedIndicator | undefined): string {
  const quantity = indicator ? readTargetValue(edition.model.report, printed, indicator) : undefined;
  return quantity ? edition.quantity(quantity) : printed;
}

function sentences(edition: Edition, rule: SimpleRule, value: string): { ja: string; en: string } {
  const period = (at: string) => edition.period(at, 'total');
  switch (rule.rule) {
    case 'gte': return atLeast(value, '');
    case 'gt': return { ja: `${value}を超える`, en: `more than ${value}` };
    case 'lte': return { ja: `${value}以下`, en: `${value} or less` };
    case 'lt': return { ja: `${value}未満`, en: `under ${value}` };
    case 'count': return { ja: `合計${atLeast(value, '').ja}`, en: atLeast(value, ' in all').en };
    case 'range': return { ja: `${value}に入る`, en: `within the ${value}` };
    case 'gte_prev': return { ja: '前年度と同等以上', en: 'at or above the year before' };
    case 'gt_prev': return { ja: '前年度を上回る', en: 'above the year before' };
    case 'lte_prev': return { ja: '前年度以下', en: 'at or below the year before' };
    case 'lt_prev': return { ja: '前年度を下回る', en: 'below the year before' };
    case 'delta_prev': return { ja: `前年度の実績から${atLeast(value, '').ja}の伸び`, en: atLeast(value, ' on the year before').en };
    case 'delta_base': return { ja: `${period(rule.base)}から${atLeast(value, '').ja}の伸び`, en: atLeast(value, ` on ${period(rule.base)}`).en };
    case 'delta_cohort': return { ja: `対象年度の現年度の値から${atLeast(value, '').ja}の伸び`, en: atLeast(value, ' on the cohort’s own first-year figure').en };
    case 'growth_second_order': return { ja: '前年度以上の伸び幅', en: 'growth at or above that of the year before' };
    case 'reduction_base': return { ja: `${period(rule.base)}から${value}以上の削減`, en: `a reduction by ${value} or more from ${period(rule.base)}` };
    case 'reduction_plan': return { ja: `計画額の${value}以上の削減`, en: `a saving of ${value} or more of the planned amount` };
    case 'all_by': return { ja: `${edition.day(rule.by)}までに残りをなくす`, en: `none left by ${edition.day(rule.by)}` };
    case 'by_date': return { ja: `${edition.day(rule.by)}までに実施`, en: `done by ${edition.day(rule.by)}` };
    case 'within_business_days': return { ja: `${value}以内`, en: `within ${value}` };
    case 'streak': return { ja: `${value}で向上`, en: `improvement for ${value.replace(/\s*in a row$/, '')} in a row` };
    case 'restore_best': return { ja: '過去最高の水準を回復', en: 'back to the best level so far' };
    case 'qualitative': return { ja: '数値のない目標', en: 'a goal without a figure' };
  }
}


/** A figure that says 以上 / at least by itself is not given it twice. */
function atLeast(value: string, end: string): { ja: string; en: string } {
  return {
    ja: value.endsWith('以上') ? value : `${value}以上`,
    en: value.startsWith('at least ') ? `${value}${end}` : `${value} or more${end}`,
  };
}
