import type { Diagnostic } from '../diagnostics/diagnostic.ts';

/** What is wrong, without the place. */
export type FileProblem = Pick<Diagnostic, 'code' | 'message' | 'repair'>;

/** ä»¶, where 件 was meant: a program read the file in another encoding than it was saved in. */
export const GARBLED = (written: string, meant: string): FileProblem => ({
  code: 'encoding',
  message: {
    ja: `文字化けしています: 「${written}」。UTF-8 の文字を別の文字コードで読んで保存したものです。`,
    en: `“${written}” is garbled: text in UTF-8 was read in another encoding and saved again.`,
  },
  repair: { ja: `「${meant}」と書き直し、ほかの行も確かめてください。`, en: `Write “${meant}” again, and look at the other lines as well.` },
});

/** Problems of a file as a whole, or of characters that no YAML should hold. */
export const FILE_PROBLEMS = {
  tooLarge: {
    code: 'file-too-large',
    message: {
      ja: 'ファイルが大きすぎます（4 MB まで。行と、YAML の記号は合わせて5万まで）。',
      en: 'The file is too large (4 MB at most, and 50,000 lines and marks of YAML together).',
    },
    repair: {
      ja: '節や指標ごとのファイルに分けてください。',
      en: 'Split it into one file for each section or indicator.',
    },
  },
  notUtf8: {
    code: 'encoding',
    message: {
      ja: '文字コードが UTF-8 ではないため、ここから先を読めません（Shift_JIS などで保存された可能性があります）。',
      en: 'The file cannot be read from here on: it is not encoded in UTF-8 (perhaps in Shift_JIS).',
    },
    repair: {
      ja: 'エディターの「名前を付けて保存」で文字コード「UTF-8」を選び、保存し直してください。',
      en: 'Save it again with the encoding UTF-8.',
    },
  },
  lost: {
    code: 'encoding',
    message: { ja: '「�」は、別の文字コードで読んだときに失われた文字の跡です。', en: 'The sign “�” stands for a character that was lost when the text was read in another encoding.' },
    repair: { ja: '原資料を見て、もとの文字を書いてください。', en: 'Look at the document, and write the character that was there.' },
  },
  control: {
    code: 'control-character',
    message: { ja: '目に見えない制御文字があります。', en: 'There is an invisible control character here.' },
    repair: { ja: 'この位置の文字を消してください。', en: 'Delete the character at this place.' },
  },
  hidden: {
    code: 'hidden-character',
    message: {
      ja: '文字の並びを変えたり隠したりする、目に見えない文字があります。',
      en: 'There is an invisible character here that reorders or hides text.',
    },
    repair: { ja: 'この位置の文字を消してください。', en: 'Delete the character at this place.' },
  },
  stacked: {
    code: 'stacked-marks',
    message: {
      ja: '一つの文字に、記号（アクセントなど）がいくつも重ねられています。',
      en: 'Mark upon mark (such as accents) is stacked on one letter.',
    },
    repair: { ja: '余分な記号を消してください。', en: 'Delete those that are too many.' },
  },
  escapedCharacter: {
    code: 'hidden-character',
    message: {
      ja: '\\ で書かれた文字の中に、文に使えないものがあります。',
      en: 'A character that is written with \\ cannot stand in a text.',
    },
    repair: { ja: 'その部分を消してください。', en: 'Delete that part.' },
  },
  tooLong: {
    code: 'text-too-long',
    message: {
      ja: '一つの文が長すぎます（10万字まで）。',
      en: 'This one text is too long (100,000 characters at most).',
    },
    repair: {
      ja: '引用符の閉じ忘れでないか確かめ、いくつかの文に分けてください。',
      en: 'See whether its closing quote is missing, or split it.',
    },
  },
  tooDeep: {
    code: 'too-deep',
    message: {
      ja: '括弧や字下げの重なりが深すぎて読めません。',
      en: 'Brackets or indentation are nested too deeply to be read.',
    },
    repair: {
      ja: '余分な括弧や字下げを消してください。',
      en: 'Remove the needless brackets or indentation.',
    },
  },
  byteOrderMark: {
    code: 'bom',
    message: {
      ja: 'ファイルの先頭に目に見えない文字（BOM）があります。',
      en: 'The file begins with an invisible byte order mark (BOM).',
    },
    repair: {
      ja: '文字コード「UTF-8（BOM なし）」で保存し直してください。',
      en: 'Save it again as UTF-8 without BOM.',
    },
  },
  carriageReturn: {
    code: 'crlf',
    message: {
      ja: '改行が Windows などの形式（CRLF）です。',
      en: 'The line endings are those of Windows (CRLF).',
    },
    repair: { ja: '改行コード「LF」で保存し直してください。', en: 'Save it again with LF line endings.' },
  },
  alias: {
    code: 'alias',
    message: {
      ja: '& や * で始まる値（YAML のアンカーとエイリアス）は使えません。',
      en: 'A value that begins with & or * (a YAML anchor or alias) is not allowed.',
    },
    repair: {
      ja: '値をその場に書いてください。文が & や * で始まるときは全体を引用符 "…" で囲みます。',
      en: 'Write the value in its place; put a text that begins with & or * in quotes "…".',
    },
  },
  notAFile: {
    code: 'not-a-file',
    message: { ja: 'リンクなど、ふつうのファイルやフォルダーでないものは読みません。', en: 'A link, or anything else that is no plain file or folder, is not read.' },
    repair: { ja: 'ファイルやフォルダーそのものを置いてください。', en: 'Put the file or folder itself there.' },
  },
  empty: {
    code: 'empty-file',
    message: { ja: 'ファイルに中身がありません（ほかのファイルへのリンクは読みません）。', en: 'There is nothing in the file (a link to another file is not followed).' },
    repair: { ja: '内容を書くか、ファイルを消してください。', en: 'Write its content, or delete the file.' },
  },
} as const satisfies Record<string, FileProblem>;
