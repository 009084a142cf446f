import type { Path } from '../diagnostics/problem.ts';
import type { Localized } from '../locale.ts';
import { LONGEST_ID, LONGEST_LINE, LONGEST_MARK } from '../schema/text.ts';
import { FIRST_YEAR, LAST_YEAR } from '../time/period.ts';

export const UNKNOWN = (key: string) => ({
  ja: `「${key}」という項目はありません。`,
  en: `There is no key “${key}”.`,
});
export const REMOVE = { ja: 'この項目を消してください。', en: 'Remove it.' };
/** { en: First, second } is two keys: the second is the rest of a text. */
export const COMMA_IN_BRACES = {
  ja: '{ } の中では「,」で文が終わります。文の全体を引用符 "…" で囲んでください。',
  en: 'Within { } a comma ends the text before it. Put the whole text in quotes "…".',
};
export const DID_YOU_MEAN = (guess: string | undefined, known: readonly string[]) =>
  guess === undefined
    ? { ja: `ここで使える項目: ${known.join('、')}`, en: `Keys that can be used here: ${known.join(', ')}` }
    : { ja: `「${guess}」ではありませんか。`, en: `Did you mean “${guess}”?` };
export const MISSING = (key: string, parent: Path) =>
  parent.length === 0
    ? {
        ja: `このファイルに必須の項目「${key}」がありません。`,
        en: `The file lacks the required key “${key}”.`,
      }
    : { ja: `ここに必須の項目「${key}」がありません。`, en: `The required key “${key}” is missing here.` };
export const ADD = (key: string) => ({
  ja: `「${key}:」の行を加えてください。`,
  en: `Add a line “${key}:”.`,
});

export const EMPTY = (path: Path) => {
  const key = path.filter((step) => typeof step === 'string').at(-1);
  return key === undefined
    ? { ja: '値が空です。', en: 'The value is empty.' }
    : { ja: `「${key}」の値が空です。`, en: `“${key}” has no value.` };
};
export const EMPTY_REPAIR = {
  ja: '値を書くか、この行を消してください。',
  en: 'Write a value, or remove the line.',
};
export const EMPTY_REQUIRED = { ja: '値を書いてください。', en: 'Write a value.' };
export const EMPTY_FIGURE = {
  ja: '値がない理由を書いてください: not_yet（未集計）、not_carried_out（実施なし）、not_applicable（該当なし）、not_published（未公表）、lost（原資料で欠落）。ゼロは「0件」のように書きます。',
  en: 'Say why there is none: not_yet, not_carried_out, not_applicable, not_published or lost. Write zero with its unit, e.g. 0件.',
};

export const NOT_ONE_OF = (found: string) => ({
  ja: `「${found}」はここでは使えません。`,
  en: `“${found}” is not allowed here.`,
});
export const ONE_OF = (guess: string | undefined, values: readonly string[]) =>
  guess === undefined
    ? { ja: `次のどれかを書いてください: ${values.join('、')}`, en: `Write one of: ${values.join(', ')}` }
    : {
        ja: `「${guess}」ではありませんか（使える値: ${values.join('、')}）。`,
        en: `Did you mean “${guess}”? Allowed: ${values.join(', ')}`,
      };

export const MAP_FOR_TEXT = {
  ja: '文か値を書くところに、「項目: 値」のまとまりがあります。',
  en: 'There are keys and values here where a text or a figure belongs.',
};
export const MAP_FOR_TEXT_REPAIR = {
  ja: '値が { で始まるときは、全体を引用符 "…" で囲んでください。',
  en: 'If the value begins with {, put the whole of it in quotes "…".',
};
export const LIST_FOR_TEXT = {
  ja: '文か値を一つ書くところに、並び（「- 」や [ ]）があります。',
  en: 'There is a list (“- ” or [ ]) here where one text or figure belongs.',
};
export const LIST_FOR_TEXT_REPAIR = {
  ja: '「- 」を消すか、値が [ で始まるときは全体を引用符 "…" で囲んでください。',
  en: 'Remove the “- ”; if the value begins with [, put the whole of it in quotes "…".',
};

