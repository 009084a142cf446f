import type { z } from 'zod';
import type { Path, Problem } from '../diagnostics/problem.ts';
import type { Localized } from '../locale.ts';
import { nearest } from './nearest.ts';

type Issue = z.core.$ZodIssue;

/** What is wrong with the shape of a file, as problems that an editor can act on. */
export function shapeProblems(file: string, value: unknown, schema: z.ZodType, error: z.ZodError): Problem[] {
  return error.issues.flatMap((issue) => explain(file, value, schema, issue));
}

function explain(file: string, value: unknown, schema: z.ZodType, issue: Issue): Problem[] {
  const path = issue.path as Path;
  const make = (code: string, message: Localized, repair: Localized, at?: 'key', where: Path = path): Problem =>
    ({ severity: 'error', code, file, path: where, message, repair, ...(at ? { at } : {}) });
  const found = valueAt(value, path);

  if (issue.code === 'unrecognized_keys') {
    const known = knownKeys(schema, path, value);
    return issue.keys.map((key) => make('unknown-key', UNKNOWN(key), known.length > 0 ? DID_YOU_MEAN(nearest(key, known), known) : REMOVE, 'key', [...path, key]));
  }
  if (found === undefined && path.length > 0 && (issue.code === 'invalid_type' || issue.code === 'invalid_union' || issue.code === 'invalid_value')) {
    const key = String(path.at(-1));
    return [make('missing-key', MISSING(key), ADD(key), 'key', path.slice(0, -1))];
  }
  if (found === null) return [make('empty-value', EMPTY, issue.message === 'printed' ? EMPTY_FIGURE : EMPTY_REPAIR, 'key')];
  if (issue.message in FORMATS_OF) {
    const { code, message, repair } = FORMATS_OF[issue.message as keyof typeof FORMATS_OF];
    return [make(code, message(shown(found)), repair)];
  }
  if (issue.code === 'invalid_value') return [make('invalid-value', NOT_ONE_OF(shown(found)), ONE_OF(nearest(shown(found), issue.values.map(String)), issue.values.map(String)))];
  if (issue.code === 'invalid_type') return [make('wrong-type', WRONG_TYPE(shown(found)), EXPECTED(issue.expected))];
  if (issue.code === 'too_small') return [make('too-small', TOO_FEW, AT_LEAST(Number(issue.minimum)))];
  if (issue.code === 'too_big') return [make('too-big', TOO_MUCH(shown(found)), AT_MOST(Number(issue.maximum)))];
  if (issue.code === 'invalid_union') return explainUnion(file, value, schema, issue, make, found);
  return [make('invalid', INVALID(shown(found)), SEE_SCHEMA)];
}

/** A discriminated union says which kinds there are; another one speaks through its most likely branch. */
function explainUnion(
  file: string, value: unknown, schema: z.ZodType, issue: Extract<Issue, { code: 'invalid_union' }>,
  make: (code: string, message: Localized, repair: Localized) => Problem, found: unknown,
): Problem[] {
  if (issue.errors.length === 0) {
    const options = discriminators(schema, issue);
    return [make(options.length > 0 ? 'invalid-value' : 'invalid', INVALID(shown(found)), options.length > 0 ? ONE_OF(nearest(shown(found), options), options) : SEE_SCHEMA)];
  }
  const branch = [...issue.errors].sort((a, b) => depth(b) - depth(a) || a.length - b.length)[0] ?? [];
  return branch.flatMap((inner) => explain(file, value, schema, { ...inner, path: [...issue.path, ...inner.path] } as Issue));
}

function depth(issues: readonly Issue[]): number {
  return Math.max(0, ...issues.map((issue) => issue.path.length + (issue.message in FORMATS_OF ? 1 : 0)));
}

function discriminators(schema: z.ZodType, issue: Issue): string[] {
  const key = (issue as { discriminator?: string }).discriminator;
  const union = unwrap(schemaAt(schema, issue.path.slice(0, -1) as Path));
  const options = (union as { options?: readonly z.ZodType[] } | undefined)?.options ?? [];
  return key === undefined ? [] : options.flatMap((option) => literalValues(option, key));
}

