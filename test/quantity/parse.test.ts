import { describe, expect, it } from 'vitest';
import { parseAbsence } from '../../src/quantity/absence.ts';
import { parseFigure, parseQuantity } from '../../src/quantity/parse.ts';
import type { QuantityProblem } from '../../src/quantity/problem.ts';
import type { Quantity } from '../../src/quantity/quantity.ts';
import { units, unitsWithPlain } from './units.ts';

/** value, quantum, unit, scale, then what else there is */
type Row = [text: string, value: string, quantum: string, unit: string, scale: string, Partial<Quantity>?];

const JAPANESE: Row[] = [
  ['72.0%', '72.0', '0.1', 'percent', ''],
  ['６．４％', '6.4', '0.1', 'percent', ''],
  ['4.1万事業所', '41000', '1000', 'establishment', '万'],
  ['1,992事業所', '1992', '0', 'establishment', ''],
  ['18兆4,572億円', '18457200000000', '100000000', 'yen', '兆億'],
  ['19兆0,960億円', '19096000000000', '100000000', 'yen', '兆億'],
  ['32兆612億円', '32061200000000', '100000000', 'yen', '兆億'],
  ['18兆0億円', '18000000000000', '100000000', 'yen', '兆億'],
  ['0兆4,572億円', '457200000000', '100000000', 'yen', '億'],
  ['1兆300万円', '1000003000000', '10000', 'yen', '兆億万'],
  ['2億5千万円', '250000000', '10000000', 'yen', '億'],
  ['5千億円', '500000000000', '100000000000', 'yen', '兆'],
  ['▲395億円', '-39500000000', '100000000', 'yen', '億'],
  ['△395億円', '-39500000000', '100000000', 'yen', '億'],
  ['-0.3%', '-0.3', '0.1', 'percent', ''],
  ['−0.3%', '-0.3', '0.1', 'percent', ''],
  ['－０．３％', '-0.3', '0.1', 'percent', ''],
  ['-0.0%', '-0.0', '0.1', 'percent', ''],
  ['±0.0ポイント', '0.0', '0.1', 'point', ''],
  ['＋0.2ポイント', '0.2', '0.1', 'point', '', { plus: true }],
  ['+0.2pt', '0.2', '0.1', 'point', '', { plus: true }],
  ['約97万人', '970000', '10000', 'person', '万', { qualifiers: ['about'] }],
  ['約14,533人', '14533', '1', 'person', '', { qualifiers: ['about'] }],
  ['約10.4万人程度', '104000', '1000', 'person', '万', { qualifiers: ['about', 'approximately'] }],
  ['延べ3回', '3', '1', 'time', '', { qualifiers: ['cumulative'] }],
  ['300万円超', '3000000', '10000', 'yen', '万', { qualifiers: ['over'] }],
  ['原則3営業日以上', '3', '1', 'business_day', '', { qualifiers: ['in_principle', 'or_more'] }],
  ['3日程度以上', '3', '1', 'day', '', { qualifiers: ['approximately_or_more'] }],
  ['70%台前半', '70', '1', 'percent', '', { qualifiers: ['band_low'] }],
  ['80%台半ば', '80', '1', 'percent', '', { qualifiers: ['band_mid'] }],
  ['80%台', '80', '1', 'percent', '', { qualifiers: ['band'] }],
  ['10台', '10', '0', 'vehicle', ''],
  ['1,216万月', '12160000', '10000', 'month', '万'],
  ['1,742 万人', '17420000', '10000', 'person', '万'],
  ['1万4,533人', '14533', '0', 'person', ''],
  ['22,443百万円', '22443000000', '1000000', 'yen', '百万'],
  ['3千件', '3000', '1000', 'case', '千'],
  ['0件', '0', '0', 'case', ''],
  ['23.4日', '23.4', '0.1', 'day', ''],
  ['23日', '23', '0', 'day', ''],
  ['13時間58分', '838', '0', 'minute', '時間分'],
  ['13時間 58分', '838', '0', 'minute', '時間分'],
  ['１３時間５８分', '838', '0', 'minute', '時間分'],
  ['8時間00分', '480', '0', 'minute', '時間分'],
  ['8時間5分', '485', '0', 'minute', '時間分'],
  ['1時間23分', '83', '0', 'minute', '時間分'],
  ['13:58', '838', '0', 'minute', '時間分'],
  ['１３：５８', '838', '0', 'minute', '時間分'],
  ['08:30', '510', '0', 'minute', '時間分'],
  ['▲0:24', '-24', '0', 'minute', ''],
  ['約13:58', '838', '1', 'minute', '時間分', { qualifiers: ['about'] }],
  ['0時間24分', '24', '0', 'minute', ''],
  ['83分', '83', '0', 'minute', ''],
  ['約30分', '30', '1', 'minute', '', { qualifiers: ['about'] }],
  ['30分未満', '30', '1', 'minute', '', { qualifiers: ['under'] }],
  ['19時間', '1140', '60', 'minute', '時間'],
  ['1.5時間', '90', '6', 'minute', '時間'],
  ['1.25時間', '75.0', '0.6', 'minute', '時間'],
  ['2時間程度', '120', '60', 'minute', '時間', { qualifiers: ['approximately'] }],
  ['13時間58.5分', '838.5', '0.1', 'minute', '時間分'],
];

