import { z } from 'zod';

/** A human text in every language. English may follow later: it is counted as missing, never hidden. */
export const Text = z
  .strictObject({
    ja: z.string().min(1).meta({ description: '日本語の文。Markdown と {指標@時点} のような値の参照が使えます。' }),
    en: z.string().min(1).optional().meta({ description: '英語の文。なければ日本語を表示し、未訳として数えます。' }),
  })
  .meta({ id: 'Text', description: '日英の文。ja は必須です。' });
export type Text = z.infer<typeof Text>;

/** A name that must exist in both languages because it labels a figure. */
export const Name = z
  .strictObject({
    ja: z.string().min(1).meta({ description: '日本語の名称' }),
    en: z.string().min(1).meta({ description: '英語の名称' }),
  })
  .meta({ id: 'Name', description: '日英の名称。図表の見出しになるため両方が必須です。' });
export type Name = z.infer<typeof Name>;

/** Why a figure stands although it does not follow from the others: readers of both languages must be told. */
export const Reason = z
  .strictObject({
    ja: z.string().min(1).meta({ description: '日本語の理由' }),
    en: z.string().min(1).meta({ description: '英語の理由' }),
  })
  .meta({ id: 'Reason', description: '公表値のまま掲載する理由。日英の両方が必須です。' });
export type Reason = z.infer<typeof Reason>;

export const Id = z
  .string({ error: 'id' })
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, { error: 'id' })
  .meta({ id: 'Id', description: '英小文字・数字・ハイフンの識別子。公開後は変えません。', examples: ['np-current-rate'] });
export type Id = z.infer<typeof Id>;

/** Where in the source document a figure or text stands. */
export const Source = z
  .strictObject({
    document: Id.meta({ description: 'documents.yaml の id' }),
    page: z.union([z.int(), z.string().min(1)]).optional().meta({ description: 'ページ。資料編は「参考資料 P1」のように書きます。', examples: [3, '参考資料 P1'] }),
    line: z.union([z.int(), z.string().regex(/^\d+(-\d+)?$/, { error: 'line' })]).optional()
      .meta({ description: '抽出テキストの行（48 または 48-51）', examples: [48, '48-51'] }),
  })
  .meta({ id: 'Source', description: '出典。文書とページまたは行。' });
export type Source = z.infer<typeof Source>;
