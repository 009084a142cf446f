import { z } from 'zod';
import { FigureRef, MOST_INPUTS, Operation, Printed } from './figure.ts';
import { Period } from './period.ts';
import { Sheet, Table } from './table.ts';
import { Target } from './target.ts';
import { Id, Name, Reason, Source, Text } from './text.ts';

const Positions = z.array(z.int().min(0)).min(1);

/** What a figure may count of its own file. */
export const COUNTED = ['measures', 'clauses', 'targets', 'issues', 'tables'] as const;

/** A figure that stands only in the text of this section; `op` and `of` make it a derived one, which is rechecked. */
export const SectionFigure = z
  .strictObject({
    id: Id.meta({ description: '値の id。文中では {id} と書きます。' }),
    label: Name.optional().meta({ description: '何の値か' }),
    value: Printed,
    unit: Id.optional().meta({ description: '単位の id（同じ書き方の単位がいくつもあるとき。例: 件）' }),
    at: Period.optional().meta({ description: '値の時点・期間' }),
    op: Operation.optional(),
    of: z.array(FigureRef).min(1).max(MOST_INPUTS).optional().meta({ description: '入力（計算の順）' }),
    signs: z.array(z.union([z.literal(1), z.literal(-1)])).optional().meta({ description: 'signed_sum の符号' }),
    groups: z.tuple([Positions, Positions]).optional().meta({ description: 'rate_of_sums の分子と分母（of の位置、0 から）' }),
    counts: z.union([z.enum(COUNTED), z.array(Id).min(2)]).optional()
      .meta({ description: 'この値が数えるもの：このファイルの measures（施策）・clauses（計画項目）・targets（目標）・issues（課題）・tables（表）の全部、またはそれらや figures の id の列。数を確かめます。' }),
    note: Text.optional().meta({ description: 'この値への注記' }),
    source: Source.optional(),
    waiver: Reason.optional().meta({ description: '再計算や数えた数と一致しないまま掲載する理由' }),
  })
  .meta({ id: 'SectionFigure', description: '本文にだけ現れる値。op と of を書くと再計算して確かめます。' });
export type SectionFigure = z.infer<typeof SectionFigure>;

export const Progress = z
  .strictObject({
    text: Text.optional().meta({ description: '取組状況（自分の言葉で短く）' }),
    main: z.boolean().optional().meta({ description: '主な取組（原資料の下線）' }),
    tables: z.array(Id).optional().meta({ description: 'ここに置く表' }),
    source: Source.optional(),
  })
  .meta({ id: 'Progress', description: '取組状況の一項目' });
export type Progress = z.infer<typeof Progress>;

const ClauseRef = z
  .string()
  .regex(/^\d{4}\/[a-z0-9-]+\/[a-z0-9-]+$/, { error: 'clauseRef' })
  .meta({ description: '他の年度の計画項目（年度/節/項目の id）', examples: ['2020/np-collection/payment-rates'] });

export const Continues = z
  .strictObject({
    relation: z.enum(['continues', 'replaces', 'new']).meta({ description: 'continues 継続・replaces 置き換え・new 新規' }),
    of: z.array(ClauseRef).min(1).optional().meta({ description: 'つながる前年度の項目（new のときは書きません）' }),
  })
  .meta({ id: 'Continues', description: '前年度の計画項目とのつながり' });
export type Continues = z.infer<typeof Continues>;

export const Clause = z
  .strictObject({
    id: Id.meta({ description: '計画項目の id（節の中で一つだけ）' }),
    plan: Text.optional().meta({ description: '計画の内容（自分の言葉で短く）' }),
    targets: z.array(Id).optional().meta({ description: 'この項目の目標' }),
    from: Continues.optional(),
    report: Id.optional().meta({ description: 'この項目が属する報告。節の report と違うときだけ書きます（例: 前年度の計画だけに現れる項目）。' }),
    also: z.array(Source).min(1).optional().meta({ description: '同じ計画項目が載っている別の場所' }),
    progress: z.array(Progress).optional().meta({ description: '取組状況' }),
    evaluation: z.array(Progress).optional().meta({ description: '自己評価（業務実績報告書の第3欄）' }),
    source: Source.optional(),
  })
  .meta({ id: 'Clause', description: '計画項目と、その取組状況' });

export const Measure = z
  .strictObject({
    id: Id.meta({ description: '施策の id（節の中で一つだけ）' }),
    title: Name.meta({ description: '施策の名称' }),
    clauses: z.array(Clause).min(1).meta({ description: '計画項目' }),
  })
  .meta({ id: 'Measure', description: '施策' });
export type Measure = z.infer<typeof Measure>;

export const Issue = z
  .strictObject({
    id: Id.meta({ description: '課題の id（節の中で一つだけ）' }),
    heading: Name.optional().meta({ description: '見出し' }),
    text: Text.meta({ description: '課題の内容（自分の言葉で短く）' }),
    source: Source.optional(),
  })
  .meta({ id: 'Issue', description: '次年度計画の策定に向けた課題' });

export const SectionYear = z
  .strictObject({
    section: Id.meta({ description: 'outline.yaml の節の id（ファイル名と同じ）' }),
    report: z.union([Id, z.array(Id).min(1)])
      .meta({ description: 'report.yaml の報告の id。計画と業務実績報告書のように複数の報告が同じ節を扱うときは、主となる報告を先に並べます。' }),
    source: Source,
    sheets: z.array(Sheet).min(1).optional().meta({ description: '原資料の対照表の番号と場所' }),
    summary: Text.optional().meta({ description: '節の要点（一、二文）' }),
    measures: z.array(Measure).min(1).meta({ description: '施策（並べる順）' }),
    targets: z.array(Target).optional().meta({ description: 'この年度の目標' }),
    figures: z.array(SectionFigure).optional().meta({ description: '本文にだけ現れる値' }),
    tables: z.array(Table).optional().meta({ description: '表' }),
    issues: z.array(Issue).optional().meta({ description: '次年度計画の策定に向けた課題' }),
    reference: z.array(Id).optional().meta({ description: '参考資料として節の末尾に置く表' }),
    dropped: z.array(ClauseRef).optional().meta({ description: '前年度にあり、この年度の計画にない項目' }),
    notes: z.array(Text).optional().meta({ description: '注記' }),
  })
  .meta({ id: 'SectionYear', description: '一つの年度の一つの節：施策、計画、取組状況、目標、表、課題' });
export type SectionYear = z.infer<typeof SectionYear>;
