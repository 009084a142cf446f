import { z } from 'zod';

const Word = z.string().min(1);
const Pattern = z.string().min(1);
const FontFile = z.string({ error: 'fontFile' }).regex(/^[A-Za-z0-9][A-Za-z0-9_.-]*\.ttf$/, { error: 'fontFile' });
const OwnTypeface = z.strictObject({
  regular: FontFile.meta({ description: '並の太さのファイル' }),
  bold: FontFile.meta({ description: '太字のファイル' }),
});
export type OwnTypeface = z.infer<typeof OwnTypeface>;

const Changes = z.strictObject({
  up: Pattern.meta({ description: '増えたとき。{0} が差の大きさ' }),
  down: Pattern.meta({ description: '減ったとき' }),
  none: Word.meta({ description: '変わらないとき' }),
});

/** A language that the program does not bring with it, or other words for one that it does. */
export const LanguageFile = z
  .strictObject({
    name: Word.optional().meta({ description: 'その言語での、言語の名前。言語の切替えに示します。', examples: ['中文'] }),
    capitals: z.boolean().optional().meta({ description: '行や名称の最初の文字を大文字にするか' }),
    typeface: OwnTypeface.optional().meta({
      description: 'この言語の書体。data/fonts/ に置いた TrueType のファイルの名前。プログラムの書体にない文字や、形の違う文字のために使います。',
      examples: [{ regular: 'NotoSansTC-Regular.ttf', bold: 'NotoSansTC-Bold.ttf' }],
    }),
    numbers: z
      .strictObject({
        group: z.string().optional().meta({ description: '三桁ごとの区切り（省略時は「,」）' }),
        decimal: Word.optional().meta({ description: '小数点（省略時は「.」）' }),
        minus: Word.optional().meta({ description: '負の符号（省略時は「−」）' }),
        gap: z.string().optional().meta({ description: '数と言葉の間（省略時は空白一つ）' }),
        scales: z
          .array(z.strictObject({ power: z.int().min(1).max(20).meta({ description: '10の何乗か（万は4）' }), word: Word.meta({ description: 'その言葉' }) }))
          .optional()
          .meta({ description: '大きな数の言葉。小さい順', examples: [[{ power: 4, word: '万' }, { power: 8, word: '亿' }]] }),
        fullBelow: z.int().min(1).optional().meta({ description: 'これより小さい数は言葉を使わず全桁で書く（省略時は1000000）' }),
      })
      .optional()
      .meta({ description: '数の書き方' }),
    dates: z
      .strictObject({
        fiscalYear: Pattern.optional().meta({ description: '年度。{0} が西暦の年', examples: ['{0}财年'] }),
        calendarYear: Pattern.optional().meta({ description: '年度が暦の年と同じときの年', examples: ['{0}年'] }),
        endOf: Pattern.optional().meta({ description: '時点としての末。{0} が年か月', examples: ['{0}末'] }),
        endOfInText: Pattern.optional().meta({ description: '文中での末（省略時は endOf）' }),
      })
      .optional()
      .meta({ description: '年と時点の書き方。月と日の書き方は言語から決まります。' }),
    qualifiers: z.record(z.string(), Pattern).optional().meta({ description: '約・超・以上など。{0} が値', examples: [{ about: '约{0}' }] }),
    absences: z.record(z.string(), Word).optional().meta({ description: '値がない理由の言葉' }),
    changes: z
      .strictObject({
        count: Changes.meta({ description: '人や件などの数' }),
        amount: Changes.meta({ description: '金額などの量' }),
        rate: Changes.meta({ description: '率' }),
        point: Changes.meta({ description: '率の差' }),
      })
      .partial()
      .optional()
      .meta({ description: '増減の言い方。数・量・率・率の差ごと' }),
    strings: z.record(z.string(), z.string()).optional().meta({ description: '画面と紙面の語' }),
    words: z.record(z.string(), z.record(z.string(), Word)).optional().meta({ description: '判定・区分などの語' }),
    charts: z.record(z.string(), z.string()).optional().meta({ description: '動く図の語' }),
  })
  .meta({ id: 'Language', description: '言語。プログラムにない言語の語と、数・日付の書き方' });
export type LanguageFile = z.infer<typeof LanguageFile>;
