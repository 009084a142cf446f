import type { ReportEdition, SectionEdition } from '../derive/model.ts';
import { pageName } from '../pdf/page-rules.ts';
import type { PrintSection } from '../pdf/page-rules.ts';
import type { ChartView } from './chart.ts';
import { monthlyChart, yearlyChart } from './chart.ts';
import type { Edition, Html } from './edition.ts';
import { viewSection } from './section.ts';
import type { SectionView } from './section.ts';
import type { TableView } from './table.ts';

/** A report as a book: numbered tables and figures, wide tables on pages of their own. */
export interface PrintView {
  readonly chapters: readonly ChapterView[];
  readonly pages: readonly PrintSection[];
  readonly tables: readonly NumberedTable[];
  readonly figures: readonly NumberedFigure[];
}

export interface ChapterView {
  readonly section: SectionView;
  readonly page: string;
  readonly widePage: string;
  readonly measures: readonly PrintMeasure[];
  readonly reference: readonly NumberedTable[];
  readonly wide: readonly NumberedTable[];
  readonly figures: readonly NumberedFigure[];
}

export interface PrintMeasure {
  readonly id: string;
  readonly title: string;
  readonly clauses: readonly PrintClause[];
  readonly tables: readonly NumberedTable[];
}

export interface PrintClause {
  readonly id: string;
  readonly plan?: Html;
  readonly verdicts: SectionView['verdicts'];
  readonly progress: readonly { readonly html?: Html; readonly main: boolean; readonly tables: readonly NumberedTable[] }[];
}

export interface NumberedTable {
  readonly number: number;
  readonly anchor: string;
  readonly label: string;
  readonly table: TableView;
}

export interface NumberedFigure {
  readonly number: number;
  readonly anchor: string;
  readonly label: string;
  readonly chart: ChartView;
}

/** More columns than this go across the page. */
const PORTRAIT_COLUMNS = 8;

export function viewPrint(edition: Edition, report: ReportEdition): PrintView {
  const tables: NumberedTable[] = [];
  const figures: NumberedFigure[] = [];
  const chapters = report.sections.map((section) => viewChapter(edition, report, section, tables, figures));
  const title = edition.pick(report.data.title);
  const front = [
    { name: 'sec-imprint', heading: edition.t('imprint') }, { name: 'sec-contents', heading: edition.t('contents') },
    { name: 'sec-targets', heading: edition.t('targetIndex') }, { name: 'sec-glossary', heading: edition.t('glossary') },
  ];
  const pages = chapters.flatMap(({ page, widePage, section }): PrintSection[] => {
    const heading = `${section.code} ${section.title}`;
    return [{ name: page, heading }, { name: widePage, heading, orientation: 'landscape' }];
  });
  return { chapters, pages: [...front, ...pages].map((each) => ({ ...each, heading: each.heading || title })), tables, figures };
}

function viewChapter(
  edition: Edition, report: ReportEdition, entry: SectionEdition, tables: NumberedTable[], figures: NumberedFigure[],
): ChapterView {
  const section = viewSection(edition, report, entry);
  const number = (table: TableView): NumberedTable => {
    const next = tables.length + 1;
    const numbered = { number: next, anchor: `${section.id}-${table.id}`, label: edition.locale === 'ja' ? `表${next}` : `Table ${next}`, table };
    tables.push(numbered);
    return numbered;
  };
  const measures = section.measures.map((measure): PrintMeasure => {
    const clauses = measure.clauses.map((clause): PrintClause => ({
      id: clause.id, verdicts: clause.verdicts, ...(clause.plan ? { plan: clause.plan } : {}),
      progress: clause.progress.map((progress) => ({
        main: progress.main, tables: progress.tables.map(number), ...(progress.html ? { html: progress.html } : {}),
      })),
    }));
    return { id: measure.id, title: measure.title, clauses, tables: clauses.flatMap((clause) => clause.progress.flatMap((progress) => progress.tables)) };
  });
  const reference = section.reference.map(number);
  return {
    section, page: pageName(section.id), widePage: pageName(`${section.id}-wide`), measures,
    reference: reference.filter((each) => !isWide(each.table)),
    wide: reference.filter((each) => isWide(each.table)),
    figures: chartsOf(edition, entry).map((chart) => numberFigure(edition, chart, figures)),
  };
}

function numberFigure(edition: Edition, chart: ChartView, figures: NumberedFigure[]): NumberedFigure {
  const number = figures.length + 1;
  const figure = { number, anchor: `figure-${number}`, label: edition.locale === 'ja' ? `図${number}` : `Figure ${number}`, chart };
  figures.push(figure);
  return figure;
}

/** The course of the section's headline indicators. */
function chartsOf(edition: Edition, { entry }: SectionEdition): ChartView[] {
  const { organisation, indicators } = edition.model.report;
  const own = organisation.headline.flatMap((id) => {
    const indicator = indicators.get(id);
    return indicator?.data.section === entry.id ? [indicator] : [];
  });
  return own.flatMap((indicator) => [yearlyChart(edition, indicator), monthlyChart(edition, indicator)].filter((chart) => chart !== undefined));
}

function isWide(table: TableView): boolean {
  const columns = (table.head[0] ?? []).reduce((sum, cell) => sum + cell.colSpan, 0);
  return columns > PORTRAIT_COLUMNS;
}

/** On paper a cross reference says its page: the PDF's runner fills in the number. */
export function withPageNumbers(edition: Edition, html: string): string {
  const [before, after] = edition.locale === 'ja' ? ['（', 'ページ）'] : [' (p. ', ')'];
  return html.replace(/<a href="(#[^"]+)" class="reference">([^<]*)<\/a>/g, (_, href: string, text: string) =>
    `<a href="${href}" data-page-ref>${text}<span class="nowrap">${before}<span class="page-number"></span>${after}</span></a>`);
}
