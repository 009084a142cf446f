import type { LoadedFinance } from '../load/report.ts';
import { Decimal } from '../quantity/decimal.ts';
import { isQuantity } from '../quantity/quantity.ts';
import type { Quantity } from '../quantity/quantity.ts';
import { recheckQuantities } from '../recheck/quantities.ts';
import type { Operation } from '../schema/figure.ts';
import type { Check } from './checks.ts';
import { foundAmount, foundCause } from './figures.ts';
import type { Found } from './figures.ts';
import { allCauses, allReasons, COLUMNS, financeTables, findRow, quantityIn, rowAnchor, rowsOf } from './finance.ts';
import type { Amount, CauseRow, Column, FinanceRow, FinanceTable, ReasonRow } from './finance.ts';
import { comparePrintings } from './printings.ts';

/** Everything in a year's budget and settlement that other printed amounts determine, recomputed. Pure. */
export function checkFinance(finance: LoadedFinance): Check[] {
  return financeTables(finance).flatMap((table) => rowsOf(table).flatMap((row) => checkRow({ finance, table, row })));
}

/** A row with where it stands. */
interface Placed {
  readonly finance: LoadedFinance;
  readonly table: FinanceTable;
  readonly row: FinanceRow;
}

function checkRow(placed: Placed): Check[] {
  return [
    ...COLUMNS.flatMap((column) => checkSums(placed, column)),
    ...checkDifference(placed),
    ...checkBalance(placed),
    ...placed.row.causes.flatMap((cause) => checkCause(placed, cause)),
    ...COLUMNS.flatMap((column) => checkSameRow(placed, column)),
    ...checkPrintings(placed),
    ...allReasons(placed.row).flatMap((reason) => checkSameReason(placed, reason)),
  ];
}

/** A table with no more leaves than this has its total rechecked over them too, whatever its groups say. */
const FEW = 12;

/** The total of a column is the sum of its parts. */
function checkSums(placed: Placed, column: Column): Check[] {
  const { finance, row } = placed;
  const parts = inputsBelow(row, (part) => foundAmount(finance, part, column));
  const leaves = inputsBelow(row, (part) => (part.parts.length > 0 ? undefined : foundAmount(finance, part, column)));
  const sums = [{ name: 'sum', inputs: parts }];
  if (leaves && parts && leaves.length !== parts.length && leaves.length <= FEW) sums.push({ name: 'leaves', inputs: leaves });
  return sums.flatMap(({ name, inputs }) => (inputs ? checkAmount(placed, column, name, 'sum', inputs) : []));
}

/** The nearest amounts below that a sum can be made of; undefined when one is missing: then nothing can be said of the sum. */
function inputsBelow(row: FinanceRow, found: (part: FinanceRow) => Found | undefined): Found[] | undefined {
  const nearest = nearestBelow(row, found);
  return nearest && withFigures(nearest);
}

function nearestBelow(row: FinanceRow, found: (part: FinanceRow) => Found | undefined): Found[] | undefined {
  const each = row.parts.map((part) => {
    const own = found(part);
    return own ? [own] : part.parts.length > 0 ? nearestBelow(part, found) : undefined;
  });
  return each.length > 0 && each.every((some) => some !== undefined) ? each.flat() : undefined;
}

/** Without those that do not apply; undefined when one has no figure for another reason, or none is left. */
function withFigures(inputs: readonly Found[]): Found[] | undefined {
  const present = inputs.filter(({ figure }) => isQuantity(figure) || figure.absent !== 'not_applicable');
  return present.length > 0 && present.every(({ figure }) => isQuantity(figure)) ? present : undefined;
}

/** Budget − settlement; where a group prints only its difference, that of its parts. And the sum of the causes. */
function checkDifference(placed: Placed): Check[] {
  const { finance, row } = placed;
  const [budget, settlement] = [foundAmount(finance, row, 'budget'), foundAmount(finance, row, 'settlement')];
  const causes = withFigures(row.causes.flatMap((cause) => foundCause(finance, row, cause) ?? []));
  const complete = causes && row.causes.length === row.causeCount && row.causes.every(({ amount }) => amount);
  return [
    ...(budget && settlement ? checkAmount(placed, 'difference', 'difference', 'difference', [budget, settlement]) : []),
    ...(budget || settlement ? [] : checkDifferenceOfParts(placed)),
    ...(complete ? checkAmount(placed, 'difference', 'causes', 'sum', causes) : []),
  ];
}

