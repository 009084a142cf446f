import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitScale } from '../../src/charts/scale.ts';
import '../fixed-seed.ts';

test.each([
  ['rates', ['59.0', '78.6'], 'data', 1, ['55', '60', '65', '70', '75', '80'], true],
  ['counts', ['41', '30789'], 'zero', 0,
    ['0', '5000', '10000', '15000', '20000', '25000', '30000', '35000'], false],
  ['near zero anyway', ['41', '30789'], 'data', 0,
    ['0', '5000', '10000', '15000', '20000', '25000', '30000', '35000'], false],
  ['only zero', ['0'], 'zero', 0, ['0', '1'], false],
  ['one value, which has no change to enlarge', ['72.5'], 'data', 1, ['0', '20', '40', '60', '80'], false],
  ['equal values below zero', ['-3', '-3.0'], 'data', 1, ['-3', '-2.5', '-2', '-1.5', '-1', '-0.5', '0'], false],
  ['both signs', ['-3', '4'], 'data', 0, ['-3', '-2', '-1', '0', '1', '2', '3', '4'], false],
  ['all negative', ['-90', '-84'], 'data', 0, ['-90', '-89', '-88', '-87', '-86', '-85', '-84'], true],
  ['not past a hundred per cent', ['97.2', '100'], 'data', 1,
    ['97', '97.5', '98', '98.5', '99', '99.5', '100'], true],
] as const)('fits %s', (_, values, start, decimals, ticks, cut) => {
  expect(fitScale(values, start, decimals)).toEqual({ ticks, cut });
});

const decimals = fc.integer({ min: -10_000_000, max: 10_000_000 }).map((tenths) => (tenths / 10).toFixed(1));

test('holds every value in at most seven equal steps, and says when zero is outside', () => {
  const rows = fc.array(decimals, { minLength: 1 });
  fc.assert(fc.property(rows, fc.constantFrom('zero' as const, 'data' as const), (values, start) => {
    const { ticks, cut } = fitScale(values, start, 1);
    const levels = ticks.map(Number);
    const [low, high] = [levels[0] ?? NaN, levels.at(-1) ?? NaN];
    expect(values.every((value) => Number(value) >= low && Number(value) <= high)).toBe(true);
    expect(ticks.length).toBeLessThanOrEqual(8);
    expect(new Set(ticks).size).toBe(ticks.length);
    expect(cut).toBe(low > 0 || high < 0);
    if (start === 'zero') expect(cut).toBe(false);
  }));
});

test('takes fewer steps where there is less room, and no float shows in a tick', () => {
  fc.assert(fc.property(fc.array(decimals, { minLength: 1 }), fc.integer({ min: 2, max: 7 }), (values, most) => {
    const { ticks } = fitScale(values, 'data', 1, most);
    expect(ticks.length).toBeLessThanOrEqual(most + 1);
    expect(ticks.every((tick) => /^-?\d+(\.\d)?$/.test(tick))).toBe(true);
  }));
});