function literalValues(option: z.ZodType, key: string): string[] {
  const property = (option as unknown as { shape?: Record<string, { values?: Set<unknown> }> }).shape?.[key];
  return property?.values ? [...property.values].map(String) : [];
}

function knownKeys(schema: z.ZodType, path: Path, value: unknown): string[] {
  const at = unwrap(schemaAt(schema, path));
  const shape = (at as { shape?: object } | undefined)?.shape;
  if (shape) return Object.keys(shape);
  const options = (at as { options?: readonly z.ZodType[] } | undefined)?.options ?? [];
  const rule = (valueAt(value, path) as { rule?: unknown } | undefined)?.rule;
  const chosen = options.find((option) => literalValues(option, 'rule').includes(String(rule)));
  return Object.keys((chosen as { shape?: object } | undefined)?.shape ?? {});
}

function schemaAt(schema: z.ZodType, path: Path): z.ZodType | undefined {
  let current: z.ZodType | undefined = schema;
  for (const step of path) {
    const plain = unwrap(current) as { shape?: Record<string, z.ZodType>; element?: z.ZodType } | undefined;
    current = typeof step === 'number' ? plain?.element : plain?.shape?.[step];
  }
  return current;
}

function unwrap(schema: z.ZodType | undefined): z.ZodType | undefined {
  let current = schema as (z.ZodType & { unwrap?: () => z.ZodType; element?: unknown }) | undefined;
  while (current?.unwrap && current.element === undefined) current = current.unwrap() as typeof current;
  return current;
}

export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((current, key) => (current as Record<string | number, unknown> | null | undefined)?.[key], value);
}

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value) ?? '';
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

const UNKNOWN = (key: string) => ({ ja: `「${key}」という項目はありません。`, en: `There is no key “${key}”.` });
const REMOVE = { ja: 'この項目を消してください。', en: 'Remove it.' };
const DID_YOU_MEAN = (guess: string | undefined, known: readonly string[]) =>
  guess === undefined
    ? { ja: `使える項目: ${known.join('、')}`, en: `Keys that can be used here: ${known.join(', ')}` }
    : { ja: `「${guess}」ではありませんか。`, en: `Did you mean “${guess}”?` };
const MISSING = (key: string) => ({ ja: `必須の項目「${key}」がありません。`, en: `The required key “${key}” is missing.` });
const ADD = (key: string) => ({ ja: `「${key}:」の行を加えてください。`, en: `Add a line “${key}:”.` });
const EMPTY = { ja: '値が空です。', en: 'The value is empty.' };
const EMPTY_REPAIR = { ja: '値を書くか、この行を消してください。', en: 'Write a value, or remove the line.' };
const EMPTY_FIGURE = {
  ja: '値がない理由を書いてください: not_yet（未集計）、not_carried_out（実施なし）、not_applicable（該当なし）、not_published（未公表）、lost（原資料で欠落）。ゼロは「0件」のように書きます。',
  en: 'Say why there is none: not_yet, not_carried_out, not_applicable, not_published or lost. Write zero with its unit, e.g. 0件.',
};
const NOT_ONE_OF = (found: string) => ({ ja: `「${found}」は使えません。`, en: `“${found}” is not allowed here.` });
const ONE_OF = (guess: string | undefined, values: readonly string[]) =>
  guess === undefined
    ? { ja: `次のどれかを書いてください: ${values.join('、')}`, en: `Write one of: ${values.join(', ')}` }
    : { ja: `「${guess}」ではありませんか（使える値: ${values.join('、')}）。`, en: `Did you mean “${guess}”? Allowed: ${values.join(', ')}` };
