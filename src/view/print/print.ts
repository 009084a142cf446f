import type { MidTermEdition } from '../../derive/mid-term.ts';
import { indicatorsInOrder } from '../../derive/model.ts';
import type { ReportEdition, ReportModel, SectionEdition } from '../../derive/model.ts';
import { noteRule } from '../../pdf/note-rule.ts';
import { pageRules } from '../../pdf/page-rules.ts';
import type { PrintSection } from '../../pdf/page-rules.ts';
import { monthsOf } from '../../time/period.ts';
import { sectionCode } from '../../derive/section-code.ts';
import type { Edition } from '../edition.ts';
import { viewReportLinks } from '../home.ts';
import { spanText } from '../mid-term.ts';
import { DATA_BOOK } from '../pdfs.ts';
import { widthRules } from '../paper-table.ts';
import type { VerdictView } from '../verdict.ts';
import { Book, codedTitle } from './book.ts';
import type { ContentsEntry, NumberedFigure, NumberedTable } from './book.ts';
import { viewDataChapter } from './data-chapter.ts';
import type { DataChapter } from './data-chapter.ts';
import { financeOfReport, viewFinanceChapter } from './finance-chapter.ts';
import type { FinanceChapter } from './finance-chapter.ts';
import { midTermAnchors, viewMidTermChapters } from './mid-term-chapter.ts';
import type { ConceptChapter, DirectionChapter } from './mid-term-chapter.ts';
import { inParts } from './parts.ts';
import type { PrintPart } from './parts.ts';
import { viewPlanChapter } from './plan-chapter.ts';
import type { PlanChapter } from './plan-chapter.ts';
import { sectionAnchors, viewSectionChapter } from './section-chapter.ts';
import type { SectionChapter } from './section-chapter.ts';

/** A document to be printed: numbered tables and figures, contents, index, glossary. Texts are HTML. */
export interface PrintView {
  readonly title: string;
  /** An offprint's: the report that it is taken from. */
  readonly of?: string;
  /** What the imprint says of it: its date, its publication. */
  readonly facts: readonly { readonly term: string; readonly text: string }[];
  /** The day that the data says, for the PDF: 2025-12-01 */
  readonly date: string;
  readonly parts: readonly PrintPart[];
  readonly targets: readonly { readonly title: string; readonly verdicts: readonly VerdictView[] }[];
  /** The `@page` rules: a running head for each part and chapter. */
  readonly rules: string;
  readonly contents: readonly ContentsEntry[];
  readonly tables: readonly NumberedTable[];
  readonly figures: readonly NumberedFigure[];
  readonly howToRead: readonly string[];
  readonly glossary: readonly TermView[];
}

export type Chapter = SectionChapter | PlanChapter | ConceptChapter | DirectionChapter | DataChapter | FinanceChapter;

export interface TermView {
  readonly anchor: string;
  readonly term: string;
  readonly html: string;
}

/** The documents that can be printed, by the last part of their address. */
export function listPrints({ editions, midTerms, report }: ReportModel): { readonly id: string; readonly sections: readonly string[] }[] {
  return [
    ...editions.map(({ data, sections }) => ({ id: data.id, sections: sections.map(({ entry }) => entry.id) })),
    ...midTerms.map(({ plan }) => ({ id: plan.data.id, sections: [] })),
    ...(report.indicators.size > 0 ? [{ id: DATA_BOOK, sections: [] }] : []),
  ];
}

/** @throws RangeError where there is no such document. */
export function viewPrint(edition: Edition, id: string): PrintView {
  const report = edition.model.editions.find(({ data }) => data.id === id);
  if (report) return viewReport(edition, report);
  const midTerm = edition.model.midTerms.find(({ plan }) => plan.data.id === id);
  if (midTerm) return viewPlan(edition, midTerm);
  if (id === DATA_BOOK) return viewDataBook(edition);
  throw new RangeError(`print/${id}`);
}

/** One section of a report, to be printed by itself. @throws RangeError where there is none. */
export function viewOffprint(edition: Edition, id: string, sectionId: string): PrintView {
  const report = edition.model.editions.find(({ data }) => data.id === id);
  const section = report?.sections.find(({ entry }) => entry.id === sectionId);
  if (!report || !section) throw new RangeError(`print/${id}/${sectionId}`);
  const book = new Book(edition, anchorsOf(edition, report, [section]));
  const chapter = viewReportChapter(book, report, section);
  const { title, asOf, published } = viewReportLinks(edition, report);
  return finish(book, {
    title: chapter.title, of: title, facts: factsOf(edition, asOf, published), date: dayOf(report.data.published),
    parts: [{ chapters: [chapter] }], howToRead: [],
  });
}

