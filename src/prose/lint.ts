import { keptBy } from '../cache/kept-by.ts';
import type { Path, Problem } from '../diagnostics/problem.ts';
import { ERA_NAMES, westernYear, yearNumber } from '../format/era.ts';
import { nameOf } from '../format/language-name.ts';
import type { Locale, Localized } from '../locale.ts';
import type { Languages } from '../schema/languages.ts';
import type { Text } from '../schema/text.ts';
import { piecesOf } from './pieces.ts';
import type { Piece, Reference } from './reference.ts';
import { findRefused } from './refused.ts';
import type { Refused } from './refused.ts';

export interface Missing {
  readonly message: Localized;
  readonly repair: Localized;
}

/** Null when a reference leads to something. */
export type Resolves = (reference: Reference) => Missing | null;

export interface ProseRules {
  readonly resolves: Resolves;
  readonly languages: Languages;
  /** Terms of the glossary that contain digits, such as 第1号被保険者. */
  readonly terms: readonly string[];
}

/** What is wrong with the figures of a text: unreadable braces, dangling references, loose digits, unequal languages. */
export function lintText(file: string, path: Path, text: Text, rules: ProseRules): Problem[] {
  const locales = rules.languages.tags.filter((tag) => text[tag] !== undefined);
  const pieces = piecesOf(text);
  const refused = refusedIn(text, [], () => new Map(Object.entries(text).map(([tag, words]) => [tag, findRefused(words ?? '')])));
  const problems = locales.flatMap((locale) => lintOne(file, [...path, locale], pieces.get(locale) ?? [], refused.get(locale) ?? [], rules));
  if (problems.length > 0) return problems;
  const first = rules.languages.text;
  return inequalities(text, [first, rules.languages.tags.join()], () => locales.flatMap((locale) => (locale === first ? [] : compare(text, first, locale))))
    .map(({ other, found }) => unequal(file, [...path, other], found));
}

function lintOne(file: string, path: Path, pieces: readonly Piece[], refused: readonly Refused[], rules: ProseRules): Problem[] {
  const found = [...refused, ...lintReferences(pieces, rules.resolves)];
  return [
    ...found.slice(0, MOST_TOLD).map(({ offset, length, ...each }) => ({ severity: 'error' as const, file, path, span: { offset, length }, ...each })),
    ...pieces.flatMap(({ raw, offset, reference }) => (reference === undefined ? looseDigits(file, path, raw, offset, rules.terms) : [])).slice(0, MOST_TOLD),
  ];
}

/** Of one text, of each sort: thousands of braces are one mistake. */
export const MOST_TOLD = 50;

const refusedIn = keptBy<Text, ReadonlyMap<string, readonly Refused[]>>();

/** Something in a text, from an offset on. */
export interface InText extends Missing {
  readonly code: string;
  readonly offset: number;
  readonly length: number;
}

/** Braces that cannot be read, and references that lead to nothing. */
export function lintReferences(pieces: readonly Piece[], resolves: Resolves): InText[] {
  return pieces.flatMap(({ raw, offset, reference }): InText[] => {
    if (reference === undefined) return looseBraces(raw, offset);
    const place = { offset, length: raw.length };
    if (reference === null) return [{ code: 'unreadable-reference', ...place, message: UNREADABLE(raw), repair: FORMS }];
    const missing = resolves(reference);
    return missing ? [{ code: 'dangling-reference', ...place, ...missing }] : [];
  });
}

/** One of a pair that has lost the other: term:mid-term-plan}. A pair may be meant as such: \{x} */
function looseBraces(raw: string, offset: number): InText[] {
  if (!raw.includes('{') && !raw.includes('}')) return [];
  return [...raw.matchAll(/\\\{[^{}\n]*\}?|(?<!\\)(?:\{[^\s{}]{0,40}|[\w@:/-]{0,40}\})/g)]
    .filter(([brace]) => !brace.startsWith('\\'))
    .map(({ 0: brace, index }) => ({ code: 'unreadable-reference', offset: offset + index, length: brace.length, message: LOOSE(brace), repair: FORMS }));
}

function looseDigits(
  file: string,
  path: Path,
  raw: string,
  offset: number,
  terms: readonly string[],
): Problem[] {
  if (!/[0-9０-９]/.test(raw)) return [];
  const masked = withoutNames(withoutTermsAndLinks(raw, terms));
  const list = /^(\s*)\d+[.)]\s/gm;
  const cleaned = masked.replace(list, (match) => ' '.repeat(match.length));
  return [...cleaned.matchAll(/[0-9０-９](?:[0-9０-９,，.．]*[0-9０-９])?/g)].map((match) => {
    const [before, after] = [cleaned.slice(0, match.index), cleaned.slice(match.index + match[0].length)];
    const [year, month] = [yearOf(before, match[0], after), monthOf(match[0], after)];
    return {
      severity: 'error' as const,
      code: 'unbound-number',
      file,
      path,
      span: { offset: offset + match.index, length: match[0].length },
      message: UNBOUND(match[0]),
      repair: year !== undefined ? BIND_YEAR(`{FY${year}}`) : month !== undefined ? BIND_MONTH(month) : BIND,
    };
  });
}

/** The fiscal year that a number is of: 令和6年度, 2024年度, FY2024. */
function yearOf(before: string, digits: string, after: string): number | undefined {
  const [era] = ERA_BEFORE.exec(before) ?? [];
  if (after.startsWith('年度') && era !== undefined) return westernYear(era, digits);
  return /^[0-9０-９]{4}$/.test(digits) && (after.startsWith('年度') || before.endsWith('FY')) ? yearNumber(digits) : undefined;
}

