import { allCauses, COLUMNS, financeTables, quantityIn, rowAnchor, rowsOf } from '../derive/finance.ts';
import type { CauseRow, Column, FinanceRow, FinanceTable, ReasonRow } from '../derive/finance.ts';
import { page } from '../i18n/paths.ts';
import { dataFile } from '../i18n/data-files.ts';
import type { LoadedFinance } from '../load/report.ts';
import { isQuantity } from '../quantity/quantity.ts';
import type { ChartView } from './chart-view.ts';
import type { Edition, Html } from './edition.ts';
import { amountStyle } from './finance-amounts.ts';
import type { AmountStyle } from './finance-amounts.ts';
import { hasBudget, spent, viewFinanceCharts } from './finance-charts.ts';
import { causeName, columnName, columnsOf, shownMark, viewBreakdownTable, viewCauseTable, viewComparison, viewPlanTable } from './finance-tables.ts';
import { oncePerEdition } from './once.ts';
import type { TableView } from './table.ts';

/** The money of one year: how the budget was spent, why not all of it, and what was planned. */
export interface FinanceView {
  readonly year: string;
  readonly title: string;
  readonly href: string;
  readonly summary?: Html;
  readonly headlines: readonly { readonly name: string; readonly figure: string; readonly extra?: string }[];
  readonly charts: readonly ChartView[];
  readonly breakdowns: readonly BreakdownView[];
  readonly comparison?: TableView;
  readonly plans: readonly TableView[];
  readonly notes: readonly Html[];
  readonly source: string;
  readonly csv: string;
}

/** A breakdown as a tree to be opened row by row. */
export interface BreakdownView {
  readonly id: string;
  readonly title: string;
  /** 百万円; undefined where each amount carries its own. */
  readonly unit?: string;
  readonly columns: readonly string[];
  readonly root: TreeRow;
  /** The same as a plain table: for paper. */
  readonly table: TableView;
  /** With the amount of each cause, where the document tells them. */
  readonly causes?: TableView;
  readonly notes: readonly Html[];
  readonly source: string;
}

export interface TreeRow {
  readonly anchor: string;
  readonly mark?: string;
  readonly label: string;
  readonly isTotal: boolean;
  readonly cells: readonly { readonly name: string; readonly text: string; readonly absent: boolean }[];
  /** More is to be said of its amounts. */
  readonly isNoted: boolean;
  readonly fund?: string;
  readonly about?: Html;
  readonly causes: readonly TreeCause[];
  readonly reasons: readonly TreeReason[];
  readonly more: boolean;
  readonly notes: readonly TreeNote[];
  readonly parts: readonly TreeRow[];
}

export interface TreeCause {
  readonly name: string;
  readonly amount?: string;
  readonly reasons: readonly TreeReason[];
  readonly more: boolean;
  readonly parts: readonly TreeCause[];
}

export interface TreeReason {
  readonly html: Html;
  readonly amount?: string;
  /** Why its amount is not that of the same reason elsewhere. */
  readonly notes: readonly Html[];
}

/** What is to be said of an amount: a note, why it differs, or how else it is printed. */
export interface TreeNote {
  readonly about?: string;
  readonly source?: string;
  readonly html?: Html;
}

/** The year page, the print edition and the index all ask for it. */
export const viewFinance = oncePerEdition(makeFinance);

function makeFinance(edition: Edition, finance: LoadedFinance): FinanceView {
  const { data, year } = finance;
  const tables = financeTables(finance);
  const comparison = viewComparison(edition, finance);
  return {
    year,
    title: edition.t('financeOf', edition.period(year, 'total')),
    href: edition.path(page.financeYear(year)),
    ...(data.summary ? { summary: edition.prose(data.summary) } : {}),
    headlines: headlinesOf(edition, finance),
    charts: viewFinanceCharts(edition, finance),
    breakdowns: tables.filter(({ kind }) => kind === 'breakdown').map((table) => viewBreakdown(edition, finance, table)),
    ...(comparison ? { comparison } : {}),
    plans: tables.filter(({ kind }) => kind === 'plan').map((table) => viewPlanTable(edition, finance, table)),
    notes: (data.notes ?? []).map((note) => edition.prose(note)),
    source: edition.source(data.source),
    csv: edition.file(dataFile.resource('finance')),
  };
}

/** The total of the first breakdown, and the share of it that was spent. */
function headlinesOf(edition: Edition, finance: LoadedFinance): FinanceView['headlines'] {
  const [table] = financeTables(finance);
  const [total] = table ? rowsOf(table) : [];
  if (!total) return [];
  const [budget, settlement] = [quantityIn(total.amounts.budget), quantityIn(total.amounts.settlement)];
  return columnsOf(table!).map((column) => {
    const share = column === 'settlement' && budget && settlement && hasBudget(budget) ? edition.t('spentShare', spent(edition, { budget, settlement })) : undefined;
    const figure = total.amounts[column]?.figure;
    return { name: edition.t(column), figure: figure ? edition.figure(figure) : '', ...(share === undefined ? {} : { extra: share }) };
  });
}

