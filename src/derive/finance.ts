import type { Path } from '../diagnostics/problem.ts';
import type { LoadedFinance, Report } from '../load/report.ts';
import { isQuantity } from '../quantity/quantity.ts';
import type { Figure, Quantity } from '../quantity/quantity.ts';
import type { CauseAmount, FinanceCause, FinanceLine, FinanceReason, PlanLine } from '../schema/finance.ts';
import type { Name, Source, Text } from '../schema/text.ts';

/** What an amount of a row is: of a breakdown the first three, of a plan the last. */
export const COLUMNS = ['budget', 'settlement', 'difference', 'amount'] as const;
export type Column = (typeof COLUMNS)[number];

/** One amount as it is printed, with where it stands in the data and in the document. */
export interface Amount {
  readonly figure: Figure;
  /** As it is printed: `106,905百万円`. */
  readonly printed: string;
  readonly path: Path;
  readonly source: Source;
}

/** A table of a year's money: a breakdown of budget and settlement, or a plan. */
export interface FinanceTable {
  readonly kind: 'breakdown' | 'plan';
  readonly id: string;
  readonly title: Name;
  readonly source: Source;
  readonly catalogue?: string;
  readonly notes: readonly Text[];
  /** A breakdown has one root, its total; a plan has one for each side. */
  readonly roots: readonly FinanceRow[];
}

/** A row with the rows that it is made of. */
export interface FinanceRow {
  readonly table: string;
  readonly id: string;
  readonly mark?: string;
  readonly label: Name;
  readonly about?: Text;
  readonly fund?: string;
  /** 0 the total, 1 its parts. */
  readonly level: number;
  readonly path: Path;
  readonly source: Source;
  readonly amounts: Amounts;
  readonly waivers: Readonly<Partial<Record<Column, Text>>>;
  readonly note?: Text;
  /** The row of another table that it is: `items/staff`. */
  readonly is?: string;
  readonly also: readonly OtherPrinting[];
  /** What a row of a plan is the balance of. */
  readonly balance?: PlanLine['balance'];
  readonly causes: readonly CauseRow[];
  /** How many causes the data names, known or not. */
  readonly causeCount: number;
  readonly reasons: readonly ReasonRow[];
  readonly more: boolean;
  readonly parts: readonly FinanceRow[];
}

export type Amounts = Readonly<Partial<Record<Column, Amount>>>;

/** The same row as another place prints it. */
export interface OtherPrinting {
  readonly amounts: Amounts;
  readonly source: Source;
  readonly waiver?: Text;
}

export interface CauseRow {
  readonly definition: FinanceCause;
  readonly path: Path;
  readonly data: CauseAmount;
  readonly source: Source;
  readonly amount?: Amount;
  readonly reasons: readonly ReasonRow[];
  readonly more: boolean;
  readonly parts: readonly CauseRow[];
}

export interface ReasonRow {
  readonly data: FinanceReason;
  readonly path: Path;
  readonly source: Source;
  readonly amount?: Amount;
}

const tables = new WeakMap<LoadedFinance, readonly FinanceTable[]>();

/** The tables of a year as trees: breakdowns first, then plans. */
export function financeTables(finance: LoadedFinance): readonly FinanceTable[] {
  const known = tables.get(finance) ?? [...breakdownsOf(finance), ...plansOf(finance)];
  tables.set(finance, known);
  return known;
}

function breakdownsOf(finance: LoadedFinance): FinanceTable[] {
  return finance.data.breakdowns.map(({ id, title, source, catalogue, notes = [], total, lines }, index) => {
    const path: Path = ['breakdowns', index];
    const parts = lines.map((line, position) => lineRow(finance, id, line, [...path, 'lines', position], source, 1));
    const root = row(finance, id, { id: 'total', ...total }, [...path, 'total'], source, 0, parts);
    return { kind: 'breakdown', id, title, source, ...(catalogue === undefined ? {} : { catalogue }), notes, roots: [root] };
  });
}

function plansOf(finance: LoadedFinance): FinanceTable[] {
  return (finance.data.plans ?? []).map(({ id, title, source, catalogue, notes = [], sides }, index) => {
    const roots = sides.map((side, s) => {
      const path: Path = ['plans', index, 'sides', s];
      const parts = side.lines.map((line, position) => lineRow(finance, id, line, [...path, 'lines', position], source, 1));
      const total = side.total ? { ...side.total, id: side.id } : { id: side.id, label: side.title };
      return row(finance, id, total, side.total ? [...path, 'total'] : path, source, 0, parts);
    });
    return { kind: 'plan', id, title, source, ...(catalogue === undefined ? {} : { catalogue }), notes, roots };
  });
}

function lineRow(
  finance: LoadedFinance, table: string, line: FinanceLine | PlanLine, path: Path, around: Source, level: number,
): FinanceRow {
  const source = line.source ?? around;
  const parts = (line.parts ?? []).map((part, index) =>
    lineRow(finance, table, part, [...path, 'parts', index], around, level + 1));
  return row(finance, table, line, path, source, level, parts);
}

type Waivers = Readonly<Partial<Record<Column, Text | undefined>>>;

