import type { ReportEdition } from '../../derive/model.ts';
import type { LoadedFinance } from '../../load/report.ts';
import { pageName } from '../../pdf/page-rules.ts';
import type { Edition } from '../edition.ts';
import { viewFinance } from '../finance.ts';
import type { BreakdownView, TreeCause, TreeReason, TreeRow } from '../finance.ts';
import { layOutTable } from '../paper-table.ts';
import type { TableView } from '../table.ts';
import type { VerdictView } from '../verdict.ts';
import type { Book, ContentsEntry, NumberedFigure, NumberedTable } from './book.ts';

/** The money of the year: how the budget was spent, why not all of it, and what was planned. */
export interface FinanceChapter {
  readonly kind: 'finance';
  readonly anchor: string;
  readonly title: string;
  readonly page: string;
  readonly widePage: string;
  readonly summary?: string;
  readonly figures: readonly NumberedFigure[];
  readonly groups: readonly FinanceGroup[];
  readonly wide: readonly NumberedTable[];
  readonly notes: readonly string[];
  readonly source: string;
  readonly verdicts: readonly VerdictView[];
  readonly contents: readonly ContentsEntry[];
}

/** Tables of one kind, with the reasons that a breakdown gives. */
export interface FinanceGroup {
  readonly anchor: string;
  readonly title: string;
  readonly tables: readonly NumberedTable[];
  readonly reasons: readonly RowReasons[];
}

export interface RowReasons {
  readonly name: string;
  /** ① 入札による減少、③ 事業内容の変更 */
  readonly causes: string;
  readonly items: readonly string[];
}

/** The money that the report itself tells of: later documents may tell more of its year. */
export function financeOfReport({ model }: Edition, { year, data }: ReportEdition): LoadedFinance | undefined {
  if (data.kind === 'plan') return undefined;
  return model.report.finances.find((finance) => finance.year === year && finance.data.source.document === data.document);
}

export function viewFinanceChapter(book: Book, finance: LoadedFinance): FinanceChapter {
  const { edition } = book;
  const view = viewFinance(edition, finance);
  const wide: NumberedTable[] = [];
  const figures = view.charts.map((chart) => book.draw(chart));
  /** Those that go across the page stand at the end of the chapter. */
  const number = (tables: readonly TableView[]): NumberedTable[] =>
    tables.flatMap((table) => {
      const numbered = book.number(`finance-${table.id}`, table);
      if (layOutTable(edition, table).layout !== 'across') return [numbered];
      wide.push(numbered);
      return [];
    });
  const groups = [
    ...view.breakdowns.map((breakdown): FinanceGroup => ({
      anchor: `finance-${breakdown.id}`, title: breakdown.title,
      tables: number([breakdown.table, ...(breakdown.causes ? [breakdown.causes] : [])]),
      reasons: reasonsOf(book, breakdown),
    })),
    ...(view.comparison ? [{ anchor: 'finance-comparison', title: edition.t('comparison'), tables: number([view.comparison]), reasons: [] }] : []),
    ...(view.plans.length > 0 ? [{ anchor: 'finance-plans', title: edition.t('plansTitle'), tables: number(view.plans), reasons: [] }] : []),
  ];
  return {
    kind: 'finance', anchor: 'finance', title: view.title, page: pageName('finance'), widePage: pageName('finance-wide'),
    ...(view.summary ? { summary: book.html(view.summary) } : {}),
    figures, groups, wide, notes: view.notes.map((note) => book.html(note)), source: view.source, verdicts: [],
    contents: groups.map(({ anchor, title }) => ({ anchor, title, kids: [] })),
  };
}

/** The rows that say why, in the order of the tree. */
function reasonsOf(book: Book, { root }: BreakdownView): RowReasons[] {
  const visit = (row: TreeRow): RowReasons[] => {
    const name = row.mark === undefined ? row.label : `${row.mark} ${row.label}`;
    const causes = row.causes.map((cause) => amounted(cause.name, cause.amount, book.edition)).join(book.edition.t('clauseGap'));
    const items = [...row.causes.flatMap((cause) => itemsOfCause(book, cause)), ...itemsOf(book, row.reasons, row.more)];
    const own = items.length > 0 || row.notes.length > 0 ? [{ name, causes, items: [...items, ...notesOf(book, row)] }] : [];
    return [...own, ...row.parts.flatMap(visit)];
  };
  return visit(root);
}

function itemsOfCause(book: Book, cause: TreeCause): string[] {
  return [...itemsOf(book, cause.reasons, cause.more), ...cause.parts.flatMap((part) => itemsOfCause(book, part))];
}

function itemsOf(book: Book, reasons: readonly TreeReason[], more: boolean): string[] {
  const items = reasons.map(({ html, amount, notes }) =>
    [`${book.html(html)}${amount === undefined ? '' : ` <span class="figure">${amount}</span>`}`, ...notes.map((note) => book.edition.bracket(book.html(note)))].join(' '));
  return more ? [...items, book.edition.t('andMore')] : items;
}

function notesOf(book: Book, { notes }: TreeRow): string[] {
  return notes.map(({ about, source, html }) =>
    [about, source === undefined ? undefined : book.edition.bracket(source), html && book.html(html)].filter((text) => text !== undefined).join(' '));
}

function amounted(name: string, amount: string | undefined, edition: Edition): string {
  return amount === undefined ? name : edition.t('named', name, amount);
}