function viewBreakdown(edition: Edition, finance: LoadedFinance, table: FinanceTable): BreakdownView {
  const rows = rowsOf(table);
  const style = amountStyle(edition, rows.flatMap(figuresOf));
  const causes = viewCauseTable(edition, finance, table);
  const columns = columnsOf(table);
  return {
    id: table.id,
    title: edition.pick(table.title),
    ...(style.unit === undefined ? {} : { unit: style.unit }),
    columns: columns.map((column) => columnName(edition, column)),
    root: viewTree(edition, finance, rows[0]!, { style, columns }),
    table: viewBreakdownTable(edition, finance, table),
    ...(causes ? { causes } : {}),
    notes: table.notes.map((note) => edition.inline(note)),
    source: edition.source(table.source),
  };
}

/** Those of its columns, its causes and its reasons: all that is shown in the tree. */
function figuresOf(row: FinanceRow) {
  const causes = allCauses(row.causes);
  const reasons = [...row.reasons, ...causes.flatMap((cause) => cause.reasons)];
  return [...Object.values(row.amounts), ...causes.flatMap(({ amount }) => amount ?? []), ...reasons.flatMap(({ amount }) => amount ?? [])]
    .map(({ figure }) => figure);
}

interface Manner {
  readonly style: AmountStyle;
  readonly columns: readonly Column[];
}

function viewTree(edition: Edition, finance: LoadedFinance, row: FinanceRow, manner: Manner): TreeRow {
  const { style, columns } = manner;
  const fund = finance.data.funds?.find(({ id }) => id === row.fund);
  const notes = notesOf(edition, row);
  const mark = shownMark(edition, row.mark);
  return {
    anchor: rowAnchor(row),
    ...(mark === undefined ? {} : { mark }),
    label: edition.pick(row.label),
    isTotal: row.level === 0,
    cells: columns.map((column) => {
      const figure = row.amounts[column]?.figure;
      return { name: columnName(edition, column), text: figure ? style.text(figure) : '', absent: figure !== undefined && !isQuantity(figure) };
    }),
    isNoted: notes.length > 0,
    ...(fund ? { fund: edition.pick(fund.label) } : {}),
    ...(row.about ? { about: edition.inline(row.about) } : {}),
    causes: row.causes.flatMap((cause) => viewCause(edition, cause)),
    reasons: row.reasons.map((reason) => viewReason(edition, reason)),
    more: row.more,
    notes,
    parts: row.parts.map((part) => viewTree(edition, finance, part, manner)),
  };
}

/** A cause that does not apply is left to the table of causes. */
function viewCause(edition: Edition, { definition, amount, reasons, more, parts }: CauseRow): TreeCause[] {
  if (amount && !isQuantity(amount.figure) && amount.figure.absent === 'not_applicable') return [];
  return [{
    name: causeName(edition, definition),
    ...(amount ? { amount: edition.figure(amount.figure) } : {}),
    reasons: reasons.map((reason) => viewReason(edition, reason)),
    more,
    parts: parts.flatMap((part) => viewCause(edition, part)),
  }];
}

function viewReason(edition: Edition, { data, amount }: ReasonRow): TreeReason {
  return {
    html: edition.inline(data.text),
    ...(amount ? { amount: edition.figure(amount.figure) } : {}),
    notes: [data.note, data.waiver].flatMap((text) => (text ? [edition.inline(text)] : [])),
  };
}

function notesOf(edition: Edition, row: FinanceRow): TreeNote[] {
  const waivers = COLUMNS.flatMap((column) => {
    const text = row.waivers[column];
    return text ? [{ about: columnName(edition, column), html: edition.inline(text) }] : [];
  });
  return [...(row.note ? [{ html: edition.inline(row.note) }] : []), ...waivers, ...printingsOf(edition, row)];
}

/** Where the same amount is printed with other digits. */
function printingsOf(edition: Edition, row: FinanceRow): TreeNote[] {
  return row.also.flatMap(({ amounts, source, waiver }) => {
    const others = COLUMNS.flatMap((column) => {
      const [kept, other] = [row.amounts[column], amounts[column]];
      if (!other || (kept && edition.figure(kept.figure) === edition.figure(other.figure))) return [];
      return [`${columnName(edition, column)} ${edition.figure(other.figure)}`];
    });
    if (others.length === 0) return [];
    const about = edition.t('named', edition.t('alsoPrinted'), others.join(edition.t('listGap')));
    return [{ about, source: edition.source(source), ...(waiver ? { html: edition.inline(waiver) } : {}) }];
  });
}

/** The years that there is money to tell of, the latest first. */
export function viewFinanceYears(edition: Edition): FinanceView[] {
  return edition.model.report.finances.map((finance) => viewFinance(edition, finance)).reverse();
}

/** Where the money of a year is told, if it is. */
export function financeLink(edition: Edition, year: string): { readonly text: string; readonly href: string } | undefined {
  const finance = edition.model.report.finances.find((each) => each.year === year);
  return finance && { text: edition.t('financeOf', edition.period(year, 'total')), href: edition.path(page.financeYear(year)) };
}

/** The latest year that there is money to tell of. */
export function latestFinanceLink(edition: Edition): ReturnType<typeof financeLink> {
  const latest = edition.model.report.finances.at(-1);
  return latest && financeLink(edition, latest.year);
}
