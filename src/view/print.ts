import type { ReportEdition, SectionEdition } from '../derive/model.ts';
import { pageName } from '../pdf/page-rules.ts';
import type { PrintSection } from '../pdf/page-rules.ts';
import { monthsOf } from '../time/period.ts';
import type { ChartView } from './chart-view.ts';
import { monthlyChart, yearlyChart } from './chart.ts';
import type { Edition } from './edition.ts';
import { viewReportLinks } from './home.ts';
import { pageReference, paperDrawing, paperHtml } from './paper-html.ts';
import { layOutTable } from './paper-table.ts';
import type { PaperTable } from './paper-table.ts';
import { viewSection } from './section.ts';
import type { SectionView } from './section.ts';
import type { TableView } from './table.ts';

/** A report as a book: numbered tables and figures, wide tables on pages of their own. Texts are HTML. */
export interface PrintView {
  readonly title: string;
  readonly asOf: string;
  readonly published: string;
  readonly chapters: readonly ChapterView[];
  readonly pages: readonly PrintSection[];
  readonly tables: readonly NumberedTable[];
  readonly figures: readonly NumberedFigure[];
  readonly howToRead: readonly string[];
  readonly glossary: readonly TermView[];
}

export interface ChapterView {
  readonly anchor: string;
  readonly title: string;
  readonly summary?: string;
  readonly page: string;
  readonly widePage: string;
  readonly verdicts: SectionView['verdicts'];
  readonly measures: readonly PrintMeasure[];
  readonly issuesAnchor: string;
  readonly issues: readonly { readonly heading?: string; readonly items: readonly string[] }[];
  readonly referenceAnchor: string;
  readonly hasReference: boolean;
  readonly reference: readonly NumberedTable[];
  readonly wide: readonly NumberedTable[];
  readonly figures: readonly NumberedFigure[];
  readonly notes: readonly string[];
  readonly source: string;
}

export interface PrintMeasure {
  readonly anchor: string;
  readonly title: string;
  readonly clauses: readonly PrintClause[];
  readonly tables: readonly NumberedTable[];
}

export interface PrintClause {
  readonly plan?: string;
  readonly verdicts: SectionView['verdicts'];
  readonly progress: readonly PrintProgress[];
  /** Too long to be kept on one page. */
  readonly long: boolean;
}

export interface PrintProgress {
  readonly html?: string;
  readonly main: boolean;
  /** References to the tables, which stand below: → 表3（8ページ） */
  readonly see: readonly string[];
}

export interface NumberedTable {
  readonly anchor: string;
  readonly label: string;
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

export interface TermView {
  readonly anchor: string;
  readonly term: string;
  readonly html: string;
}

export function viewPrint(edition: Edition, report: ReportEdition): PrintView {
  const book = new Book(edition, report);
  const chapters = report.sections.map((section) => viewChapter(book, section));
  const { title, asOf, published } = viewReportLinks(edition, report);
  return {
    title, asOf, published, chapters, pages: pagesOf(edition, chapters),
    tables: book.tables, figures: book.figures,
    howToRead: howToRead(edition, report), glossary: viewTerms(book),
  };
}

/** What is counted through the whole document, and where everything stands that prose may refer to. */
class Book {
  readonly edition: Edition;
  readonly tables: NumberedTable[] = [];
  readonly figures: NumberedFigure[] = [];
  readonly anchors: ReadonlyMap<string, string>;

  constructor(edition: Edition, report: ReportEdition) {
    this.edition = edition;
    this.anchors = findAnchors(edition, report);
  }

  html(text: Parameters<typeof paperHtml>[1]): string {
    return paperHtml(this.edition, text, this.anchors);
  }

  number(section: string, table: TableView): NumberedTable {
    const anchor = tableAnchor(section, table.id);
    const numbered = {
      anchor, label: label(this.edition, 'tableNumber', this.tables), table: layOutTable(this.edition, table),
    };
    this.tables.push(numbered);
    return numbered;
  }