export const WRONG_TYPE = (found: string) => ({
  ja: `値の種類が違います: 「${found}」。`,
  en: `This is the wrong kind of value: “${found}”.`,
});
export const EXPECTED = (expected: string, found: string): Localized =>
  KIND[expected]?.(found) ?? {
    ja: `${expected} を書いてください。`,
    en: `Write a value of the kind ${expected}.`,
  };
const INDENTED_LINES = {
  ja: '次の行から字下げして「項目: 値」の形で書いてください。',
  en: 'Write indented lines of the form “key: value” below it.',
};
const KIND: Record<string, (found: string) => Localized> = {
  string: (found) => ({
    ja: `文字として読めるよう、引用符で囲んでください → "${found}"`,
    en: `Put it in quotes, so that it is read as text: "${found}"`,
  }),
  number: () => ({
    ja: '半角の数字だけで書いてください（引用符は付けません）。',
    en: 'Write a plain number, without quotes.',
  }),
  int: () => ({
    ja: '整数を半角の数字だけで書いてください（引用符は付けません）。',
    en: 'Write a whole number, without quotes.',
  }),
  boolean: () => ({ ja: 'true（はい）か false（いいえ）を書いてください。', en: 'Write true or false.' }),
  array: () => ({
    ja: '一行に一つずつ、「- 」で始めて並べてください。',
    en: 'Write a list: lines that begin with “- ”.',
  }),
  tuple: () => ({ ja: '[0, 5] のように二つの数を書いてください。', en: 'Write two numbers, e.g. [0, 5].' }),
  object: () => INDENTED_LINES,
  record: () => INDENTED_LINES,
};

const CHECK_YEAR = { ja: '年を文書で確かめてください。', en: 'Compare the year with the document.' };
export const EMPTY_LIST = { ja: '並びが空です。', en: 'The list is empty.' };
export const TOO_FEW = { ja: '並びの数が足りません。', en: 'The list is too short.' };
export const TOO_LITTLE = (found: string) => ({
  ja: `値が小さすぎます: ${found}。`,
  en: `The value is too small: ${found}.`,
});
export const AT_LEAST = (minimum: number, isList: boolean): Localized =>
  isList
    ? {
        ja: `少なくとも ${minimum} 件を書いてください。`,
        en: `Write at least ${minimum === 1 ? 'one entry' : `${minimum} entries`}.`,
      }
    : { ja: `${minimum} 以上にしてください。`, en: `It must be ${minimum} or more.` };
export const TOO_MUCH = (found: string) => ({
  ja: `値が大きすぎます: ${found}。`,
  en: `The value is too large: ${found}.`,
});
export const TOO_MANY = (count: number) => ({
  ja: `並びが長すぎます（${count} 件）。`,
  en: `The list is too long: it has ${count} entries.`,
});
export const AT_MOST = (maximum: number, isList: boolean): Localized =>
  isList
    ? { ja: `${maximum} 件までにしてください。`, en: `Write ${maximum} entries at most.` }
    : { ja: `${maximum} 以下にしてください。`, en: `It must be ${maximum} or less.` };
export const INVALID = (found: string) => ({
  ja: `書き方が正しくありません: 「${found}」。`,
  en: `This is not in the right form: “${found}”.`,
});
export const SEE_SCHEMA = {
  ja: 'data/schema の説明にある形で書いてください。',
  en: 'Write it in the form that data/schema describes.',
};

interface Form {
  readonly code: string;
  readonly message: (found: string) => Localized;
  readonly repair: (found: string) => Localized;
}

const UNREADABLE_PERIOD = (noun: Localized) => (found: string) => ({
  ja: `${noun.ja}として読めません: 「${found}」。`,
  en: `“${found}” is not ${noun.en}.`,
});
const suggested = (repair: string | undefined, otherwise: Localized): Localized =>
  repair === undefined ? otherwise : { ja: repair, en: repair };

