import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RecheckCase } from '../../src/recheck/case.ts';
import { compare, fraction } from '../../src/recheck/fraction.ts';
import type { Fraction } from '../../src/recheck/fraction.ts';
import { OPERATION_KINDS, operationOf } from '../../src/recheck/operation.ts';
import { roundHalfUp } from '../../src/recheck/print.ts';
import { quotientRange } from '../../src/recheck/quotient.ts';
import { intervalAround } from '../../src/recheck/range.ts';
import type { Range, Span } from '../../src/recheck/range.ts';
import { recheck } from '../../src/recheck/recheck.ts';
import '../fixed-seed.ts';

const digit = fc.integer({ min: -4, max: 4 });

/** Cases of every kind over small whole numbers, each exact or ± 0.5. */
const cases = fc.constantFrom(...OPERATION_KINDS).chain((kind) => {
  const arity = operationOf(kind).arity;
  return fc.integer({ min: arity ?? 1, max: arity ?? 3 }).chain((count) =>
    fc.record({
      kind: fc.constant(kind),
      inputs: fc.array(digit.map(String), { minLength: count, maxLength: count }),
      quanta: fc.array(fc.constantFrom('0', '1', '1'), { minLength: count, maxLength: count }),
      signs: fc.array(fc.constantFrom(1, -1), { minLength: count, maxLength: count }),
      groups: fc.tuple(group(count), group(count)),
      reported: fc.oneof(fc.integer({ min: -8, max: 8 }), fc.integer({ min: -300, max: 300 })).map(String),
      decimals: fc.constant(0),
    }),
  );
});

function group(count: number): fc.Arbitrary<number[]> {
  return fc.array(fc.nat({ max: count - 1 }), { minLength: 1, maxLength: 3 });
}

/** Every choice of inputs in quarter steps, the ends included. */
function grid(inputs: readonly string[], quanta: readonly string[]): Fraction[][] {
  const choices = inputs.map((input, index) => {
    const steps = quanta[index] === '0' ? [0n] : [-2n, -1n, 0n, 1n, 2n];
    return steps.map((step) => fraction(BigInt(input) * 4n + step, 4n));
  });
  const extend = (rows: Fraction[][], next: Fraction[]) =>
    rows.flatMap((row) => next.map((one) => [...row, one]));
  return choices.reduce(extend, [[]]);
}

function sample({ kind, inputs, quanta, signs, groups }: RecheckCase): Fraction[] {
  const options = { ...(signs && { signs }), ...(groups && { groups }) };
  const values = grid(inputs, quanta).map((row) => operationOf(kind).compute(row, options));
  return values.filter((value) => value !== undefined);
}

function holds(range: Range, value: Fraction): boolean {
  const within = ({ low, high }: Span) =>
    (!low || compare(low, value) <= 0) && (!high || compare(value, high) <= 0);
  return range.some(within);
}

describe('ranges', () => {
  it('hold every value of a grid, so that `differs` is never said of what can be', () => {
    fc.assert(
      fc.property(cases, (figure) => {
        const { verdict } = recheck(figure);
        const rounded = sample(figure).map((value) => Number(roundHalfUp(value, 0)));
        if (rounded.some((value) => value === Number(figure.reported))) expect(verdict).not.toBe('differs');
        if (verdict === 'differs') expect(rounded).not.toContain(Number(figure.reported));
      }),
      { numRuns: 3000 },
    );
  });

  it('end at values of the grid, where they end', () => {
    fc.assert(
      fc.property(cases, (figure) => {
        const values = sample(figure);
        for (const end of finiteEnds(figure)) {
          expect(values.some((value) => compare(value, end) === 0)).toBe(true);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('of a quotient hold exactly the values that an equation has a solution for', () => {
    const weight = fc.integer({ min: -1, max: 1 });
    const three = fc.tuple(weight, weight, weight);
    const values = fc.tuple(digit, digit, digit);
    const wide = fc.tuple(fc.nat({ max: 2 }), fc.nat({ max: 2 }), fc.nat({ max: 2 }));
    const target = fc.tuple(fc.integer({ min: -40, max: 40 }), fc.integer({ min: 1, max: 9 }));
    fc.assert(
      fc.property(three, three, values, wide, target, (over, under, centres, widths, [a, b]) => {
        // In halves: each input runs over centre ± width/2.
        const extent = (weights: readonly number[]): [number, number] => {
          const middle = centres.reduce((sum, centre, i) => sum + 2 * centre * weights[i]!, 0);
          const reach = widths.reduce((sum, width, i) => sum + width * Math.abs(weights[i]!), 0);
          return [middle - reach, middle + reach];
        };
        const straddles = ([low, high]: [number, number]) => low <= 0 && high >= 0;
        fc.pre(!(straddles(extent(over)) && straddles(extent(under))));
        // N/D = a/b has a solution when b·N − a·D can be zero; N and D are not zero together here.
        const solvable = straddles(extent(over.map((weight, i) => b * weight - a * under[i]!)));
        const intervals = centres.map((centre, i) => ({
          low: fraction(BigInt(2 * centre - widths[i]!), 2n),
          high: fraction(BigInt(2 * centre + widths[i]!), 2n),
        }));
        const range = quotientRange({ over, under }, intervals);
        expect(holds(range, fraction(BigInt(a), BigInt(b)))).toBe(solvable);
      }),
      { numRuns: 5000 },
    );
  });
});

function finiteEnds(figure: RecheckCase): Fraction[] {
  const intervals = figure.inputs.map((input, index) => intervalAround(input, figure.quanta[index]!));
  const range = operationOf(figure.kind).range(intervals, figure);
  return range.flatMap(({ low, high }) => [low, high]).filter((end) => end !== undefined);
}
