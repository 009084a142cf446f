import { qualifierWords } from '../quantity/qualifier.ts';
import { JAPANESE_SCALE_WORDS } from '../quantity/scale.ts';
import { eraFiscalYear, eraYear } from './era.ts';
import type { Calendar, ChangeWords, DateStyle, Style } from './style.ts';

const dates: DateStyle = {
  fiscalYear(year, { startMonth, eras }) {
    const name = eras ? eraFiscalYear(year) : `${year}年度`;
    return startMonth === 1 ? name.replace(/年度$/, '年') : name;
  },
  month: (year, month, calendar) => `${calendarYear(year, month, 31, calendar)}${month}月`,
  day: (year, month, day, calendar) => `${calendarYear(year, month, day, calendar)}${month}月${day}日`,
  endOf: (period) => `${period}末`,
  endOfInText: (period) => `${period}末`,
  monthName: (month) => `${month}月`,
  monthTick: (month, point) => `${month}月${point ? '末' : ''}`,
  shortMonth: (month) => String(month),
  // R6 would be too short to be kind, 令和6年度 too long.
  yearTick: (year, { eras }) => (eras ? eraFiscalYear(year).replace(/年度$/, '') : String(year)),
  shortYear(year, { eras }) {
    if (!eras) return `’${String(year).slice(2)}`;
    const tick = eraFiscalYear(year).replace(/年度$/, '');
    return `${INITIALS[tick.slice(0, 2)] ?? ''}${tick.slice(2)}`;
  },
};

const INITIALS: Readonly<Record<string, string>> = { 令和: 'R', 平成: 'H', 昭和: 'S' };

/** An era begins in the middle of a month: what is said of a month as a whole goes by its last day. */
function calendarYear(year: number, month: number, day: number, { eras }: Calendar): string {
  return eras ? eraYear(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`) : `${year}年`;
}

const OF_SIZE: ChangeWords = { up: '{0}増加', down: '{0}減少', none: '増減なし' };
const OF_LEVEL: ChangeWords = { up: '{0}上昇', down: '{0}低下', none: '変化なし' };

export const JAPANESE: Style = {
  tag: 'ja',
  wide: true,
  capitals: false,
  numbers: {
    group: ',', decimal: '.', minus: '▲', gap: '',
    scales: { by: 'printed', words: Object.fromEntries(JAPANESE_SCALE_WORDS.map(({ word, exponent }) => [exponent, word])) },
  },
  dates,
  qualifiers: {
    patterns: Object.fromEntries(qualifierWords('ja').map(({ qualifier, words: [word], after }) => [qualifier, after ? `{0}${word}` : `${word}{0}`])),
    order: 'figure',
  },
  absences: {
    not_yet: '未集計・期限未到来',
    not_carried_out: '実施なし',
    not_applicable: '該当なし',
    not_published: '未公表',
    lost: '原資料で欠落',
  },
  changes: { count: OF_SIZE, amount: OF_SIZE, rate: OF_LEVEL, point: OF_LEVEL },
};
