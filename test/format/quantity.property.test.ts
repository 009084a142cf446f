import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STYLES } from '../../src/format/styles.ts';
import { formatQuantity } from '../../src/format/quantity.ts';
import { Decimal } from '../../src/quantity/decimal.ts';
import { parseQuantity } from '../../src/quantity/parse.ts';
import { inJapaneseOrder } from '../../src/quantity/qualifier.ts';
import { quantities } from '../quantity/arbitrary.ts';
import { units } from '../quantity/units.ts';
import '../fixed-seed.ts';

describe('formatQuantity and parseQuantity', () => {
  it('give the same figure back in Japanese', () => {
    fc.assert(
      fc.property(quantities, (quantity) => {
        const printed = formatQuantity(quantity, STYLES.ja, units);
        expect(parseQuantity(printed, units, quantity.unit), printed).toEqual({ ok: true, quantity });
      }),
      { numRuns: 2000 },
    );
  });

  it('give the same value, sign, unit and qualifiers back in English', () => {
    fc.assert(
      fc.property(quantities, (quantity) => {
        const printed = formatQuantity(quantity, STYLES.en, units);
        const result = parseQuantity(printed, units, quantity.unit);
        if (!result.ok) throw new Error(`${printed}: ${result.problem.code}`);
        const { value, unit, plus, qualifiers = [] } = result.quantity;
        expect(unit).toBe(quantity.unit);
        expect(plus).toBe(quantity.plus);
        expect(new Decimal(value).equals(quantity.value), printed).toBe(true);
        expect(value.startsWith('-')).toBe(quantity.value.startsWith('-'));
        expect(qualifiers).toEqual(inJapaneseOrder(sayable(quantity.qualifiers ?? [])));
      }),
      { numRuns: 2000 },
    );
  });

  it('prints one text for one figure, whichever way it was typed', () => {
    fc.assert(
      fc.property(quantities, (quantity) => {
        const printed = formatQuantity(quantity, STYLES.ja, units);
        const typed = printed.replace(/[0-9,.%+]/g, wide);
        expect(parseQuantity(typed.replace('▲', '−'), units)).toEqual(parseQuantity(printed, units));
      }),
    );
  });
});

function wide(char: string): string {
  return String.fromCharCode(char.charCodeAt(0) + 0xfee0);
}

/** English says 約…程度 once. */
function sayable<T extends string>(qualifiers: readonly T[]): T[] {
  const near = qualifiers.some((name) => name === 'about' || name === 'roughly');
  return qualifiers.filter((name) => !(near && name === 'approximately'));
}
