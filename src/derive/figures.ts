import type { LoadedFigure, LoadedFinance, LoadedIndicator, LoadedObservation, LoadedText, Report } from '../load/report.ts';
import { isQuantity } from '../quantity/quantity.ts';
import type { Figure, Quantity } from '../quantity/quantity.ts';
import type { Name, Source, Text } from '../schema/text.ts';
import { COLUMNS, financeOf, findRow, rowAnchor } from './finance.ts';
import type { CauseRow, Column, FinanceRow } from './finance.ts';
import { fiscalYearOf, previousYear, shiftYears } from '../time/period.ts';

/** Where a figure comes from: an observation of an indicator, a figure of a section's text, or an amount of a year's money. */
export type Origin =
  | { readonly kind: 'observation'; readonly indicator: LoadedIndicator; readonly at: string; readonly observation: LoadedObservation }
  | { readonly kind: 'section'; readonly section: LoadedText; readonly figure: LoadedFigure }
  | FinanceOrigin;

/** An amount of a row, or of a cause of a row, in a year's budget and settlement. */
export interface FinanceOrigin {
  readonly kind: 'finance';
  readonly finance: LoadedFinance;
  /** Of its row on the page. */
  readonly anchor: string;
  readonly label: Name;
  /** Its column, or the cause or reason that it is the amount of. */
  readonly part: Column | Text;
  readonly printed: string;
  readonly source: Source;
  readonly note?: Text;
  readonly waiver?: Text;
}

export interface Found {
  readonly ref: string;
  readonly figure: Figure;
  readonly origin: Origin;
}

/** `np-current-rate@2025-09`, `budget/items/staff@FY2021`, or the id of a figure of the section that asks. */
export function findFigure(report: Report, ref: string, section?: LoadedText): Found | undefined {
  const [id = '', at] = ref.split('@');
  if (id.includes('/')) return findAmount(report, id, at ?? '');
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

/** budget/items/staff of a year. */
function findAmount(report: Report, id: string, year: string): Found | undefined {
  const [name = '', ...place] = id.split('/');
  const column = COLUMNS.find((each) => each === name);
  const finance = financeOf(report, year);
  const row = finance && findRow(finance, place.join('/'));
  return finance && row && column && foundAmount(finance, row, column);
}

/** An amount of a row as something that can be referred to and computed with. */
export function foundAmount(finance: LoadedFinance, row: FinanceRow, column: Column): Found | undefined {
  const amount = row.amounts[column];
  if (!amount) return undefined;
  const { note, waivers } = row;
  const waiver = waivers[column];
  return {
    ref: `${column}/${row.table}/${row.id}@${finance.year}`,
    figure: amount.figure,
    origin: {
      kind: 'finance', finance, anchor: rowAnchor(row), label: row.label, part: column, printed: amount.printed, source: amount.source,
      ...(note ? { note } : {}), ...(waiver ? { waiver } : {}),
    },
  };
}

/** What a cause accounts for in a row. */
export function foundCause(finance: LoadedFinance, row: FinanceRow, { definition, amount }: CauseRow): Found | undefined {
  return amount && {
    ref: `difference/${row.table}/${row.id}/${definition.id}@${finance.year}`,
    figure: amount.figure,
    origin: { kind: 'finance', finance, anchor: rowAnchor(row), label: row.label, part: definition.label, printed: amount.printed, source: amount.source },
  };
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
