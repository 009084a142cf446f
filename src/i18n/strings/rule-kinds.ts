import type { Localized } from '../../locale.ts';

/** The kinds of rules in a few words, to choose from. */
export const RULE_KINDS = {
  gte: { ja: '一定の値以上', en: 'At least a value' },
  gt: { ja: '一定の値を超える', en: 'More than a value' },
  lte: { ja: '一定の値以下', en: 'At most a value' },
  lt: { ja: '一定の値未満', en: 'Less than a value' },
  range: { ja: '値の幅に入る', en: 'Within a range' },
  count: { ja: '件数の合計', en: 'A number in all' },
  gte_prev: { ja: '前年度と同等以上', en: 'At or above the year before' },
  gt_prev: { ja: '前年度を上回る', en: 'Above the year before' },
  lte_prev: { ja: '前年度以下', en: 'At or below the year before' },
  lt_prev: { ja: '前年度を下回る', en: 'Below the year before' },
  delta_prev: { ja: '前年度からの伸び', en: 'Growth on the year before' },
  delta_base: { ja: '基準の年度からの伸び', en: 'Growth on a base year' },
  delta_cohort: { ja: '対象年度の値からの伸び', en: 'Growth on the cohort’s own figure' },
  growth_second_order: { ja: '前年度以上の伸び幅', en: 'Growth as great as the year before' },
  reduction_plan: { ja: '計画額からの削減', en: 'Saving on the planned amount' },
  reduction_base: { ja: '基準の年度からの削減', en: 'Reduction from a base year' },
  all_by: { ja: '期限までに残りゼロ', en: 'None left by a day' },
  by_date: { ja: '期日までに実施', en: 'Done by a day' },
  within_business_days: { ja: '日数以内', en: 'Within a number of days' },
  streak: { ja: '連続の向上', en: 'Improvement in a row' },
  restore_best: { ja: '過去最高の回復', en: 'Back to the best level' },
  qualitative: { ja: '数値のない目標', en: 'Without a figure' },
  each: { ja: '複数の条件すべて', en: 'Several conditions at once' },
} as const satisfies Record<string, Localized>;