function viewReport(edition: Edition, report: ReportEdition): PrintView {
  const book = new Book(edition, anchorsOf(edition, report, report.sections));
  const { title, asOf, published } = viewReportLinks(edition, report);
  const chapters = report.sections.map((section) => ({ part: section.part.id, chapter: viewReportChapter(book, report, section) }));
  const money = financeOfReport(edition, report);
  return finish(book, {
    title, facts: factsOf(edition, asOf, published), date: dayOf(report.data.published),
    parts: [...inParts(edition, chapters), ...(money ? [{ chapters: [viewFinanceChapter(book, money)] }] : [])],
    howToRead: howToRead(edition, report.year),
  });
}

/** A plan knows no progress: it has neither the tables nor the charts of a report. */
function viewReportChapter(book: Book, report: ReportEdition, section: SectionEdition): SectionChapter | PlanChapter {
  return report.data.kind === 'plan' ? viewPlanChapter(book, section) : viewSectionChapter(book, section);
}

function anchorsOf(edition: Edition, report: ReportEdition, sections: readonly SectionEdition[]): Map<string, string> {
  const anchors = sectionAnchors(edition, sections);
  if (report.data.kind !== 'plan') return anchors;
  return new Map([...anchors].filter(([id]) => /^(?:section|target)-/.test(id)));
}

function viewPlan(edition: Edition, midTerm: MidTermEdition): PrintView {
  const book = new Book(edition, midTermAnchors(edition, midTerm));
  const { data } = midTerm.plan;
  const [concept, ...directions] = viewMidTermChapters(book, midTerm);
  const chapters = directions.map((chapter, index) => ({ part: partOf(edition, data.chapters[index]?.sections[0]), chapter }));
  const document = edition.model.report.documents.get(data.source.document);
  const published = document ? String(document.published) : data.to.slice(2);
  return finish(book, {
    title: edition.pick(data.title),
    facts: [
      { term: edition.t('planPeriod'), text: spanText(edition, data.from, data.to) },
      ...(document ? [{ term: edition.t('source'), text: edition.pick(document.title) }] : []),
    ],
    date: dayOf(published),
    parts: [...(concept ? [{ chapters: [concept] }] : []), ...inParts(edition, chapters)],
    howToRead: howToRead(edition, data.from),
  });
}

function viewDataBook(edition: Edition): PrintView {
  const book = new Book(edition);
  const bySection = Map.groupBy(indicatorsInOrder(edition.model.report), ({ data }) => data.section);
  const chapters = edition.model.report.outline.parts.flatMap((part) =>
    part.sections.flatMap((section) => {
      const { id, title } = section;
      const indicators = bySection.get(id);
      if (!indicators) return [];
      const name = codedTitle(edition, sectionCode(part, section), edition.pick(title));
      return [{ part: part.id, chapter: viewDataChapter(book, { id, title: name }, indicators) }];
    }),
  );
  const { known } = edition.model;
  return finish(book, {
    title: edition.t('dataBook'), facts: [{ term: edition.t('asOf'), text: edition.day(known) }], date: known,
    parts: inParts(edition, chapters), howToRead: howToRead(edition, undefined),
  });
}

type Body = Pick<PrintView, 'title' | 'of' | 'facts' | 'date' | 'parts' | 'howToRead'>;

/** What follows from the body: what was counted, the index, the glossary, the contents, a running head for each part. */
function finish(book: Book, body: Body): PrintView {
  const { edition } = book;
  const chapters = body.parts.flatMap((part) => part.chapters);
  const targets = chapters.flatMap(({ title, verdicts }) => (verdicts.length > 0 ? [{ title, verdicts }] : []));
  const glossary = viewTerms(book);
  const top = (anchor: string, title: string): ContentsEntry => ({ anchor, title, kids: [] });
  const offprint = body.of !== undefined;
  const back = glossary.length > 0 ? [top('glossary', edition.t('glossary'))] : [];
  const index = targets.length > 0 && !offprint ? [top('target-index', edition.t('targetIndex'))] : [];
  return {
    ...body, howToRead: glossary.length > 0 && !offprint ? [...body.howToRead, edition.t('readTerms')] : body.howToRead,
    targets: offprint ? [] : targets, tables: book.tables, figures: book.figures, glossary,
    contents: offprint ? [...chapters.flatMap(({ contents }) => contents), ...back] : [...index, ...body.parts.flatMap((part) => contentsOfPart(edition, part)), ...back],
    rules: [pageRules(pagesOf(edition, body.parts), body.of ?? body.title, edition.family), noteRule(edition.say('noteMark', '{0}'), edition.say('markGap')), widthRules(book.tables), FIGURE_RULES].join('\n'),
  };
}

