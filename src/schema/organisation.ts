import { z } from 'zod';
import { Day, FiscalYear } from './period.ts';
import { FIRST_YEAR, LAST_YEAR, isLikelyYear, isRealDay } from '../time/period.ts';
import { perLanguage } from './languages.ts';
import { Sheet } from './table.ts';
import { Id, Mark, Name, OneLine, Reason, Sign, Source, Tag, Text, WebAddress } from './text.ts';

const End = z.number().min(0).max(10);
const Band = z.tuple([End, End]).refine(([from, to]) => from < to).meta({ description: '十の位の台の中での幅 [以上, 未満]' });

export const Organisation = z
  .strictObject({
    name: Name.meta({ description: '機関の正式な名称' }),
    shortName: Name.meta({ description: '機関の短い名称。見出しや図に使います。' }),
    site: z.strictObject({
      title: Name.meta({ description: 'サイトの題名' }),
      description: Text.meta({ description: 'サイトの説明。検索結果や共有のときに示します。' }),
      url: WebAddress.meta({ description: '公開する URL（NENPO_SITE で上書き）' }),
      base: z.string({ error: 'basePath' }).regex(/^(?=.{0,200}$)(?!.*\/\/)(?!(.*\/)?\.{1,2}(\/|$))[\w.~/-]*$/, { error: 'basePath' }).meta({ description: '公開する場所のパス（NENPO_BASE で上書き）', examples: ['/', '/report/'] }),
    }).meta({ description: 'サイト' }),
    official: z.boolean().meta({ description: 'この機関自身が公開するサイトか' }),
    statement: Text.meta({ description: '各ページの下に示す、サイトの性格の説明' }),
    languages: z
      .array(Tag)
      .min(1)
      .optional()
      .meta({ description: 'サイトの言語（切替えの順）。省略時は ja と en。ほかの言語は data/languages/<言語>.yaml に書きます。', examples: [['ja', 'en']] }),
    defaultLanguage: Tag.meta({ description: '最初に開く言語。言語のファイルにない語は、この言語で示します。' }),
    textLanguage: Tag.optional().meta({ description: 'すべての文に必須の言語（省略時は defaultLanguage）' }),
    fiscalYear: z.strictObject({
      startMonth: z.int().min(1).max(12).meta({ description: '年度の最初の月', examples: [4, 1] }),
      eras: z.boolean().meta({ description: '日本語で元号を使うか' }),
    }).meta({ description: '年度' }),
    wording: z
      .strictObject({
        bands: z.strictObject({ low: Band, mid: Band, high: Band }).meta({ description: '「台前半・台半ば・台後半」の幅' }),
        approximately: z.string().regex(/^\d{1,2}(\.\d+)?%$/, { error: 'allowance' }).meta({ description: '「程度」が許す不足の割合', examples: ['10%'] }),
      })
      .meta({ description: '目標の言い回しの読み方' }),
    print: z
      .strictObject({ chartTables: z.boolean().meta({ description: '印刷版で図の下に値の表を置くか' }) })
      .optional()
      .meta({ description: '印刷版の設定' }),
    headline: z.array(Id).meta({ description: '最初のページに示す指標' }),
    licence: z
      .strictObject({ code: OneLine.meta({ description: 'プログラムの許諾（SPDX の名前）' }), data: Text.meta({ description: 'データと文章の利用条件' }) })
      .meta({ description: '利用条件' }),
    contact: z
      .strictObject({ name: Name.meta({ description: '問合せ先の名称' }), url: WebAddress.optional().meta({ description: '問合せ先のページ' }) })
      .optional()
      .meta({ description: '問合せ先' }),
  })
  .meta({ id: 'Organisation', description: '機関とサイトの設定' });
export type Organisation = z.infer<typeof Organisation>;

const Titles = z
  .array(z.strictObject({
    from: FiscalYear.meta({ description: 'この名称を使う最初の年度' }),
    to: FiscalYear.optional().meta({ description: 'この名称を使う最後の年度（省略時はその後ずっと）' }),
    title: Name.meta({ description: 'この期間の名称' }),
  }))
  .min(1)
  .optional()
  .meta({ description: '中期計画の期間や年度によって名称が違うときの、その期間の名称。ここにない年度は title を使います。' });

export const Outline = z
  .strictObject({
    parts: z.array(
      z.strictObject({
        id: Id.meta({ description: '部の id' }),
        number: Mark.meta({ description: '部の番号', examples: ['I', '1'] }),
        title: Name.meta({ description: '部の名称' }),
        titles: Titles,
        sections: z.array(z.strictObject({
          id: Id.meta({ description: '節の id。ファイルの名前とアドレスになります。' }),
          number: Mark.optional().meta({ description: '節の番号。部の全体が一つの節のときは省きます。' }),
          title: Name.meta({ description: '節の名称' }),
          titles: Titles,
        })).min(1).meta({ description: '節（並べる順）' }),
      }),
    ).min(1).meta({ description: '部（並べる順）' }),
  })
  .meta({ id: 'Outline', description: '部と節' });
export type Outline = z.infer<typeof Outline>;

const Published = z.string({ error: 'published' })
  .regex(/^\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?$/, { error: 'published', abort: true })
  .refine(isRealDay, { error: 'unrealDay' })
  .refine(isLikelyYear, { error: 'unlikelyYear' });

