import { Decimal, placesOf, roundHalfUp } from '../quantity/decimal.ts';
import type { Quantity } from '../quantity/quantity.ts';
import type { Units } from '../quantity/unit.ts';
import { formatQuantity } from './quantity.ts';
import type { Style } from './style.ts';

/** An end of the interval that a figure may lie in, printed like the figure and one place finer: 4,099.5億円. */
export function formatBound(end: string, like: Quantity, style: Style, units: Units): string {
  if (/Infinity/.test(end)) return end.startsWith('-') ? '−∞' : '∞';
  const { plus: _, qualifiers: __, ...plain } = like;
  const value = new Decimal(end);
  if (like.quantum === '0' && value.isInteger()) return formatQuantity({ ...plain, value: value.toFixed() }, style, units);
  const quantum = like.quantum === '0' ? '0.1' : new Decimal(like.quantum).div(10).toFixed();
  return formatQuantity({ ...plain, quantum, value: roundHalfUp(value, placesOf(quantum)) }, style, units);
}
