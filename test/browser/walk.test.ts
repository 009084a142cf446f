import { describe, expect, test } from 'vitest';
import { announce } from '../../src/browser/announce.ts';
import { moveOn, walkOf } from '../../src/browser/walk.ts';
import type { Move, Place } from '../../src/browser/walk.ts';
import { isLive } from '../../src/charts/spec.ts';
import { everyKind } from '../charts/kinds.ts';
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
  const { spec, widths } = twoYears();
  if (spec.kind !== 'line') throw new Error(spec.kind);
  const walk = walkOf({ spec: { ...spec, series: spec.series.slice(0, 1) }, widths });
  expect(announce(walk, { series: 0, period: 1 }, 'ja')).toBe('6月末 64.8%');
  expect(announce(walk, { series: 0, period: 1 }, 'en')).toBe('6月末: 64.8%');
});

describe('other kinds are walked as they are drawn', () => {
  const live = everyKind('ja').filter(isLive);
  const walkThrough = (kind: string, ...moves: Move[]) => {
    const spec = live.find((each) => each.kind === kind)!;
    return follow(moves, [], { spec, widths: { regular: {}, bold: {} } });
  };

  test.each([
    ['bars', ['first', 'seriesAfter'], ['総呼数（万件） 4月 68.1', '応答率 4月 64.0%']],
    ['cohort', ['first', 'seriesAfter', 'next'], ['現年度 平成24 59.0', '1年目 平成24 63.2', '1年目 平成25 65.1']],
    ['multiples', ['last', 'seriesAfter'], ['国民年金の現年度納付率 令和6 78.6%', '厚生年金の収納率 令和6 99.3%']],
    ['shares', ['first', 'seriesAfter', 'next'],
      ['令和4年度 口座振替 40.1%', '令和4年度 クレジットカード 6.1%', '令和5年度 クレジットカード 6.5%']],
    ['planned', ['first', 'seriesAfter', 'last'],
      ['特別催告状 計画 8,967,293件', '特別催告状 実績 9,338,215件 / 達成率 104.1%', '戸別訪問 実績 未集計']],
    ['waterfall', ['first', 'next', 'last'], ['予算 3,120億円', '人件費 ▲41億円', '決算 2,969億円']],
    ['ranges', ['first', 'seriesAfter', 'next'],
      ['最終納付率 基準 76.1%', '最終納付率 目標 84.5%', '現年度納付率 目標 79.6%']],
  ] as const)('%s', (kind, moves, said) => {
    expect(walkThrough(kind, ...moves)).toEqual(said);
  });

  test('and every figure of their tables has its place', () => {
    for (const spec of live) {
      const { series, periods } = walkOf({ spec, widths: { regular: {}, bold: {} } });
      expect(periods.length).toBeGreaterThan(1);
      for (const { places, texts } of series) {
        expect(texts.length).toBe(periods.length);
        expect(places.filter((at, period) => at && texts[period] === '')).toEqual([]);
      }
    }
  });
});
