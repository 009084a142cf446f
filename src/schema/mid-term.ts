import { z } from 'zod';
import { FiscalYear } from './period.ts';
import { Issue, SectionFigure } from './section-year.ts';
import { Sheet } from './table.ts';
import { Target } from './target.ts';
import { Id, Name, Source, Text } from './text.ts';

const Pages = z.array(z.int().min(1)).min(1);

/** One thing that the plan means to do. */
export const MidTermItem = z
  .strictObject({
    text: Text.meta({ description: '施策の内容（自分の言葉で短く）' }),
    pages: z
      .strictObject({
        midTerm: Pages.optional().meta({ description: '中期計画のページ（印刷どおり）' }),
        annual: Pages.optional().meta({ description: '年度計画のページ（印刷どおり）' }),
      })
      .optional()
      .meta({ description: '計画の本文の参照先。例: [中期P9,10,年度P9,10]' }),
    answers: z.array(Id).min(1).optional().meta({ description: 'この施策が答える課題の id' }),
    targets: z.array(Id).min(1).optional().meta({ description: 'この施策の目標' }),
    source: Source.optional(),
  })
  .meta({ id: 'MidTermItem', description: '施策の一項目' });
export type MidTermItem = z.infer<typeof MidTermItem>;

export const MidTermMeasure = z
  .strictObject({
    id: Id.meta({ description: '主な施策の id' }),
    title: Name.meta({ description: '主な施策の見出し' }),
    sections: z.array(Id).min(1).optional().meta({ description: 'この施策に当たる節（省略時は章のすべての節）' }),
    items: z.array(MidTermItem).min(1).meta({ description: '施策の項目' }),
  })
  .meta({ id: 'MidTermMeasure', description: '主な施策' });
export type MidTermMeasure = z.infer<typeof MidTermMeasure>;

/** What the plan says of one or several sections together, as it is laid out. */
export const MidTermChapter = z
  .strictObject({
    sections: z.array(Id).min(1).meta({ description: 'outline.yaml の節の id' }),
    direction: Text.optional().meta({ description: 'この節の主な方向性' }),
    issues: z.array(Issue).min(1).optional().meta({ description: '前の計画の振返りから残る課題' }),
    measures: z.array(MidTermMeasure).min(1).optional().meta({ description: '主な施策' }),
    source: Source,
  })
  .meta({ id: 'MidTermChapter', description: '一つまたは複数の節についての課題と主な施策' });
export type MidTermChapter = z.infer<typeof MidTermChapter>;

export const MidTerm = z
  .strictObject({
    id: Id.meta({ description: 'ページのアドレスになる id' }),
    title: Name.meta({ description: '計画の題名' }),
    from: FiscalYear.meta({ description: '最初の年度' }),
    to: FiscalYear.meta({ description: '最後の年度。年度を持たない計画の目標は、この年度の目標です。' }),
    source: Source,
    sheets: z.array(Sheet).min(1).optional().meta({ description: '原資料の対照表の番号と場所' }),
    concept: z
      .array(z.strictObject({
        title: Name.meta({ description: '見出し' }),
        text: Text.meta({ description: '内容（自分の言葉で短く）' }),
        targets: z.array(Id).min(1).optional().meta({ description: 'ここで述べる目標' }),
        source: Source.optional(),
      }))
      .min(1)
      .meta({ description: '計画の考え方と、前の計画の総括' }),
    chapters: z.array(MidTermChapter).min(1).meta({ description: '節ごとの方向性、課題、主な施策' }),
    targets: z.array(Target).optional().meta({ description: '計画の目標' }),
    figures: z.array(SectionFigure).optional().meta({ description: '本文にだけ現れる値' }),
    notes: z.array(Text).optional().meta({ description: '注記' }),
  })
  .meta({ id: 'MidTerm', description: '中期計画：考え方、前の計画の課題、主な施策、目標' });
export type MidTerm = z.infer<typeof MidTerm>;
