import { z } from 'zod';

/** A figure as it is printed. It is read into a Quantity after the shape of the file is known to be right. */
export const Printed = z.string({ error: 'printed' }).min(1, { error: 'printed' }).meta({
  id: 'Printed',
  description:
    '印刷されたとおりの値（単位を付けて書きます）。値がないときは not_yet（未集計）・not_carried_out（実施なし）・not_applicable（該当なし）・not_published（未公表）・lost（原資料で欠落）。ゼロは「0件」のように書きます。',
  examples: ['72.0%', '4.1万事業所', '18兆4,572億円', '▲395億円', '+0.2ポイント', '約97万人', 'not_yet'],
});
export type Printed = z.infer<typeof Printed>;

/** The operations that a derived figure may name. It is never guessed from a label. */
export const OPERATIONS = [
  'difference', 'point_change', 'duration_difference', 'percent_change', 'ratio', 'share', 'achievement',
  'reduction_rate', 'decline_rate', 'retention_rate', 'share_of_parts', 'share_change', 'sum', 'cumulative', 'mean',
  'quotient', 'multiple', 'rescale', 'signed_sum', 'product', 'streak', 'net_rate', 'rate_of_sums',
] as const;
export const Operation = z.enum(OPERATIONS).meta({
  id: 'Operation',
  description:
    '派生値の計算。difference・point_change v0−v1 / percent_change (v0/v1−1)×100 / ratio・share・achievement v0/v1×100 / sum Σv / signed_sum Σ±v / mean Σv÷n / quotient・multiple v0/v1 / net_rate v0/(v1−v2)×100 など。見出しから推測しません。',
});
export type Operation = z.infer<typeof Operation>;

/** Far more inputs than any table has rows: each stands in messages and on pages. */
export const MOST_INPUTS = 2_000;

/** `indicator@period`, `budget/table/row@year` of the finance files, or the id of a figure of the same section. */
export const FigureRef = z
  .string({ error: 'figureRef' })
  .regex(
    /^([a-z][a-z0-9-]*(@(FY\d{4}|\d{4}-\d{2}(-\d{2})?))?(:(change|delta))?|(budget|settlement|difference|amount)(\/[a-z][a-z0-9-]*){2}@FY\d{4})$/,
    { error: 'figureRef' },
  )
  .meta({
    id: 'FigureRef',
    description: '値への参照。「指標@時点」、または同じファイルの figures の id。「:delta」を付けると前年同期差。予算と決算の額は「budget/表/行@年度」（settlement・difference・amount も同じ）。',
    examples: ['np-current-rate@2025-09', 'np-current-rate@FY2024', 'np-current-rate@2025-09:delta', 'budget/items/total@FY2021'],
  });
export type FigureRef = z.infer<typeof FigureRef>;
