import { keptBy } from '../cache/kept-by.ts';
import type { Path, Problem } from '../diagnostics/problem.ts';
import { nameOf, scriptOf } from '../format/language-name.ts';
import type { Report } from '../load/report.ts';
import type { Locale } from '../locale.ts';
import { splitProse } from '../prose/reference.ts';
import { isText } from '../schema/languages.ts';
import type { Languages } from '../schema/languages.ts';
import type { Text } from '../schema/text.ts';
import { numbersMissing } from './name-numbers.ts';
import { problem } from './problem.ts';
import { isRunning } from './prose.ts';
import { spoken } from './said-numbers.ts';
import { isWrittenIn } from './script.ts';
import { eachWithin, filesOf } from './tree.ts';

/** Texts that stand under another language than they are written in, and names that say other numbers in another language. */
export function checkTranslations(report: Report): Problem[] {
  const { languages } = report;
  const files = [
    ...filesOf(report),
    { file: 'data/documents.yaml', data: { documents: [...report.documents.values()] } },
    { file: 'data/glossary.yaml', data: { terms: [...report.glossary.values()] } },
  ];
  return files.flatMap(({ file, data }) => findingsIn(data, [languages.tags.join(), file], () => findIn(file, data, languages)));
}

const findingsIn = keptBy<object, readonly Problem[]>();

function findIn(file: string, data: object, languages: Languages): Problem[] {
  const found: Problem[] = [];
  eachWithin(data, (value, path) => {
    if (Array.isArray(value) || !isText(value, languages)) return true;
    found.push(...problemsOf(file, data, value, path, languages));
    return false;
  });
  return found;
}

function problemsOf(file: string, data: object, text: Text, path: Path, languages: Languages): Problem[] {
  const strange = languages.tags.filter((tag) => text[tag] !== undefined && !isWrittenIn(text[tag], tag) && isLikeAnother(text[tag], tag, languages) && !isStandIn(text, tag, path, languages));
  const [first] = strange;
  // Two that have changed places are one slip.
  if (first !== undefined) return [problem('other-language', file, [...path, first], OTHER(strange), OTHER_REPAIR, 'warning')];
  return isRunning(path) ? [] : numbersDiffer(file, data, text, path, languages);
}

/** What no language of the site is written in is quoted: 家計調査, on a site in English and French. */
function isLikeAnother(text: string, tag: Locale, { tags }: Languages): boolean {
  return scriptOf(tag) !== 'Latn' || tags.some((other) => scriptOf(other) !== 'Latn' && isWrittenIn(text, other));
}

/** A name that is not yet translated has that of the text’s language in Latin letters: there must be one. */
function isStandIn(text: Text, tag: Locale, path: Path, { text: own }: Languages): boolean {
  return !isRunning(path) && text[tag] === text[own] && scriptOf(own) === 'Latn';
}

/** What runs on has its numbers in braces, which are compared as such. */
function numbersDiffer(file: string, data: object, text: Text, path: Path, { tags, text: own }: Languages): Problem[] {
  const original = text[own];
  if (original === undefined) return [];
  return tags.flatMap((tag) => {
    const isOther = tag !== own && numbersMissing(text[tag] ?? '', original).length > 0;
    const missing = isOther ? numbersMissing(text[tag] ?? '', original, saidBeside(data, path)) : [];
    return missing.length === 0 ? [] : [problem('name-numbers', file, [...path, tag], NUMBERS(missing, own, original), NUMBERS_REPAIR, 'warning')];
  });
}

/** What the entry of a name, and those that it stands in, say in running text: a definition, a note. */
function saidBeside(data: object, path: Path): string[] {
  const entries = path.map((_, depth) => path.slice(0, depth).reduce<unknown>((value, step) => (value as Record<string | number, unknown>)[step], data));
  return entries.flatMap((entry) => Object.entries(entry as object).flatMap(([key, value]) => (isRunning([key]) ? spokenIn(value) : [])));
}

function spokenIn(value: unknown): string[] {
  if (typeof value === 'string') return [spoken(splitProse(value))];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(spokenIn) : [];
}

const OTHER = (tags: readonly Locale[]) => ({
  ja: `${tags.map((tag) => `「${tag}」`).join('と')}に、${tags.map((tag) => nameOf(tag, 'ja')).join('・')}でない文が書かれています。`,
  en: `What stands under ${tags.map((tag) => `“${tag}”`).join(' and ')} is not written in ${tags.map((tag) => nameOf(tag, 'en')).join(' or ')}.`,
});
const OTHER_REPAIR = {
  ja: '言語が入れ替わっていれば直してください。訳がまだなければ、その言語の行を消します。',
  en: 'If the languages have changed places, mend that. If there is no translation yet, leave the language out.',
};
const NUMBERS = (missing: readonly string[], own: Locale, original: string) => ({
  ja: `${missing.map((number) => `「${number}」`).join('と')}が、${nameOf(own, 'ja')}の「${original}」にありません。`,
  en: `It says ${missing.map((number) => `“${number}”`).join(' and ')}, which the ${nameOf(own, 'en')}, “${original}”, does not.`,
});
const NUMBERS_REPAIR = {
  ja: '文書で確かめて、各言語の数をそろえてください。そのままでよければ、同じ項目かそれを含む表・ファイルの note・notes（指標では definition でも可）でその数に触れます。',
  en: 'Compare both with the document, and make the numbers the same. If they may differ, speak of the number under “note” or “notes” (or “definition”) of the entry, or of the table or file that it stands in.',
};
