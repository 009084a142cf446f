import type { Localized } from '../../locale.ts';
import { FINANCE_STRINGS } from './finance.ts';
import { OPEN_DATA_STRINGS } from './open-data.ts';
import { VIEWS } from './views.ts';

/** What is said otherwise where the year of plans and reports is the calendar year: it is no 年度, no fiscal year. */
export const CALENDAR_YEAR_STRINGS = {
  ...ofCalendarYears(VIEWS),
  ...ofCalendarYears(FINANCE_STRINGS),
  ruleAtLeastBefore: { ja: '前年と同等以上', en: 'at or above the year before' },
  ruleAboveBefore: { ja: '前年を上回る', en: 'above the year before' },
  ruleAtMostBefore: { ja: '前年以下', en: 'at or below the year before' },
  ruleBelowBefore: { ja: '前年を下回る', en: 'below the year before' },
  ruleGrowth: { ja: '前年の実績から{0}の伸び', en: '{0} on the year before' },
  ruleFall: { ja: '前年の実績から{0}以上の減', en: 'a fall of {0} or more on the year before' },
  ruleGrowthOfCohort: { ja: '対象の年の当年の値から{0}の伸び', en: '{0} on the cohort’s own first-year figure' },
  ruleGrowthOfGrowth: { ja: '前年以上の伸び幅', en: 'growth at or above that of the year before' },
  relationToPrevious: { ja: '前の年との関係', en: 'Against the year before' },
  followedByYear: { ja: '年ごとの分の推移', en: 'Followed by year' },
  sameYear: { ja: '当年', en: 'same year' },
  issues: { ja: '次の年の計画に向けた課題', en: 'Issues for next year’s plan' },
  byYear: { ja: '年の値', en: 'By year' },
  yearlyChart: { ja: '年ごとの推移', en: 'By year' },
  monthlyChart: { ja: '月ごとの推移と前年', en: 'By month, with the year before' },
  monthlyEarlier: { ja: '月ごとの推移とこれまでの年', en: 'By month, with earlier years' },
  quarterlyChart: { ja: '四半期ごとの推移と前年', en: 'By quarter, with the year before' },
  quarterlyEarlier: { ja: '四半期ごとの推移とこれまでの年', en: 'By quarter, with earlier years' },
  headlineCohortChange: { ja: '当年の値から{0}', en: '{0} on its first-year value' },
  annualPages: { ja: '年次計画{0}', en: 'annual plan {0}' },
  courseTitle: { ja: '目標の指標の、年ごとの値', en: 'The indicators of the targets, year by year' },
  courseNote: {
    ja: '年の値がまだない年は、その年の最新の月末の値です。空欄は、公表された値がないことを表します。',
    en: 'For a year without a figure yet, the value at the end of its latest month. An empty cell has no published figure.',
  },
  dataReading: {
    ja: OPEN_DATA_STRINGS.dataReading.ja.replace('年度は', '年は'),
    en: OPEN_DATA_STRINGS.dataReading.en.replace('A fiscal year', 'A year'),
  },
} as const satisfies Record<string, Localized>;

/** 年度 → 年, 年度計画 → 年次計画. */
function ofCalendarYears<K extends string>(strings: Readonly<Record<K, Localized>>): Record<K, Localized> {
  const changed = Object.entries<Localized>(strings).map(([key, { ja, en }]) => [key, { ja: ja.replaceAll('年度計画', '年次計画').replaceAll('年度', '年'), en }]);
  return Object.fromEntries(changed) as Record<K, Localized>;
}
