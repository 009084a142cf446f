import type { ReportEdition, SectionEdition } from '../../derive/model.ts';
import { pageName } from '../../pdf/page-rules.ts';
import type { ChartView } from '../chart-view.ts';
import { monthlyChart, yearlyChart } from '../chart.ts';
import type { Edition } from '../edition.ts';
import { pageReference } from '../paper-html.ts';
import { layOutTable } from '../paper-table.ts';
import { viewSection } from '../section.ts';
import type { ProgressView, SectionView } from '../section.ts';
import type { TableView } from '../table.ts';
import { codedTitle, tableAnchor } from './book.ts';
import type { Book, ContentsEntry, NumberedFigure, NumberedTable } from './book.ts';

/** A section of a report: the plan beside what was done, and in a performance report beside its evaluation. */
export interface SectionChapter {
  readonly kind: 'section';
  readonly anchor: string;
  readonly title: string;
  readonly summary?: string;
  readonly page: string;
  readonly widePage: string;
  readonly verdicts: SectionView['verdicts'];
  readonly hasPlan: boolean;
  readonly hasEvaluation: boolean;
  readonly measures: readonly PrintMeasure[];
  readonly issuesAnchor: string;
  readonly issues: readonly { readonly heading?: string; readonly items: readonly string[] }[];
  readonly referenceAnchor: string;
  readonly reference: readonly NumberedTable[];
  readonly wide: readonly NumberedTable[];
  readonly figures: readonly NumberedFigure[];
  readonly notes: readonly string[];
  readonly source: string;
  readonly contents: readonly ContentsEntry[];
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
  readonly evaluation: readonly PrintProgress[];
  /** Too long to be kept on one page. */
  readonly long: boolean;
}

export interface PrintProgress {
  readonly html?: string;
  readonly main: boolean;
  /** References to the tables, which stand below: → 表3（8ページ） */
  readonly see: readonly string[];
}

export function viewSectionChapter(book: Book, entry: SectionEdition): SectionChapter {
  const { edition } = book;
  const section = viewSection(edition, entry);
  const wide: NumberedTable[] = [];
  const measures = section.measures.map((measure) => viewMeasure(book, section.id, measure, wide));
  const figures = chartsOf(edition, entry).map((chart) => book.draw(chart));
  const isWide = (table: TableView) => layOutTable(edition, table).layout === 'across';
  const { true: across = [], false: upright = [] } = Object.groupBy(section.reference, (table) => `${isWide(table)}`);
  const number = (table: TableView) => book.number(tableAnchor(section.id, table.id), table);
  const reference = upright.map(number);
  wide.push(...across.map(number));
  const chapter = {
    issuesAnchor: `${section.id}-issues`, referenceAnchor: `${section.id}-reference`,
    measures, figures, reference, wide,
    issues: section.issues.map(({ heading, items }) => ({
      ...(heading ? { heading } : {}),
      items: items.map(({ html }) => book.html({ ...html, html: `<li>${html.html}</li>` })),
    })),
  };
  return {
    kind: 'section',
    anchor: `section-${section.id}`,
    title: codedTitle(edition, section.code, section.title),
    ...(section.summary ? { summary: book.html(section.summary) } : {}),
    page: pageName(section.id), widePage: pageName(`${section.id}-wide`),
    verdicts: section.verdicts,
    hasPlan: section.hasPlan,
    hasEvaluation: measures.some(({ clauses }) => clauses.some(({ evaluation }) => evaluation.length > 0)),
    ...chapter,
    notes: section.notes.map((note) => book.html(note)), source: section.source,
    contents: contentsOf(edition, chapter),
  };
}

type Bodies = Pick<SectionChapter, 'measures' | 'issues' | 'issuesAnchor' | 'reference' | 'wide' | 'figures' | 'referenceAnchor'>;

function contentsOf(edition: Edition, chapter: Bodies): ContentsEntry[] {
  const { measures, issues, issuesAnchor, reference, wide, figures, referenceAnchor } = chapter;
  return [
    ...measures.map(({ anchor, title }) => ({ anchor, title, kids: [] })),
    ...(issues.length > 0 ? [{ anchor: issuesAnchor, title: edition.t('issues'), kids: [] }] : []),
    ...(reference.length + wide.length + figures.length > 0 ? [{ anchor: referenceAnchor, title: edition.t('referenceData'), kids: [] }] : []),
  ];
}

/** Tables stand below their clauses; those that go across the page, on pages at the end of the section. */
function viewMeasure(
  book: Book, section: string, measure: SectionView['measures'][number], wide: NumberedTable[],
): PrintMeasure {
  const tables: NumberedTable[] = [];
  const viewEntry = ({ html, main, tables: shown }: ProgressView): PrintProgress => {
    const numbered = shown.map((table) => book.number(tableAnchor(section, table.id), table));
    for (const each of numbered) (each.table.layout === 'across' ? wide : tables).push(each);
    const see = numbered.map((each) => pageReference(book.edition, each.anchor, each.label ?? ''));
    return { main, see, ...(html ? { html: book.html(html) } : {}) };
  };
  const clauses = measure.clauses.map((clause): PrintClause => ({
    verdicts: clause.verdicts, long: isLong(book.edition, clause),
    ...(clause.plan ? { plan: book.html(clause.plan) } : {}),
    progress: clause.progress.map(viewEntry),
    evaluation: clause.evaluation.map(viewEntry),
  }));
  return { anchor: `${section}-${measure.id}`, title: measure.title, clauses, tables };
}

/** About six lines: less is rather moved to the next page than split. */
const LONG = { wide: 180, narrow: 360 };

type ClauseView = SectionView['measures'][number]['clauses'][number];

function isLong(edition: Edition, { plan, progress, evaluation }: ClauseView): boolean {
  const length = (html = '') => html.replace(/<[^>]*>/g, '').length;
  const sum = (entries: readonly ProgressView[]) => entries.reduce((all, { html }) => all + length(html?.html), 0);
  return Math.max(length(plan?.html), sum(progress), sum(evaluation)) > LONG[edition.style.wide ? 'wide' : 'narrow'];
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

/** Where in a document with these sections everything stands that their prose may refer to. */
export function sectionAnchors(edition: Edition, sections: ReportEdition['sections']): Map<string, string> {
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
