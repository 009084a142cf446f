import type { Problem } from '../diagnostics/problem.ts';
import { CHART_STRINGS } from '../i18n/chart-strings.ts';
import { formsIn } from '../i18n/fill.ts';
import { STRINGS, WORDS } from '../i18n/strings.ts';
import { USUAL_MARKS, marksOfLanguage } from '../format/number-marks.ts';
import { pluralsOf } from '../format/plural.ts';
import { STYLES } from '../format/styles.ts';
import { isFromRight } from '../load/languages.ts';
import { nearest } from '../load/nearest.ts';
import type { LanguageFile, Report } from '../load/report.ts';
import { isTongue } from '../locale.ts';
import type { Localized } from '../locale.ts';
import { problem } from './problem.ts';

const ORGANISATION = 'data/organisation.yaml';

/** The languages that the organisation names, and the files of those that the program does not bring with it. */
export function checkLanguages(report: Report): Problem[] {
  return [...checkNamed(report), ...[...report.languageFiles].flatMap(([tag, file]) => checkFile(report, tag, file))];
}

function checkNamed({ organisation, languages: { tags }, languageFiles, unread }: Report): Problem[] {
  const listed = organisation.languages ?? tags;
  return [
    ...listed.flatMap((tag, index) => [
      ...(listed.indexOf(tag) < index ? [problem('duplicate-id', ORGANISATION, ['languages', index], TWICE(tag), REMOVE)] : []),
      ...(isTongue(tag) || isFromRight(tag) || languageFiles.has(tag) || unread.has(tag)
        ? []
        : [problem('missing-language', ORGANISATION, ['languages', index], NO_FILE(tag), MAKE_FILE(tag))]),
    ]),
    ...(['defaultLanguage', 'textLanguage'] as const).flatMap((key) => {
      const tag = organisation[key];
      return tag === undefined || listed.includes(tag) ? [] : [problem('unknown-language', ORGANISATION, [key], NOT_LISTED(tag), LIST_IT(listed))];
    }),
  ];
}

function checkFile({ languages, organisation }: Report, tag: string, { file, data }: LanguageFile): Problem[] {
  if (!languages.tags.includes(tag)) return [problem('unused-language', file, [], UNUSED(tag), USE_IT(tag), 'warning')];
  const lists = listsOf(data);
  const problems = lists.flatMap(({ path, given, known }) =>
    Object.entries(given).flatMap(([key, text]) => {
      const sample = Object.hasOwn(known, key) ? known[key] : undefined;
      return sample === undefined
        ? [{ ...problem('unknown-key', file, [...path, key], UNKNOWN(key), MEANT(nearest(key, Object.keys(known)))), at: 'key' as const }]
        : [...checkPlaces(file, [...path, key], text, sample), ...checkForms(file, [...path, key], text, tag)];
    }),
  );
  const strange = Object.keys(data.words ?? {}).filter((key) => !Object.hasOwn(WORDS, key));
  const names = strange.map((key) => ({ ...problem('unknown-key', file, ['words', key], UNKNOWN(key), MEANT(nearest(key, Object.keys(WORDS)))), at: 'key' as const }));
  const isFurther = !isTongue(tag);
  const missing = isFurther ? lackingWords(data) : [];
  return [
    ...problems,
    ...names,
    ...(isFurther && data.name === undefined ? [problem('missing-key', file, [], NO_NAME, NAME_IT)] : []),
    ...(isFurther ? checkMarks(file, tag, data) : []),
    ...(missing.length > 0 ? [problem('untranslated-strings', file, [], LACKS(missing, whollyLacking(missing, lists), organisation.defaultLanguage), TRANSLATE, 'warning')] : []),
  ];
}

/** Marks that are not given are those of English: in a language that writes 1 234,5, the number 1,234 would be read as another one. */
function checkMarks(file: string, tag: string, { numbers = {} }: LanguageFile['data']): Problem[] {
  const marks = marksOfLanguage(tag);
  return (['group', 'decimal'] as const)
    .filter((key) => numbers[key] === undefined && marks[key] !== USUAL_MARKS[key])
    .map((key) => problem('number-marks', file, [], MARK_LEFT_OUT(tag, key), GIVE_MARK(key, marks[key]), 'warning'));
}

/** A word that a language lacks, with what it is in the program's own languages. */
export interface LackingWord extends Localized {
  readonly path: readonly string[];
  readonly key: string;
}

export function lackingWords(data: LanguageFile['data']): LackingWord[] {
  return listsOf(data).flatMap(({ path, given, known }) =>
    Object.entries(known).filter(([key]) => !Object.hasOwn(given, key)).map(([key, { ja, en }]) => ({ path, key, ja, en })));
}