export const Documents = z
  .strictObject({
    places: z
      .array(Name)
      .optional()
      .meta({
        description: '文書の中の場所の言い方。source の page に文字で書かれた場所を、ほかの言語ではこの形で示します。{0}・{1} は数です。長い形から書きます。',
        examples: [[{ ja: '別表{0}', en: 'appendix table {0}' }]],
      }),
    documents: z.array(
      z.strictObject({
        id: Id.meta({ description: '文書の id。source の document に書きます。' }),
        title: Name.meta({ description: '文書の題名' }),
        publisher: Name.meta({ description: '公表した機関' }),
        published: z.union([z.int().min(FIRST_YEAR).max(LAST_YEAR), Published]).meta({ description: '公表の日、月または年', examples: ['2025-11-28', '2025-11', 2025] }),
        url: WebAddress.optional().meta({ description: '文書のアドレス' }),
        note: Text.optional().meta({ description: '文書への注記' }),
        percentForPoints: z
          .strictObject({
            counts: z.record(z.string(), z.int().min(1)).meta({
              description: 'そのように印刷された増減の数。指標の id ごとに書き、データの数と違えば知らせます。',
              examples: [{ 'np-current-rate': 13 }],
            }),
            reason: Reason,
          })
          .optional()
          .meta({ description: '率どうしの差を「ポイント」ではなく「%」で印刷している文書のときの説明。読者に示します。' }),
      }),
    ).meta({ description: '文書の一覧' }),
  })
  .meta({ id: 'Documents', description: '出典となる文書' });
export type Documents = z.infer<typeof Documents>;

const plural = (of: string) => Sign.optional().meta({ description: `数が${of}のときの書き方（言語に区別があるとき）` });
const Label = z.strictObject({
  zero: plural('zero'),
  one: plural('one'),
  two: plural('two'),
  few: plural('few'),
  many: plural('many'),
  other: Sign.meta({ description: '数に続く単位の書き方', examples: ['人', 'people', '%'] }),
  prefix: z.boolean().optional().meta({ description: '数の前に書くか' }),
});

const SixtyLabels = z.strictObject({
  larger: Sign.meta({ description: '60で繰り上がる先の単位', examples: ['時間', 'h'] }),
  smaller: Sign.meta({ description: 'そのあとに続く、この単位の書き方', examples: ['分', 'min'] }),
});

const Sixty = perLanguage(SixtyLabels, {
  needs: 'all',
  noun: '書き方',
  beside: { aliases: z.array(Sign).optional().meta({ description: '上の単位の、読み取りで認める別の書き方' }) },
})
  .meta({ description: '60で上の単位に繰り上がる単位。値は「13時間58分」「13:58」「19時間」「83分」と書け、この単位（分）で数えます' });

export const UnitFile = z
  .strictObject({
    units: z.array(
      z.strictObject({
        id: Id.meta({ description: '単位の id' }),
        kind: z.enum(['count', 'amount', 'rate', 'point']).meta({ description: 'count 数・amount 量・rate 率・point 率の差' }),
        label: perLanguage(Label, { needs: 'all', noun: '書き方' }).meta({ description: '単位の書き方' }),
        aliases: z.array(Sign).optional().meta({ description: '読み取りで認める別の書き方' }),
        sixty: Sixty.optional(),
        change: Id.optional().meta({ description: '差の単位が別にあるとき、その id' }),
      }),
    ).meta({ description: '単位の一覧' }),
  })
  .meta({ id: 'Units', description: '単位' });
export type UnitFile = z.infer<typeof UnitFile>;

export const Glossary = z
  .strictObject({
    terms: z.array(
      z.strictObject({
        id: Id.meta({ description: '用語の id。文中では {term:id} と書きます。' }),
        term: Name.meta({ description: '用語' }),
        also: perLanguage(z.array(OneLine), { needs: 'none', noun: '別の言い方' }).optional().meta({ description: '用語の別の言い方。検索で用語が見つかり、訳の点検でも用語とみなします。' }),
        text: Text.meta({ description: '用語の説明' }),
      }),
    ).meta({ description: '用語の一覧' }),
  })
  .meta({ id: 'Glossary', description: '用語集' });
export type Glossary = z.infer<typeof Glossary>;

export const ReportYear = z
  .strictObject({
    year: FiscalYear.meta({ description: '年度（フォルダーの名前と同じ）' }),
    reports: z.array(
      z.strictObject({
        id: Id.meta({ description: '報告の id' }),
        kind: z.enum(['plan', 'mid_year', 'performance', 'mid_term_plan']).meta({ description: 'plan 年度計画・mid_year 年度途中の取組状況・performance 業務実績報告書・mid_term_plan 中期計画' }),
        title: Name.meta({ description: '報告の題名' }),
        asOf: Day.meta({ description: '報告の基準日' }),
        published: Published.meta({ description: '公表の日または月', examples: ['2025-11-28'] }),
        document: Id.meta({ description: 'もとの文書（documents.yaml の id）' }),
        source: Source.optional(),
        sheets: z.array(Sheet).min(1).optional().meta({ description: '原資料の対照表の番号と場所' }),
        changes: z.array(z.strictObject({ on: Day.meta({ description: '直した日' }), text: Text.meta({ description: '直した内容' }) })).min(1).optional()
          .meta({ description: '公表後に直したこと。更新情報（フィード）で知らせます。' }),
      }),
    ).min(1).meta({ description: 'この年度の報告' }),
  })
  .meta({ id: 'ReportYear', description: '一つの年度の報告' });
export type ReportYear = z.infer<typeof ReportYear>;
