import type { LoadedFigure, LoadedIndicator, LoadedObservation, LoadedText, Report } from '../load/report.ts';
import { isQuantity } from '../quantity/quantity.ts';
import type { Figure, Quantity } from '../quantity/quantity.ts';
import { fiscalYearOf, previousYear, shiftYears } from '../time/period.ts';

/** Where a figure comes from: an observation of an indicator, or a figure of a section's text. */
export type Origin =
  | { readonly kind: 'observation'; readonly indicator: LoadedIndicator; readonly at: string; readonly observation: LoadedObservation }
  | { readonly kind: 'section'; readonly section: LoadedText; readonly figure: LoadedFigure };

export interface Found {
  readonly ref: string;
  readonly figure: Figure;
  readonly origin: Origin;
}

/** `np-current-rate@2025-09`, or the id of a figure of the section that asks. */
export function findFigure(report: Report, ref: string, section?: LoadedText): Found | undefined {
  const [id = '', at] = ref.split('@');
  if (at === undefined) {
    const figure = section?.figures.get(id);
    return figure && section ? { ref, figure: figure.figure, origin: { kind: 'section', section, figure } } : undefined;
  }
  return findObservation(report, id, at);
}

export function findObservation(report: Report, id: string, at: string): Found | undefined {
  const indicator = report.indicators.get(id);
  const observation = indicator?.observations.get(at);
  if (!indicator || !observation) return undefined;
  return { ref: `${id}@${at}`, figure: observation.figure, origin: { kind: 'observation', indicator, at, observation } };
}

/** The figure when there is one: absences are not inputs. */
export function quantityOf(found: Found | undefined): Quantity | undefined {
  return found && isQuantity(found.figure) ? found.figure : undefined;
}

/** The first month of the year that an indicator is told by: 5 where the value of April closes the year. */
export function firstMonthOf(report: Report, indicator: LoadedIndicator): number {
  return indicator.data.firstMonth ?? report.organisation.fiscalYear.startMonth;
}

/**
 * What a figure is compared with: the same point of last year, never the column on its left.
 * A cohort (the contributions of one year, followed over years) is compared with its own first value.
 */
export function baseRef(report: Report, indicator: LoadedIndicator, at: string): { readonly id: string; readonly at: string } {
  const { cohort, id } = indicator.data;
  if (!cohort) return { id, at: previousYear(at) };
  const year = fiscalYearOf(at, firstMonthOf(report, indicator));
  return { id: cohort.base, at: shiftYears(year, -cohort.lag) };
}