/** The groups of which a language has no word at all: strings, words, charts. */
function whollyLacking(missing: readonly LackingWord[], lists: readonly List[]): string[] {
  const groupOf = ({ path }: { readonly path: readonly string[] }) => path[0] ?? '';
  const lacking = Map.groupBy(missing, groupOf);
  return [...Map.groupBy(lists, groupOf)]
    .filter(([group, some]) => lacking.get(group)?.length === some.reduce((sum, { known }) => sum + Object.keys(known).length, 0))
    .map(([group]) => group);
}

/** Words by key, with what each says in the program's own languages. */
interface List {
  readonly path: readonly string[];
  readonly given: Readonly<Record<string, string>>;
  readonly known: Readonly<Record<string, Localized>>;
}

function listsOf({ strings = {}, words = {}, charts = {}, qualifiers = {}, absences = {}, dates = {}, changes = {} }: LanguageFile['data']): List[] {
  const { language: _, ...known } = STRINGS;
  return [
    { path: ['strings'], given: strings, known },
    ...Object.entries(WORDS).map(([name, entries]): List => ({ path: ['words', name], given: words[name] ?? {}, known: entries })),
    { path: ['charts'], given: charts, known: CHART_STRINGS },
    { path: ['qualifiers'], given: qualifiers, known: inBoth(STYLES.ja.qualifiers.patterns, STYLES.en.qualifiers.patterns) },
    { path: ['dates'], given: withoutGaps({ fiscalYear: dates.fiscalYear, endOf: dates.endOf }), known: DATES },
    ...UNIT_KINDS.map((kind): List => ({ path: ['changes', kind], given: changes[kind] ?? {}, known: inBoth({ ...STYLES.ja.changes[kind] }, { ...STYLES.en.changes[kind] }) })),
    { path: ['absences'], given: absences, known: inBoth(STYLES.ja.absences, STYLES.en.absences) },
  ];
}

/** How years and points are written: all else of a date follows from the language, or from these. */
const DATES: Readonly<Record<string, Localized>> = {
  fiscalYear: { ja: '{0}年度', en: 'FY{0}' },
  endOf: { ja: '{0}末', en: 'end of {0}' },
};
const UNIT_KINDS = ['count', 'amount', 'rate', 'point'] as const;

function withoutGaps(given: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(Object.entries(given).flatMap(([key, text]) => (text === undefined ? [] : [[key, text]])));
}

function inBoth(ja: Readonly<Record<string, string>>, en: Readonly<Record<string, string>>): Record<string, Localized> {
  return Object.fromEntries(Object.entries(ja).map(([key, text]) => [key, { ja: text, en: en[key] ?? text }]));
}

/** A string must have the places that both languages of the program have, and no others than one of them has. */
function checkPlaces(file: string, path: readonly string[], text: string, sample: Localized): Problem[] {
  const [own, ja, en] = [text, sample.ja, sample.en].map(placesIn) as [Set<string>, Set<string>, Set<string>];
  const missing = [...ja].filter((place) => en.has(place) && !own.has(place));
  const strange = [...own].filter((place) => !ja.has(place) && !en.has(place));
  if (missing.length + strange.length === 0) return [];
  return [problem('placeholder-mismatch', file, [...path], PLACES(missing, strange), AS_IN(sample))];
}

function placesIn(text: string): Set<string> {
  return new Set([...text.matchAll(/\{(\d)[|}]/g)].map(([, index]) => `{${index}}`));
}

/** A counted word must have a form for each number that the language tells apart. */
function checkForms(file: string, path: readonly string[], text: string, tag: string): Problem[] {
  const numbers = pluralsOf(tag);
  const wrong = formsIn(text).find((forms) => forms.length !== numbers.length);
  return wrong ? [problem('plural-forms', file, [...path], FORMS(wrong, numbers), WRITE_FORMS(numbers))] : [];
}

