import type { Fraction } from './fraction.ts';
import { add, fraction, multiply, times } from './fraction.ts';
import type { Quotient } from './quotient.ts';
import { computeQuotient, quotientRange } from './quotient.ts';
import type { Interval, Range, Span } from './range.ts';
import { addRanges, multiplyIntervals } from './range.ts';

/** What a kind needs besides its inputs. */
export interface OperationOptions {
  /** signed_sum: 1 or -1 for each input. */
  readonly signs?: readonly number[];
  /** rate_of_sums: indexes of the inputs above and below. */
  readonly groups?: readonly [above: readonly number[], below: readonly number[]];
}

/** How a derived figure follows from its inputs. */
export interface Operation {
  /** How many inputs it takes; undefined: one or more. */
  readonly arity?: number;
  readonly needs?: keyof OperationOptions;
  /** Undefined when a divisor is zero. */
  readonly compute: (inputs: readonly Fraction[], options: OperationOptions) => Fraction | undefined;
  /** All values over the inputs' intervals, exactly. */
  readonly range: (inputs: readonly Interval[], options: OperationOptions) => Range;
}

const DIFFERENCE = linear(() => [1, -1], { arity: 2 });
const SUM = linear(ones);
const RATIO: Operation = quotient(() => ({ over: [1], under: [0, 1] }), { arity: 2 });
const PERCENTAGE = percent(RATIO);
const FALL = percent(quotient(() => ({ over: [1, -1], under: [1] }), { arity: 2 }));

const OPERATIONS = {
  difference: DIFFERENCE,
  point_change: DIFFERENCE,
  duration_difference: DIFFERENCE,
  percent_change: percent(quotient(() => ({ over: [1, -1], under: [0, 1] }), { arity: 2 })),
  ratio: PERCENTAGE,
  share: PERCENTAGE,
  achievement: PERCENTAGE,
  reduction_rate: PERCENTAGE,
  decline_rate: FALL,
  retention_rate: FALL,
  share_of_parts: percent(quotient((count) => ({ over: [1], under: ones(count) }))),
  share_change: percent(
    sumOf(
      [
        { over: [1], under: [0, 1] },
        { over: [0, 0, -1], under: [0, 0, 0, 1] },
      ],
      { arity: 4 },
    ),
  ),
  sum: SUM,
  cumulative: SUM,
  mean: quotient((count) => ({ over: ones(count), under: count })),
  quotient: RATIO,
  multiple: RATIO,
  rescale: RATIO,
  signed_sum: linear((_, { signs = [] }) => signs, { needs: 'signs' }),
  product: {
    compute: (inputs) => inputs.reduce(multiply),
    range: (inputs) => [inputs.reduce(multiplyIntervals)],
  },
  streak: { compute: (inputs) => fraction(BigInt(streak(inputs))), range: streakRange },
  net_rate: percent(quotient(() => ({ over: [1], under: [0, 1, -1] }), { arity: 3 })),
  rate_of_sums: percent(
    quotient(
      (count, { groups = [[], []] }) => ({ over: counts(groups[0], count), under: counts(groups[1], count) }),
      { needs: 'groups' },
    ),
  ),
} satisfies Record<string, Operation>;

export type OperationKind = keyof typeof OPERATIONS;

export const OPERATION_KINDS = Object.keys(OPERATIONS) as readonly OperationKind[];

export function isOperationKind(kind: string): kind is OperationKind {
  return Object.hasOwn(OPERATIONS, kind);
}

export function operationOf(kind: OperationKind): Operation {
  return OPERATIONS[kind];
}

type Demands = Pick<Operation, 'arity' | 'needs'>;
type For<T> = (count: number, options: OperationOptions) => T;

/** A weighted sum. */
function linear(weights: For<readonly number[]>, demands: Demands = {}): Operation {
  return quotient((count, options) => ({ over: weights(count, options), under: 1 }), demands);
}

function quotient(of: For<Quotient>, demands: Demands = {}): Operation {
  return {
    ...demands,
    compute: (inputs, options) => computeQuotient(of(inputs.length, options), inputs),
    range: (inputs, options) => quotientRange(of(inputs.length, options), inputs),
  };
}

/** Quotients that share no input, added. */
function sumOf(quotients: readonly [Quotient, Quotient], demands: Demands): Operation {
  const [first, second] = quotients;
  return {
    ...demands,
    compute: (inputs) => {
      const [a, b] = [computeQuotient(first, inputs), computeQuotient(second, inputs)];
      return a && b && add(a, b);
    },
    range: (inputs) => addRanges(quotientRange(first, inputs), quotientRange(second, inputs)),
  };
}

function percent(operation: Operation): Operation {
  const hundredfold = (value?: Fraction) => value && times(value, 100n);
  return {
    ...operation,
    compute: (inputs, options) => hundredfold(operation.compute(inputs, options)),
    range: (inputs, options) => operation.range(inputs, options).map(hundredfoldSpan),
  };
}

function hundredfoldSpan({ low, high }: Span): Span {
  return { ...(low && { low: times(low, 100n) }), ...(high && { high: times(high, 100n) }) };
}

/** How many values at the end are positive. */
function streak(values: readonly Fraction[]): number {
  const broken = values.findLastIndex((value) => value.over <= 0n);
  return values.length - 1 - broken;
}

/** Each length that can be: so many values can be positive, and the one before them can be not. */
function streakRange(inputs: readonly Interval[]): Range {
  const longest = streak(inputs.map(({ high }) => high));
  const lengths = Array.from({ length: longest + 1 }, (_, length) => length);
  const ends = (length: number) => (inputs[inputs.length - 1 - length]?.low.over ?? 0n) <= 0n;
  const exactly = (length: number) => ({ low: fraction(BigInt(length)), high: fraction(BigInt(length)) });
  return lengths.filter(ends).map(exactly);
}

function ones(count: number): number[] {
  return Array.from({ length: count }, () => 1);
}

/** How often each index stands in the group. */
function counts(group: readonly number[], count: number): number[] {
  return Array.from({ length: count }, (_, index) => group.filter((member) => member === index).length);
}
