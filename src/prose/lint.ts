import type { Path, Problem } from '../diagnostics/problem.ts';
import type { Locale, Localized } from '../locale.ts';
import type { Text } from '../schema/text.ts';
import type { Reference } from './reference.ts';
import { splitProse } from './reference.ts';

export interface Missing {
  readonly message: Localized;
  readonly repair: Localized;
}

/** Null when a reference leads to something. */
export type Resolves = (reference: Reference) => Missing | null;

export interface ProseRules {
  readonly resolves: Resolves;
  /** Terms of the glossary that contain digits, such as 第1号被保険者. */
  readonly terms: readonly string[];
}

/** What is wrong with the figures of a text: unreadable braces, dangling references, loose digits, unequal languages. */
export function lintText(file: string, path: Path, text: Text, rules: ProseRules): Problem[] {
  const locales: Locale[] = text.en === undefined ? ['ja'] : ['ja', 'en'];
  const problems = locales.flatMap((locale) => lintOne(file, [...path, locale], text[locale] ?? '', rules));
  if (text.en !== undefined && problems.length === 0)
    problems.push(...lintParity(file, path, text.ja, text.en));
  return problems;
}

function lintOne(file: string, path: Path, text: string, rules: ProseRules): Problem[] {
  return splitProse(text).flatMap(({ raw, offset, reference }) => {
    if (reference === undefined) return looseDigits(file, path, raw, offset, rules.terms);
    const span = { offset, length: raw.length };
    if (reference === null)
      return [
        {
          severity: 'error' as const,
          code: 'unreadable-reference',
          file,
          path,
          span,
          message: UNREADABLE(raw),
          repair: FORMS,
        },
      ];
    const missing = rules.resolves(reference);
    return missing
      ? [{ severity: 'error' as const, code: 'dangling-reference', file, path, span, ...missing }]
      : [];
  });
}

function looseDigits(
  file: string,
  path: Path,
  raw: string,
  offset: number,
  terms: readonly string[],
): Problem[] {
  const masked = withoutTermsAndLinks(raw, terms);
  const list = /^(\s*)\d+[.)]\s/gm;
  const cleaned = masked.replace(list, (match) => ' '.repeat(match.length));
  return [...cleaned.matchAll(/[0-9０-９][0-9０-９,，.．]*/g)].map((match) => ({
    severity: 'error' as const,
    code: 'unbound-number',
    file,
    path,
    span: { offset: offset + match.index, length: match[0].length },
    message: UNBOUND(match[0]),
    repair: BIND,
  }));
}

/** Digits of glossary terms and of web addresses are not figures. Blanks keep the offsets. */
function withoutTermsAndLinks(raw: string, terms: readonly string[]): string {
  const blank = (match: string) => ' '.repeat(match.length);
  const links = raw.replace(/\]\([^)]*\)|https?:\/\/\S+/g, blank);
  return terms.reduce((text, term) => text.split(term).join(blank(term)), links);
}

function lintParity(file: string, path: Path, ja: string, en: string): Problem[] {
  const [inJa, inEn] = [countReferences(ja), countReferences(en)];
  const only = (a: Map<string, number>, b: Map<string, number>) =>
    [...a].filter(([key, count]) => count > (b.get(key) ?? 0)).map(([key]) => `{${key}}`);
  const [onlyJa, onlyEn] = [only(inJa, inEn), only(inEn, inJa)];
  if (onlyJa.length === 0 && onlyEn.length === 0) return [];
  return [
    {
      severity: 'error',
      code: 'number-parity',
      file,
      path: [...path, 'en'],
      at: 'key',
      message: UNEQUAL(onlyJa, onlyEn),
      repair: SAME,
    },
  ];
}

/** References without their form: one language may say a value where the other says its change. */
function countReferences(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { reference } of splitProse(text)) {
    if (!reference || reference.kind === 'link') continue;
    const key =
      reference.kind === 'figure'
        ? `${reference.id}${reference.at ? `@${reference.at}` : ''}`
        : reference.kind === 'period'
          ? reference.period
          : reference.text;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

const UNREADABLE = (raw: string) => ({
  ja: `参照が読めません: 「${raw}」。`,
  en: `The reference “${raw}” cannot be read.`,
});
const FORMS = {
  ja: '{指標@時点}、{値のid}、{FY2025}、{2025-09}、{20}、{section:節のid} のどれかを書いてください。{ そのものは \\{ と書きます。',
  en: 'Write {indicator@period}, {figure-id}, {FY2025}, {2025-09}, {20} or {section:id}; write \\{ for a brace itself.',
};
const UNBOUND = (digits: string) => ({
  ja: `文中の数「${digits}」がデータの値に結び付いていません。`,
  en: `The number “${digits}” in the text is bound to no figure of the data.`,
});
const BIND = {
  ja: '数の代わりに {指標@時点} か {値のid} を書いてください。20歳の 20 のような決まった数は {20} と書きます。',
  en: 'Write {indicator@period} or {figure-id} in its place; a fixed number, such as an age of 20, is written {20}.',
};
const UNEQUAL = (ja: readonly string[], en: readonly string[]): Localized => ({
  ja: `日英で数がそろっていません。${ja.length > 0 ? `日本語だけ: ${ja.join('、')}。` : ''}${en.length > 0 ? `英語だけ: ${en.join('、')}。` : ''}`,
  en: `The two languages name different numbers.${ja.length > 0 ? ` Only in Japanese: ${ja.join(', ')}.` : ''}${en.length > 0 ? ` Only in English: ${en.join(', ')}.` : ''}`,
});
const SAME = {
  ja: '両方の言語に同じ参照を書いてください。',
  en: 'Write the same references in both languages.',
};
