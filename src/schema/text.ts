import { z } from 'zod';
import { perLanguage } from './languages.ts';

/** Blanks, and what takes up no room or shows nothing in it, are no words. */
const isSeen = (text: string): boolean => /[^\s\u00AD\u034F\u200C\u200D\u2800\uFE00-\uFE0F]/.test(text);
const isOneLine = (text: string): boolean => !/[\t\n\r]/.test(text);

/** What a reader is to read. */
const Words = z.string().min(1).refine(isSeen, { error: 'blank' });

export const LONGEST_LINE = 500;
const onOneLine = (text: z.ZodString): z.ZodString => text.refine(isOneLine, { error: 'oneLine' }).refine(({ length }) => length <= LONGEST_LINE, { error: 'longLine' });

/** The same, on one line of a page, a chart or a running head. */
export const OneLine = onOneLine(Words);
/** The number or sign of an entry in its document: I-2, ①. */
export const Mark = OneLine.refine(({ length }) => length <= LONGEST_MARK, { error: 'longMark' });
export const LONGEST_MARK = 20;
/** What stands by a figure: nothing, where its unit has no sign. */
export const Sign = onOneLine(z.string()).refine((sign) => sign.trim() === '' || isSeen(sign), { error: 'blank' });

/** A human text in every language. All but one may follow later: they are counted as missing, never hidden. */
export const Text = perLanguage(Words, {
  needs: 'one',
  noun: '文',
  otherwise: 'なければ必須の言語の文を表示し、未訳として数えます。',
}).meta({ id: 'Text', description: '各言語の文。Markdown と {指標@時点} のような値の参照が使えます。' });
export type Text = z.infer<typeof Text>;

/** A name that must exist in every language because it labels a figure. */
export const Name = perLanguage(OneLine, { needs: 'all', noun: '名称' })
  .meta({ id: 'Name', description: '各言語の名称。図表の見出しになるためすべての言語が必須です。' });
export type Name = z.infer<typeof Name>;

/** Why a figure stands although it does not follow from the others: readers of every language must be told. */
export const Reason = perLanguage(Words, { needs: 'all', noun: '理由' })
  .meta({ id: 'Reason', description: '公表値のまま掲載する理由。すべての言語が必須です。' });
export type Reason = z.infer<typeof Reason>;

/** Three of them, and a year, are the name of one file. */
export const LONGEST_ID = 64;
/** No file or folder of Windows can be called so. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

export const Id = z
  .string({ error: 'id' })
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, { error: 'id' })
  .refine(({ length }) => length <= LONGEST_ID, { error: 'longId' })
  .refine((id) => !DEVICE.test(id), { error: 'deviceId' })
  .meta({ id: 'Id', description: '英小文字・数字・ハイフンの識別子。公開後は変えません。', examples: ['np-current-rate'] });
export type Id = z.infer<typeof Id>;

/** A language, as BCP 47 writes it. */
export const Tag = z
  .string({ error: 'language' })
  .regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?$/, { error: 'language' })
  .meta({ id: 'Tag', description: '言語（BCP 47）。例: ja、en、zh、zh-Hant、pt-BR', examples: ['ja'] });

/** An address of the web; nothing that a browser would run. */
export const WebAddress = z
  .string({ error: 'address' })
  .regex(/^https?:\/\/[^\s"'<>\\]+$/, { error: 'address' })
  .refine(URL.canParse, { error: 'address' })
  .meta({ id: 'WebAddress', description: 'Web のアドレス。http:// か https:// で始めます。', examples: ['https://example.org/'] });

const Lines = z.string()
  .regex(/^\d+(-\d+)?$/, { error: 'line', abort: true })
  .refine((lines) => !isBackwards(lines), { error: 'lineOrder' });

/** 10694-10618 */
function isBackwards(lines: string): boolean {
  const [from = '', to = from] = lines.split('-');
  return Number(from) > Number(to);
}

/** Where in the source document a figure or text stands. */
export const Source = z
  .strictObject({
    document: Id.meta({ description: 'documents.yaml の id' }),
    page: z.union([z.int().min(1), OneLine]).optional().meta({ description: 'ページ。資料編は「参考資料 P1」のように書きます。', examples: [3, '参考資料 P1'] }),
    line: z.union([z.int().min(1), Lines]).optional()
      .meta({ description: '抽出テキストの行（48 または 48-51）', examples: [48, '48-51'] }),
  })
  .meta({ id: 'Source', description: '出典。文書とページまたは行。' });
export type Source = z.infer<typeof Source>;