function checkDifferenceOfParts(placed: Placed): Check[] {
  const { finance, row } = placed;
  const budgets = inputsBelow(row, (part) => foundAmount(finance, part, 'budget'));
  const settlements = inputsBelow(row, (part) => foundAmount(finance, part, 'settlement'));
  if (!budgets || !settlements) return [];
  const signs = [...budgets.map(() => 1), ...settlements.map(() => -1)];
  return checkAmount(placed, 'difference', 'parts', 'signed_sum', [...budgets, ...settlements], signs);
}

/** What a plan prints as the balance of other rows: income less costs. */
function checkBalance(placed: Placed): Check[] {
  const { finance, table, row } = placed;
  if (!row.balance) return [];
  const { plus, minus = [] } = row.balance;
  const rows = rowsOf(table);
  const inputs = [...plus, ...minus].map((id) => {
    const other = rows.find((each) => each.id === id);
    return other && foundAmount(finance, other, 'amount');
  });
  if (!inputs.every((input) => input !== undefined)) return [];
  return checkAmount(placed, 'amount', 'balance', 'signed_sum', inputs, [...plus.map(() => 1), ...minus.map(() => -1)]);
}

/** A cause is the sum of its own parts, and of what it made in each part of the row. */
function checkCause(placed: Placed, cause: CauseRow): Check[] {
  const { finance, row } = placed;
  const own = withFigures(cause.parts.flatMap((part) => foundCause(finance, row, part) ?? []));
  const below = inputsBelow(row, (part) => causeOf(finance, part, cause.definition.id));
  const check = (name: string, inputs: readonly Found[] | undefined) =>
    inputs ? recheckAmount(cause.amount, 'sum', inputs, causePlace(placed, cause, name)) : [];
  return [
    ...(cause.parts.length === cause.data.parts?.length && cause.parts.every(({ amount }) => amount) ? check('parts', own) : []),
    ...check('sum', below),
    ...cause.parts.flatMap((part) => checkCause(placed, part)),
  ];
}

function causeOf(finance: LoadedFinance, row: FinanceRow, id: string): Found | undefined {
  const cause = allCauses(row.causes).find(({ definition }) => definition.id === id);
  return cause && foundCause(finance, row, cause);
}

/** The same row in another table of the year, perhaps in a coarser unit. */
function checkSameRow(placed: Placed, column: Column): Check[] {
  const { finance, row } = placed;
  const other = row.is === undefined ? undefined : findRow(finance, row.is);
  const here = foundAmount(finance, row, column);
  const there = other && (foundAmount(finance, other, column) ?? foundAmount(finance, other, PLANNED[column] ?? column));
  if (!here || !there) return [];
  return compare(here, there, rowPlace(placed, column, 'same', 'also'));
}

/** What a plan calls an amount is the budget of a breakdown. */
const PLANNED: Partial<Record<Column, Column>> = { amount: 'budget', budget: 'amount' };

function checkPrintings(placed: Placed): Check[] {
  const { finance, row } = placed;
  return row.also.flatMap(({ amounts, source, waiver }, index) =>
    COLUMNS.flatMap((column) => {
      const kept = foundAmount(finance, row, column);
      const other = amounts[column];
      if (!kept || !other) return [];
      const { waiver: _, ref: __, ...place } = rowPlace(placed, column, `also-${index + 1}`, 'also');
      const here = { ...kept, figure: other.figure };
      return compare(here, kept, {
        ...place, path: other.path, waiverKey: 'waiver', ...(waiver ? { waiver } : {}),
        amount: { anchor: rowAnchor(row), label: row.label, part: column, source },
      });
    }),
  );
}

/** The same reason, named in two tables with its amount. */
function checkSameReason(placed: Placed, reason: ReasonRow): Check[] {
  const { finance, row } = placed;
  const other = reason.data.is === undefined ? undefined : findReason(finance, reason.data.is);
  const here = reason.amount && foundReason(finance, row, reason);
  const there = other && foundReason(finance, other.row, other.reason);
  if (!here || !there || !reason.amount) return [];
  const { waiver } = reason.data;
  return compare(here, there, {
    id: `${idOf(placed)}:reason-${reason.data.is}`, what: 'also', finance, file: finance.file, path: reason.amount.path,
    at: finance.year, waiverKey: 'waiver', ...(waiver ? { waiver } : {}),
    amount: { anchor: rowAnchor(row), label: row.label, part: reason.data.text, source: reason.source },
  });
}