/** Forms of text that a schema names by its error text. */
export const FORMATS = {
  blank: {
    code: 'empty-value',
    message: () => ({ ja: '目に見える文字がありません。', en: 'There is nothing here that can be seen.' }),
    repair: () => EMPTY_REQUIRED,
  },
  oneLine: {
    code: 'line-break',
    message: (found) => ({ ja: `一行で示すところに、改行かタブがあります: 「${found.trim()}」。`, en: `There is a line break or tab in “${found.trim()}”, which is shown on one line.` }),
    repair: () => ({ ja: '「|」や \\n を使わず、一行で書いてください。', en: 'Write it on one line, without | or \\n.' }),
  },
  longLine: {
    code: 'text-too-long',
    message: (found) => ({ ja: `一行で示すには長すぎます（${LONGEST_LINE}字まで）: 「${found}」。`, en: `“${found}” is too long for one line (${LONGEST_LINE} characters at most).` }),
    repair: () => ({ ja: '引用符の閉じ忘れでないか確かめ、短くしてください。', en: 'See whether its closing quote is missing, or shorten it.' }),
  },
  id: {
    code: 'invalid-id',
    message: (found) => ({ ja: `id として使えません: 「${found}」。`, en: `“${found}” cannot be an id.` }),
    repair: () => ({
      ja: '半角の英小文字・数字・ハイフンで、英字から始めてください（例: np-rate-2）。',
      en: 'Use lower-case letters, digits and hyphens, beginning with a letter (e.g. np-rate-2).',
    }),
  },
  longMark: {
    code: 'text-too-long',
    message: (found) => ({ ja: `番号や記号には長すぎます（${LONGEST_MARK}字まで）: 「${found}」。`, en: `“${found}” is too long for a number or sign (${LONGEST_MARK} characters at most).` }),
    repair: () => ({ ja: '「I-2」「①」のように番号だけを書いてください。', en: 'Write the number alone, as in I-2 or ①.' }),
  },
  longId: {
    code: 'invalid-id',
    message: (found) => ({ ja: `id が長すぎます（${LONGEST_ID}字まで）: 「${found}」。`, en: `The id “${found}” is too long (${LONGEST_ID} characters at most).` }),
    repair: () => ({ ja: '短い id にしてください。', en: 'Choose a shorter one.' }),
  },
  deviceId: {
    code: 'invalid-id',
    message: (found) => ({ ja: `id「${found}」の名前のファイルは、Windows では作れません。`, en: `On Windows no file can be named after the id “${found}”.` }),
    repair: (found) => ({ ja: `${found}-1 のような別の id にしてください。`, en: `Choose another, such as ${found}-1.` }),
  },
  allowance: {
    code: 'invalid-value',
    message: (found) => ({ ja: `割合として読めません: 「${found}」。`, en: `“${found}” is not a share.` }),
    repair: () => ({ ja: '10% のように書いてください。', en: 'Write it as in 10%.' }),
  },
  period: {
    code: 'invalid-period',
    message: UNREADABLE_PERIOD({ ja: '時点', en: 'a period' }),
    repair: (found) =>
      isPartOfYear(found) ? PART_OF_YEAR : suggested(periodMeant(found), {
        ja: '年度は FY2025、月（末）は 2025-09、日は 2025-09-30 のように書いてください。',
        en: 'Write FY2025 for a fiscal year, 2025-09 for a month (or its end), 2025-09-30 for a day.',
      }),
  },
  fiscalYear: {
    code: 'invalid-period',
    message: UNREADABLE_PERIOD({ ja: '年度', en: 'a fiscal year' }),
    repair: (found) =>
      suggested(/^FY/.test(periodMeant(found) ?? '') ? periodMeant(found) : undefined, {
        ja: 'FY2025 のように書いてください（令和7年度は FY2025）。',
        en: 'Write it as FY2025.',
      }),
  },
  day: {
    code: 'invalid-period',
    message: UNREADABLE_PERIOD({ ja: '日付', en: 'a date' }),
    repair: (found) =>
      suggested(/-\d\d-/.test(periodMeant(found) ?? '') ? periodMeant(found) : undefined, {
        ja: '2025-09-30 のように、年-月-日を書いてください。',
        en: 'Write year, month and day, as in 2025-09-30.',
      }),
  },
  published: {
    code: 'invalid-period',
    message: UNREADABLE_PERIOD({ ja: '公表日', en: 'a date of publication' }),
    repair: (found) =>
      suggested(/^\d{4}-/.test(periodMeant(found) ?? '') ? periodMeant(found) : undefined, {
        ja: '2025-12 か 2025-12-05 のように書いてください。',
        en: 'Write 2025-12 or 2025-12-05.',
      }),
  },
  unlikelyYear: {
    code: 'unlikely-year',
    message: (found) => ({
      ja: `${found} は、報告に書かれる年の範囲（${FIRST_YEAR}～${LAST_YEAR}年）の外です。`,
      en: `${found} is no year that a report tells of (${FIRST_YEAR} to ${LAST_YEAR}).`,
    }),
    repair: () => CHECK_YEAR,
  },
  unrealDay: {
    code: 'unreal-day',
    message: (found) => ({
      ja: `${found} という日は暦にありません。`,
      en: `There is no day ${found} in the calendar.`,
    }),
    repair: (found) => ({
      ja: `その月の日数（末日）を確かめてください（最後の日は ${lastDayOf(found)}）。`,
      en: `Check the number of days of the month; its last day is ${lastDayOf(found)}.`,
    }),
  },
  address: {
    code: 'invalid-address',
    message: (found) => ({
      ja: `Web のアドレスとして使えません: 「${found}」。`,
      en: `“${found}” is not an address of the web.`,
    }),
    repair: () => ({
      ja: 'http:// か https:// で始まるアドレスを書いてください。',
      en: 'Write one that begins with http:// or https://.',
    }),
  },
  basePath: {
    code: 'invalid-address',
    message: (found) => ({
      ja: `サイトの場所として使えません: 「${found}」。`,
      en: `“${found}” is not the path of a site.`,
    }),
    repair: () => ({ ja: '/nenpo/ のように書いてください。', en: 'Write it as in /nenpo/.' }),
  },
  fontFile: {
    code: 'invalid-place',
    message: (found) => ({
      ja: `書体のファイルの名前として読めません: 「${found}」。`,
      en: `“${found}” is not the name of a font file.`,
    }),
    repair: () => ({
      ja: 'data/fonts/ に置いたファイルの名前だけを、NotoSansTC-Regular.ttf のように書いてください。',
      en: 'Write only the name of a file in data/fonts/, as in NotoSansTC-Regular.ttf.',
    }),
  },
  place: {
    code: 'invalid-place',
    message: (found) => ({
      ja: `ファイルの名前として読めません: 「${found}」。`,
      en: `“${found}” is not the name of a file.`,
    }),
    repair: () => ({
      ja: 'data/ と .yaml を除いて、2025/np-collection のように書いてください。',
      en: 'Write it without data/ and .yaml, as in 2025/np-collection.',
    }),
  },
  language: {
    code: 'invalid-language',
    message: (found) => ({
      ja: `言語として読めません: 「${found}」。`,
      en: `“${found}” is not a language.`,
    }),
    repair: () => ({
      ja: 'ja、en、zh、zh-Hant、pt-BR のように書いてください。',
      en: 'Write its tag, as in ja, en, zh, zh-Hant or pt-BR.',
    }),
  },
  line: {
    code: 'invalid-line',
    message: (found) => ({
      ja: `行として読めません: 「${found}」。`,
      en: `“${found}” is not a line or range of lines.`,
    }),
    repair: () => ({ ja: '48 または 48-51 のように書いてください。', en: 'Write 48 or 48-51.' }),
  },
  lineOrder: {
    code: 'invalid-line',
    message: (found) => ({
      ja: `行の範囲「${found}」は、終わりが初めより前です。`,
      en: `The range of lines “${found}” ends before it begins.`,
    }),
    repair: () => ({ ja: '文書の行を確かめ、小さい数から書いてください。', en: 'Compare it with the document, and write the smaller number first.' }),
  },
  printed: {
    code: 'unreadable-figure',
    message: (found) => ({
      ja: `値が読めません: 「${found}」。`,
      en: `The figure “${found}” cannot be read.`,
    }),
    repair: () => ({
      ja: '印刷されたとおり、単位を付けて書いてください（例: 72.0%、1,992事業所）。',
      en: 'Write it as printed, with its unit (e.g. 72.0%, 1,992事業所).',
    }),
  },
  figureRef: {
    code: 'invalid-reference',
    message: (found) => ({
      ja: `値への参照として読めません: 「${found}」。`,
      en: `“${found}” is not a reference to a figure.`,
    }),
    repair: () => ({
      ja: '「指標@時点」（例: np-rate@2025-09）か、このファイルの figures の id を書いてください。',
      en: 'Write indicator@period (e.g. np-rate@2025-09), or the id of a figure of this file.',
    }),
  },
  lineRef: {
    code: 'invalid-reference',
    message: (found) => ({
      ja: `行への参照として読めません: 「${found}」。`,
      en: `“${found}” is not a reference to a row.`,
    }),
    repair: () => ({
      ja: '「表の id/行の id」（例: items/staff）と書いてください。',
      en: 'Write table/row (e.g. items/staff).',
    }),
  },
  clauseRef: {
    code: 'invalid-reference',
    message: (found) => ({
      ja: `計画項目への参照として読めません: 「${found}」。`,
      en: `“${found}” is not a reference to a clause.`,
    }),
    repair: () => ({
      ja: '「年度/節の id/項目の id」（例: 2020/np-collection/payment-rates）と書いてください。',
      en: 'Write year/section/clause (e.g. 2020/np-collection/payment-rates).',
    }),
  },
} as const satisfies Record<string, Form>;

