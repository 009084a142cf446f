import type { Scale } from './quantity.ts';

/** A number word as a document prints it, and its power of ten. */
export interface ScaleWord {
  readonly word: string;
  readonly exponent: number;
}

/** Longest first where one begins with another. Spellings of the last place of any Japanese figure. */
export const JAPANESE_SCALE_WORDS: readonly ScaleWord[] = [
  { word: '千億', exponent: 11 },
  { word: '百億', exponent: 10 },
  { word: '十億', exponent: 9 },
  { word: '千万', exponent: 7 },
  { word: '百万', exponent: 6 },
  { word: '十万', exponent: 5 },
  { word: '兆', exponent: 12 },
  { word: '億', exponent: 8 },
  { word: '万', exponent: 4 },
  { word: '千', exponent: 3 },
];

export const ENGLISH_SCALE_WORDS: readonly ScaleWord[] = [
  { word: 'thousand', exponent: 3 },
  { word: 'million', exponent: 6 },
  { word: 'billion', exponent: 9 },
  { word: 'trillion', exponent: 12 },
];

/** Powers of ten of a scale's number words, e.g. '兆億' → [12, 8]. */
const EXPONENTS: Readonly<Record<Scale, readonly number[]>> = {
  '': [0],
  千: [3],
  万: [4],
  十万: [5],
  百万: [6],
  千万: [7],
  億: [8],
  億万: [8, 4],
  十億: [9],
  兆: [12],
  兆億: [12, 8],
  兆億万: [12, 8, 4],
  // Of the unit itself: its larger one is no power of ten.
  時間: [0],
  時間分: [0],
};

/** How many of a unit that is counted in sixties make its larger one. */
export const SIXTY = 60;

/** Whether a figure is printed with the larger unit: 19時間, 13時間58分. */
export function isSixty(scale: Scale): boolean {
  return scale === '時間' || scale === '時間分';
}

export function scaleExponents(scale: Scale): readonly number[] {
  return EXPONENTS[scale];
}

/** The number word of one power of ten: 8 → '億'. */
export function japaneseScaleWord(exponent: number): string {
  return JAPANESE_SCALE_WORDS.find((scale) => scale.exponent === exponent)?.word ?? '';
}

/**
 * The scale that a run of number words stands for, largest first. Words that no scale ends with become
 * decimals of the one before them: 2億5千万 is printed as 2.5億, 5千億 as 0.5兆. 1万4,533 is printed in full.
 */
export function canonicalScale(exponents: readonly number[]): Scale {
  const [first = 0, ...rest] = exponents;
  const last = rest.at(-1) ?? first;
  if (last === 0) return '';
  if (rest.length === 0) return singleScale(first);
  if (first === 12) return rest.includes(4) ? '兆億万' : rest.includes(8) ? '兆億' : '兆';
  if (first === 8) return rest.includes(4) ? '億万' : '億';
  return singleScale(first);
}

function singleScale(exponent: number): Scale {
  if (exponent === 11 || exponent === 10) return '兆';
  const found = Object.entries(EXPONENTS).find(([, all]) => all.length === 1 && all[0] === exponent);
  return (found?.[0] ?? '') as Scale;
}
