import { z } from 'zod';
import { Day, FiscalYear } from './period.ts';
import { isRealDay } from '../time/period.ts';
import { perLanguage } from './languages.ts';
import { Sheet } from './table.ts';
import { Id, Name, Reason, Source, Tag, Text, WebAddress } from './text.ts';

const Band = z.tuple([z.number(), z.number()]).meta({ description: '十の位の台の中での幅 [以上, 未満]' });

export const Organisation = z
  .strictObject({
    name: Name,
    shortName: Name,
    site: z.strictObject({
      title: Name,
      description: Text,
      url: WebAddress.meta({ description: '公開する URL（NENPO_SITE で上書き）' }),
      base: z.string({ error: 'basePath' }).regex(/^[\w.~/-]*$/, { error: 'basePath' }).meta({ description: '公開する場所のパス（NENPO_BASE で上書き）' }),
    }),
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
      startMonth: z.int().min(1).max(12),
      eras: z.boolean().meta({ description: '日本語で元号を使うか' }),
    }),
    wording: z
      .strictObject({
        bands: z.strictObject({ low: Band, mid: Band, high: Band }).meta({ description: '「台前半・台半ば・台後半」の幅' }),
        approximately: z.string().meta({ description: '「程度」が許す不足の割合', examples: ['10%'] }),
      })
      .meta({ description: '目標の言い回しの読み方' }),
    print: z
      .strictObject({ chartTables: z.boolean().meta({ description: '印刷版で図の下に値の表を置くか' }) })
      .optional()
      .meta({ description: '印刷版の設定' }),
    headline: z.array(Id).meta({ description: '最初のページに示す指標' }),
    licence: z.strictObject({ code: z.string(), data: Text }),
    contact: z.strictObject({ name: Name, url: WebAddress.optional() }).optional(),
  })
  .meta({ id: 'Organisation', description: '機関とサイトの設定' });
export type Organisation = z.infer<typeof Organisation>;

export const Outline = z
  .strictObject({
    parts: z.array(
      z.strictObject({
        id: Id,
        number: z.string(),
        title: Name,
        sections: z.array(z.strictObject({
          id: Id,
          number: z.string().min(1).optional().meta({ description: '節の番号。部の全体が一つの節のときは省きます。' }),
          title: Name,
        })).min(1),
      }),
    ).min(1),
  })
  .meta({ id: 'Outline', description: '部と節' });
export type Outline = z.infer<typeof Outline>;

const Published = z.string({ error: 'published' })
  .regex(/^\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?$/, { error: 'published', abort: true })
  .refine(isRealDay, { error: 'unrealDay' });

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
        id: Id,
        title: Name,
        publisher: Name,
        published: z.union([z.int(), Published]),
        url: WebAddress.optional(),
        note: Text.optional(),
        percentForPoints: Reason.optional().meta({ description: '率どうしの差を「ポイント」ではなく「%」で印刷している文書のときの説明。読者に示します。' }),
      }),
    ),
  })
  .meta({ id: 'Documents', description: '出典となる文書' });
export type Documents = z.infer<typeof Documents>;

const Plural = z.string().optional();
const Label = z.strictObject({
  zero: Plural,
  one: Plural,
  two: Plural,
  few: Plural,
  many: Plural,
  other: z.string(),
  prefix: z.boolean().optional(),
});

const SixtyLabels = z.strictObject({
  larger: z.string().meta({ description: '60で繰り上がる先の単位', examples: ['時間', 'h'] }),
  smaller: z.string().meta({ description: 'そのあとに続く、この単位の書き方', examples: ['分', 'min'] }),
});

const Sixty = perLanguage(SixtyLabels, {
  needs: 'all',
  noun: '書き方',
  beside: { aliases: z.array(z.string()).optional().meta({ description: '上の単位の、読み取りで認める別の書き方' }) },
})
  .meta({ description: '60で上の単位に繰り上がる単位。値は「13時間58分」「13:58」「19時間」「83分」と書け、この単位（分）で数えます' });

export const UnitFile = z
  .strictObject({
    units: z.array(
      z.strictObject({
        id: Id.or(z.string().regex(/^[a-z_]+$/)),
        kind: z.enum(['count', 'amount', 'rate', 'point']).meta({ description: 'count 数・amount 量・rate 率・point 率の差' }),
        label: perLanguage(Label, { needs: 'all', noun: '書き方' }),
        aliases: z.array(z.string()).optional().meta({ description: '読み取りで認める別の書き方' }),
        sixty: Sixty.optional(),
        change: z.string().optional().meta({ description: '差の単位が別にあるとき、その id' }),
      }),
    ),
  })
  .meta({ id: 'Units', description: '単位' });
export type UnitFile = z.infer<typeof UnitFile>;

export const Glossary = z
  .strictObject({
    terms: z.array(
      z.strictObject({
        id: Id,
        term: Name,
        also: perLanguage(z.array(z.string()), { needs: 'none', noun: '別の言い方' }).optional(),
        text: Text,
      }),
    ),
  })
  .meta({ id: 'Glossary', description: '用語集' });
export type Glossary = z.infer<typeof Glossary>;

export const ReportYear = z
  .strictObject({
    year: FiscalYear,
    reports: z.array(
      z.strictObject({
        id: Id,
        kind: z.enum(['plan', 'mid_year', 'performance', 'mid_term_plan']),
        title: Name,
        asOf: Day.meta({ description: '報告の基準日' }),
        published: Published,
        document: Id,
        source: Source.optional(),
        sheets: z.array(Sheet).min(1).optional().meta({ description: '原資料の対照表の番号と場所' }),
        changes: z.array(z.strictObject({ on: Day, text: Text })).min(1).optional()
          .meta({ description: '公表後に直したこと。更新情報（フィード）で知らせます。' }),
      }),
    ).min(1),
  })
  .meta({ id: 'ReportYear', description: '一つの年度の報告' });
export type ReportYear = z.infer<typeof ReportYear>;
