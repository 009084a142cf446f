import { placesOf } from '../quantity/decimal.ts';
import type { Quantity } from '../quantity/quantity.ts';
import { checkCase } from './case.ts';
import type { CaseResult } from './case.ts';
import { fromDecimal } from './fraction.ts';
import type { OperationKind, OperationOptions } from './operation.ts';
import { operationOf } from './operation.ts';
import { roundHalfUp } from './print.ts';
import { recheck } from './recheck.ts';
import type { RecheckResult } from './recheck.ts';

/**
 * Rechecks a figure that a document prints against figures that it follows from, all in units of one
 * (rates and percentages in percent). Qualifiers do not widen an input: 約97万 is 97万 ± 0.5万.
 * A problem means that the operation cannot take such inputs.
 */
export function recheckQuantities(
  kind: OperationKind,
  inputs: readonly Quantity[],
  printed: Quantity,
  options: OperationOptions = {},
): CaseResult<RecheckResult> {
  const figure = checkCase({
    ...options,
    kind,
    inputs: inputs.map((input) => input.value),
    quanta: inputs.map((input) => input.quantum),
    reported: printed.value,
    decimals: printedPlaces(printed),
  });
  return figure.ok ? { ok: true, value: recheck(figure.value) } : figure;
}

/**
 * The derived figure itself, rounded half-up to `places`: deriveDecimal('ratio', ['1', '3'], 1) → '33.3'.
 * Undefined when it divides by zero. Inputs are plain decimal text.
 */
export function deriveDecimal(
  kind: OperationKind,
  inputs: readonly string[],
  places: number,
  options: OperationOptions = {},
): string | undefined {
  const value = operationOf(kind).compute(inputs.map(fromDecimal), options);
  return value && roundHalfUp(value, places);
}

/** 72.0% → 1, 4.1万 → -3; an exact count is printed to its last digit. */
function printedPlaces({ value, quantum }: Quantity): number {
  if (quantum !== '0') return placesOf(quantum);
  return value.split('.')[1]?.length ?? 0;
}
