import { z } from 'zod';
import { Printed } from './figure.ts';
import { Day, FiscalYear, Period } from './period.ts';
import { Id, Name, Source, Text } from './text.ts';

const indicator = Id.meta({ description: '判定に使う指標' });
const value = Printed.meta({ description: '目標の値（印刷どおり。「80%台半ば」「+1.0ポイント程度」も可）' });

/** What each rule asks, for an editor's tooltip. */
const RULE = {
  gte: '目標の値以上',
  lte: '目標の値以下',
  gt: '目標の値を上回る',
  lt: '目標の値を下回る',
  range: '目標の値の帯の中（「80%台前半」など）',
  count: '件数が目標の値以上',
  gte_prev: '前年度以上',
  gt_prev: '前年度を上回る',
  lt_prev: '前年度を下回る',
  lte_prev: '前年度以下',
  growth_second_order: '前年度以上の伸び',
  delta_prev: '前年度からの差が目標の値',
  delta_base: '基準年度からの差が目標の値',
  delta_cohort: '対象年度の現年度の値からの差が目標の値',
  reduction_base: '基準からの削減が目標の値',
  reduction_plan: '計画額からの削減が目標の値',
  all_by: '期限までに残りゼロ',
  by_date: '期日までに終える',
  within_business_days: '営業日数が目標の値以内',
  streak: '目標の値の期間だけ続ける',
  restore_best: '過去最高の水準に戻す',
  qualitative: '数で判定しない',
  each: 'すべての規則を満たす',
} as const;
const rule = <R extends keyof typeof RULE>(name: R) => z.literal(name).meta({ description: RULE[name] });

const threshold = (name: 'gte' | 'lte' | 'gt' | 'lt' | 'range' | 'count') =>
  z.strictObject({ rule: rule(name), indicator, value });
const againstPrevious = (name: 'gte_prev' | 'gt_prev' | 'lt_prev' | 'lte_prev' | 'growth_second_order') =>
  z.strictObject({ rule: rule(name), indicator });
const base = Period.meta({ description: '比べる基準の時点' });
const by = Day.meta({ description: '期限の日' });

/** A rule that looks at one indicator. */
export const SimpleRule = z.discriminatedUnion('rule', [
  threshold('gte'), threshold('lte'), threshold('gt'), threshold('lt'), threshold('range'), threshold('count'),
  againstPrevious('gte_prev'), againstPrevious('gt_prev'), againstPrevious('lt_prev'), againstPrevious('lte_prev'),
  againstPrevious('growth_second_order'),
  z.strictObject({ rule: rule('delta_prev'), indicator, value }),
  z.strictObject({ rule: rule('delta_base'), indicator, value, base }),
  z.strictObject({ rule: rule('delta_cohort'), indicator, value }),
  z.strictObject({ rule: rule('reduction_base'), indicator, value, base }),
  z.strictObject({ rule: rule('reduction_plan'), indicator, value, plan: Id.meta({ description: '計画額の指標' }) }),
  z.strictObject({ rule: rule('all_by'), indicator, by }),
  z.strictObject({ rule: rule('by_date'), by, done: Day.optional().meta({ description: '終えた日' }) }),
  z.strictObject({ rule: rule('within_business_days'), indicator, value }),
  z.strictObject({ rule: rule('streak'), indicator, value }),
  z.strictObject({ rule: rule('restore_best'), indicator }),
  z.strictObject({ rule: rule('qualitative'), indicator: indicator.optional() }),
]).meta({ id: 'SimpleRule', description: '一つの指標を見る規則' });
export type SimpleRule = z.infer<typeof SimpleRule>;

export const Rule = z
  .discriminatedUnion('rule', [
    ...SimpleRule.options,
    z.strictObject({
      rule: rule('each'),
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
    id: Id.meta({ description: '目標の id（すべての年度で一つだけ）' }),
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
      .array(z.strictObject({ text: Text.meta({ description: 'その文書での書き方' }), source: Source }))
      .min(1)
      .optional()
      .meta({ description: '同じ目標の、別の文書での書き方' }),
    note: Text.optional().meta({ description: '目標への注記。機関の評価と計算結果が食い違うときは必須です。' }),
    notAssessed: z
      .strictObject({
        reason: z.enum(['not_carried_out', 'abolished', 'not_comparable']).meta({ description: 'not_carried_out 実施なし・abolished 廃止・not_comparable 比べられない' }),
        note: Text.meta({ description: 'その説明' }),
      })
      .optional()
      .meta({ description: '評価対象外とする理由' }),
    source: Source,
  })
  .meta({ id: 'Target', description: '目標' });
export type Target = z.infer<typeof Target>;
