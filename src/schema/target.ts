import { z } from 'zod';
import { Printed } from './figure.ts';
import { Day, FiscalYear, Period } from './period.ts';
import { Id, Name, Source, Text } from './text.ts';

const indicator = Id.meta({ description: '判定に使う指標' });
const value = Printed.meta({ description: '目標の値（印刷どおり。「80%台半ば」「+1.0ポイント程度」も可）' });

const threshold = (rule: 'gte' | 'lte' | 'gt' | 'lt' | 'range' | 'count') =>
  z.strictObject({ rule: z.literal(rule), indicator, value });
const againstPrevious = (rule: 'gte_prev' | 'gt_prev' | 'lt_prev' | 'lte_prev' | 'growth_second_order') =>
  z.strictObject({ rule: z.literal(rule), indicator });

/** A rule that looks at one indicator. */
export const SimpleRule = z.discriminatedUnion('rule', [
  threshold('gte'), threshold('lte'), threshold('gt'), threshold('lt'), threshold('range'), threshold('count'),
  againstPrevious('gte_prev'), againstPrevious('gt_prev'), againstPrevious('lt_prev'), againstPrevious('lte_prev'),
  againstPrevious('growth_second_order'),
  z.strictObject({ rule: z.literal('delta_prev'), indicator, value }),
  z.strictObject({ rule: z.literal('delta_base'), indicator, value, base: Period }),
  z.strictObject({ rule: z.literal('delta_cohort'), indicator, value }),
  z.strictObject({ rule: z.literal('reduction_base'), indicator, value, base: Period }),
  z.strictObject({ rule: z.literal('reduction_plan'), indicator, value, plan: Id.meta({ description: '計画額の指標' }) }),
  z.strictObject({ rule: z.literal('all_by'), indicator, by: Day }),
  z.strictObject({ rule: z.literal('by_date'), by: Day, done: Day.optional() }),
  z.strictObject({ rule: z.literal('within_business_days'), indicator, value }),
  z.strictObject({ rule: z.literal('streak'), indicator, value }),
  z.strictObject({ rule: z.literal('restore_best'), indicator }),
  z.strictObject({ rule: z.literal('qualitative'), indicator: indicator.optional() }),
]);
export type SimpleRule = z.infer<typeof SimpleRule>;

export const Rule = z
  .discriminatedUnion('rule', [
    ...SimpleRule.options,
    z.strictObject({
      rule: z.literal('each'),
      of: z.array(SimpleRule).min(2).meta({ description: 'すべてを満たすべき規則' }),
    }),
  ])
  .meta({
    id: 'Rule',
    description:
      '目標の判定規則。gte 以上・lte 以下・gt 超・lt 未満・range 帯・gte_prev 前年度以上・gt_prev 前年度超・lt_prev 前年度未満・delta_prev 前年度からの差・delta_base 基準年度からの差・delta_cohort 現年度からの差・growth_second_order 前年度以上の伸び・reduction_plan 計画額からの削減・reduction_base 基準からの削減・count 件数・all_by 期限までに残りゼロ・by_date 期日・within_business_days 営業日以内・streak 連続・restore_best 過去最高の回復・qualitative 定性・each すべて',
  });
export type Rule = z.infer<typeof Rule>;
export type RuleName = Rule['rule'];

export const OFFICIAL_STATUS = [
  'achieved', 'on_track', 'level', 'partial', 'behind', 'not_done_yet', 'suspended', 'pending', 'not_stated',
] as const;

export const Target = z
  .strictObject({
    id: Id,
    title: Name.meta({ description: '短い見出し' }),
    wording: Text.meta({ description: '目標の内容（短い文）' }),
    year: FiscalYear.meta({ description: '目標の年度' }),
    deadline: Day.optional().meta({ description: '期限（省略時は年度の最終日）' }),
    rule: Rule,
    official: z
      .strictObject({
        says: z.enum(OFFICIAL_STATUS).meta({ description: '機関自身の評価の分類' }),
        words: Text.optional().meta({ description: '機関自身の言葉（原文のまま）' }),
      })
      .meta({ description: '機関自身の評価。計算結果と食い違うときは note が必要です。' }),
    wordings: z
      .array(z.strictObject({ text: Text, source: Source }))
      .min(1)
      .optional()
      .meta({ description: '同じ目標の、別の文書での書き方' }),
    note: Text.optional(),
    notAssessed: z
      .strictObject({ reason: z.enum(['not_carried_out', 'abolished', 'not_comparable']), note: Text })
      .optional()
      .meta({ description: '評価対象外とする理由' }),
    source: Source,
  })
  .meta({ id: 'Target', description: '目標' });
export type Target = z.infer<typeof Target>;
