import { escapeMarkup } from '../charts/markup.ts';
import type { MidTermEdition } from '../derive/mid-term.ts';
import { measuresOf } from '../derive/mid-term.ts';
import { findSection } from '../derive/model.ts';
import { judge } from '../derive/verdict.ts';
import type { Part, Verdict } from '../derive/verdict.ts';
import { page } from '../i18n/paths.ts';
import { isQuantity } from '../quantity/quantity.ts';
import type { MidTermChapter, MidTermItem } from '../schema/mid-term.ts';
import { fiscalYearOf, previousYear, shiftYears } from '../time/period.ts';
import type { Edition, Html } from './edition.ts';
import { placeOf } from './outline.ts';
import { describeRule } from './rule.ts';
import { rowPlace, unitWord, withoutUnit, withUnit } from './table.ts';
import type { CellView, RowView, TableView } from './table.ts';
import { viewVerdict } from './verdict.ts';
import type { VerdictView } from './verdict.ts';

export interface MidTermView {
  readonly id: string;
  readonly title: string;
  readonly href: string;
  readonly span: string;
  readonly concept: readonly ConceptView[];
  readonly verdicts: readonly VerdictView[];
  /** The targets' values year by year, beside what is asked for. */
  readonly course: TableView;
  readonly chapters: readonly ChapterView[];
  readonly notes: readonly Html[];
  readonly source: string;
}

export interface ConceptView {
  readonly title: string;
  readonly html: Html;
  readonly verdicts: readonly VerdictView[];
}

export interface ChapterView {
  readonly id: string;
  readonly sections: readonly SectionLink[];
  /** Where the plan leads these sections, in a few sentences. */
  readonly direction?: Html;
  readonly issues: readonly IssueView[];
  readonly measures: readonly MidTermMeasureView[];
  /** What the annual plans of its years make of it, and how that came out. */
  readonly years: readonly FollowUpView[];
  readonly source: string;
}

/** A section in a year of the plan: the measures of its annual plan, each with its targets, and the section in short. */
export interface FollowUpView {
  readonly text: string;
  readonly href: string;
  readonly summary?: Html;
  readonly measures: readonly { readonly title: string; readonly href: string; readonly verdicts: readonly VerdictView[] }[];
}

export interface SectionLink {
  readonly code: string;
  readonly title: string;
  /** Absent where no report of that section is there to be read. */
  readonly href?: string;
}

export interface IssueView {
  readonly id: string;
  readonly number: number;
  /** Set on the first issue under it. */
  readonly heading?: string;
  readonly html: Html;
}

export interface MidTermMeasureView {
  readonly id: string;
  readonly title: string;
  readonly items: readonly MidTermItemView[];
}

export interface MidTermItemView {
  readonly html: Html;
  /** 中期計画 P9, 10・年度計画 P9, 10 */
  readonly pages?: string;
  readonly answers: readonly IssueView[];
  readonly verdicts: readonly VerdictView[];
}

export function viewMidTerm(edition: Edition, midTerm: MidTermEdition): MidTermView {
  const { plan } = midTerm;
  const { data } = plan;
  const verdicts = new Map(midTerm.verdicts.map((verdict) => [verdict.target.id, viewVerdict(edition, verdict)]));
  const verdictsOf = (ids: readonly string[] = []) => ids.flatMap((id) => verdicts.get(id) ?? []);
  const viewItem = (item: MidTermItem, issues: readonly IssueView[]): MidTermItemView => {
    const pages = pagesText(edition, item);
    return {
      html: edition.prose(item.text, plan),
      ...(pages === '' ? {} : { pages }),
      answers: issues.filter(({ id }) => item.answers?.includes(id)),
      verdicts: verdictsOf(item.targets),
    };
  };
  return {
    ...linkTo(edition, midTerm),
    id: data.id,
    span: spanText(edition, data.from, data.to),
    concept: data.concept.map(({ title, text, targets }) => ({
      title: edition.pick(title), html: edition.prose(text, plan), verdicts: verdictsOf(targets),
    })),
    verdicts: [...verdicts.values()],
    course: viewCourse(edition, midTerm),
    chapters: data.chapters.map((chapter) => {
      const issues = viewIssues(edition, midTerm, chapter);
      return {
        id: chapter.sections.join('-'),
        sections: chapter.sections.map((id) => viewSectionLink(edition, id, plan.data.from)),
        ...(chapter.direction ? { direction: edition.prose(chapter.direction, plan) } : {}),
        issues,
        measures: (chapter.measures ?? []).map(({ id, title, items }) => ({
          id, title: edition.pick(title), items: items.map((item) => viewItem(item, issues)),
        })),
        years: viewFollowUps(edition, midTerm, chapter),
        source: edition.source(chapter.source),
      };
    }),
    notes: (data.notes ?? []).map((note) => edition.prose(note, plan)),
    source: edition.source(data.source),
  };
}

