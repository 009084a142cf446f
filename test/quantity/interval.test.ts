import { describe, expect, it } from 'vitest';
import { agree, extentOf } from '../../src/quantity/interval.ts';
import { parseQuantity } from '../../src/quantity/parse.ts';
import type { Quantity } from '../../src/quantity/quantity.ts';
import { units } from './units.ts';

function read(text: string): Quantity {
  const result = parseQuantity(text, units);
  if (!result.ok) throw new Error(`${text}: ${result.problem.code}`);
  return result.quantity;
}

describe('extentOf', () => {
  it.each([
    ['4.1万事業所', '40500', '41500'],
    ['1,992事業所', '1992', '1992'],
    ['72.0%', '71.95', '72.05'],
    ['▲0.4ポイント', '-0.45', '-0.35'],
    ['18兆4,572億円', '18457150000000', '18457250000000'],
    ['約97万人', '965000', '975000'],
    ['300万円超', '3000000', undefined],
    ['90%以上', '90', undefined],
    ['30日未満', undefined, '30'],
    ['10万人弱', '90000', '100000'],
    ['10万人強', '100000', '110000'],
    ['70%台', '70', '80'],
    ['70%台前半', '70', '75'],
    ['80%台半ば', '83', '87'],
    ['10万人台後半', '150000', '200000'],
    ['13時間58分', '838', '838'],
    ['19時間', '1110', '1170'],
    ['1.5時間', '87', '93'],
    ['30分未満', undefined, '30'],
    ['2時間台', '120', '180'],
    ['20分台', '20', '30'],
  ])('%s lies from %s to %s', (text, low, high) => {
    const extent = extentOf(read(text));
    expect([extent.low?.toFixed(), extent.high?.toFixed()]).toEqual([low, high]);
  });
});

describe('agree', () => {
  it.each([
    ['1,453万人', '14,533,402人', true],
    ['1,454万人', '14,533,402人', false],
    ['1,453万人', '14,525,000人', true], // rounds up to it
    ['1,453万人', '14,535,000人', false], // rounds up past it
    ['64.32%', '64.3%', true],
    ['64.3%', '64.4%', false],
    ['▲0.35%', '▲0.4%', true],
    ['300万円超', '3,012,345円', true],
    ['8.9万件', '89,008件', true],
    ['72.0%', '72.0ポイント', false],
    ['14時間', '13:58', true],
    ['14時間', '13:29', false],
    ['14時間', '14:30', false], // rounds up to 15
    ['83分', '1時間23分', true],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(agree(read(a), read(b))).toBe(expected);
    expect(agree(read(b), read(a))).toBe(expected);
  });
});
