import { ERA_NAMES, ERA_YEAR, westernYear } from '../format/era.ts';
import { MONTHS } from '../format/english.ts';
import { ENGLISH_SCALE_WORDS, JAPANESE_SCALE_WORDS } from '../quantity/scale.ts';

/**
 * The numbers of a name that it does not have in its original, as they are written: ‘FY2021’ beside 令和2年度 → 2021,
 * ‘seven main notifications’ beside 主要2届書 → seven. A translation may leave one out, but says no other.
 */
export function numbersMissing(name: string, original: string): string[] {
  if (!NUMERIC.test(name)) return [];
  const said = new Set(numbersIn(western(original)).flatMap(({ values }) => values));
  return numbersIn(western(name)).filter(({ values, isLoose }) => !isLoose && !values.some((value) => said.has(value))).map(({ words }) => words);
}

interface Number {
  readonly words: string;
  /** What it may be: 1億 is 100000000, and may be said with another scale. */
  readonly values: readonly number[];
  /** Small numbers in words are often no numbers, and those of proper names are left as they are: one of them, COVID-19. */
  readonly isLoose: boolean;
}

function numbersIn(text: string): Number[] {
  return [...text.matchAll(NUMBER)].map(({ 0: words, groups = {} }): Number => {
    const { before = '', digits, scale = '', word, kanji } = groups;
    if (word !== undefined) return { words, values: [valueOf(word)], isLoose: valueOf(word) < 3 && !MONTHS.includes(word) };
    if (kanji !== undefined) return { words, values: [KANJI.indexOf(kanji) + 1], isLoose: true };
    const value = Number(digits?.replaceAll(',', ''));
    return { words: words.slice(before.length), values: [value, value * 10 ** exponentOf(scale)], isLoose: before !== '' && before !== 'FY' };
  });
}

/** 令和2 → 2020, １０ → 10; the second year of 2025/26 is that of the first. */
function western(text: string): string {
  return text
    .replace(OF_ERA, (_, era: string, year: string) => String(westernYear(era, year)))
    .replace(/[０-９]/g, (digit) => digit.normalize('NFKC'))
    .replace(/((?:19|20)\d{2})\/\d{2}(?!\d)/g, '$1');
}

const OF_ERA = new RegExp(`(${ERA_NAMES})(${ERA_YEAR})`, 'g');

const CARDINALS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth', 'eleventh', 'twelfth'];
const KANJI = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

function valueOf(word: string): number {
  const lists = [CARDINALS, ORDINALS, MONTHS.map((month) => month.toLowerCase())];
  return Math.max(...lists.map((list) => list.indexOf(word.toLowerCase()))) + 1;
}

/** 1億, 100 million, and 5割 for 50%. */
const SCALES = [...JAPANESE_SCALE_WORDS, ...ENGLISH_SCALE_WORDS.map(({ word, exponent }) => ({ word: ` ${word}`, exponent })), { word: '割', exponent: 1 }];

function exponentOf(scale: string): number {
  return SCALES.find(({ word }) => word === scale)?.exponent ?? 0;
}

/** ‘May’ and ‘march’ are months where they begin with a capital alone. */
const WORDS = [...[...CARDINALS, ...ORDINALS].flatMap((word) => [word, word.replace(/^./, (letter) => letter.toUpperCase())]), ...MONTHS].join('|');
const NUMBER = new RegExp(`(?<before>(?:FY|[A-Za-z]-?)?)(?<digits>\\d[\\d,]*(?:\\.\\d+)?)(?<scale>(?:${SCALES.map(({ word }) => word).join('|')})?)|\\b(?<word>${WORDS})\\b|(?<kanji>[${KANJI.join('')}])`, 'g');
const NUMERIC = new RegExp(`[\\d０-９]|\\b(?:${WORDS})\\b`);
