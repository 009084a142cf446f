import { describe, expect, test } from 'vitest';
import { describeTrend } from '../../src/charts/reading.ts';

const RATES = '59.0 60.9 63.1 63.4 65.0 66.3 68.1 69.3 71.5 73.9 76.1 77.6 78.6'.split(' ');

describe('describeTrend', () => {
  test('a rate that rises every year is best at its end', () => {
    expect(describeTrend(RATES, 'higher')).toEqual({
      first: 0, last: 12, risingStreak: 12, fallingStreak: 0,
      best: 12, worst: 0, bestShared: false, worstShared: false, lastChange: 1,
    });
  });

  test('where less is better the best is the lowest', () => {
    expect(describeTrend(['23.4', '21.0', '22.5'], 'lower')).toMatchObject({
      best: 1, worst: 0, lastChange: 1,
    });
  });

  test('a gap ends a streak, and the change across it is not claimed', () => {
    expect(describeTrend(['1', '2', null, '3', '4'], 'higher')).toMatchObject({
      risingStreak: 1, lastChange: 1,
    });
    expect(describeTrend(['1', null, '3'], 'higher')).toMatchObject({ risingStreak: 0, lastChange: null });
  });

  test('periods without figures at either end are passed over', () => {
    expect(describeTrend([null, '5', '4', '3', null], 'higher')).toMatchObject({
      first: 1, last: 3, fallingStreak: 2,
    });
  });

  test('zero is a value', () => {
    expect(describeTrend(['0', '0'], 'higher')).toMatchObject({
      first: 0, last: 1, lastChange: 0, bestShared: true,
    });
  });

  test('of equal best periods it names the latest, and says that there are others', () => {
    expect(describeTrend(['5', '3', '5.0', '4'], 'higher')).toMatchObject({
      best: 2, bestShared: true, worst: 1,
    });
    expect(describeTrend(['5', '5', '6'], 'higher')).toMatchObject({
      best: 2, bestShared: false, worstShared: true,
    });
  });

  test('decimals are compared exactly', () => {
    const [less, more] = ['0.10000000000000000001', '0.10000000000000000002'];
    expect(describeTrend([less, more], 'higher')).toMatchObject({ lastChange: 1, best: 1 });
  });

  test('without figures there is nothing to say', () => {
    expect(describeTrend([null, null], 'lower')).toMatchObject({
      first: null, last: null, best: null, lastChange: null,
    });
  });
});