/** Tables of a data book: their figures get columns of one width, as wide as the page has room for. */
const FIGURE_RULES = Array.from({ length: 60 }, (_, index) => index + 1)
  .map((figures) => `.figures-${figures} > col:not(:first-child) { width: ${Math.min(20, Math.floor(1350 / figures) / 10)}mm; }`)
  .join('\n');

function contentsOfPart(edition: Edition, { heading, chapters }: PrintPart): ContentsEntry[] {
  const kids = chapters.map(({ anchor, title, contents }) => ({ anchor, title, kids: contents }));
  return heading ? [{ anchor: heading.anchor, title: codedTitle(edition, heading.number, heading.title), kids }] : kids;
}

function pagesOf(edition: Edition, parts: readonly PrintPart[]): PrintSection[] {
  return [
    { name: 'sec-imprint', heading: edition.t('imprint') },
    { name: 'sec-contents', heading: edition.t('contents') },
    { name: 'sec-targets', heading: edition.t('targetIndex') },
    { name: 'sec-glossary', heading: edition.t('glossary') },
    ...parts.flatMap(({ heading, runsOn, shared, joined = false, chapters }) => [
      ...(shared && !joined ? [shared] : []),
      ...(heading && !shared ? [{ name: heading.page, heading: codedTitle(edition, heading.number, heading.title) }] : []),
      ...(runsOn || shared ? [] : chapters).flatMap((chapter): PrintSection[] => [
        { name: chapter.page, heading: chapter.title },
        ...('wide' in chapter && chapter.wide.length > 0 ? [{ name: chapter.widePage, heading: chapter.title, orientation: 'landscape' as const }] : []),
      ]),
    ]),
  ];
}

function partOf(edition: Edition, section: string | undefined): string {
  return edition.model.report.outline.parts.find(({ sections }) => sections.some(({ id }) => id === section))?.id ?? '';
}

function factsOf(edition: Edition, asOf: string, published: string): PrintView['facts'] {
  return [{ term: edition.t('asOf'), text: asOf }, { term: edition.t('published'), text: published }];
}

/** 2025-12 → 2025-12-01, 2025 → 2025-01-01 */
function dayOf(published: string): string {
  return `${published}-01-01`.slice(0, 10);
}

function howToRead(edition: Edition, year: string | undefined): string[] {
  const courses = (['ahead', 'on_track', 'behind'] as const).map((course) => edition.word('trajectory', course));
  return [
    edition.t('readPrinted'), edition.t('readSigns'), edition.t('readMissing'),
    ...(year === undefined || edition.calendar.startMonth === 1 ? [] : [readYear(edition, year)]),
    ...(year === undefined ? [] : [edition.t('readVerdicts', edition.word('result', 'pending'), ...courses)]),
  ];
}

function readYear(edition: Edition, year: string): string {
  const months = monthsOf(year, edition.calendar.startMonth);
  const month = (at: string | undefined) => (at === undefined ? '' : edition.period(at, 'span'));
  return edition.t('readYear', edition.period(year, 'total'), month(months[0]), month(months.at(-1)));
}

/** The terms that the document links to, and those that their explanations link to. */
function viewTerms(book: Book): TermView[] {
  const { edition } = book;
  const { glossary } = edition.model.report;
  const made = new Map<string, TermView>();
  // The set grows while explanations are written.
  for (const id of book.terms) {
    const term = glossary.get(id);
    if (!term) continue;
    const text = edition.inline(term.text);
    made.set(id, { anchor: `term-${id}`, term: edition.pick(term.term), html: book.html({ ...text, html: `<p>${text.html}</p>` }) });
  }
  return edition.inAlphabet(made.values(), ({ term }) => term);
}
