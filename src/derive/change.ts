import type { LoadedIndicator, Report } from '../load/report.ts';
import { computedQualifiers } from '../quantity/computed.ts';
import { Decimal, placesOf, roundHalfUp, roundToStep } from '../quantity/decimal.ts';
import { isQuantity } from '../quantity/quantity.ts';
import type { Quantity } from '../quantity/quantity.ts';
import { percentUnit } from '../quantity/unit.ts';
import type { Operation } from '../schema/figure.ts';
import { baseRef, findObservation, quantityOf } from './figures.ts';
import type { Found } from './figures.ts';

/** A change, with what it is computed from. `printed` is the document's own; `computed` follows from printed figures. */
export interface Change {
  readonly operation: Operation;
  readonly now: Found;
  readonly base?: Found;
  readonly printed?: Quantity;
  readonly computed?: Quantity;
}

/** The change of an observation against its base; undefined when neither printed nor computable. */
export function changeOf(report: Report, indicator: LoadedIndicator, at: string): Change | undefined {
  const now = findObservation(report, indicator.data.id, at);
  const observation = indicator.observations.get(at);
  if (!now || !observation) return undefined;
  const base = baseRef(report, indicator, at);
  const found = findObservation(report, base.id, base.at);
  const operation = operationOf(report, indicator);
  const computed = computeChange(report, operation, quantityOf(now), quantityOf(found));
  if (!observation.change && !computed) return undefined;
  return {
    operation, now,
    ...(found ? { base: found } : {}),
    ...(observation.change ? { printed: asChange(report, operation, observation.change, indicator) } : {}),
    ...(computed ? { computed } : {}),
  };
}

/** What readers see: the document's own change where it prints one, else ours. */
export function shownChange(change: Change): Quantity | undefined {
  return change.printed ?? change.computed;
}

export function operationOf(report: Report, indicator: LoadedIndicator): Operation {
  const unit = report.units.get(indicator.data.unit);
  return indicator.data.change ?? (unit?.kind === 'rate' ? 'point_change' : 'difference');
}

/** The unit of a change: percent → point; counts keep theirs; a percentage change is a rate. */
export function changeUnit(report: Report, operation: Operation, unit: string): string {
  if (operation === 'percent_change') return percentUnit(report.units)?.id ?? unit;
  return operation === 'point_change' ? report.units.get(unit)?.change ?? unit : unit;
}

/** `+2.2%` printed for a difference of two rates means points: it is shown as what it is. */
function asChange(report: Report, operation: Operation, printed: Quantity, indicator: LoadedIndicator): Quantity {
  const unit = changeUnit(report, operation, indicator.data.unit);
  const signed: Quantity = { ...printed, unit };
  return new Decimal(printed.value).gt(0) ? { ...signed, plus: true } : signed;
}

function computeChange(report: Report, operation: Operation, now?: Quantity, base?: Quantity): Quantity | undefined {
  if (!now || !base) return undefined;
  if (operation === 'percent_change') return percentChange(report, now, base);
  if (operation !== 'difference' && operation !== 'point_change' && operation !== 'duration_difference') return undefined;
  return difference(now, base, changeUnit(report, operation, now.unit));
}

/** v0 − v1, as fine as the coarser of the two, and as near. */
function difference(now: Quantity, base: Quantity, unit: string): Quantity | undefined {
  const coarser = new Decimal(now.quantum).gte(base.quantum) ? now : base;
  const value = new Decimal(now.value).minus(base.value);
  return asNear(value, now, base, { value: printed(value, coarser.quantum), quantum: coarser.quantum, unit, scale: coarser.scale });
}

function percentChange(report: Report, now: Quantity, base: Quantity): Quantity | undefined {
  const unit = percentUnit(report.units);
  if (!unit || !new Decimal(base.value).gt(0)) return undefined;
  const value = new Decimal(now.value).div(base.value).minus(1).times(100);
  return asNear(value, now, base, { value: roundHalfUp(value, 1), quantum: '0.1', unit: unit.id, scale: '' });
}

function asNear(value: Decimal, now: Quantity, base: Quantity, change: Quantity): Quantity | undefined {
  const qualifiers = computedQualifiers(value, now, base);
  return qualifiers && withSign({ ...change, ...(qualifiers.length > 0 ? { qualifiers } : {}) });
}

/** A value at a resolution: (41000, 1000) → '41000', (0.2, 0.1) → '0.2'; exact counts as they are. */
export function printed(value: Decimal, quantum: string): string {
  if (quantum === '0') return value.toFixed();
  return roundHalfUp(roundToStep(value, new Decimal(quantum)), placesOf(quantum));
}

function withSign(quantity: Quantity): Quantity {
  const value = new Decimal(quantity.value);
  if (value.isZero()) return { ...quantity, value: quantity.value.replace('-', '') };
  return value.gt(0) ? { ...quantity, plus: true } : quantity;
}

/** −1 down, 0 level, 1 up: of the printed or computed change. */
export function directionOf(change: Quantity | undefined): -1 | 0 | 1 | undefined {
  if (!change || !isQuantity(change)) return undefined;
  const value = new Decimal(change.value);
  return value.isZero() ? 0 : value.gt(0) ? 1 : -1;
}