const WRONG_TYPE = (found: string) => ({ ja: `値の種類が違います: 「${found}」。`, en: `This is the wrong kind of value: “${found}”.` });
const KIND: Record<string, Localized> = {
  string: { ja: '文字で書いてください（必要なら引用符 "…" で囲みます）。', en: 'Write text (in quotes "…" if need be).' },
  number: { ja: '数字だけで書いてください。', en: 'Write a plain number.' },
  int: { ja: '整数で書いてください。', en: 'Write a whole number.' },
  boolean: { ja: 'true か false を書いてください。', en: 'Write true or false.' },
  array: { ja: '「- 」で始まる行の並びで書いてください。', en: 'Write a list: lines that begin with “- ”.' },
  object: { ja: '次の行から字下げして「項目: 値」の形で書いてください。', en: 'Write indented lines of the form “key: value” below it.' },
};
const EXPECTED = (expected: string): Localized => KIND[expected] ?? { ja: `${expected} を書いてください。`, en: `Write a value of the kind ${expected}.` };
const TOO_FEW = { ja: '内容がありません。', en: 'There is nothing here.' };
const AT_LEAST = (minimum: number) => ({ ja: `${minimum} 以上を書いてください。`, en: `Write at least ${minimum}.` });
const TOO_MUCH = (found: string) => ({ ja: `値が大きすぎます: ${found}`, en: `The value is too large: ${found}` });
const AT_MOST = (maximum: number) => ({ ja: `${maximum} 以下にしてください。`, en: `It must be ${maximum} or less.` });
const INVALID = (found: string) => ({ ja: `書き方が正しくありません: 「${found}」。`, en: `This is not in the right form: “${found}”.` });
const SEE_SCHEMA = { ja: 'data/schema の説明にある形で書いてください。', en: 'Write it in the form that data/schema describes.' };

/** Formats that a schema names by its error text. */
const FORMATS_OF = {
  id: {
    code: 'invalid-id',
    message: (found: string) => ({ ja: `id として使えません: 「${found}」。`, en: `“${found}” cannot be an id.` }),
    repair: { ja: '英小文字・数字・ハイフンで、英字から始めてください（例: np-current-rate）。', en: 'Use lower-case letters, digits and hyphens, beginning with a letter (e.g. np-current-rate).' },
  },
  period: {
    code: 'invalid-period',
    message: (found: string) => ({ ja: `時点として読めません: 「${found}」。`, en: `“${found}” is not a period.` }),
    repair: { ja: '年度は FY2025、月末は 2025-09、日は 2025-09-30 のように書いてください。', en: 'Write FY2025 for a fiscal year, 2025-09 for a month, 2025-09-30 for a day.' },
  },
  fiscalYear: {
    code: 'invalid-period',
    message: (found: string) => ({ ja: `年度として読めません: 「${found}」。`, en: `“${found}” is not a fiscal year.` }),
    repair: { ja: 'FY2025 のように書いてください（令和7年度は FY2025）。', en: 'Write it as FY2025.' },
  },
  day: {
    code: 'invalid-period',
    message: (found: string) => ({ ja: `日付として読めません: 「${found}」。`, en: `“${found}” is not a date.` }),
    repair: { ja: '2025-09-30 のように書いてください。', en: 'Write it as 2025-09-30.' },
  },
  line: {
    code: 'invalid-line',
    message: (found: string) => ({ ja: `行として読めません: 「${found}」。`, en: `“${found}” is not a line or range of lines.` }),
    repair: { ja: '48 または 48-51 のように書いてください。', en: 'Write 48 or 48-51.' },
  },
  printed: {
    code: 'unreadable-figure',
    message: (found: string) => ({ ja: `値が読めません: 「${found}」。単位がありません。`, en: `The figure cannot be read: “${found}” has no unit.` }),
    repair: { ja: '印刷されたとおり、単位を付けて書いてください（例: 72.0%、1,992事業所）。', en: 'Write it as printed, with its unit (e.g. 72.0%, 1,992事業所).' },
  },
  figureRef: {
    code: 'invalid-reference',
    message: (found: string) => ({ ja: `値への参照として読めません: 「${found}」。`, en: `“${found}” is not a reference to a figure.` }),
    repair: { ja: '「指標@時点」（例: np-current-rate@2025-09）か、figures の id を書いてください。', en: 'Write indicator@period (e.g. np-current-rate@2025-09) or the id of a figure of this file.' },
  },
} as const;
