import type { Decimal } from './decimal.ts';
import { isBand } from './qualifier.ts';
import type { Qualifier, Quantity } from './quantity.ts';

/**
 * The words that a figure needs which is computed from two others, and rises with the first and falls with the second:
 * 31 − 約40 → 約▲9, 300超 − 280 → 20以上. Undefined where no figure follows: of 70%台, or of a bound that
 * leaves open on which side of zero the figure lies.
 */
export function computedQualifiers(value: Decimal, rising: Quantity, falling: Quantity): readonly Qualifier[] | undefined {
  const [a, b] = [loosenessOf(rising), loosenessOf(falling)];
  if (a.isBand || b.isBand) return undefined;
  const [up, down, near] = [a.up || b.down, a.down || b.up, a.near || b.near];
  if (!up && !down) return near ? ['about'] : [];
  const leadsAwayFromZero = up !== down && (up ? value.gt(0) : value.lt(0));
  return leadsAwayFromZero ? [near ? 'approximately_or_more' : 'or_more'] : undefined;
}

/** Whether a figure is only near the true one: 約40, 40程度, 40弱. */
export function isNear(quantity: Quantity): boolean {
  return loosenessOf(quantity).near;
}

/** In which ways a figure is less than exact: the true one may lie anywhere above it, below it, or near it. */
interface Looseness {
  readonly near: boolean;
  readonly up: boolean;
  readonly down: boolean;
  readonly isBand: boolean;
}

/** Qualifiers speak of the size: ▲20超 lies below −20. */
function loosenessOf({ value, qualifiers = [] }: Quantity): Looseness {
  const has = (...names: readonly Qualifier[]) => names.some((name) => qualifiers.includes(name));
  const [beyond, within] = [has('over', 'or_more', 'approximately_or_more'), has('under', 'or_less')];
  const [up, down] = value.startsWith('-') ? [within, beyond] : [beyond, within];
  return { near: has(...NEAR), up, down, isBand: qualifiers.some(isBand) };
}

const NEAR: readonly Qualifier[] = ['about', 'roughly', 'approximately', 'approximately_or_more', 'just_under', 'just_over'];
