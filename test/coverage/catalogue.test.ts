import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Check } from '../../src/derive/checks.ts';
import { deriveModel } from '../../src/derive/model.ts';
import { readDataFiles } from '../../src/load/files.ts';
import { loadReport } from '../../src/load/load.ts';
import { isQuantity } from '../../src/quantity/quantity.ts';
import type { Operation } from '../../src/schema/figure.ts';

/** A derived figure that a source document prints, found and judged by hand. */
interface Derived {
  readonly id: string;
  readonly seed: string;
  readonly line: number;
  readonly section: string;
  readonly kind: Operation;
  readonly inputs: readonly string[];
  readonly reported: string;
  readonly verdict: Check['verdict'];
}

/** Kinds that are one computation under several names. */
const FAMILIES: readonly (readonly Operation[])[] = [
  ['difference', 'point_change', 'duration_difference'],
  ['sum', 'cumulative', 'signed_sum'],
  ['ratio', 'share', 'achievement', 'reduction_rate', 'quotient', 'multiple', 'rescale'],
  ['decline_rate', 'retention_rate'],
];
const IN_ANY_ORDER = new Set<Operation>(['sum', 'cumulative', 'signed_sum', 'mean']);

const path = new URL('../cases/recheck/derived-figures.jsonl', import.meta.url);
const catalogue = readFileSync(path, 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line) as Derived);
const { report } = loadReport(readDataFiles(process.cwd()));
const checks = report ? Map.groupBy(deriveModel(report).checks, keyOfCheck) : new Map<string, Check[]>();

/** What the data recheck in another way, by document. Everything else must be among the product's own rechecks. */
const OTHERWISE: Readonly<Record<string, readonly string[]>> = {
  '000': [],
  '001': [
    'D0921', 'D0926', // sums of causes as drawn: the data have one part more
    'D1289', // ten years are 120 months: words, not figures
  ],
  '003': [
    'D0017', // a sum of two changes: the data take it from the rates
    'D0035', 'D0036', 'D0038', // shares of months: the data divide the months themselves
    'D0065', // a change of two rates: the data take it from the printed rates
    'D0118', // parts of users that are counted twice, beside an exact total
    'D0340', 'D0342', 'D0348', 'D0350', 'D0352', // totals by the number of months: the data take the mean of the months
    'D0371', 'D0373', 'D0374', 'D0375', 'D0376', 'D0377', 'D0378', // unweighted means of months, which the printed ones are not
  ],
  '004': [
    'D0384', // of rates with one decimal: the data know two
    'D0411', // with the amount assessed less deferments: the data subtract these themselves
    'D0446', // a second printing of the sum, which the data compare with the first
    'D0459', // the exact numbers: the change that two documents print differently is told of the rounded ones
    'D0600', // of the parts of a part
    'D0605', 'D0607', // as D0340
  ],
};

describe.each([
  { seed: '000', about: 'plan FY2021', cases: 3 },
  { seed: '001', about: 'performance FY2021', cases: 383 },
  { seed: '003', about: 'progress FY2025', cases: 242 },
  { seed: '004', about: 'progress FY2020', cases: 156 },
])('derived figures that the document prints: $about', ({ seed, cases }) => {
  const printed = catalogue.filter((each) => each.seed === seed);
  const found = printed.filter((each) => checks.has(keyOf(each)));

  test(`all ${cases} are rechecked in the data, but for those rechecked otherwise`, () => {
    const missing = printed.filter((each) => !found.includes(each));
    tellMissing(missing);
    expect(printed).toHaveLength(cases);
    expect(missing.map(({ id }) => id).sort()).toEqual([...(OTHERWISE[seed] ?? [])].sort());
  });

  test('none of them has another verdict than the one found by hand', () => {
    const other = found.flatMap((each) =>
      (checks.get(keyOf(each)) ?? [])
        .filter(({ verdict }) => verdict !== each.verdict)
        .map(({ id, verdict }) => `${each.id} ${each.verdict}: ${id} ${verdict}`),
    );
    expect(other).toEqual([]);
  });
});

/** NOT_FOUND=1 vitest run --project core test/coverage */
function tellMissing(missing: readonly Derived[]): void {
  if (!process.env.NOT_FOUND) return;
  for (const { id, seed, line, section, kind, inputs, reported } of missing) {
    console.log(`${id} ${seed}:${line} ${section}: ${kind} ${inputs.join(' ')} → ${reported}`);
  }
}

function keyOfCheck({ operation, inputs, printed }: Check): string {
  const values = inputs.map(({ figure }) => (isQuantity(figure) ? figure.value : ''));
  return key(operation, values, printed.value);
}

function keyOf({ kind, inputs, reported }: Derived): string {
  return key(kind, inputs, reported);
}

/** The catalogue writes 4.1万 as 4.1, the data as 41000, and signs as each document does: the digits are the same. */
function key(kind: Operation, inputs: readonly string[], reported: string): string {
  const family = FAMILIES.find((kinds) => kinds.includes(kind)) ?? [kind];
  // What a figure was divided by to be printed in a larger unit is the unit itself: the data has no second input.
  const digits = (kind === 'rescale' ? inputs.slice(0, 1) : inputs).map(digitsOf);
  return [family[0], ...(IN_ANY_ORDER.has(kind) ? digits.sort() : digits), digitsOf(reported)].join(' ');
}

/** 4.10 → 41, 41000 → 41, -0.5 → 5 */
function digitsOf(value: string): string {
  return value.replace(/\D/g, '').replace(/^0+|0+$/g, '') || '0';
}
