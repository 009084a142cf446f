import { describe, expect, it } from 'vitest';
import { STYLES } from '../../src/format/styles.ts';
import { groupDigits } from '../../src/format/number.ts';
import {
  formatAbsent,
  formatChange,
  formatFigure,
  formatParts,
  formatQuantity,
} from '../../src/format/quantity.ts';
import { parseAbsence } from '../../src/quantity/absence.ts';
import { parseQuantity } from '../../src/quantity/parse.ts';
import type { Absence, Quantity } from '../../src/quantity/quantity.ts';
import { units } from '../quantity/units.ts';

function read(text: string): Quantity {
  const result = parseQuantity(text, units);
  if (!result.ok) throw new Error(`${text}: ${result.problem.code}`);
  return result.quantity;
}

describe('formatQuantity', () => {
  it.each([
    // as typed, as printed in Japanese, as printed in English
    ['７２．０％', '72.0%', '72.0%'],
    ['4.1万事業所', '4.1万事業所', '41,000 establishments'],
    ['1992事業所', '1,992事業所', '1,992 establishments'],
    ['1事業所', '1事業所', '1 establishment'],
    ['0件', '0件', '0 cases'],
    ['1.0日', '1.0日', '1.0 days'],
    ['約97万人', '約97万人', 'about 970,000 people'],
    ['約10.4万人程度', '約10.4万人程度', 'about 104,000 people'],
    ['1,216万月', '1,216万月', '12.16 million months'],
    ['14,533,402人', '14,533,402人', '14,533,402 people'],
    ['1万4,533人', '14,533人', '14,533 people'],
    ['18兆4,572億円', '18兆4,572億円', '¥18,457.2 billion'],
    ['19兆0,960億円', '19兆960億円', '¥19,096.0 billion'],
    ['18兆0億円', '18兆0億円', '¥18,000.0 billion'],
    ['339,149億円', '339,149億円', '¥33,914.9 billion'],
    ['△395億円', '▲395億円', '−¥39.5 billion'],
    ['22,443百万円', '22,443百万円', '¥22,443 million'],
    ['0.6億円', '0.6億円', '¥0.06 billion'],
    ['0億円', '0億円', '¥0.0 billion'],
    ['0百万円', '0百万円', '¥0 million'],
    ['300万円超', '300万円超', 'over ¥3.00 million'],
    ['50万円', '50万円', '¥500,000'],
    ['3千円', '3千円', '¥3,000'],
    ['-0.4pt', '▲0.4ポイント', '−0.4 pp'],
    ['＋0.2ポイント', '+0.2ポイント', '+0.2 pp'],
    ['-0.0%', '▲0.0%', '−0.0%'],
    ['23.4日', '23.4日', '23.4 days'],
    ['23日程度', '23日程度', 'approximately 23 days'],
    ['23日程度以上', '23日程度以上', 'at least approximately 23 days'],
    ['原則3営業日以下', '原則3営業日以下', 'in principle at most 3 business days'],
    ['延べ約3回', '延べ約3回', 'a cumulative total of about 3 times'],
    ['70%台', '70%台', '70% range'],
    ['70%台前半', '70%台前半', 'low 70% range'],
    ['80%台半ば', '80%台半ば', 'mid-80% range'],
    ['80%台後半', '80%台後半', 'high 80% range'],
    ['10倍', '10倍', '10-fold'],
    ['13：58', '13時間58分', '13 h 58 min'],
    ['8時間00分', '8時間00分', '8 h 00 min'],
    ['8時間5分', '8時間05分', '8 h 05 min'],
    ['8時間', '8時間', '8 h'],
    ['1.5時間', '1.5時間', '1.5 h'],
    ['1,013時間58.5分', '1,013時間58.5分', '1,013 h 58.5 min'],
    ['83分', '83分', '83 minutes'],
    ['1分', '1分', '1 minute'],
    ['0:00', '0分', '0 minutes'],
    ['約2時間', '約2時間', 'about 2 h'],
    ['30分未満', '30分未満', 'under 30 minutes'],
    ['-1:05', '▲1時間05分', '−1 h 05 min'],
  ])('prints %s', (typed, ja, en) => {
    expect(formatQuantity(read(typed), STYLES.ja, units)).toBe(ja);
    expect(formatQuantity(read(typed), STYLES.en, units)).toBe(en);
  });

  it('leaves out a larger number word that counts nothing', () => {
    const difference: Quantity = { value: '39500000000', quantum: '100000000', unit: 'yen', scale: '兆億' };
    expect(formatQuantity(difference, STYLES.ja, units)).toBe('395億円');
  });

  it.each([
    // 13:34 − 13:58, 15:03 − 13:58, 8:00 − 8:00
    ['-24', '▲24分', '−24 min'],
    ['65', '1時間05分', '1 h 05 min'],
    ['5', '5分', '5 min'],
    ['0', '0分', '0 min'],
  ])('leaves out hours that count nothing: %s', (value, ja, en) => {
    const difference: Quantity = { value, quantum: '0', unit: 'minute', scale: '時間分' };
    expect(formatQuantity(difference, STYLES.ja, units)).toBe(ja);
    expect(formatQuantity(difference, STYLES.en, units)).toBe(en);
  });

  it('rounds to whole hours where no more was printed', () => {
    const difference: Quantity = { value: '-302', quantum: '60', unit: 'minute', scale: '時間' };
    expect(formatQuantity(difference, STYLES.ja, units)).toBe('▲5時間');
    expect(formatQuantity({ ...difference, quantum: '6' }, STYLES.en, units)).toBe('−5.0 h');
  });

  it('carries minutes that round to an hour', () => {
    const rounded: Quantity = { value: '119.6', quantum: '1', unit: 'minute', scale: '時間分' };
    expect(formatQuantity(rounded, STYLES.ja, units)).toBe('2時間00分');
  });

  it('never shows more than the resolution', () => {
    const unrounded: Quantity = { value: '41543', quantum: '1000', unit: 'person', scale: '万' };
    expect(formatQuantity(unrounded, STYLES.ja, units)).toBe('4.2万人');
    expect(formatQuantity(unrounded, STYLES.en, units)).toBe('42,000 people');
  });

  it('refuses a unit that it does not know', () => {
    expect(() => formatQuantity({ ...read('1人'), unit: 'cat' }, STYLES.ja, units)).toThrow('cat');
  });

  it('splits for tables', () => {
    expect(formatParts(read('約▲18兆4,572億円'), STYLES.ja, units)).toEqual({
      before: '約',
      sign: '▲',
      symbol: '',
      number: '18兆4,572',
      scale: '億',
      unit: '円',
      after: '',
    });
    const duration = { sign: '', number: '13時間58', scale: '', unit: '分' };
    expect(formatParts(read('13:58'), STYLES.ja, units)).toMatchObject(duration);
    const english = formatParts(read('▲395億円'), STYLES.en, units);
    expect(english).toMatchObject({ sign: '−', symbol: '¥', number: '39.5', scale: ' billion', unit: '' });
  });
});

