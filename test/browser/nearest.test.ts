import { expect, test } from 'vitest';
import { findNearest } from '../../src/browser/nearest.ts';
import { walkOf } from '../../src/browser/walk.ts';
import type { Place } from '../../src/browser/walk.ts';
import { twoYears } from './specs.ts';

const walk = walkOf(twoYears());
/** 100 px a period; this year lies 20 px above the last. */
const spotOf = ({ series, period }: Place) => ({ x: period * 100, y: series === 1 ? 30 : 50 });
const nearest = (x: number, y: number, hidden: number[] = []) => findNearest(walk, new Set(hidden), spotOf, { x, y });

test('the nearest period with a point, then the nearest series in it', () => {
  expect(nearest(10, 0)).toEqual({ series: 1, period: 0 });
  expect(nearest(10, 45)).toEqual({ series: 0, period: 0 });
  expect(nearest(101, 0)).toEqual({ series: 0, period: 1 });
  expect(nearest(900, 0)).toEqual({ series: 0, period: 3 });
});

test('never a hidden series', () => {
  expect(nearest(10, 0, [1])).toEqual({ series: 0, period: 0 });
  expect(nearest(290, 50, [0])).toEqual({ series: 1, period: 2 });
  expect(nearest(0, 0, [0, 1])).toBeUndefined();
});

test('a bar is meant wherever the pointer is within it', () => {
  const bars = ({ series, period }: Place) =>
    (series === 1 ? { x: 10, y: period * 50, reachX: 10, reachY: 8 } : { x: 120, y: period * 50, reachX: 100, reachY: 8 });
  const inRows = { ...walk, along: 'y' as const };
  expect(findNearest(inRows, new Set(), bars, { x: 24, y: 3 })).toEqual({ series: 0, period: 0 });
  expect(findNearest(inRows, new Set(), bars, { x: 18, y: 104 })).toEqual({ series: 1, period: 2 });
});
