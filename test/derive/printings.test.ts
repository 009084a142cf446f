import { expect, test } from 'vitest';
import { comparePrintings } from '../../src/derive/printings.ts';
import { parseQuantity } from '../../src/quantity/parse.ts';
import type { Quantity } from '../../src/quantity/quantity.ts';
import { units } from '../quantity/units.ts';

test.each([
  ['14,533,402人', '1,453万人', 'equal'],
  ['約5,432人', '約5,400人', 'equal'],
  ['5,432人', '約5,400人', 'equal'],
  ['5,432人', '5,400人', 'differs'],
  ['5,500人', '約5,400人', 'differs'],
  // The zeros before 万 were printed, and stand for themselves.
  ['2,004,000人', '約200万人', 'equal'],
  ['2,400,000人', '約200万人', 'differs'],
  ['約240万人', '約200万人', 'differs'],
])('%s and %s: %s', (first, second, verdict) => {
  expect(comparePrintings(read(first), read(second)).verdict).toBe(verdict);
});

function read(text: string): Quantity {
  const result = parseQuantity(text, units);
  if (!result.ok) throw new Error(text);
  return result.quantity;
}
