import { splitProse } from '../../prose/reference.ts';
import { eraStart } from '../../format/era.ts';

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const KANJI_MONTHS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];
const WORDS: Readonly<Record<string, readonly string[]>> = {
  '0': ['no', 'zero', 'none', '〇'], '1': ['one', 'a', 'an', 'first', 'single', 'once', 'every', 'each', '一'], '2': ['two', 'second', 'twice', 'both', 'half', '二'], '3': ['three', 'third', 'three-year', '三'],
  '4': ['four', 'fourth', '四'], '5': ['five', 'fifth', '五'], '6': ['six', 'sixth', '六'], '7': ['seven', 'seventh', '七'], '8': ['eight', 'eighth', '八'], '9': ['nine', 'ninth', '九'], '10': ['ten', 'tenth', '十'],
  '11': ['eleven', '十一'], '12': ['twelve', '十二', 'year'], '20': ['twenty', '二十'], '100': ['hundred', '百'],
};
const SCALES: Readonly<Record<string, number>> = { 千: 1e3, 万: 1e4, 億: 1e8, 兆: 1e12, thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 };

/** The numbers that a text says, years in the Western count, months as m9: what two languages must share. */
export function numbersIn(text: string): string[] {
  const plain = withoutReferences(text).normalize('NFKC');
  const western = plain
    .replace(/(令和|平成|昭和|大正|明治)(\d{1,2}|元)年/g, (_, era: string, year: string) => `${eraStart(era) + (year === '元' ? 1 : Number(year)) - 1}年`)
    .replace(/(?<![一二三四五六七八九十])(十[一二]|[一二三四五六七八九十])月/g, (_, month: string) => `${KANJI_MONTHS.indexOf(month) + 1}月`)
    .replace(new RegExp(`\\b(${MONTHS.join('|')})\\b`, 'g'), (month) => ` ${MONTHS.indexOf(month) + 1}月 `);
  const found = [...western.matchAll(/(\d[\d,]*(?:\.\d+)?)\s?([千万億兆月]|(?:thousand|million|billion|trillion)\b)?/g)].map(([, digits = '', scale]) => {
    const number = Number(digits.replaceAll(',', ''));
    if (scale === '月' ) return `m${number}`;
    return String(Math.round(number * (SCALES[scale ?? ''] ?? 1) * 1e6) / 1e6);
  });
  return [...new Set(found)].sort();
}

/** Numbers of one text that the other says neither in digits nor in words. */
export function numbersLacking(text: string, other: string): string[] {
  const has = numbersIn(other);
  const words = new Set(other.toLowerCase().split(/[^a-z-]+/));
  return numbersIn(text).filter((number) => !has.includes(number) && !has.includes(`m${number}`) && !(number.startsWith('m') && has.includes(number.slice(1)))
    && !(WORDS[number] ?? []).some((word) => (/[a-z]/.test(word) ? words.has(word) : other.includes(word))));
}

/** What stands in braces, sorted: figures, times and links that both languages must have. */
export function referencesIn(text: string): string[] {
  return splitProse(text).flatMap(({ raw, reference }) => (reference === undefined || (reference?.kind === 'link' && reference.to === 'term') ? [] : [raw.replace(/\s/g, '')])).sort();
}

export function withoutReferences(text: string): string {
  return splitProse(text).map(({ raw, reference }) => (reference === undefined ? raw : ' ')).join('');
}
