import { describe, expect, test } from 'vitest';
import { furtherStyle } from '../../src/format/further.ts';
import { formatPeriod, formatMonthTick } from '../../src/format/time.ts';
import { formatChange, formatQuantity } from '../../src/format/quantity.ts';
import { STYLES } from '../../src/format/styles.ts';
import { parseQuantity } from '../../src/quantity/parse.ts';
import type { Unit, Units } from '../../src/quantity/unit.ts';

const chinese = furtherStyle('zh', {
  numbers: { gap: '', scales: [{ power: 8, word: '亿' }, { power: 4, word: '万' }], fullBelow: 10_000 },
  dates: { fiscalYear: '{0}财年', calendarYear: '{0}年', endOf: '{0}末' },
  qualifiers: { about: '约{0}', or_more: '{0}以上' },
  changes: { count: { up: '增加{0}', down: '减少{0}', none: '没有变化' } },
}, STYLES.en);

const german = furtherStyle('de', { capitals: true, numbers: { group: '.', decimal: ',', scales: [{ power: 6, word: 'Mio.' }] }, dates: { endOf: 'Ende {0}' } }, STYLES.en);
const polish = furtherStyle('pl', { numbers: { group: '\u00a0', decimal: ',' } }, STYLES.en);

const people: Unit = {
  id: 'people', kind: 'count',
  label: {
    ja: { other: '人' }, en: { one: 'person', other: 'people' }, zh: { other: '人' }, de: { one: 'Mensch', other: 'Menschen' },
    pl: { one: 'osoba', few: 'osoby', many: 'osób', other: 'osoby' },
  },
};
const money: Unit = { id: 'money', kind: 'amount', label: { ja: { other: 'ユーロ' }, en: { other: '€', prefix: true }, zh: { other: '欧元' }, de: { other: '€' }, pl: { other: '€' } } };
const units: Units = new Map([people, money].map((unit) => [unit.id, unit]));

function read(text: string) {
  const result = parseQuantity(text, units);
  if (!result.ok) throw new Error(text);
  return result.quantity;
}

describe('figures in a language that came with the data', () => {
  test.each([
    ['4.1万人', '4.1万人', '41.000 Menschen'],
    ['9,999人', '9,999人', '9.999 Menschen'],
    ['14,533,402人', '14,533,402人', '14.533.402 Menschen'],
    ['1,453万人', '1,453万人', '14,53 Mio. Menschen'],
    ['▲395億ユーロ', '−395亿欧元', '−39.500 Mio. €'],
    ['約97万人以上', '约97万人以上', 'at least about 970.000 Menschen'],
    ['1人', '1人', '1 Mensch'],
  ])('%s is %s, %s', (printed, zh, de) => {
    expect(formatQuantity(read(printed), chinese, units)).toBe(zh);
    expect(formatQuantity(read(printed), german, units)).toBe(de);
  });

  test('a sign that brings its own space has no other', () => {
    const french: Units = new Map([...units, ['money', { ...money, label: { ...money.label, de: { other: '\u00a0€' } } }]]);
    expect(formatQuantity(read('12,000ユーロ'), german, french)).toBe('12.000\u00a0€');
    expect(formatQuantity(read('395億ユーロ'), german, french)).toBe('39.500 Mio.\u00a0€');
  });

  test.each([['1人', '1 osoba'], ['2人', '2 osoby'], ['5人', '5 osób'], ['22人', '22 osoby'], ['1,500人', '1\u00a0500 osób']])('%s takes its plural: %s', (printed, pl) => {
    expect(formatQuantity(read(printed), polish, units)).toBe(pl);
  });

  test('a change is said in its own order of words', () => {
    expect(formatChange(read('1.2万人'), chinese, units)).toBe('增加1.2万人');
    expect(formatChange(read('-1.2万人'), chinese, units)).toBe('减少1.2万人');
    expect(formatChange(read('0人'), chinese, units)).toBe('没有变化');
    expect(formatChange(read('0人'), german, units)).toBe('unchanged');
  });
});

describe('periods in a language that came with the data', () => {
  const fiscal = { startMonth: 4, eras: true };
  const calendar = { startMonth: 1, eras: true };

  test.each([
    ['FY2025', 'span', '2025财年', 'FY2025'],
    ['FY2025', 'point', '2025财年末', 'Ende FY2025'],
    ['2025-09', 'span', '2025年9月', 'September 2025'],
    ['2025-09', 'point', '2025年9月末', 'Ende September 2025'],
    ['2025-09-30', 'span', '2025年9月30日', '30. September 2025'],
  ] as const)('%s (%s) is %s, %s', (period, sense, zh, de) => {
    expect(formatPeriod(period, sense, chinese, fiscal)).toBe(zh);
    expect(formatPeriod(period, sense, german, fiscal)).toBe(de);
  });

  test('a calendar year is no fiscal year', () => {
    expect(formatPeriod('FY2025', 'span', chinese, calendar)).toBe('2025年');
    expect(formatPeriod('FY2025', 'span', german, calendar)).toBe('2025');
  });

  test('months of an axis are short', () => {
    expect(formatMonthTick('2025-03', true, chinese)).toBe('3月');
    expect(formatMonthTick('2025-03', true, german)).toBe('Mär');
  });
});

test('a month of no particular year is said in every language', () => {
  const styles = [STYLES.ja, STYLES.en, chinese, german, polish];
  expect(styles.map(({ dates }) => dates.monthName(4))).toEqual(['4月', 'April', '四月', 'April', 'kwiecień']);
});