/** What rows of breakdowns, totals and rows of plans have in common. */
type RowData = Pick<FinanceLine, 'id' | 'label'> &
  Partial<Pick<FinanceLine, 'mark' | 'about' | 'fund' | 'is' | 'note' | 'source' | 'causes' | 'reasons' | 'more'>> &
  Partial<Pick<PlanLine, 'balance'>> & {
    readonly also?: readonly { readonly source: Source; readonly waiver?: Text | undefined }[] | undefined;
    readonly waiver?: Text | Waivers | undefined;
  };

function row(
  finance: LoadedFinance, table: string, data: RowData, path: Path, around: Source, level: number, parts: readonly FinanceRow[],
): FinanceRow {
  const source = data.source ?? around;
  const { id, label, mark, about, fund, note, is, balance } = data;
  return {
    table, id, label, level, path, source, parts,
    ...(mark === undefined ? {} : { mark }),
    ...(about ? { about } : {}),
    ...(fund === undefined ? {} : { fund }),
    ...(note ? { note } : {}),
    ...(is === undefined ? {} : { is }),
    ...(balance ? { balance } : {}),
    amounts: amountsAt(finance, path, source),
    waivers: waiversOf(data.waiver),
    also: (data.also ?? []).map(({ source: other, waiver }, index) => ({
      amounts: amountsAt(finance, [...path, 'also', index], other), source: other, ...(waiver ? { waiver } : {}),
    })),
    causes: causeRows(finance, data.causes ?? [], [...path, 'causes'], source, finance.data.causes ?? []),
    causeCount: data.causes?.length ?? 0,
    reasons: reasonRows(finance, data.reasons ?? [], [...path, 'reasons'], source),
    more: data.more ?? false,
  };
}

function amountsAt(finance: LoadedFinance, path: Path, source: Source): Amounts {
  return Object.fromEntries(COLUMNS.flatMap((column) => {
    const amount = amountAt(finance, [...path, column], source);
    return amount ? [[column, amount]] : [];
  }));
}

/** A row of a plan has one amount, and so one reason. */
function waiversOf(waiver: RowData['waiver']): FinanceRow['waivers'] {
  if (!waiver) return {};
  if (Object.values(waiver).some((text) => typeof text === 'string')) return { amount: waiver as Text };
  const byColumn = waiver as Waivers;
  return Object.fromEntries(Object.entries(byColumn).filter(([, text]) => text !== undefined));
}

function amountAt(finance: LoadedFinance, path: Path, source: Source): Amount | undefined {
  const figure = finance.figures.get(path.join('.'));
  return figure && { figure, printed: String(path.reduce<unknown>(step, finance.data)), path, source };
}

function step(value: unknown, key: string | number): unknown {
  return (value as Readonly<Record<string | number, unknown>>)[key];
}

/** A cause that the file does not define is left out: the check of references tells of it. */
function causeRows(
  finance: LoadedFinance, list: readonly CauseAmount[], path: Path, around: Source, known: readonly FinanceCause[],
): CauseRow[] {
  return list.flatMap((data, index) => {
    const at: Path = [...path, index];
    const definition = known.find(({ id }) => id === data.cause);
    const source = data.source ?? around;
    const amount = amountAt(finance, [...at, 'amount'], source);
    if (!definition) return [];
    return [{
      definition, data, path: at, source,
      ...(amount ? { amount } : {}),
      reasons: reasonRows(finance, data.reasons ?? [], [...at, 'reasons'], source),
      more: data.more ?? false,
      parts: causeRows(finance, data.parts ?? [], [...at, 'parts'], source, definition.parts ?? []),
    }];
  });
}

function reasonRows(finance: LoadedFinance, list: readonly FinanceReason[], path: Path, around: Source): ReasonRow[] {
  return list.map((data, index) => {
    const at: Path = [...path, index];
    const source = data.source ?? around;
    const amount = amountAt(finance, [...at, 'amount'], source);
    return { data, path: at, source, ...(amount ? { amount } : {}) };
  });
}

/** The rows of a table, each before its parts. */
export function rowsOf(table: FinanceTable): FinanceRow[] {
  return table.roots.flatMap(withParts);
}

export function withParts(top: FinanceRow): FinanceRow[] {
  return [top, ...top.parts.flatMap(withParts)];
}

/** The causes of a row, each before its own parts. */
export function allCauses(causes: readonly CauseRow[]): CauseRow[] {
  return causes.flatMap((cause) => [cause, ...allCauses(cause.parts)]);
}

/** Every reason of a row, with those under its causes. */
export function allReasons({ reasons, causes }: FinanceRow): ReasonRow[] {
  return [...reasons, ...allCauses(causes).flatMap((cause) => cause.reasons)];
}

/** `items/staff` → that row of the year. */
export function findRow(finance: LoadedFinance, ref: string): FinanceRow | undefined {
  const [tableId, rowId] = ref.split('/');
  const table = financeTables(finance).find(({ id }) => id === tableId);
  return table && rowsOf(table).find(({ id }) => id === rowId);
}

export function financeOf(report: Report, year: string): LoadedFinance | undefined {
  return report.finances.find((finance) => finance.year === year);
}

export function quantityIn(amount: Amount | undefined): Quantity | undefined {
  return amount && isQuantity(amount.figure) ? amount.figure : undefined;
}

/** The place of a row on its page. */
export function rowAnchor({ table, id }: Pick<FinanceRow, 'table' | 'id'>): string {
  return `${table}-${id}`;
}
