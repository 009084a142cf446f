import type { Path, Problem } from '../diagnostics/problem.ts';
import type { Localized } from '../locale.ts';
import type { QuantityProblem, QuantityProblemCode } from '../quantity/problem.ts';

/** An unreadable figure as a problem at its wrong characters, or as a whole where some are missing, with the repair where it is beyond doubt. */
export function figureProblem(file: string, path: Path, text: string, problem: QuantityProblem): Problem {
  const reason = REASONS[problem.code](problem.found);
  return {
    severity: 'error',
    code: 'unreadable-figure',
    file,
    path,
    ...(problem.length > 0 ? { span: { offset: problem.offset, length: problem.length } } : {}),
    message: {
      ja: `値が読めません: 「${shorten(text)}」。${reason.ja}`,
      en: `The figure “${shorten(text)}” cannot be read: ${reason.en}`,
    },
    repair: problem.suggestion
      ? { ja: problem.suggestion, en: problem.suggestion }
      : problem.code === 'unknown_unit' && IN_SIXTIETHS.test(text)
        ? SIXTY
        : (REPAIRS[problem.code] ?? AS_PRINTED),
  };
}

/** 1 h 05 min, 1時間05分: two numbers, each with a word behind it. */
const IN_SIXTIETHS = /^\D*\d+[^\d.,]+[0-5]\d\D+$/;

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

const SIXTY = {
  ja: '時間と分のように二つの単位で書く値は、units.yaml のその単位に sixty（larger と smaller）があるときに読めます。',
  en: 'A figure in two units, such as hours and minutes, can be read where its unit in units.yaml has “sixty” (“larger” and “smaller”).',
};
const AS_PRINTED = {
  ja: '印刷されたとおり、単位を付けて書いてください（例: 72.0%、4.1万事業所、18兆4,572億円）。',
  en: 'Write it as printed, with its unit (e.g. 72.0%, 4.1万事業所, 18兆4,572億円).',
};

const REASONS: Record<QuantityProblemCode, (found: string) => Localized> = {
  empty: () => ({ ja: '値が空です。', en: 'it is empty.' }),
  ambiguous_dash: () => ({
    ja: '横棒だけでは、ゼロか、未集計か、実施なしかが分かりません。',
    en: 'a dash alone may mean zero, not yet, or not carried out.',
  }),
  no_number: () => ({ ja: '数がありません。', en: 'there is no number.' }),
  long_text: () => ({ ja: '一つの値には長すぎます（200字まで）。', en: 'it is too long for one figure (200 characters at most).' }),
  word_twice: (found) => ({ ja: `「${found.trim()}」が二度あります。`, en: `“${found.trim()}” stands in it twice.` }),
  leading_text: (found) => ({
    ja: `数の前の「${found}」が読めません。`,
    en: `“${found}” before the number is not understood.`,
  }),
  bad_decimal_comma: () => ({ ja: '小数点は「.」です。', en: 'the decimal mark is “.”.' }),
  bad_grouping: (found) => ({
    ja: `桁区切り「${found}」が3桁ごとではありません。`,
    en: `the digits of “${found}” are not grouped by three.`,
  }),
  bad_point: (found) => ({
    ja: `小数点の使い方「${found}」が正しくありません。`,
    en: `the decimal point of “${found}” is misplaced.`,
  }),
  double_point: () => ({ ja: '小数点が二つあります。', en: 'there are two decimal points.' }),
  leading_zero: () => ({ ja: '先頭に余分な 0 があります。', en: 'it begins with a needless 0.' }),
  too_long: () => ({ ja: '桁が多すぎます。', en: 'it has too many digits.' }),
  bad_sign: (found) => ({
    ja: `符号「${found}」が読めません。`,
    en: `the sign “${found}” is not understood.`,
  }),
  unknown_scale: (found) => ({
    ja: `桁の語「${found}」が読めません。`,
    en: `the number word “${found}” is not understood.`,
  }),
  scale_order: () => ({
    ja: '兆・億・万の並びが正しくありません。',
    en: 'the number words 兆, 億 and 万 are out of order.',
  }),
  inner_decimal: () => ({
    ja: '小数は最後の桁だけに使えます。',
    en: 'only the last part may have decimals.',
  }),
  bad_clock: (found) => ({
    ja: `「${found}」が読めません。分は 00 から 59 までの二桁です。`,
    en: `“${found}” is not understood; minutes are two digits from 00 to 59.`,
  }),
  missing_unit: () => ({ ja: '単位がありません。', en: 'it has no unit.' }),
  unknown_unit: (found) => ({
    ja: `単位「${found}」は units.yaml にありません。`,
    en: `the unit “${found}” is not in units.yaml.`,
  }),
  range: () => ({ ja: '幅のある値は一つの値として書けません。', en: 'a range is not one figure.' }),
  trailing_text: (found) => ({
    ja: `単位の後の「${found}」が余分です。`,
    en: `“${found}” after the unit is too much.`,
  }),
};

const REPAIRS: Partial<Record<QuantityProblemCode, Localized>> = {
  ambiguous_dash: {
    ja: 'ゼロは「0件」、それ以外は not_yet（未集計）、not_carried_out（実施なし）、not_applicable（該当なし）、not_published（未公表）、lost（原資料で欠落）のどれかを書いてください。',
    en: 'Write zero with its unit (0件), or one of not_yet, not_carried_out, not_applicable, not_published, lost.',
  },
  bad_clock: {
    ja: '「13時間58分」または「13:58」のように書いてください。',
    en: 'Write hours and minutes as 13時間58分 or 13:58.',
  },
  unknown_unit: {
    ja: '単位の書き方を確かめるか、units.yaml に加えてください。',
    en: 'Check the spelling of the unit, or add it to units.yaml.',
  },
  range: {
    ja: '文で書いてください。目標なら、帯（例: 80%台半ば）か、rule: each の of: に gte と lte を書きます。',
    en: 'Say it in words. For a target, use a band (e.g. mid-80% range), or gte and lte under “of:” of rule: each.',
  },
};
