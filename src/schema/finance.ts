import { z } from 'zod';
import { Printed } from './figure.ts';
import { FiscalYear } from './period.ts';
import { Id, Mark, Name, OneLine, Reason, Source, Text } from './text.ts';

const Amount = Printed.meta({
  description: '印刷されたとおりの金額（単位を付けて書きます）。横棒のところは not_applicable（該当なし）など、値のない理由を書きます。',
  examples: ['106,905百万円', '3,256.2億円', '▲123百万円', 'not_applicable'],
});

const LineRef = z
  .string({ error: 'lineRef' })
  .regex(/^[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*$/, { error: 'lineRef' })
  .meta({ description: '同じ年度の別の表の行（表の id/行の id）', examples: ['items/staff'] });

const note = Text.optional().meta({ description: 'この行への注記' });
const source = Source.optional().meta({ description: 'この行の出典（省略時は表の出典）' });
const mark = Mark.optional().meta({ description: '文書での番号や記号', examples: ['①', 'ア', '1'] });

/** A source of funds, or a cause of differences, as the document numbers and names it. */
export const FinanceFund = z
  .strictObject({ id: Id.meta({ description: '財源の id' }), label: Name.meta({ description: '財源の名称' }) })
  .meta({ id: 'FinanceFund', description: '財源（税、保険料など）' });

export const FinanceCause = z
  .strictObject({
    id: Id.meta({ description: '要因の id' }),
    mark,
    label: Name.meta({ description: '要因の名称' }),
    get parts() {
      return z.array(FinanceCause).min(1).optional().meta({ description: '要因の内訳' });
    },
  })
  .meta({ id: 'FinanceCause', description: '予算と決算の差の要因' });
export type FinanceCause = z.infer<typeof FinanceCause>;

/** One thing that made a difference. Reasons need not add up: documents name the main ones only. */
export const FinanceReason = z
  .strictObject({
    id: Id.optional().meta({ description: '別の表から is で名指すときの id（ファイルの中で一つだけ）' }),
    text: Text.meta({ description: '差の理由（自分の言葉で短く）' }),
    amount: Amount.optional().meta({ description: '理由に添えて印刷された金額。増は ▲ を付けて印刷どおりに書きます。' }),
    is: Id.optional().meta({ description: '別の表に印刷された同じ理由の id。金額が合うかを確かめます。' }),
    note,
    source,
    waiver: Reason.optional().meta({ description: '同じ理由の金額と一致しないまま掲載する理由' }),
  })
  .meta({ id: 'FinanceReason', description: '差の理由。合計は差と合わなくてもかまいません。' });
export type FinanceReason = z.infer<typeof FinanceReason>;

const reasons = z.array(FinanceReason).min(1).optional().meta({ description: '差の理由' });
const more = z.boolean().optional().meta({ description: '理由がほかにもある（文書に「等」とある）' });

/** How much of a difference one cause accounts for. */
export const CauseAmount = z
  .strictObject({
    cause: Id.meta({ description: 'causes の要因の id' }),
    amount: Amount.optional().meta({ description: 'この要因による差。文書が要因だけを挙げ、金額を書いていないときは省きます。' }),
    reasons,
    more,
    source,
    waiver: Reason.optional().meta({ description: '内訳の合計と一致しないまま掲載する理由' }),
    get parts() {
      return z.array(CauseAmount).min(1).optional().meta({ description: '要因の内訳ごとの額' });
    },
  })
  .meta({ id: 'CauseAmount', description: '要因ごとの差の額と理由' });
export type CauseAmount = z.infer<typeof CauseAmount>;

const amounts = {
  budget: Amount.optional().meta({ description: '予算額' }),
  settlement: Amount.optional().meta({ description: '決算額' }),
  difference: Amount.optional().meta({ description: '差（予算額−決算額、不用額）。再計算して確かめます。' }),
};

const LinePrinting = z
  .strictObject({
    ...amounts,
    source: Source,
    waiver: Reason.optional().meta({ description: 'この印刷が一致しないまま掲載する理由' }),
  })
  .meta({ id: 'LinePrinting', description: '同じ行の別の印刷。桁の範囲で一致を確かめます。' });

const LineWaiver = z
  .strictObject({
    budget: Reason.optional().meta({ description: '予算額の理由' }),
    settlement: Reason.optional().meta({ description: '決算額の理由' }),
    difference: Reason.optional().meta({ description: '差の理由（この額のまま掲載する理由）' }),
  })
  .meta({ id: 'LineWaiver', description: '再計算と一致しないまま掲載する理由（列ごと）。読者に注記として示します。' });

const row = {
  ...amounts,
  is: LineRef.optional().meta({ description: '別の表の同じ行。金額が桁の範囲で合うかを確かめます。' }),
  causes: z.array(CauseAmount).min(1).optional().meta({ description: '差の要因' }),
  reasons: reasons.meta({ description: '差の理由（要因に分けずに印刷されているとき）' }),
  more,
  also: z.array(LinePrinting).min(1).optional().meta({ description: '同じ額の別の印刷' }),
  note,
  source,
  waiver: LineWaiver.optional(),
};

const Line = z.strictObject({
  id: Id.meta({ description: '行の id（表の中で一つだけ。年度が変わっても同じ行は同じ id）' }),
  mark,
  label: Name.meta({ description: '項・事項の名称' }),
  about: Text.optional().meta({ description: '事項の概要（自分の言葉で短く）' }),
  fund: Id.optional().meta({ description: '財源（funds の id）' }),
  ...row,
});

/** A line of the budget. A parent may carry the same label as its first part: ids tell them apart. */
export type FinanceLine = z.infer<typeof Line> & { parts?: FinanceLine[] | undefined };
export const FinanceLine: z.ZodType<FinanceLine> = z
  .strictObject({
    ...Line.shape,
    get parts() {
      return z.array(FinanceLine).min(1).optional().meta({ description: '内訳の行' });
    },
  })
  .meta({ id: 'FinanceLine', description: '予算の行（項、事項）' });

export const FinanceTotal = z
  .strictObject({ label: Name.meta({ description: '合計の名称' }), ...row })
  .meta({ id: 'FinanceTotal', description: '合計の行' });
export type FinanceTotal = z.infer<typeof FinanceTotal>;

const table = {
  id: Id.meta({ description: '表の id（ファイルの中で一つだけ。年度が変わっても同じ表は同じ id）' }),
  title: Name.meta({ description: '表の題名' }),
  source: Source,
  catalogue: OneLine.optional().meta({ description: '原資料の表の番号' }),
  notes: z.array(Text).optional().meta({ description: '注記' }),
};

export const FinanceBreakdown = z
  .strictObject({
    ...table,
    total: FinanceTotal,
    lines: z.array(FinanceLine).min(1).meta({ description: '行（並べる順）' }),
  })
  .meta({ id: 'FinanceBreakdown', description: '予算と決算の内訳の表（事項別、経費別など）' });
export type FinanceBreakdown = z.infer<typeof FinanceBreakdown>;

const PlanPrinting = z
  .strictObject({ amount: Amount, source: Source, waiver: Reason.optional().meta({ description: 'この印刷が一致しないまま掲載する理由' }) })
  .meta({ id: 'PlanPrinting', description: '同じ額の別の印刷' });

const planned = {
  amount: Amount,
  is: LineRef.optional().meta({ description: '別の表の同じ額の行。桁の範囲で合うかを確かめます。' }),
  also: z.array(PlanPrinting).min(1).optional().meta({ description: '同じ額の別の印刷' }),
  note,
  source,
  waiver: Reason.optional().meta({ description: '再計算と一致しないまま掲載する理由' }),
};

const Planned = z.strictObject({
  id: Id.meta({ description: '行の id（表の中で一つだけ）' }),
  label: Name.meta({ description: '行の名称' }),
  ...planned,
  balance: z
    .strictObject({ plus: z.array(Id).min(1).meta({ description: '足す行の id' }), minus: z.array(Id).min(1).optional().meta({ description: '引く行の id' }) })
    .optional()
    .meta({ description: 'この額を求める式（同じ計画の行の id。例: 収益の部 − 費用の部）' }),
});

export type PlanLine = z.infer<typeof Planned> & { parts?: PlanLine[] | undefined };
export const PlanLine: z.ZodType<PlanLine> = z
  .strictObject({
    ...Planned.shape,
    get parts() {
      return z.array(PlanLine).min(1).optional().meta({ description: '内訳の行' });
    },
  })
  .meta({ id: 'PlanLine', description: '計画の行' });

export const FinancePlan = z
  .strictObject({
    ...table,
    sides: z
      .array(
        z.strictObject({
          id: Id.meta({ description: '側の id' }),
          title: Name.meta({ description: '収入、支出など' }),
          lines: z.array(PlanLine).min(1).meta({ description: '行（並べる順）' }),
          total: z.strictObject({ label: Name.meta({ description: '合計の名称' }), ...planned }).optional().meta({ description: '側の合計' }),
        }),
      )
      .min(1)
      .meta({ description: '収入の部、支出の部など' }),
  })
  .meta({ id: 'FinancePlan', description: '予算、収支計画、資金計画など、計画の額だけの表' });
export type FinancePlan = z.infer<typeof FinancePlan>;

export const Finance = z
  .strictObject({
    year: FiscalYear.meta({ description: '予算の年度（ファイルの名前と同じ）' }),
    unit: Id.meta({ description: '金額の単位（units.yaml の id）' }),
    source: Source,
    summary: Text.optional().meta({ description: '要点（一、二文）' }),
    funds: z.array(FinanceFund).min(1).optional().meta({ description: '財源の一覧' }),
    causes: z.array(FinanceCause).min(1).optional().meta({ description: '差の要因の一覧' }),
    breakdowns: z.array(FinanceBreakdown).min(1).meta({ description: '最初の表を、年度の比較に使います。' }),
    plans: z.array(FinancePlan).min(1).optional().meta({ description: '計画の額だけの表（予算、収支計画、資金計画など）' }),
    notes: z.array(Text).optional().meta({ description: '注記' }),
  })
  .meta({ id: 'Finance', description: '一つの年度の予算と決算：行の木、要因と理由、計画' });
export type Finance = z.infer<typeof Finance>;
