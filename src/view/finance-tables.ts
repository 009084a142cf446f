import { foundAmount, foundCause } from '../derive/figures.ts';
import type { Found } from '../derive/figures.ts';
import { allCauses, financeTables, rowAnchor, rowsOf } from '../derive/finance.ts';
import type { Column, FinanceRow, FinanceTable } from '../derive/finance.ts';
import type { LoadedFinance } from '../load/report.ts';
import { isQuantity } from '../quantity/quantity.ts';
import type { FinanceCause } from '../schema/finance.ts';
import type { Edition } from './edition.ts';
import { amountStyle } from './finance-amounts.ts';
import type { AmountStyle } from './finance-amounts.ts';
import { Notes } from './notes.ts';
import { rowPlace } from './table.ts';
import type { CellView, HeadCell, NoteView, RowView, TableView } from './table.ts';

/** What a row has in a column, or nothing. */
type Picked = (row: FinanceRow) => Found | undefined;

const BREAKDOWN: readonly Column[] = ['budget', 'settlement', 'difference'];

/** A breakdown as a table: budget, settlement and their difference, the parts set in below. */
export function viewBreakdownTable(edition: Edition, finance: LoadedFinance, table: FinanceTable): TableView {
  const columns = columnsOf(table);
  return layOut(edition, table, {
    id: `table-${table.id}`,
    title: edition.pick(table.title),
    head: [columns.map((column) => head(columnName(edition, column)))],
    picks: columns.map((column): Picked => (row) => foundAmount(finance, row, column)),
  });
}

/** The columns that a breakdown prints: some print no difference. */
export function columnsOf(table: FinanceTable): Column[] {
  const rows = rowsOf(table);
  return BREAKDOWN.filter((column) => rows.some((row) => row.amounts[column]));
}

export function columnName(edition: Edition, column: Column): string {
  return edition.t(column === 'difference' ? 'differenceShort' : column);
}

/** The same with the amount of each cause; undefined where the table does not tell them. */
export function viewCauseTable(edition: Edition, finance: LoadedFinance, table: FinanceTable): TableView | undefined {
  const rows = rowsOf(table);
  const told = new Set(rows.flatMap((row) => allCauses(row.causes).filter(({ amount }) => amount).map(({ definition }) => definition.id)));
  const causes = (finance.data.causes ?? []).filter((cause) => withParts(cause).some(({ id }) => told.has(id)));
  if (causes.length === 0) return undefined;
  const columns = columnsOf(table);
  const flat = causes.flatMap((cause) => withParts(cause));
  return layOut(edition, table, {
    id: `table-${table.id}-causes`,
    title: edition.t('causeMatrix', edition.pick(table.title)),
    head: causeHead(edition, columns, causes),
    picks: [
      ...columns.map((column): Picked => (row) => foundAmount(finance, row, column)),
      ...flat.map(({ id }): Picked => (row) => {
        const cause = allCauses(row.causes).find(({ definition }) => definition.id === id);
        return cause && foundCause(finance, row, cause);
      }),
    ],
  });
}

function withParts(cause: FinanceCause): FinanceCause[] {
  return [cause, ...(cause.parts ?? [])];
}

/** A cause with parts stands over its own amount and those of its parts. */
function causeHead(edition: Edition, columns: readonly Column[], causes: readonly FinanceCause[]): HeadCell[][] {
  const two = causes.some(({ parts }) => parts);
  const rowSpan = two ? 2 : 1;
  const top = [
    ...columns.map((column) => head(columnName(edition, column), 1, rowSpan)),
    ...causes.map((cause) => (cause.parts ? head(causeName(edition, cause), withParts(cause).length) : head(causeName(edition, cause), 1, rowSpan))),
  ];
  if (!two) return [top];
  const bottom = causes.flatMap((cause) => (cause.parts ? [head(edition.t('total')), ...cause.parts.map((part) => head(causeName(edition, part)))] : []));
  return [top, bottom];
}

function head(text: string, colSpan = 1, rowSpan = 1): HeadCell {
  return { text, colSpan, rowSpan };
}

/** ① 入札による減少 */
export function causeName(edition: Edition, { mark, label }: Pick<FinanceCause, 'mark' | 'label'>): string {
  return marked(edition, mark, edition.pick(label));
}

/** 1 職員人件費. A mark in letters of the documents' own language, such as ア, tells nothing in another. */
export function marked(edition: Edition, mark: string | undefined, label: string): string {
  const shown = shownMark(edition, mark);
  return shown === undefined ? label : `${shown} ${label}`;
}

export function shownMark(edition: Edition, mark: string | undefined): string | undefined {
  const own = edition.locale === edition.model.report.languages.text;
  return mark === undefined || own || !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(mark) ? mark : undefined;
}