/** Where the medium-term plan of a year leads a section: in a few sentences, or by the headings of its measures. */
export interface DirectionView {
  readonly plan: { readonly title: string; readonly href: string };
  readonly text?: Html;
  readonly measures: readonly { readonly title: string; readonly href: string }[];
}

export function viewDirections(edition: Edition, section: string, year: string): DirectionView[] {
  const current = edition.model.midTerms.filter(({ plan }) => plan.data.from <= year && year <= plan.data.to);
  return current.flatMap((midTerm): DirectionView[] => {
    const plan = linkTo(edition, midTerm);
    const measures = measuresOf(midTerm.plan)
      .filter(({ sections }) => sections.includes(section))
      .map(({ measure }) => ({ title: edition.pick(measure.title), href: `${plan.href}#${measure.id}` }));
    const direction = midTerm.plan.data.chapters.find(({ sections }) => sections.includes(section))?.direction;
    if (measures.length === 0 && !direction) return [];
    return [{ plan, measures, ...(direction ? { text: edition.prose(direction, midTerm.plan) } : {}) }];
  });
}

export function linkTo(edition: Edition, { plan }: MidTermEdition): DirectionView['plan'] {
  return { title: edition.pick(plan.data.title), href: edition.path(page.midTerm(plan.data.id)) };
}

/** 令和6年度～令和10年度 / FY2024–FY2028 */
export function spanText(edition: Edition, from: string, to: string): string {
  return [from, to].map((year) => edition.period(year, 'span')).join(edition.t('spanGap'));
}

function pagesText(edition: Edition, { pages }: MidTermItem): string {
  const list = (numbers: readonly number[]) =>
    edition.t(numbers.length > 1 ? 'pagesList' : 'pageList', numbers.join(edition.t('listGap')));
  const parts = [
    ...(pages?.midTerm ? [edition.t('midTermPages', list(pages.midTerm))] : []),
    ...(pages?.annual ? [edition.t('annualPages', list(pages.annual))] : []),
  ];
  return parts.join(edition.t('clauseGap'));
}

function viewFollowUps(edition: Edition, { plan: { data } }: MidTermEdition, { sections }: MidTermChapter): FollowUpView[] {
  const years = edition.model.years.filter(({ year }) => data.from <= year && year <= data.to);
  return years.flatMap(({ year, sections: all }) => all.filter(({ entry }) => sections.includes(entry.id)).map((section): FollowUpView => {
    const href = edition.path(page.section(year, section.entry.id));
    const { summary } = section.section.data;
    return {
      text: `${edition.period(year, 'span')} ${section.code}`,
      href,
      ...(summary ? { summary: edition.prose(summary, section.section) } : {}),
      measures: section.measures.map((measure) => ({
        title: edition.pick(measure.title),
        href: `${href}#${measure.id}`,
        verdicts: section.verdicts.filter(({ target }) => measure.clauses.some(({ targets }) => targets?.includes(target.id))).map((verdict) => viewVerdict(edition, verdict)),
      })),
    };
  }));
}

