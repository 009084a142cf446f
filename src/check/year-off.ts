import type { Localized } from '../locale.ts';
import type { LoadedObservation, Report } from '../load/report.ts';
import { comparePrintings } from '../derive/printings.ts';
import type { Check } from '../derive/checks.ts';
import { findFigure } from '../derive/figures.ts';
import { Decimal } from '../quantity/decimal.ts';
import { isQuantity } from '../quantity/quantity.ts';
import type { Figure, Quantity } from '../quantity/quantity.ts';
import { shiftYears } from '../time/period.ts';

/** Of a figure that differs: whether it is the one of a year before or after. Then a label is one year off, or a cell is last year’s. */
export function yearOff(report: Report, check: Check, differing: Quantity): Localized | undefined {
  const ref = [-1, 1].map((years) => neighbour(report, check, differing, years)).find((found) => found !== undefined);
  return ref === undefined ? undefined : {
    ja: `${ref} とは一致します。年度が一つずれているか、更新し忘れた値かもしれません。`,
    en: ` It does agree with ${ref}: perhaps it stands one year off, or was not brought up to date.`,
  };
}

function neighbour(report: Report, { what, indicator, at, ref: amount, inputs }: Check, differing: Quantity, years: number): string | undefined {
  if (indicator && at !== undefined) {
    const other = indicator.observations.get(shiftYears(at, years));
    const ref = `${indicator.data.id}@${shiftYears(at, years)}${what === 'change' ? ':change' : ''}`;
    return other && isSaidBy(what === 'change' ? [other.change] : printingsOf(other), differing) ? ref : undefined;
  }
  const own = amount ?? (what === 'also' ? inputs[0]?.ref : undefined);
  const found = own === undefined ? undefined : findFigure(report, shiftYears(own, years));
  return found && isSaidBy([found.figure], differing) ? found.ref : undefined;
}

function printingsOf({ figure, also }: LoadedObservation): Figure[] {
  return [figure, ...also];
}

/** Figures of few digits meet by chance, unless they are printed alike. */
function isSaidBy(figures: readonly (Figure | undefined)[], differing: Quantity): boolean {
  const isTelling = ({ value, quantum }: Quantity) => new Decimal(value).abs().div(quantum === '0' ? 1 : quantum).gte(100);
  return figures.some((figure) => figure && isQuantity(figure) && figure.unit === differing.unit
    && (figure.quantum === differing.quantum || (isTelling(figure) && isTelling(differing))) && comparePrintings(figure, differing).verdict === 'equal');
}
