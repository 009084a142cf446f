import { z } from 'zod';
import { FigureRef } from './figure.ts';
import { Period } from './period.ts';
import { Id, Name, OneLine, Reason, Source, Text } from './text.ts';

const LabelWaiver = Reason.optional().meta({ description: '見出しの年度が値の時点と違うまま掲載する理由。読者に示します。' });

/** One cell: a figure, several figures printed together, a text, or nothing. */
export const Cell = z
  .union([FigureRef, z.array(FigureRef).min(2), Name, z.null()])
  .meta({ id: 'Cell', description: 'セル。値の参照、参照の列（2つ目以降は括弧内）、文、または空欄（null）。' });
export type Cell = z.infer<typeof Cell>;

export const TableColumn = z
  .strictObject({
    at: Period.optional().meta({ description: 'この列の時点。行の指標の値を示します。' }),
    change: Period.optional().meta({ description: 'この時点の前年同期差を示す列' }),
    label: Name.optional().meta({ description: '列見出し（省略時は時点から作ります）' }),
    group: Name.optional().meta({ description: '上段の見出し。隣り合う同じ見出しはまとめます。' }),
    waiver: LabelWaiver,
  })
  .meta({ id: 'TableColumn', description: '列' });

export const TableRow = z
  .strictObject({
    indicator: Id.optional().meta({ description: '行の指標。列の at ごとに値を置きます。' }),
    label: Name.optional().meta({ description: '行見出し（省略時は指標の名称）' }),
    group: Name.optional().meta({ description: '左端の見出し。隣り合う同じ見出しはまとめます。' }),
    role: z.enum(['part', 'total', 'of_which']).optional().meta({ description: 'total 合計・of_which 再掲（合計に含めない）' }),
    cells: z.array(Cell).optional().meta({ description: 'セルを列の順に並べます（indicator の代わり）' }),
    waiver: LabelWaiver,
  })
  .meta({ id: 'TableRow', description: '行。indicator か cells のどちらかを書きます。' });

/** A table of the document that lays measures, plans and progress side by side: what holds it is shown as such a table. */
export const Sheet = z
  .strictObject({
    catalogue: OneLine.meta({ description: '原資料の表の番号', examples: ['000-T03'] }),
    source: Source,
  })
  .meta({ id: 'Sheet', description: '原資料の表のうち、施策・計画・取組の対照表や目次のように、数の表ではなく、このファイルの全体で示すもの' });
export type Sheet = z.infer<typeof Sheet>;

export const Table = z
  .strictObject({
    id: Id.meta({ description: '表の id（節の中で一つだけ）' }),
    title: Name.meta({ description: '表の題名' }),
    columns: z.array(TableColumn).min(1).meta({ description: '列（左から）' }),
    rows: z.array(TableRow).min(1).meta({ description: '行（上から）' }),
    notes: z.array(Text).optional().meta({ description: '表の下に置く注記' }),
    waiver: LabelWaiver,
    withChange: z.boolean().optional().meta({ description: '文書が印刷した増減（change）を、値の下に括弧書きで示します' }),
    source: Source,
    catalogue: OneLine.optional().meta({ description: '原資料の表の番号' }),
  })
  .meta({ id: 'Table', description: '表' });
export type Table = z.infer<typeof Table>;
