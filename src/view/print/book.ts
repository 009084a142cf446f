import type { ChartView } from '../chart-view.ts';
import type { Edition, Html } from '../edition.ts';
import { hyphenateHtml } from '../hyphenate.ts';
import { paperDrawing, paperHtml } from '../paper-html.ts';
import { layOutTable } from '../paper-table.ts';
import type { PaperTable } from '../paper-table.ts';
import type { TableView } from '../table.ts';

export interface NumberedTable {
  readonly anchor: string;
  /** 表3; a table that its heading names has none. */
  readonly label?: string;
  readonly table: PaperTable;
}

export interface NumberedFigure {
  readonly anchor: string;
  readonly label: string;
  readonly title: string;
  /** What it shows, for those who do not see it. */
  readonly alternative: string;
  readonly reading: string;
  readonly drawing: string;
  readonly notes: readonly string[];
  readonly source: string;
  /** The figures that it is drawn from, where the organisation wants them on paper. */
  readonly table?: ChartView['table'];
}

/** A line of the contents, with those below it. */
export interface ContentsEntry {
  readonly anchor: string;
  readonly title: string;
  readonly kids: readonly ContentsEntry[];
}

/** What is counted through the whole document, and where everything stands that prose may refer to. */
export class Book {
  readonly edition: Edition;
  readonly tables: NumberedTable[] = [];
  readonly figures: NumberedFigure[] = [];
  /** The ids that prose may name, with those in this document: what is missing here is not linked. */
  readonly #anchors: ReadonlyMap<string, string>;
  readonly #terms = new Set<string>();

  constructor(edition: Edition, anchors: ReadonlyMap<string, string> = new Map()) {
    this.edition = edition;
    this.#anchors = anchors;
  }

  html(text: Html): string {
    this.#explain(text);
    const html = paperHtml(this.edition, text, this.#anchors);
    return text.lang === 'en' ? hyphenateHtml(html) : html;
  }

  /** What a text links to must stand in the glossary. */
  #explain({ html }: Html): void {
    for (const [, term] of html.matchAll(/href="#term-([^"]+)"/g)) this.#terms.add(term!);
  }

  /** The terms that the document explains: those that it links to, and those that their explanations link to. */
  get terms(): ReadonlySet<string> {
    return this.#terms;
  }

  number(anchor: string, table: TableView): NumberedTable {
    const label = this.edition.t('tableNumber', this.tables.length + 1);
    for (const note of table.notes) this.#explain(note.html);
    const numbered = { anchor, label, table: layOutTable(this.edition, table) };
    this.tables.push(numbered);
    return numbered;
  }

  draw(chart: ChartView): NumberedFigure {
    const { id, title, reading, svg, notes, source } = chart;
    const figure = {
      anchor: id, label: this.edition.t('figureNumber', this.figures.length + 1),
      title, reading, drawing: paperDrawing(svg), notes, source,
      ...(this.edition.model.report.organisation.print?.chartTables ? { table: chart.table } : {}),
      alternative: this.edition.t('titled', title, reading),
    };
    this.figures.push(figure);
    return figure;
  }
}

/** `table-deductions` of a section → the id that prose uses on paper: `table-collection-deductions` */
export function tableAnchor(section: string, table: string): string {
  return table.replace(/^(?:table-)?/, `table-${section}-`);
}

/** I-2　適用の促進 / I-2 Promoting coverage */
export function codedTitle(edition: Edition, code: string, title: string): string {
  return `${code}${edition.t('gap')}${title}`;
}
