import { formatParts } from '../format/quantity.ts';
import { isQuantity } from '../quantity/quantity.ts';
import type { Figure, Quantity } from '../quantity/quantity.ts';
import type { Edition } from './edition.ts';

/** How the amounts of one table are printed: their unit once over it, where they share one. */
export interface AmountStyle {
  /** 百万円, ¥ million; undefined where each amount carries its own. */
  readonly unit?: string;
  readonly text: (figure: Figure) => string;
}

export function amountStyle(edition: Edition, figures: readonly Figure[]): AmountStyle {
  const units = new Set(figures.filter(isQuantity).map((quantity) => unitAround(edition, quantity)));
  const [unit] = units;
  if (units.size !== 1 || unit === undefined) return { text: (figure) => edition.figure(figure) };
  return { unit, text: (figure) => (isQuantity(figure) ? numberOf(edition, figure) : edition.figure(figure)) };
}

function unitAround(edition: Edition, quantity: Quantity): string {
  const { symbol, scale, unit } = formatParts(quantity, edition.style, edition.model.report.units);
  return `${symbol}${scale}${unit}`.trim();
}

function numberOf(edition: Edition, quantity: Quantity): string {
  const { before, sign, number, after } = formatParts(quantity, edition.style, edition.model.report.units);
  return before + sign + number + after;
}