const ENGLISH: Row[] = [
  ['41,000 establishments', '41000', '0', 'establishment', ''],
  ['1 establishment', '1', '0', 'establishment', ''],
  ['¥18,457.2 billion', '18457200000000', '100000000', 'yen', '十億'],
  ['−¥39.5 billion', '-39500000000', '100000000', 'yen', '十億'],
  ['−0.4 pp', '-0.4', '0.1', 'point', ''],
  ['12.16 million months', '12160000', '10000', 'month', '百万'],
  ['about 970,000 people', '970000', '1', 'person', '', { qualifiers: ['about'] }],
  ['low 70% range', '70', '1', 'percent', '', { qualifiers: ['band_low'] }],
  ['80% range', '80', '1', 'percent', '', { qualifiers: ['band'] }],
  ['10 times or more', '10', '1', 'time', '', { qualifiers: ['or_more'] }],
  ['72.0%', '72.0', '0.1', 'percent', ''],
  ['13 h 58 min', '838', '0', 'minute', '時間分'],
  ['8 h 00 min', '480', '0', 'minute', '時間分'],
  ['1 hour 23 minutes', '83', '0', 'minute', '時間分'],
  ['19 hours', '1140', '60', 'minute', '時間'],
  ['83 minutes', '83', '0', 'minute', ''],
  ['−24 min', '-24', '0', 'minute', ''],
  ['under 30 minutes', '30', '1', 'minute', '', { qualifiers: ['under'] }],
];

