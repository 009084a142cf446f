import { ENGLISH_BAND, isBand, qualifierWords } from '../quantity/qualifier.ts';
import { ENGLISH_SCALE_WORDS } from '../quantity/scale.ts';
import type { ChangeWords, DateStyle, Style } from './style.ts';

const dates: DateStyle = {
  fiscalYear: (year, { startMonth }) => (startMonth === 1 ? String(year) : `FY${year}`),
  month: (year, month) => `${monthName(month)} ${year}`,
  day: (year, month, day) => `${day} ${monthName(month)} ${year}`,
  endOf: (period) => `end of ${period}`,
  endOfInText: (period) => `the end of ${period}`,
  monthName,
  monthTick: (month) => monthName(month).slice(0, 3),
  shortMonth: (month) => monthName(month).slice(0, 1),
  yearTick: (year) => String(year),
  shortYear: (year) => `’${String(year).slice(2)}`,
};

function monthName(month: number): string {
  return MONTHS[month - 1] ?? '';
}

/** January … December */
export const MONTHS: readonly string[] = [
  'January', 'February', 'March', 'April', 'May', 'June',
  'July', 'August', 'September', 'October', 'November', 'December',
];

const CHANGE: ChangeWords = { up: 'up {0}', down: 'down {0}', none: 'unchanged' };

/** 'about' → 'about {0}', but 'mid-' stays; a band closes with a word: 'low {0} range'. */
const patterns = Object.fromEntries([
  ...qualifierWords('en').map(({ qualifier, words: [word = ''] }) =>
    [qualifier, `${word}${word.endsWith('-') ? '' : ' '}{0}${isBand(qualifier) ? ` ${ENGLISH_BAND}` : ''}`]),
  ['band', `{0} ${ENGLISH_BAND}`],
]);

export const ENGLISH: Style = {
  tag: 'en',
  wide: false,
  capitals: true,
  numbers: {
    group: ',', decimal: '.', minus: '−', gap: ' ',
    scales: {
      by: 'size',
      words: ENGLISH_SCALE_WORDS.filter(({ exponent }) => exponent >= 6).map(({ word, exponent }) => ({ power: exponent, word })),
      fullBelow: '1000000',
    },
  },
  dates,
  qualifiers: { patterns, order: 'sense' },
  absences: {
    not_yet: 'Not yet available',
    not_carried_out: 'Not carried out',
    not_applicable: 'Not applicable',
    not_published: 'Not published',
    lost: 'Missing in the source',
  },
  changes: { count: CHANGE, amount: CHANGE, rate: CHANGE, point: CHANGE },
};
