import { describe, expect, test } from 'vitest';
import { computedQualifiers, isNear } from '../../src/quantity/computed.ts';
import { Decimal } from '../../src/quantity/decimal.ts';
import { parseQuantity } from '../../src/quantity/parse.ts';
import type { Quantity } from '../../src/quantity/quantity.ts';
import { units } from './units.ts';

function read(text: string): Quantity {
  const result = parseQuantity(text, units);
  if (!result.ok) throw new Error(text);
  return result.quantity;
}

function ofDifference(now: string, base: string): readonly string[] | undefined {
  const [a, b] = [read(now), read(base)];
  return computedQualifiers(new Decimal(a.value).minus(b.value), a, b);
}

describe('the words of a difference', () => {
  test.each([
    ['31件', '40件', []],
    ['31件', '約40件', ['about']],
    ['約31件', '40件', ['about']],
    ['31件程度', 'おおむね40件', ['about']],
    ['31件弱', '40件', ['about']],
    ['延べ31件', '40件', []],
    ['300件超', '280件', ['or_more']],
    ['300件', '280件以下', ['or_more']],
    ['300件程度以上', '280件', ['approximately_or_more']],
    ['300件超', '約280件', ['approximately_or_more']],
    ['270件以下', '280件', ['or_more']],
    ['▲300件超', '▲280件', ['or_more']],
  ])('%s − %s: %j', (now, base, qualifiers) => {
    expect(ofDifference(now, base)).toEqual(qualifiers);
  });

  test.each([
    ['300件超', '320件', 'it may be more or less'],
    ['300件超', '300件', 'it may be nothing'],
    ['300件超', '280件超', 'both ends are open'],
    ['▲300件超', '▲320件', 'a size beyond 300 may be beyond 320'],
    ['72.0%', '70%台', 'a band is no figure'],
    ['70%台', '68.0%', 'a band is no figure'],
  ])('%s − %s has none: %s', (now, base) => {
    expect(ofDifference(now, base)).toBeUndefined();
  });
});

test.each([['約40件', true], ['40件程度', true], ['40件強', true], ['40件', false], ['40件以上', false], ['延べ40件', false]])('%s is near: %s', (text, near) => {
  expect(isNear(read(text))).toBe(near);
});