/** A plan: its sides one below the other. */
export function viewPlanTable(edition: Edition, finance: LoadedFinance, table: FinanceTable): TableView {
  return layOut(edition, table, {
    id: `table-${table.id}`,
    title: edition.pick(table.title),
    head: [[head(edition.t('amount'))]],
    picks: [(row) => foundAmount(finance, row, 'amount')],
    groups: table.roots.map((root, index) => edition.pick(finance.data.plans?.find(({ id }) => id === table.id)?.sides[index]?.title ?? root.label)),
  });
}

/** How many years a comparison goes back. */
const YEARS = 3;

/** Budget and settlement of the same rows over the years up to this one; undefined where there is no other year. */
export function viewComparison(edition: Edition, finance: LoadedFinance): TableView | undefined {
  const { finances } = edition.model.report;
  const [main] = financeTables(finance);
  const years = finances.filter(({ year }) => year <= finance.year).slice(-YEARS);
  const same = years.flatMap((each) => {
    const table = financeTables(each).find(({ id }) => id === main?.id);
    return table ? [{ finance: each, rows: new Map(rowsOf(table).map((row) => [row.id, row])), source: table.source }] : [];
  });
  const [first, last] = [same[0], same.at(-1)];
  if (!main || !first || !last || same.length < 2) return undefined;
  const columns: readonly Column[] = ['budget', 'settlement'];
  const picks = same.flatMap(({ finance: each, rows }) =>
    columns.map((column): Picked => (row) => {
      const other = rows.get(row.id);
      return other && foundAmount(each, other, column);
    }));
  const name = (year: string) => edition.period(year, 'total');
  const sources = new Set(same.map(({ source }) => edition.source(source)));
  return {
    ...layOut(edition, main, {
      id: `table-${main.id}-years`,
      title: edition.t('comparisonTitle', name(first.finance.year), name(last.finance.year)),
      head: [
        same.map((each) => head(edition.capitalise(name(each.finance.year)), columns.length)),
        same.flatMap(() => columns.map((column) => head(columnName(edition, column)))),
      ],
      picks,
    }),
    source: [...sources].join(edition.t('clauseGap')),
  };
}

interface Layout {
  readonly id: string;
  readonly title: string;
  readonly head: readonly (readonly HeadCell[])[];
  readonly picks: readonly Picked[];
  /** What stands over the rows of each root, where there are several. */
  readonly groups?: readonly string[];
}

/** The total stands last, as documents print it. */
function layOut(edition: Edition, table: FinanceTable, { id, title, head: heads, picks, groups }: Layout): TableView {
  const notes = new Notes(edition);
  const found = rowsOf(table).flatMap((row) => picks.flatMap((pick) => pick(row)?.figure ?? []));
  const style = amountStyle(edition, found);
  const rows = table.roots.flatMap((root, index) => {
    const lines = [...root.parts.flatMap((part) => rowsBelow(edition, part, picks, style, notes)), ...totalRow(edition, root, picks, style, notes)];
    const group = groups?.[index];
    // The rows of breakdowns stand in their tree by that name: here they have a second place.
    const placed = table.kind === 'plan' ? lines : lines.map((line) => ({ ...line, anchor: rowPlace(id, line.anchor ?? '') }));
    return placed.map((line, position) => (group !== undefined && position === 0 ? { ...line, group: { text: group, rowSpan: lines.length } } : line));
  });
  return {
    id,
    title: style.unit === undefined ? title : edition.t('named', title, style.unit),
    head: heads, rows, hasGroups: groups !== undefined,
    notes: [...notesOf(edition, table), ...notes.list()],
    source: edition.source(table.source),
  };
}

function notesOf(edition: Edition, table: FinanceTable): NoteView[] {
  return table.notes.map((note) => ({ html: edition.inline(note) }));
}

function rowsBelow(edition: Edition, row: FinanceRow, picks: readonly Picked[], style: AmountStyle, notes: Notes): RowView[] {
  return [
    { anchor: rowAnchor(row), label: marked(edition, row.mark, edition.pick(row.label)), role: 'part', level: row.level - 1, cells: cellsOf(row, picks, style, notes) },
    ...row.parts.flatMap((part) => rowsBelow(edition, part, picks, style, notes)),
  ];
}

function totalRow(edition: Edition, root: FinanceRow, picks: readonly Picked[], style: AmountStyle, notes: Notes): RowView[] {
  if (!picks.some((pick) => pick(root))) return [];
  return [{ anchor: rowAnchor(root), label: edition.pick(root.label), role: 'total', cells: cellsOf(root, picks, style, notes) }];
}

function cellsOf(row: FinanceRow, picks: readonly Picked[], style: AmountStyle, notes: Notes): CellView[] {
  return picks.map((pick) => {
    const found = pick(row);
    if (!found) return { text: '' };
    const note = notes.of(found);
    return {
      text: style.text(found.figure),
      ...(isQuantity(found.figure) ? {} : { absent: true }),
      ...(note === undefined ? {} : { note }),
    };
  });
}