describe('formatChange', () => {
  it.each([
    ['+0.2ポイント', '0.2ポイント上昇', 'up 0.2 pp'],
    ['▲0.4ポイント', '0.4ポイント低下', 'down 0.4 pp'],
    ['▲395億円', '395億円減少', 'down ¥39.5 billion'],
    ['約97万人', '約97万人増加', 'up about 970,000 people'],
    ['1件', '1件増加', 'up 1 case'],
    ['0件', '増減なし', 'unchanged'],
    ['▲0:24', '24分減少', 'down 24 minutes'],
    ['1:05', '1時間05分増加', 'up 1 h 05 min'],
    ['-0.0ポイント', '変化なし', 'unchanged'],
    ['約0件', '概ね増減なし', 'roughly unchanged'],
  ])('says %s', (typed, ja, en) => {
    expect(formatChange(read(typed), STYLES.ja, units)).toBe(ja);
    expect(formatChange(read(typed), STYLES.en, units)).toBe(en);
  });

  it('takes the words of what changed', () => {
    expect(formatChange(read('▲5.5%'), STYLES.ja, units, 'count')).toBe('5.5%減少');
  });
});

describe('formatAbsent', () => {
  const absences: Absence[] = ['not_yet', 'not_carried_out', 'not_applicable', 'not_published', 'lost'];

  it.each(absences)('says %s in words that are read back', (absent) => {
    expect(parseAbsence(formatAbsent({ absent }, STYLES.ja))).toEqual({ absent });
    expect(parseAbsence(formatAbsent({ absent }, STYLES.en))).toEqual({ absent });
  });

  it('differs from zero', () => {
    expect(formatFigure({ absent: 'not_carried_out' }, STYLES.ja, units)).toBe('実施なし');
    expect(formatFigure(read('0件'), STYLES.ja, units)).toBe('0件');
  });
});

describe('groupDigits', () => {
  it.each([
    ['999', '999'],
    ['1000', '1,000'],
    ['-1234567.8901', '-1,234,567.8901'],
  ])('groups %s', (digits, grouped) => {
    expect(groupDigits(digits)).toBe(grouped);
  });
});
