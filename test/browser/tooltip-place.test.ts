import { expect, test } from 'vitest';
import { placeTooltip } from '../../src/browser/tooltip-place.ts';

const STAGE = { width: 360, height: 300 };
const SMALL = { width: 100, height: 50 };
const TALL = { width: 100, height: 160 };

test('above what it is about, within the stage', () => {
  expect(placeTooltip({ x: 200, y: 150 }, SMALL, STAGE)).toEqual({ x: 150, y: 86 });
  expect(placeTooltip({ x: 10, y: 150 }, SMALL, STAGE)).toEqual({ x: 0, y: 86 });
  expect(placeTooltip({ x: 355, y: 150 }, SMALL, STAGE)).toEqual({ x: 260, y: 86 });
});

test('below where there is no room above', () => {
  expect(placeTooltip({ x: 200, y: 40 }, SMALL, STAGE)).toEqual({ x: 150, y: 54 });
  expect(placeTooltip({ x: 200, y: 40, reachX: 30, reachY: 13 }, SMALL, STAGE)).toEqual({ x: 150, y: 67 });
});

test('beside where there is room neither above nor below', () => {
  expect(placeTooltip({ x: 100, y: 150 }, TALL, STAGE)).toEqual({ x: 114, y: 70 });
  expect(placeTooltip({ x: 300, y: 150 }, TALL, STAGE)).toEqual({ x: 186, y: 70 });
});

test('hanging out where it fits nowhere', () => {
  expect(placeTooltip({ x: 180, y: 150 }, { width: 340, height: 160 }, STAGE)).toEqual({ x: 10, y: 164 });
});
