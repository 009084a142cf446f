import fc from 'fast-check';
import type { Qualifier, Quantity, Scale } from '../../src/quantity/quantity.ts';
import { units } from './units.ts';

const SCALE_ZEROS: readonly (readonly [Scale, zeros: number, least: bigint])[] = [
  // The least size keeps a mixed form mixed: 0兆4,572億 is printed 4,572億.
  ['', 0, 0n],
  ['千', 3, 0n],
  ['万', 4, 0n],
  ['十万', 5, 0n],
  ['百万', 6, 0n],
  ['千万', 7, 0n],
  ['億', 8, 0n],
  ['億万', 4, 10n ** 8n],
  ['十億', 9, 0n],
  ['兆', 12, 0n],
  ['兆億', 8, 10n ** 12n],
  ['兆億万', 4, 10n ** 12n],
];

const BEFORE: readonly Qualifier[] = ['in_principle', 'cumulative', 'about', 'roughly'];
const AFTER: readonly Qualifier[] = [
  'band',
  'band_low',
  'band_mid',
  'band_high',
  'just_under',
  'just_over',
  'approximately',
  'approximately_or_more',
  'over',
  'or_more',
  'or_less',
  'under',
];

const qualifiers = fc
  .tuple(fc.subarray([...BEFORE]), fc.option(fc.constantFrom(...AFTER), { nil: undefined }))
  .map(([before, after]) => [...before, ...(after ? [after] : [])]);

const signs = fc.constantFrom('', '-', '+');
const someQualifiers = fc.oneof(fc.constant([]), qualifiers);

const inTens: fc.Arbitrary<Quantity> = fc
  .record({
    unit: fc.constantFrom(...units.values()),
    scale: fc.constantFrom(...SCALE_ZEROS),
    steps: fc.oneof(fc.bigInt({ min: 0n, max: 9999n }), fc.bigInt({ min: 0n, max: 10n ** 18n })),
    decimals: fc.nat({ max: 4 }),
    sign: signs,
    qualifiers: someQualifiers,
  })
  .map(({ unit, scale, steps, decimals, sign, qualifiers }) => {
    const relative = unit.kind === 'rate' || unit.kind === 'point';
    const [word, zeros, least] = relative ? SCALE_ZEROS[0]! : scale;
    const places = decimals - zeros;
    const first = (least / 10n ** BigInt(Math.max(0, -places))) * 10n ** BigInt(Math.max(0, places));
    const exact = !relative && word === '' && decimals === 0 && qualifiers.length === 0;
    return {
      value: (sign === '-' ? '-' : '') + shift(steps + first, places),
      quantum: exact ? '0' : shift(1n, places),
      unit: unit.id,
      scale: word,
      ...(sign === '+' && { plus: true as const }),
      ...(qualifiers.length > 0 && { qualifiers }),
    };
  });

/** 19時間, 1.5時間, 13時間58分, 8時間00.5分 */
const inSixties: fc.Arbitrary<Quantity> = fc
  .record({
    scale: fc.constantFrom<Scale>('時間', '時間分'),
    steps: fc.oneof(fc.bigInt({ min: 0n, max: 1500n }), fc.bigInt({ min: 0n, max: 10n ** 18n })),
    decimals: fc.nat({ max: 3 }),
    sign: signs,
    qualifiers: someQualifiers,
  })
  .map(({ scale, steps, decimals, sign, qualifiers }) => {
    const hourly = scale === '時間';
    // A tenth of an hour is six minutes; under an hour there is no mixed form.
    const places = hourly ? decimals - 1 : decimals;
    const count = hourly ? steps * 6n : steps + 60n * 10n ** BigInt(decimals);
    const exact = !hourly && decimals === 0 && qualifiers.length === 0;
    return {
      value: (sign === '-' ? '-' : '') + shift(count, places),
      quantum: exact ? '0' : shift(hourly ? 6n : 1n, places),
      unit: 'minute',
      scale,
      ...(sign === '+' && { plus: true as const }),
      ...(qualifiers.length > 0 && { qualifiers }),
    };
  });

/** Quantities of every unit, scale, sign and qualifier, as reading a printed figure makes them. */
export const quantities: fc.Arbitrary<Quantity> = fc.oneof(
  { arbitrary: inTens, weight: 3 },
  { arbitrary: inSixties, weight: 1 },
);

/** 72n, 1 → '7.2'; 41n, -3 → '41000' */
function shift(steps: bigint, places: number): string {
  if (places <= 0) return `${steps * 10n ** BigInt(-places)}`;
  const digits = `${steps}`.padStart(places + 1, '0');
  return `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}
