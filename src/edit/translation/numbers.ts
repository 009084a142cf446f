import { splitProse } from '../../prose/reference.ts';
import { MONTHS } from '../../format/english.ts';
import { ERA_NAMES, ERA_YEAR, westernYear } from '../../format/era.ts';
import { monthNames } from '../../format/month-names.ts';
import type { Locale } from '../../locale.ts';
import { isTongue } from '../../locale.ts';

const KANJI_MONTHS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];
const WORDS: Readonly<Record<string, readonly string[]>> = {
  '0': ['no', 'zero', 'none', '〇'], '1': ['one', 'a', 'an', 'first', 'single', 'once', 'every', 'each', '一'], '2': ['two', 'second', 'twice', 'both', 'half', '二'], '3': ['three', 'third', 'three-year', '三'],
  '4': ['four', 'fourth', '四'], '5': ['five', 'fifth', '五'], '6': ['six', 'sixth', '六'], '7': ['seven', 'seventh', '七'], '8': ['eight', 'eighth', '八'], '9': ['nine', 'ninth', '九'], '10': ['ten', 'tenth', '十'],
  '11': ['eleven', '十一'], '12': ['twelve', '十二', 'year'], '20': ['twenty', '二十'], '100': ['hundred', '百'],
};
const SCALES: Readonly<Record<string, number>> = { 千: 1e3, 万: 1e4, 億: 1e8, 兆: 1e12, thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 };

/** Marks of lists, and of lines that others refer to: ①, （1）. */
const MARKS = /[①-⑳]|^\s*[(（][\d０-９]+[)）]/gm;

/** The numbers that a text says, years in the Western count, months as m9: what two languages must share. `tag`: a language that the program does not bring. */
export function numbersIn(text: string, tag?: Locale): string[] {
  const plain = withMonths(withoutReferences(text).replace(MARKS, ' ').normalize('NFKC'), tag);
  const western = inWesternYears(plain)
    .replace(/(\d)割/g, '$10%')
    .replace(/(?<![一二三四五六七八九十])(十[一二]|[一二三四五六七八九十])月(?!当たり|あたり|につき|ごと)/g, (_, month: string) => `${KANJI_MONTHS.indexOf(month) + 1}月`)
    .replace(new RegExp(`\\b(${MONTHS.join('|')})\\b`, 'g'), (month) => ` ${MONTHS.indexOf(month) + 1}月 `);
  const found = [...western.matchAll(/(\d[\d,]*(?:\.\d+)?)\s?([千万億兆月]|(?:thousand|million|billion|trillion)\b)?/g)].map(([, digits = '', scale]) => {
    const number = Number(digits.replaceAll(',', ''));
    if (scale === '月' ) return `m${number}`;
    return String(Math.round(number * (SCALES[scale ?? ''] ?? 1) * 1e6) / 1e6);
  });
  return [...new Set(found)].sort();
}

/** décembre → 12月; in Korean a particle may follow: 12월에 */
function withMonths(text: string, tag: Locale | undefined): string {
  if (tag === undefined || isTongue(tag)) return text;
  return monthNames(tag).reduce((said, names, month) => names.reduce((each, name) =>
    each.replace(new RegExp(`(?<![\\p{L}\\p{N}])${name}${/\d/.test(name) ? '' : '(?!\\p{L})'}`, 'giu'), ` ${month + 1}月 `), said), text);
}

const OF_ERA = new RegExp(`(${ERA_NAMES})(${ERA_YEAR})年`, 'g');

function inWesternYears(text: string): string {
  return text.replace(OF_ERA, (_, era: string, year: string) => `${westernYear(era, year)}年`);
}

/** Numbers of one text that the other says neither in digits nor in words. */
export function numbersLacking(text: string, other: string, tag?: Locale, otherTag?: Locale): string[] {
  const has = numbersIn(other, otherTag);
  const words = new Set(other.toLowerCase().split(/[^a-z-]+/).flatMap((word) => [word, ...word.split('-')]));
  const implied = new Set([...agesNotReached(text, other), ...endsOfYears(text, has)]);
  const isSaid = (number: string) =>
    has.includes(number) || has.includes(`m${number}`) || (number.startsWith('m') && has.includes(number.slice(1)))
    || (WORDS[number] ?? []).some((word) => (/[a-z]/.test(word) ? words.has(word) : other.includes(word)));
  return numbersIn(text, tag).filter((number) => !isSaid(number) && !implied.has(number));
}

/** 令和3年4月～令和4年3月 is April to March FY2021: where the year is said that twelve months begin in, that of their end is. */
function endsOfYears(text: string, has: readonly string[]): string[] {
  return [...inWesternYears(text.normalize('NFKC')).matchAll(/(\d{4})年(\d{1,2})月[^\d]{1,3}(\d{4})年(\d{1,2})月/g)].flatMap(([, first = '', from, second = '', to]) =>
    (Number(second) === Number(first) + 1 && Number(to) === Number(from) - 1 && has.includes(first) ? [second] : []));
}

/** 20歳以上60歳未満 is between 20 and 59: the age that is not reached and the last one are the same. */
function agesNotReached(text: string, other: string): string[] {
  const ages = [text, other].flatMap((each) => [...each.normalize('NFKC').matchAll(/(\d+)歳未満/g)].map(([, age]) => Number(age)));
  const said = numbersIn(`${text} ${other}`);
  return ages.flatMap((age) => (said.includes(String(age - 1)) ? [String(age), String(age - 1)] : []));
}

/** What stands in braces, sorted: figures, times and links that both languages must have. */
export function referencesIn(text: string): string[] {
  return splitProse(text).flatMap(({ raw, reference }) => (reference === undefined || (reference?.kind === 'link' && reference.to === 'term') ? [] : [raw.replace(/\s/g, '')])).sort();
}

export function withoutReferences(text: string): string {
  return splitProse(text).map(({ raw, reference }) => (reference === undefined ? raw : ' ')).join('');
}