  draw(chart: ChartView): NumberedFigure {
    const { id, title, reading, svg, notes, source } = chart;
    const figure = {
      anchor: id, label: label(this.edition, 'figureNumber', this.figures),
      title, reading, drawing: paperDrawing(svg), notes, source,
      ...(this.edition.model.report.organisation.print?.chartTables ? { table: chart.table } : {}),
      alternative: this.edition.t('titled', title, reading),
    };
    this.figures.push(figure);
    return figure;
  }
}

function label(edition: Edition, key: 'tableNumber' | 'figureNumber', before: readonly unknown[]): string {
  return edition.t(key, before.length + 1);
}

/** `table-deductions` of a section → the id that prose uses on paper: `table-np-collection-deductions` */
function tableAnchor(section: string, table: string): string {
  return table.replace(/^(?:table-)?/, `table-${section}-`);
}

/** The ids that prose on paper may name, with those in this document: what is missing here is not linked. */
function findAnchors(edition: Edition, { sections }: ReportEdition): Map<string, string> {
  const ids = sections.flatMap(({ entry, section, verdicts }) => [
    `section-${entry.id}`,
    ...verdicts.map(({ target }) => `target-${target.id}`),
    ...(section.data.tables ?? []).map(({ id }) => tableAnchor(entry.id, id)),
  ]);
  const drawn = sections.flatMap((section) => chartsOf(edition, section)).reverse();
  return new Map([
    ...ids.map((id) => [id, id] as const),
    ...drawn.map(({ id }) => [id.replace(/^chart-(.*)-(?:years|months)$/, 'indicator-$1'), id] as const),
  ]);
}

function viewChapter(book: Book, entry: SectionEdition): ChapterView {
  const section = viewSection(book.edition, entry);
  const measures = section.measures.map((measure) => viewMeasure(book, section.id, measure));
  const figures = chartsOf(book.edition, entry).map((chart) => book.draw(chart));
  const isWide = (table: TableView) => layOutTable(book.edition, table).layout === 'across';
  const { true: across = [], false: upright = [] } = Object.groupBy(section.reference, (table) => `${isWide(table)}`);
  const reference = upright.map((table) => book.number(section.id, table));
  const wide = across.map((table) => book.number(section.id, table));
  return {
    anchor: `section-${section.id}`,
    title: `${section.code}${book.edition.t('gap')}${section.title}`,
    ...(section.summary ? { summary: book.html(section.summary) } : {}),
    page: pageName(section.id), widePage: pageName(`${section.id}-wide`),
    verdicts: section.verdicts, measures,
    issuesAnchor: `${section.id}-issues`,
    issues: section.issues.map(({ heading, items }) => ({
      ...(heading ? { heading } : {}),
      items: items.map(({ html }) => book.html({ ...html, html: `<li>${html.html}</li>` })),
    })),
    referenceAnchor: `${section.id}-reference`,
    hasReference: reference.length + wide.length + figures.length > 0,
    reference, wide, figures,
    notes: section.notes.map((note) => book.html(note)), source: section.source,
  };
}

function viewMeasure(book: Book, section: string, measure: SectionView['measures'][number]): PrintMeasure {
  const tables: NumberedTable[] = [];
  const clauses = measure.clauses.map((clause): PrintClause => ({
    verdicts: clause.verdicts, long: isLong(book.edition, clause),
    ...(clause.plan ? { plan: book.html(clause.plan) } : {}),
    progress: clause.progress.map(({ html, main, tables: shown }) => {
      const numbered = shown.map((table) => book.number(section, table));
      tables.push(...numbered);
      const see = numbered.map((each) => pageReference(book.edition, each.anchor, each.label));
      return { main, see, ...(html ? { html: book.html(html) } : {}) };
    }),
  }));
  return { anchor: `${section}-${measure.id}`, title: measure.title, clauses, tables };
}

/** About ten lines: less is rather moved to the next page than split. */
const LONG = { wide: 300, narrow: 600 };

type ClauseView = SectionView['measures'][number]['clauses'][number];

function isLong(edition: Edition, { plan, progress }: ClauseView): boolean {
  const length = (html = '') => html.replace(/<[^>]*>/g, '').length;
  const done = progress.reduce((sum, { html }) => sum + length(html?.html), 0);
  return Math.max(length(plan?.html), done) > LONG[edition.style.wide ? 'wide' : 'narrow'];
}

/** The course of the section's headline indicators. */
function chartsOf(edition: Edition, { entry }: SectionEdition): ChartView[] {
  const { organisation, indicators } = edition.model.report;
  const own = organisation.headline.flatMap((id) => {
    const indicator = indicators.get(id);
    return indicator?.data.section === entry.id ? [indicator] : [];
  });
  const charts = own.flatMap((indicator) => [yearlyChart(edition, indicator), monthlyChart(edition, indicator)]);
  return charts.filter((chart) => chart !== undefined);
}

function pagesOf(edition: Edition, chapters: readonly ChapterView[]): PrintSection[] {
  return [
    { name: 'sec-imprint', heading: edition.t('imprint') },
    { name: 'sec-contents', heading: edition.t('contents') },
    { name: 'sec-targets', heading: edition.t('targetIndex') },
    { name: 'sec-glossary', heading: edition.t('glossary') },
    ...chapters.flatMap(({ page, widePage, title, wide }): PrintSection[] => [
      { name: page, heading: title },
      ...(wide.length > 0 ? [{ name: widePage, heading: title, orientation: 'landscape' as const }] : []),
    ]),
  ];
}

function howToRead(edition: Edition, { year }: ReportEdition): string[] {
  const months = monthsOf(year, edition.calendar.startMonth);
  const month = (at: string | undefined) => (at === undefined ? '' : edition.period(at, 'span'));
  const courses = (['ahead', 'on_track', 'behind'] as const).map((course) => edition.word('trajectory', course));
  return [
    edition.t('readPrinted'), edition.t('readSigns'), edition.t('readMissing'),
    ...(edition.calendar.startMonth === 1 ? [] : [edition.t('readYear', edition.period(year, 'total'), month(months[0]), month(months.at(-1)))]),
    edition.t('readVerdicts', edition.word('result', 'pending'), ...courses),
    edition.t('readTerms'),
  ];
}

function viewTerms(book: Book): TermView[] {
  const { locale } = book.edition;
  const terms = [...book.edition.model.report.glossary.values()];
  const collator = new Intl.Collator(locale);
  const name = (term: (typeof terms)[number]) => book.edition.pick(term.term);
  return terms.sort((a, b) => collator.compare(name(a), name(b))).map((term) => {
    const text = book.edition.inline(term.text);
    return { anchor: `term-${term.id}`, term: name(term), html: book.html({ ...text, html: `<p>${text.html}</p>` }) };
  });
}