const TWICE = (tag: string) => ({ ja: `言語「${tag}」が二度書かれています。`, en: `The language “${tag}” stands twice in the list.` });
const REMOVE = { ja: '一方を消してください。', en: 'Remove one of them.' };
const NO_FILE = (tag: string) => ({
  ja: `言語「${tag}」の語がありません（プログラムにあるのは ja と en です）。`,
  en: `There are no words for the language “${tag}”; the program itself has ja and en.`,
});
const MAKE_FILE = (tag: string) => ({
  ja: `data/languages/${tag}.yaml を作ってください（書き方は CONTRIBUTING.ja.md）。`,
  en: `Create data/languages/${tag}.yaml (CONTRIBUTING.md says how).`,
});
const NOT_LISTED = (tag: string) => ({
  ja: `「${tag}」は languages にありません。`,
  en: `“${tag}” is not in “languages”.`,
});
const LIST_IT = (tags: readonly string[]) => ({
  ja: `languages に加えるか、次のどれかを書いてください: ${tags.join('、')}`,
  en: `Add it to “languages”, or write one of: ${tags.join(', ')}`,
});
const UNUSED = (tag: string) => ({
  ja: `言語「${tag}」は organisation.yaml の languages にないため、使われません。`,
  en: `The language “${tag}” is not used: “languages” of organisation.yaml does not name it.`,
});
const USE_IT = (tag: string) => ({
  ja: `languages に ${tag} を加えるか、このファイルを消してください。`,
  en: `Add ${tag} to “languages”, or delete this file.`,
});
const MARK_LEFT_OUT = (tag: string, key: 'group' | 'decimal') => ({
  ja: `numbers.${key} がないため、${MARKS[key].ja}は「${USUAL_MARKS[key]}」で示しますが、言語「${tag}」ではふつう違う書き方をします。`,
  en: `There is no numbers.${key}: ${MARKS[key].en} shown as “${USUAL_MARKS[key]}”, while “${tag}” is mostly written otherwise.`,
});
const MARKS = {
  group: { ja: '三桁ごとの区切り', en: 'the mark between groups of three digits is' },
  decimal: { ja: '小数点', en: 'the decimal mark is' },
};
/** A blank is written so that it can be seen: "\u202f". */
const GIVE_MARK = (key: 'group' | 'decimal', mark: string) => {
  const text = `numbers: { ${key}: ${quotedMark(mark)} }`;
  return { ja: `ふつうの書き方なら「${text}」、このままでよければ「${USUAL_MARKS[key]}」と書いてください。`, en: `Write “${text}” for what is usual, or “${USUAL_MARKS[key]}” if it is to stay.` };
};

/** A mark in YAML; a blank that cannot be told from others by its looks is written by its number. */
export function quotedMark(mark: string): string {
  return `"${mark.replace(/[^\S ]/gu, (blank) => `\\u${blank.charCodeAt(0).toString(16).padStart(4, '0')}`)}"`;
}

const UNKNOWN = (key: string) => ({ ja: `「${key}」という語はありません。`, en: `There is no word “${key}”.` });
const MEANT = (guess: string | undefined) =>
  guess === undefined
    ? { ja: '語の名前を確かめてください（npm run language）。', en: 'Check its name (npm run language).' }
    : { ja: `「${guess}」ではありませんか。`, en: `Did you mean “${guess}”?` };
const NO_NAME = { ja: 'このファイルに必須の項目「name」がありません。', en: 'The file lacks the required key “name”.' };
const NAME_IT = {
  ja: 'その言語での言語の名前を「name: 中文」のように加えてください。',
  en: 'Add the name of the language in itself, as in “name: 中文”.',
};
const LACKS = (missing: readonly LackingWord[], wholly: readonly string[], otherwise: string) => {
  const single = missing.filter(({ path }) => !wholly.includes(path[0] ?? '')).map(({ path, key }) => [...path, key].join('.'));
  const shown = single.slice(0, 5);
  const more = single.length - shown.length;
  const [ja, en] = [[...wholly.map((group) => `「${group}」のすべて`), ...shown], [...wholly.map((group) => `all of “${group}”`), ...shown]];
  return {
    ja: `${missing.length} 語の訳がなく、${otherwise} で示します: ${ja.join('、')}${more > 0 ? ` ほか ${more} 語` : ''}`,
    en: `${missing.length} ${missing.length === 1 ? 'word is' : 'words are'} not translated and shown in ${otherwise}: ${en.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
  };
};
const TRANSLATE = { ja: 'このファイルに加えてください。', en: 'Add them to this file.' };
const PLACES = (missing: readonly string[], strange: readonly string[]) => ({
  ja: `差込みの場所が合いません。${missing.length > 0 ? `ないもの: ${missing.join('、')}。` : ''}${strange.length > 0 ? `余るもの: ${strange.join('、')}。` : ''}`,
  en: `The places for values do not match.${missing.length > 0 ? ` Missing: ${missing.join(', ')}.` : ''}${strange.length > 0 ? ` Unknown: ${strange.join(', ')}.` : ''}`,
});
const FORMS = (forms: readonly string[], { length }: readonly string[]) => ({
  ja: `数に応じた形「${forms.join('|')}」は、この言語では${length}つ必要です（いまは${forms.length}つ）。`,
  en: `“${forms.join('|')}” must have ${length} ${length === 1 ? 'form' : 'forms'} in this language, and has ${forms.length}.`,
});
const WRITE_FORMS = (numbers: readonly string[]) => ({
  ja: `次の順に「|」で区切って書いてください: ${numbers.join('、')}`,
  en: `Write them in this order with “|” between: ${numbers.join(', ')}`,
});
const AS_IN = ({ ja, en }: Localized) => ({ ja: `日本語では「${ja}」です。`, en: `In English it is “${en}”.` });
