import { describe, expect, test } from 'vitest';
import { announce } from '../../src/browser/announce.ts';
import { moveOn, walkOf } from '../../src/browser/walk.ts';
import type { Move, Place } from '../../src/browser/walk.ts';
import { printedYears, twoYears } from './specs.ts';

const [LAST, THIS] = [0, 1];

/** Where the moves lead, one after the other. */
function follow(moves: readonly Move[], hidden: readonly number[] = [], data = printedYears()): string[] {
  const walk = walkOf(data);
  let place: Place | undefined;
  return moves.map((move) => {
    place = moveOn(walk, place, move, new Set(hidden));
    return place ? announce(walk, place, 'ja') : '';
  });
}

describe('a walk', () => {
  test('sets off on this year, from the end that the key points away from', () => {
    expect(follow(['next'])).toEqual(['令和7年度 5月末 61.0%']);
    expect(follow(['previous'])).toEqual(['令和7年度 7月末 71.5%']);
  });

  test('stops where the table says why there is no figure, and not where there is nothing yet', () => {
    expect(follow(['first', 'next', 'next', 'next'])).toEqual([
      '令和7年度 5月末 61.0%', '令和7年度 6月末 原資料で欠落', '令和7年度 7月末 71.5%', '令和7年度 7月末 71.5%',
    ]);
  });

  test('goes between series at the same period, or the nearest that the other has', () => {
    expect(follow(['last', 'seriesBefore', 'last', 'seriesAfter', 'seriesAfter'])).toEqual([
      '令和7年度 7月末 71.5%', '令和6年度 7月末 71.1%', '令和6年度 8月末 72.0%', '令和7年度 7月末 71.5%', '令和7年度 7月末 71.5%',
    ]);
  });

  test('leaves out hidden series', () => {
    expect(follow(['first', 'seriesAfter'], [THIS])).toEqual(['令和6年度 5月末 61.2%', '令和6年度 5月末 61.2%']);
    expect(follow(['first', 'seriesBefore'], [LAST])).toEqual(['令和7年度 5月末 61.0%', '令和7年度 5月末 61.0%']);
  });

  test('takes the words of axis and number pattern where there is no table', () => {
    expect(follow(['first', 'next'], [], twoYears())).toEqual(['令和7年度 5月末 61.0%', '令和7年度 7月末 71.5%']);
  });
});

test('a chart with one series does not name it', () => {
  const { spec } = twoYears();
  const walk = walkOf({ ...printedYears(), spec: { ...spec, series: spec.series.slice(0, 1) } });
  expect(announce(walk, { series: 0, period: 1 }, 'ja')).toBe('6月末 64.8%');
  expect(announce(walk, { series: 0, period: 1 }, 'en')).toBe('6月末: 64.8%');
});