function viewIssues(edition: Edition, { plan }: MidTermEdition, { issues = [] }: MidTermChapter): IssueView[] {
  const headings = issues.map(({ heading }) => (heading ? edition.pick(heading) : undefined));
  return issues.map(({ id, text }, index) => {
    const heading = headings[index];
    const isNew = heading !== undefined && heading !== headings[index - 1];
    return { id, number: index + 1, ...(isNew ? { heading } : {}), html: edition.prose(text, plan) };
  });
}

/** A section as the plan calls it. */
function viewSectionLink(edition: Edition, id: string, year: string): SectionLink {
  const found = findSection(edition.model, id);
  return { ...placeOf(edition, id, year), ...(found ? { href: edition.path(page.section(found.report.year, id)) } : {}) };
}

/** Every part of every target of the plan's own years: its values from the year before the plan on, and what is asked for by when. */
function viewCourse(edition: Edition, { plan, verdicts }: MidTermEdition): TableView {
  const years = courseYears(edition, plan.data.from, plan.data.to);
  const heads = [...years.map((year) => edition.period(year, 'span')), edition.t('neededFinally'), edition.t('deadline')];
  return {
    id: COURSE,
    title: edition.t('courseTitle'),
    head: [heads.map((text) => ({ text, colSpan: 1, rowSpan: 1 }))],
    rows: verdicts.filter(({ target }) => target.year >= plan.data.from).flatMap((verdict) => viewCourseRows(edition, verdict, years)),
    hasGroups: false,
    notes: [{ html: { html: escapeMarkup(edition.t('courseNote')), lang: edition.locale } }],
    source: edition.t('courseSource'),
  };
}

const COURSE = 'course-table';

/** The year before the plan shows where it starts from; the last is the one that the latest report speaks of. */
function courseYears(edition: Edition, from: string, to: string): string[] {
  const { known, report } = edition.model;
  const now = fiscalYearOf(known, report.organisation.fiscalYear.startMonth);
  const last = now < from ? from : now > to ? to : now;
  const count = Number(last.slice(2)) - Number(from.slice(2)) + 2;
  return Array.from({ length: count }, (_, index) => shiftYears(previousYear(from), index));
}

function viewCourseRows(edition: Edition, verdict: Verdict, years: readonly string[]): RowView[] {
  const { target, section, parts } = verdict;
  const { deadline: _, ...plain } = target;
  const { report, known } = edition.model;
  const byYear = years.map((year) => ({ year, judged: judge(report, section, { ...plain, year }, known) }));
  return parts.map((part, index) => {
    const values = byYear.map(({ year, judged }) => viewCourseCell(edition, judged.parts[index], year, target.year));
    const word = unitWord(edition, part.indicator?.data.unit);
    const unit = values.some(({ text }) => word !== undefined && text.endsWith(word)) ? word : undefined;
    return {
      anchor: rowPlace(COURSE, parts.length > 1 ? `${target.id}-${part.indicator?.data.id ?? index}` : target.id),
      label: withUnit(edition, edition.pick(parts.length > 1 && part.indicator ? part.indicator.data.name : target.title), unit),
      role: 'part',
      cells: [
        ...(unit === undefined ? values : values.map((cell) => withoutUnit(cell, unit))),
        { text: describeRule(edition, part.rule, part.indicator), words: true },
        { text: edition.day(verdict.deadline), words: true },
      ],
    };
  });
}

/** The value of a year; of its latest month, which is named, while the year is not known. Met or not is said of the target's own year. */
function viewCourseCell(edition: Edition, part: Part | undefined, year: string, due: string): CellView {
  const { value, indicator, met, timing } = part ?? {};
  if (!value || value.origin.kind !== 'observation' || !indicator) return { text: '' };
  const { at } = value.origin;
  const month = at === year ? [] : [edition.capitalise(edition.periodOf(indicator, at))];
  const judged = year === due && timing === 'full_year' && met !== undefined ? [edition.t(met ? 'met' : 'notMet')] : [];
  const extra = [...month, ...judged].join(edition.t('listGap'));
  return {
    text: edition.figure(value.figure),
    ...(isQuantity(value.figure) ? {} : { absent: true }),
    ...(extra === '' ? {} : { extra: edition.bracket(extra) }),
  };
}
