import { z } from 'zod';
import { MOST_INPUTS, Operation, Printed } from './figure.ts';
import { Period } from './period.ts';
import { Id, Name, Reason, Source, Text } from './text.ts';

const Status = z.enum(['provisional', 'final', 'revised', 'estimate'])
  .meta({ description: 'データの状態。provisional 速報・final 確定・revised 訂正・estimate 推計' });

const ObservationWaiver = z
  .strictObject({
    value: Reason.optional().meta({ description: '計算式（formula）と一致しない理由' }),
    change: Reason.optional().meta({ description: '印刷された増減が入力値から導けない理由' }),
    also: Reason.optional().meta({ description: '別の箇所に印刷された値と一致しない理由' }),
    repeat: Reason.optional().meta({ description: '前年の値（と増減）がそのまま印刷されているのに、正しいとみられる理由' }),
    sign: Reason.optional().meta({ description: '印刷された増減の向きが、値の動きと逆になっている理由' }),
    share: Reason.optional().meta({ description: '同じ全体（shareOf の whole）に対するほかの割合と両立しない理由' }),
  })
  .meta({ id: 'ObservationWaiver', description: '再計算と一致しないまま掲載する理由。読者に注記として示します。' });

export const Observation = z
  .strictObject({
    at: Period.meta({ description: '値の時点・期間。年度は FY2025、月（末）は 2025-09、日は 2025-09-30' }),
    value: Printed,
    change: Printed.optional().meta({ description: '文書に印刷された増減。再計算して確かめます。' }),
    status: Status.optional(),
    note: Text.optional().meta({ description: 'この値への注記' }),
    source: Source.optional().meta({ description: 'この値の出典（省略時は指標の出典）' }),
    also: z.array(z.strictObject({ value: Printed, source: Source })).min(1).optional()
      .meta({ description: '同じ値の別の印刷（表記の桁が違うもの）。解像度の範囲で一致を確かめます。' }),
    waiver: ObservationWaiver.optional(),
  })
  .meta({ id: 'Observation', description: '一つの時点の値' });
export type Observation = z.infer<typeof Observation>;

export const Indicator = z
  .strictObject({
    id: Id.meta({ description: '指標の id（ファイル名と同じ）' }),
    name: Name.meta({ description: '指標の名称' }),
    section: Id.meta({ description: 'outline.yaml の節の id' }),
    unit: Id.meta({ description: 'units.yaml の単位の id' }),
    kind: z.enum(['stock', 'cumulative', 'flow', 'rate', 'duration']).meta({
      description: 'stock ある時点の数・cumulative 年度初めからの累計・flow 期間の数・rate 率・duration 日数や時間',
    }),
    better: z.enum(['higher', 'lower', 'neutral']).meta({ description: '望ましい向き。higher 高いほどよい・lower 低いほどよい・neutral どちらでもない' }),
    planned: z.boolean().optional().meta({ description: '計画の値（基準日より先の時点を書けます）' }),
    definition: Text.meta({ description: '何をどう数えた値か' }),
    change: Operation.optional().meta({ description: '増減の計算（前年同期に対して）。率は point_change、数は difference か percent_change' }),
    cohort: z
      .strictObject({
        lag: z.int().min(0).max(50).meta({ description: '対象年度からの年数（0 現年度・1 過年度1年目・2 最終）' }),
        base: Id.meta({ description: '伸び幅の基準となる指標（対象年度の現年度の値）' }),
      })
      .optional()
      .meta({ description: '年度分ごとに追う指標。増減は対象年度の基準値に対して計算します。' }),
    firstMonth: z.int().min(1).max(12).optional().meta({ description: '月次の軸の最初の月（省略時は年度の最初の月）' }),
    formula: z
      .strictObject({
        op: Operation,
        of: z.array(Id).min(1).max(MOST_INPUTS).meta({ description: '入力となる指標の id' }),
        signs: z.array(z.union([z.literal(1), z.literal(-1)])).optional().meta({ description: 'signed_sum の符号' }),
        complete: z.boolean().optional().meta({ description: 'false のときは値を確かめず関係だけを示します' }),
      })
      .optional()
      .meta({ description: 'この指標を他の指標から計算する式。入力がそろう時点ごとに再計算して確かめます。' }),
    shareOf: z
      .strictObject({
        part: Id.meta({ description: '分子となる指標の id' }),
        whole: Id.meta({ description: '印刷されていない分母に付ける名前。同じ名前の割合は、一つの分母から出るはずです。' }),
      })
      .optional()
      .meta({ description: '分母が文書にない割合。同じ時点の割合がすべて一つの分母（整数）から出るかを確かめます。' }),
    source: Source,
    notes: z.array(Text).optional().meta({ description: '指標全体への注記' }),
    breaks: z
      .array(z.strictObject({ at: Period.meta({ description: '新しい定義・状態の最初の時点' }), note: Text.meta({ description: '何が変わったか' }) }))
      .optional()
      .meta({ description: '系列の断層（定義の変更、停止と再開など）' }),
    observations: z.array(Observation).min(1).meta({ description: '値の列。年度は古い順、そのあと月を古い順に書きます。' }),
  })
  .meta({ id: 'Indicator', description: '指標と系列' });
export type Indicator = z.infer<typeof Indicator>;
