import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chooseFreest, placesBeside, pushApart, sampleLine } from '../../src/charts/placement.ts';

const wishes = fc.array(
  fc.record({ y: fc.integer({ min: 0, max: 300 }), height: fc.integer({ min: 12, max: 40 }) }),
  { maxLength: 7 },
);

test('labels never overlap, stay within bounds and keep their order', () => {
  fc.assert(fc.property(wishes, (labels) => {
    const centres = pushApart(labels, 0, 300);
    const placed = labels.map(({ y, height }, index) => ({ y, height, centre: centres[index] ?? NaN }));
    const fromTop = placed.toSorted((a, b) => a.centre - b.centre);
    fromTop.forEach((label, index) => {
      const next = fromTop[index + 1];
      expect(label.centre - label.height / 2).toBeGreaterThanOrEqual(-1e-9);
      expect(label.centre + label.height / 2).toBeLessThanOrEqual(300 + 1e-9);
      if (!next) return;
      expect(label.centre + label.height / 2).toBeLessThanOrEqual(next.centre - next.height / 2 + 1e-9);
      expect(label.y).toBeLessThanOrEqual(next.y);
    });
  }));
});

test('labels that have room do not move', () => {
  expect(pushApart([{ y: 100, height: 20 }, { y: 50, height: 20 }], 0, 300)).toEqual([100, 50]);
});

test('two labels for one place part evenly', () => {
  expect(pushApart([{ y: 100, height: 20 }, { y: 100, height: 20 }], 0, 300)).toEqual([90, 110]);
});

const BOUNDS = { x: 0, y: 0, width: 200, height: 200 };

test('a label stands above its point unless a line is there', () => {
  const places = placesBeside({ x: 100, y: 100 }, 40, 16, 8);
  expect(chooseFreest(places, [], BOUNDS)).toMatchObject({ x: 80, y: 76 });
  const line = sampleLine([{ x: 60, y: 80 }, { x: 140, y: 84 }], 4);
  expect(chooseFreest(places, line, BOUNDS)).toMatchObject({ x: 80, y: 108 });
});

test('a label would rather cover a line than leave the chart', () => {
  const places = placesBeside({ x: 100, y: 10 }, 40, 16, 8);
  const line = sampleLine([{ x: 0, y: 26 }, { x: 200, y: 26 }], 4);
  expect(chooseFreest(places, line, { ...BOUNDS, height: 40 }).y).toBeGreaterThanOrEqual(0);
});

test('a sampled line is interrupted where a value is missing', () => {
  const xs = sampleLine([{ x: 0, y: 0 }, { x: 10, y: 0 }, null, { x: 30, y: 0 }], 5).map(({ x }) => x);
  expect(xs).toEqual([0, 5, 10, 30]);
});
