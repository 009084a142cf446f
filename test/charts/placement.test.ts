import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chooseFreest, placesBeside, pushApart, sampleLine } from '../../src/charts/placement.ts';
import '../fixed-seed.ts';

const wishes = fc.array(
  fc.record({ at: fc.integer({ min: 0, max: 300 }), size: fc.integer({ min: 12, max: 40 }) }),
  { maxLength: 7 },
);

test('labels never overlap, stay within bounds and keep their order', () => {
  fc.assert(fc.property(wishes, (labels) => {
    const centres = pushApart(labels, 0, 300);
    const placed = labels.map(({ at, size }, index) => ({ at, size, centre: centres[index] ?? NaN }));
    const fromTop = placed.toSorted((a, b) => a.centre - b.centre);
    fromTop.forEach((label, index) => {
      const next = fromTop[index + 1];
      expect(label.centre - label.size / 2).toBeGreaterThanOrEqual(-1e-9);
      expect(label.centre + label.size / 2).toBeLessThanOrEqual(300 + 1e-9);
      if (!next) return;
      expect(label.centre + label.size / 2).toBeLessThanOrEqual(next.centre - next.size / 2 + 1e-9);
      expect(label.at).toBeLessThanOrEqual(next.at);
    });
  }));
});

test('labels that have room do not move', () => {
  expect(pushApart([{ at: 100, size: 20 }, { at: 50, size: 20 }], 0, 300)).toEqual([100, 50]);
});

test('two labels for one place part evenly', () => {
  expect(pushApart([{ at: 100, size: 20 }, { at: 100, size: 20 }], 0, 300)).toEqual([90, 110]);
});

const POINT = { x: 100, y: 100 };
const PLACES = placesBeside(POINT, 40, 16, 8);
const OPEN = { bounds: { x: 0, y: 0, width: 200, height: 200 }, taken: [], lines: [] };

test('a label stands above its point unless a line or a text is there', () => {
  const lines = sampleLine([{ x: 60, y: 80 }, { x: 140, y: 84 }], 4);
  const taken = [{ x: 90, y: 80, width: 5, height: 5 }];
  expect(chooseFreest(POINT, PLACES, OPEN)).toMatchObject({ x: 80, y: 76 });
  expect(chooseFreest(POINT, PLACES, { ...OPEN, lines })).toMatchObject({ x: 80, y: 108 });
  expect(chooseFreest(POINT, PLACES, { ...OPEN, taken })).toMatchObject({ x: 80, y: 108 });
});

test('a label would rather cover a line than another text or leave the chart', () => {
  const lines = sampleLine([{ x: 0, y: 120 }, { x: 200, y: 120 }], 4);
  const bounds = { x: 70, y: 105, width: 60, height: 40 };
  const taken = [{ x: 70, y: 127, width: 60, height: 20 }];
  expect(chooseFreest(POINT, PLACES, { bounds, taken, lines })).toMatchObject({ x: 80, y: 108 });
});

test('a label without a free place has none', () => {
  expect(chooseFreest(POINT, PLACES, { ...OPEN, taken: [OPEN.bounds] })).toBeUndefined();
});

test('a sampled line is interrupted where a value is missing', () => {
  const xs = sampleLine([{ x: 0, y: 0 }, { x: 10, y: 0 }, null, { x: 30, y: 0 }], 5).map(({ x }) => x);
  expect(xs).toEqual([0, 5, 10, 30]);
});