describe('parseQuantity', () => {
  it.each([...JAPANESE, ...ENGLISH])('reads %s', (text, value, quantum, unit, scale, more = {}) => {
    const quantity = { value, quantum, unit, scale, ...more };
    expect(parseQuantity(text, units)).toEqual({ ok: true, quantity });
  });

  it('reads a plain number where a unit has an empty label', () => {
    const plain = (value: string) => ({ quantity: { value, unit: 'plain' } });
    expect(parseQuantity('1,992', unitsWithPlain)).toMatchObject(plain('1992'));
    expect(parseQuantity('約97万', unitsWithPlain)).toMatchObject(plain('970000'));
    expect(parseQuantity('72フィート', unitsWithPlain)).toMatchObject({ problem: { code: 'unknown_unit' } });
  });

  it('keeps hours apart that are counted for themselves', () => {
    const hours = { id: 'hour', kind: 'amount' as const, label: { ja: { other: '時間' }, en: { other: 'hours' } } };
    const both = new Map([...units, ['hour', hours]]);
    expect(parseQuantity('19時間', both, 'hour')).toMatchObject({ quantity: { value: '19', unit: 'hour' } });
    expect(parseQuantity('19時間', both, 'minute')).toMatchObject({ quantity: { value: '1140', unit: 'minute' } });
    expect(parseQuantity('3万時間', both)).toMatchObject({ quantity: { value: '30000', unit: 'hour' } });
  });

  it('reads no clock where nothing is counted in sixties', () => {
    const without = new Map([...units].filter(([, unit]) => !unit.sixty));
    expect(parseQuantity('13:58', without)).toMatchObject({ problem: { code: 'unknown_unit', found: ':58' } });
  });

  it('takes the expected unit where two are printed alike', () => {
    const alike = new Map([...units, ['call', { ...units.get('case')!, id: 'call' }]]);
    expect(parseQuantity('3件', alike)).toMatchObject({ quantity: { unit: 'case' } });
    expect(parseQuantity('3件', alike, 'call')).toMatchObject({ quantity: { unit: 'call' } });
  });

  it.each<[text: string, problem: Partial<QuantityProblem>]>([
    ['', { code: 'empty', offset: 0, length: 0 }],
    ['　', { code: 'empty', offset: 0, length: 1 }],
    ['－', { code: 'ambiguous_dash', offset: 0, length: 1, found: '－' }],
    ['-', { code: 'ambiguous_dash' }],
    ['―', { code: 'ambiguous_dash' }],
    ['ー', { code: 'ambiguous_dash' }],
    ['未定', { code: 'no_number', found: '未定' }],
    ['合計100人', { code: 'leading_text', offset: 0, length: 2, found: '合計' }],
    ['6,4%', { code: 'bad_decimal_comma', offset: 0, length: 3, found: '6,4', suggestion: '6.4%' }],
    ['約６，４％', { code: 'bad_decimal_comma', offset: 1, length: 3, found: '６，４', suggestion: '約6.4％' }],
    ['1,23,456件', { code: 'bad_grouping', found: '1,23,456', suggestion: '123,456件' }],
    ['1、992件', { code: 'bad_grouping', suggestion: '1,992件' }],
    ['1 742万人', { code: 'bad_grouping', suggestion: '1,742万人' }],
    ['14..3%', { code: 'double_point', suggestion: '14.3%' }],
    ['6・4%', { code: 'bad_point', suggestion: '6.4%' }],
    ['.5%', { code: 'bad_point', suggestion: '0.5%' }],
    ['72.%', { code: 'bad_point', suggestion: '72%' }],
    ['007件', { code: 'leading_zero', suggestion: '7件' }],
    ['ー0.3%', { code: 'bad_sign', offset: 0, suggestion: '-0.3%' }],
    ['▲-3件', { code: 'bad_sign', offset: 1 }],
    ['±3件', { code: 'bad_sign' }],
    ['¥5bn', { code: 'unknown_scale', found: 'bn', suggestion: '¥5 billion' }],
    ['3百件', { code: 'unknown_scale', found: '百' }],
    ['4億18兆円', { code: 'scale_order', offset: 2, found: '18兆' }],
    ['1万14,533人', { code: 'scale_order', found: '14,533' }],
    ['1.5兆300億円', { code: 'inner_decimal', found: '1.5兆' }],
    ['13:75', { code: 'bad_clock', offset: 0, found: '13:75' }],
    ['約１３：７５', { code: 'bad_clock', offset: 1, found: '１３：７５' }],
    ['13:60', { code: 'bad_clock' }],
    ['13:5', { code: 'bad_clock', found: '13:5' }],
    ['13:', { code: 'bad_clock', found: '13:' }],
    ['13:58:20', { code: 'bad_clock', found: '13:58:20' }],
    ['1.5:30', { code: 'bad_clock' }],
    ['13時間75分', { code: 'bad_clock', offset: 4, found: '75' }],
    ['1,23:45', { code: 'bad_clock', found: '1,23:45' }],
    ['1.5時間30分', { code: 'inner_decimal', found: '1.5時間' }],
    ['13時間58', { code: 'missing_unit', offset: 6, suggestion: '13時間58分' }],
    ['13時間58人', { code: 'unknown_unit', found: '人' }],
    ['13:58分', { code: 'trailing_text', found: '分' }],
    ['13:58～14:20', { code: 'range', found: '～14:20' }],
    ['3万時間', { code: 'unknown_unit', found: '時間' }],
    ['72.0', { code: 'missing_unit', offset: 4, length: 0 }],
    ['72.0フィート', { code: 'unknown_unit', offset: 4, found: 'フィート' }],
    ['10～20人', { code: 'range', found: '～20人' }],
    ['72.0%です', { code: 'trailing_text', offset: 5, found: 'です' }],
    ['1234567890123456789012345678901人', { code: 'too_long' }],
    [`約${' '.repeat(200)}97万人`, { code: 'long_text' }],
    ['約約97万人', { code: 'word_twice', offset: 1, found: '約', suggestion: '約97万人' }],
    ['およそ約97万人', { code: 'word_twice', suggestion: 'およそ97万人' }],
    ['80%以上以上', { code: 'word_twice', offset: 5, suggestion: '80%以上' }],
  ])('refuses %j', (text, problem) => {
    expect(parseQuantity(text, units)).toMatchObject({ ok: false, problem });
  });

  it('offers the expected unit where there is none', () => {
    expect(parseQuantity('72.0', units, 'percent')).toMatchObject({ problem: { suggestion: '72.0%' } });
  });
});

describe('parseAbsence', () => {
  it.each([
    ['集計中', 'not_yet'],
    ['未到来', 'not_yet'],
    ['見送り', 'not_carried_out'],
    ['該当なし', 'not_applicable'],
    ['未公表', 'not_published'],
    ['lost', 'lost'],
  ])('reads %s', (text, absent) => {
    expect(parseAbsence(text)).toEqual({ absent });
    expect(parseFigure(text, units)).toEqual({ ok: true, figure: { absent } });
  });

  it('leaves figures and other words alone', () => {
    expect(parseAbsence('0件')).toBeUndefined();
    expect(parseFigure('0件', units)).toMatchObject({ ok: true, figure: { value: '0' } });
    expect(parseFigure('なし', units)).toMatchObject({ ok: false, problem: { code: 'no_number' } });
  });
});

it('sets a unit off from its number in the repair, where that is a word and the body is not Japanese', () => {
  const labels = { kilowatt: 'kWh', percent: '%', births: 'per 1,000' };
  const own = new Map(Object.entries(labels).map(([id, other]) => [id, { id, kind: 'amount' as const, label: { en: { other }, fr: { other } } }]));
  const repairOf = (text: string, id: string) => {
    const read = parseQuantity(text, own, id);
    return read.ok ? undefined : read.problem.suggestion;
  };
  expect(repairOf('3.4', 'kilowatt')).toBe('3.4 kWh');
  expect(repairOf('-0.2', 'births')).toBe('-0.2 per 1,000');
  expect(repairOf('72.0', 'percent')).toBe('72.0%');
});