function findReason(finance: LoadedFinance, id: string): { row: FinanceRow; reason: ReasonRow } | undefined {
  const rows = financeTables(finance).flatMap(rowsOf);
  return rows.flatMap((row) => allReasons(row).map((reason) => ({ row, reason }))).find(({ reason }) => reason.data.id === id);
}

function foundReason(finance: LoadedFinance, row: FinanceRow, reason: ReasonRow): Found | undefined {
  if (!reason.amount) return undefined;
  return {
    ref: reason.data.id ?? reason.data.is ?? row.id,
    figure: reason.amount.figure,
    origin: { kind: 'finance', finance, anchor: rowAnchor(row), label: row.label, part: reason.data.text, printed: reason.amount.printed, source: reason.source },
  };
}

type Place = Pick<Check, 'id' | 'what' | 'file' | 'path' | 'finance' | 'amount' | 'ref' | 'at' | 'waiverKey' | 'waiver'>;

function checkAmount(
  placed: Placed, column: Column, name: string, operation: Operation, inputs: readonly Found[], signs?: readonly number[],
): Check[] {
  return recheckAmount(placed.row.amounts[column], operation, inputs, rowPlace(placed, column, name, 'formula'), signs);
}

function recheckAmount(
  amount: Amount | undefined, operation: Operation, inputs: readonly Found[], place: Place, signs?: readonly number[],
): Check[] {
  const printed = quantityIn(amount);
  const quantities = inputs.flatMap(({ figure }) => (isQuantity(figure) ? [figure] : []));
  if (!printed || quantities.length < inputs.length) return [];
  const result = recheckQuantities(operation, quantities, printed, signs ? { signs } : {});
  return result.ok ? [{ ...result.value, ...place, operation, printed, inputs, ...(signs ? { signs } : {}) }] : [];
}

/** The coarser one is what the finer one should round to. The reason stands where the place says. */
function compare(here: Found, there: Found, place: Place): Check[] {
  if (!isQuantity(here.figure) || !isQuantity(there.figure)) return [];
  const [input, other] = isFiner(here.figure, there.figure) ? [here, there] : [there, here];
  const [kept, printed] = [input.figure as Quantity, other.figure as Quantity];
  const source = other === here || other.origin.kind !== 'finance' ? {} : { source: other.origin.source };
  const amount = place.amount && { ...place.amount, ...source };
  return [{ ...comparePrintings(kept, printed), ...place, ...(amount ? { amount } : {}), operation: 'rescale', printed, inputs: [input] }];
}

function isFiner(a: Quantity, b: Quantity): boolean {
  return new Decimal(a.quantum).lt(b.quantum);
}

function rowPlace({ finance, table, row }: Placed, column: Column, name: string, what: 'formula' | 'also'): Place {
  const amount = row.amounts[column];
  const waiver = row.waivers[column];
  return {
    id: `${idOf({ finance, table, row })}:${column}-${name}`, what, finance, file: finance.file,
    path: amount?.path ?? row.path, at: finance.year,
    ref: `${column}/${row.table}/${row.id}@${finance.year}`,
    waiverKey: table.kind === 'plan' ? 'waiver' : `waiver.${column}`,
    ...(waiver ? { waiver } : {}),
    amount: { anchor: rowAnchor(row), label: row.label, part: column, source: amount?.source ?? row.source },
  };
}

function causePlace(placed: Placed, cause: CauseRow, name: string): Place {
  const { finance, row } = placed;
  const { waiver } = cause.data;
  return {
    id: `${idOf(placed)}:${cause.definition.id}-${name}`, what: 'formula', finance, file: finance.file,
    ref: `difference/${row.table}/${row.id}/${cause.definition.id}@${finance.year}`,
    path: cause.amount?.path ?? cause.path, at: finance.year, waiverKey: 'waiver', ...(waiver ? { waiver } : {}),
    amount: { anchor: rowAnchor(row), label: row.label, part: cause.definition.label, source: cause.source },
  };
}

function idOf({ finance, row }: Placed): string {
  return `finance/${finance.year.slice(2)}/${row.table}/${row.id}`;
}
