import type { Tongue, Localized } from '../locale.ts';

/** Why a case cannot be rechecked. */
export interface CaseProblem {
  readonly code: CaseProblemCode;
  /** `reported`, `inputs[2]` */
  readonly field?: string | undefined;
  readonly found?: string | undefined;
  readonly expected?: string | undefined;
}

export type CaseProblemCode =
  | 'bad_json'
  | 'not_object'
  | 'missing'
  | 'not_text'
  | 'not_list'
  | 'not_number'
  | 'unknown_kind'
  | 'no_inputs'
  | 'wrong_count'
  | 'negative_quantum'
  | 'bad_decimals'
  | 'bad_signs'
  | 'bad_groups';

/** Says what is wrong with a case, and what would be right. */
export function describeProblem(problem: CaseProblem, locale: Tongue): string {
  return SENTENCES[problem.code][locale](problem);
}

type Sentence = (problem: CaseProblem) => string;

const SENTENCES: Readonly<Record<CaseProblemCode, Localized<Sentence>>> = {
  bad_json: {
    ja: () => 'JSONとして読めません。1行に1件のオブジェクト {…} を書いてください',
    en: () => 'this is not JSON; write one object {…} on each line',
  },
  not_object: {
    ja: () => '1行に1件のオブジェクト {…} を書いてください',
    en: () => 'write one object {…} on each line',
  },
  missing: {
    ja: ({ field }) => `${field} がありません`,
    en: ({ field }) => `${field} is missing`,
  },
  not_text: {
    ja: ({ field }) => `${field} は引用符で囲んだ文字列で書いてください（例 "85.1"）`,
    en: ({ field }) => `${field} must be text in quotes, such as "85.1"`,
  },
  not_list: {
    ja: ({ field }) => `${field} は [ ] で囲んだ並びで書いてください`,
    en: ({ field }) => `${field} must be a list in [ ]`,
  },
  not_number: {
    ja: ({ field, found }) => `${field} が数として読めません: 「${found}」（例 "1,234.5"、"-0.3"）`,
    en: ({ field, found }) => `${field} is not a number: "${found}"; write it like "1,234.5" or "-0.3"`,
  },
  unknown_kind: {
    ja: ({ found }) => `知らない計算です: kind「${found}」`,
    en: ({ found }) => `unknown kind: "${found}"`,
  },
  no_inputs: {
    ja: () => 'inputs が空です',
    en: () => 'inputs is empty',
  },
  wrong_count: {
    ja: ({ field, found, expected }) => `${field} は${expected}個必要ですが、${found}個あります`,
    en: ({ field, found, expected }) => `${field} needs ${expected} entries, but has ${found}`,
  },
  negative_quantum: {
    ja: ({ field, found }) => `${field} は0以上で書いてください: 「${found}」`,
    en: ({ field, found }) => `${field} must not be negative: "${found}"`,
  },
  bad_decimals: {
    ja: ({ found }) => `decimals は-100から100までの整数で書いてください: ${found}`,
    en: ({ found }) => `decimals must be a whole number from -100 to 100, not ${found}`,
  },
  bad_signs: {
    ja: () => 'signs は 1 か -1 で書いてください',
    en: () => 'signs must each be 1 or -1',
  },
  bad_groups: {
    ja: ({ expected }) => `groups は inputs の番号（0から${expected}まで）の並びを2つ書いてください`,
    en: ({ expected }) => `groups must be two lists of indexes of the inputs, from 0 to ${expected}`,
  },
};