/** 4 in 4月, which may also be a month of a known year. */
function monthOf(digits: string, after: string): number | undefined {
  const month = Number(digits.normalize('NFKC'));
  return after.startsWith('月') && month >= 1 && month <= 12 ? month : undefined;
}

const ERA_BEFORE = new RegExp(`(?:${ERA_NAMES})$`);

/** Digits of glossary terms and of web addresses are not figures. Blanks keep the offsets. */
function withoutTermsAndLinks(raw: string, terms: readonly string[]): string {
  const blank = (match: string) => ' '.repeat(match.length);
  const links = raw.replace(/\]\([^)]*\)|https?:\/\/\S+/g, blank);
  return terms.reduce((text, term) => text.split(term).join(blank(term)), links);
}

/** COVID-19, HbA1c and PM2.5 are no figures, where no word follows that counts: FY2024, ICT3件. */
function withoutNames(raw: string): string {
  return raw.replace(NAME, (name) => (/^FY/.test(name) ? name : ' '.repeat(name.length)));
}

const NAME = /(?<![A-Za-z])[A-Za-z][A-Za-z0-9]*?(?:-\d{1,4}|\d{1,2}(?:\.\d)?)(?!\d|[.,-]\d|\s?[%％‰倍割万億千百人件回日月年円社校台本点位歳つか箇])(?=[A-Za-z]?(?![A-Za-z\d]))/g;

interface Inequality {
  readonly other: Locale;
  readonly found: readonly { readonly tag: Locale; readonly only: readonly string[] }[];
}

const inequalities = keptBy<Text, readonly Inequality[]>();

/** A translation names what the text names. */
function compare(text: Text, first: Locale, other: Locale): Inequality[] {
  const pieces = piecesOf(text);
  const [inFirst, inOther] = [countReferences(pieces.get(first)), countReferences(pieces.get(other))];
  const only = (a: Map<string, number>, b: Map<string, number>) =>
    [...a].filter(([key, count]) => count > (b.get(key) ?? 0)).map(([key]) => `{${key}}`);
  const found = [
    { tag: first, only: only(inFirst, inOther) },
    { tag: other, only: only(inOther, inFirst) },
  ];
  return found.every((each) => each.only.length === 0) ? [] : [{ other, found }];
}

function unequal(file: string, path: Path, found: Inequality['found']): Problem {
  return { severity: 'error', code: 'number-parity', file, path, at: 'key', message: UNEQUAL(found), repair: SAME };
}

/** References without their form: one language may say a value where the other says its change. */
function countReferences(pieces: readonly Piece[] = []): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { reference } of pieces) {
    if (!reference || reference.kind === 'link' || reference.kind === 'ruby') continue;
    const key =
      reference.kind === 'figure'
        ? `${reference.id}${reference.at ? `@${reference.at}` : ''}`
        : reference.kind === 'period'
          ? reference.period
          : reference.kind === 'month'
            ? `month:${reference.month}`
            : reference.text;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

const UNREADABLE = (raw: string) => ({
  ja: `参照が読めません: 「${raw}」。`,
  en: `The reference “${raw}” cannot be read.`,
});
const LOOSE = (raw: string) => ({
  ja: `波括弧の片方がありません: 「${raw}」。`,
  en: `“${raw}” lacks the other brace.`,
});
const FORMS = {
  ja: '{指標@時点}、{値のid}、{FY2025}、{2025-09}、{month:4}、{20}、{section:節のid}、{term:用語のid} のどれかを書いてください。{ そのものは \\{ と書きます。',
  en: 'Write {indicator@period}, {figure-id}, {FY2025}, {2025-09}, {month:4}, {20}, {section:id} or {term:id}; write \\{ for a brace itself.',
};
const UNBOUND = (digits: string) => ({
  ja: `文中の数「${digits}」がデータの値に結び付いていません。`,
  en: `The number “${digits}” in the text is bound to no figure of the data.`,
});
const BIND = {
  ja: '数の代わりに {指標@時点} か {値のid} を書いてください。20歳の 20 のような決まった数は {20} と書き、名前の中の数は名前を用語集に加えます。',
  en: 'Write {indicator@period} or {figure-id} in its place; a fixed number, such as an age of 20, is written {20}. If it is part of a name, add the name to the glossary.',
};
const BIND_YEAR = (period: string) => ({
  ja: `年度は ${period} と書きます。`,
  en: `Write ${period}: a year is a reference too.`,
});
const BIND_MONTH = (month: number) => ({
  ja: `${month}月は {month:${month}} と、年のある月は {2025-${String(month).padStart(2, '0')}:month} のように書きます。`,
  en: `Write {month:${month}}, or with its year as in {2025-${String(month).padStart(2, '0')}:month}.`,
});
const UNEQUAL = (found: readonly { readonly tag: Locale; readonly only: readonly string[] }[]): Localized => {
  const lacking = found.filter(({ only }) => only.length > 0);
  const pair = found.map(({ tag }) => tag).join() === 'ja,en' ? '日英' : found.map(({ tag }) => nameOf(tag, 'ja')).join('と');
  return {
    ja: `${pair}で数がそろっていません。${lacking.map(({ tag, only }) => `${nameOf(tag, 'ja')}だけ: ${only.join('、')}。`).join('')}`,
    en: `The two languages name different numbers.${lacking.map(({ tag, only }) => ` Only in ${nameOf(tag, 'en')}: ${only.join(', ')}.`).join('')}`,
  };
};
const SAME = {
  ja: '両方の言語に同じ参照を書いてください。',
  en: 'Write the same references in both languages.',
};