export type FormName = keyof typeof FORMATS;

/** 2025-Q2, 令和7年度上半期, 2025-04/2025-06, 4月～6月: some months by themselves. */
function isPartOfYear(text: string): boolean {
  const plain = text.normalize('NFKC').replace(/\s/g, '');
  return NAMED_PART.test(plain) || SPAN_OF_MONTHS.test(plain);
}

const NAMED_PART = /四半期|半期|上期|下期|quarter|half|(?<![a-z])[QH][1-4](?![\d年])|[1-4][QH](?![a-z])/i;
const SPAN_OF_MONTHS = /(?:\d月|\d{4}-\d{1,2})(?:\/|~|〜|–|--|から|to)(?:\d{4}[-年])?\d{1,2}月?$/;

const PART_OF_YEAR = {
  ja: '四半期や半期だけの期間は書けません。年度初めからの累計なら kind: cumulative の指標に、その期間だけの値なら「直近3か月の…」のような kind: stock の指標に、最後の月（4～6月なら 2025-06）で書いてください。',
  en: 'A quarter or half-year alone is no period. Write it by its last month (2025-06 for April to June): a total since the year began in an indicator of kind: cumulative, a figure of these months alone in one of kind: stock that is named “… in the last three months”.',
};

/** What was probably meant, where it is beyond doubt: 2025/9 → 2025-09, 令和7年度 → FY2025, 2025年9月末 → 2025-09. */
export function periodMeant(text: string): string | undefined {
  const plain = text.normalize('NFKC').replace(/\s/g, '');
  const fiscal = /^(?:FY|fy|Fy)?-?(\d{4})(?:年度末?|fy|FY)?$/.exec(plain);
  if (fiscal) return `FY${fiscal[1]}`;
  const era = /^(?:令和|R|r)(\d{1,2}|元)(?:年(度)?|\.)?末?(.*)$/.exec(plain);
  const western = era ? `${era[1] === '元' ? 2019 : 2018 + Number(era[1])}` : undefined;
  if (western && era?.[3] === '' && era[2]) return `FY${western}`;
  const date = /^(\d{4})[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?末?$/.exec(
    western && !era?.[2] ? `${western}年${era?.[3] ?? ''}` : plain,
  );
  if (
    !date ||
    Number(date[2]) < 1 ||
    Number(date[2]) > 12 ||
    Number(date[3] ?? 1) < 1 ||
    Number(date[3] ?? 1) > 31
  )
    return undefined;
  return [
    date[1],
    ...date
      .slice(2)
      .filter((part) => part !== undefined)
      .map((part) => part.padStart(2, '0')),
  ].join('-');
}

function lastDayOf(day: string): string {
  const [year = 0, month = 0] = day.split('-').map(Number);
  return `${day.slice(0, 8)}${new Date(Date.UTC(year, month, 0)).getUTCDate()}`;
}
