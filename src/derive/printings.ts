import { Decimal, placesOf, roundHalfUp } from '../quantity/decimal.ts';
import { agree, lastPlace } from '../quantity/interval.ts';
import type { Qualifier, Quantity } from '../quantity/quantity.ts';
import type { RecheckResult } from '../recheck/recheck.ts';

/**
 * Two printings of one figure, 14,533,402人 and 1,453万人: equal when the finer one rounds to the other,
 * within rounding when there is a value that both of them stand for.
 */
export function comparePrintings(first: Quantity, second: Quantity): RecheckResult {
  const [kept, other] = [first, second].map(asCoarseAsSaid) as [Quantity, Quantity];
  const half = new Decimal(kept.quantum).div(2);
  const value = new Decimal(kept.value);
  const verdict = roundsTo(kept, other) || roundsTo(other, kept) ? 'equal' : agree(kept, other) ? 'rounding' : 'differs';
  return { verdict, value: kept.value, rounded: kept.value, low: value.minus(half).toFixed(), high: value.plus(half).toFixed() };
}

/** 約5,400件 is no count: the zeros at its end say as little as the 万 of 約200万, whose own zeros do say something, as those of 約70% do. */
function asCoarseAsSaid(quantity: Quantity): Quantity {
  const value = new Decimal(quantity.value);
  const isRound = quantity.scale === '' && value.abs().gte(100) && quantity.qualifiers?.some((word) => NEAR.has(word));
  return isRound ? { ...quantity, quantum: String(Decimal.max(quantity.quantum, lastPlace(value))) } : quantity;
}

function roundsTo(finer: Quantity, coarser: Quantity): boolean {
  const [value, other] = [new Decimal(finer.value), new Decimal(coarser.value)];
  if (value.eq(other)) return true;
  const isOneSided = [...(finer.qualifiers ?? []), ...(coarser.qualifiers ?? [])].some((word) => !ROUND.has(word));
  if (isOneSided || coarser.quantum === '0' || !new Decimal(finer.quantum).lt(coarser.quantum)) return false;
  return new Decimal(roundHalfUp(value, placesOf(coarser.quantum))).eq(other);
}

const NEAR: ReadonlySet<Qualifier> = new Set(['about', 'roughly', 'approximately']);
/** Words that say of a figure only that it is rounded. */
const ROUND: ReadonlySet<Qualifier> = new Set([...NEAR, 'cumulative']);
