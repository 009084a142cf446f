import type { MidTermEdition } from '../../derive/mid-term.ts';
import { pageName } from '../../pdf/page-rules.ts';
import type { Edition } from '../edition.ts';
import { viewMidTerm } from '../mid-term.ts';
import type { ChapterView, MidTermItemView, MidTermView } from '../mid-term.ts';
import type { VerdictView } from '../verdict.ts';
import { codedTitle } from './book.ts';
import type { Book, ContentsEntry, NumberedTable } from './book.ts';

/** What a medium-term plan says of its idea and of its targets as a whole. */
export interface ConceptChapter {
  readonly kind: 'concept';
  readonly anchor: string;
  readonly title: string;
  readonly page: string;
  readonly ideas: readonly { readonly anchor: string; readonly title: string; readonly html: string }[];
  readonly targetsAnchor: string;
  readonly targets: readonly PrintedTarget[];
  readonly course?: NumberedTable;
  readonly notes: readonly string[];
  readonly source: string;
  readonly verdicts: readonly VerdictView[];
  readonly contents: readonly ContentsEntry[];
}

export interface PrintedTarget {
  readonly verdict: VerdictView;
  readonly wording: string;
}

/** What a medium-term plan says of one or several sections together. */
export interface DirectionChapter {
  readonly kind: 'direction';
  readonly anchor: string;
  readonly title: string;
  readonly page: string;
  readonly direction?: string;
  readonly issuesAnchor: string;
  readonly issues: readonly { readonly heading?: string; readonly html: string }[];
  readonly measures: readonly { readonly anchor: string; readonly title: string; readonly items: readonly DirectionItem[] }[];
  readonly source: string;
  readonly verdicts: readonly VerdictView[];
  readonly contents: readonly ContentsEntry[];
}

export interface DirectionItem {
  readonly html: string;
  /** 中期計画P9、10・応える課題: 課題3 */
  readonly meta: string;
  /** References to its targets: → 目標（12ページ） */
  readonly targets: readonly { readonly anchor: string; readonly title: string }[];
}

export function viewMidTermChapters(book: Book, midTerm: MidTermEdition): (ConceptChapter | DirectionChapter)[] {
  const view = viewMidTerm(book.edition, midTerm);
  return [viewConcept(book, view), ...view.chapters.map((chapter) => viewDirection(book, chapter))];
}

function viewConcept(book: Book, view: MidTermView): ConceptChapter {
  const { edition } = book;
  const ideas = view.concept.map(({ title, html }, index) => ({ anchor: `concept-${index + 1}`, title, html: book.html(html) }));
  const course = view.course.rows.length > 0 ? book.number('course-table', view.course) : undefined;
  return {
    kind: 'concept', anchor: 'concept', title: edition.t('concept'), page: pageName('concept'),
    ideas, targetsAnchor: 'targets',
    targets: view.verdicts.map((verdict) => ({ verdict, wording: book.html(verdict.wording) })),
    ...(course ? { course } : {}),
    notes: view.notes.map((note) => book.html(note)), source: view.source, verdicts: view.verdicts,
    contents: [
      ...ideas.map(({ anchor, title }) => ({ anchor, title, kids: [] })),
      ...(view.verdicts.length > 0 ? [{ anchor: 'targets', title: edition.t('targets'), kids: [] }] : []),
    ],
  };
}

function viewDirection(book: Book, chapter: ChapterView): DirectionChapter {
  const { edition } = book;
  const titles = chapter.sections.map(({ code, title }) => codedTitle(edition, code, title));
  const measures = chapter.measures.map(({ id, title, items }) => ({ anchor: `measure-${id}`, title, items: items.map((item) => viewItem(book, item)) }));
  const issuesAnchor = `${chapter.id}-issues`;
  return {
    kind: 'direction', anchor: `chapter-${chapter.id}`, page: pageName(chapter.id),
    title: titles.join(edition.t('clauseGap')),
    ...(chapter.direction ? { direction: book.html(chapter.direction) } : {}),
    issuesAnchor,
    issues: chapter.issues.map(({ heading, html }) => ({ ...(heading ? { heading } : {}), html: book.html(html) })),
    measures, source: chapter.source, verdicts: [],
    contents: [
      ...(chapter.issues.length > 0 ? [{ anchor: issuesAnchor, title: edition.t('openIssues'), kids: [] }] : []),
      ...measures.map(({ anchor, title }) => ({ anchor, title, kids: [] })),
    ],
  };
}

function viewItem(book: Book, { html, pages, answers, verdicts }: MidTermItemView): DirectionItem {
  const { edition } = book;
  const issues = answers.map(({ number }) => edition.t('openIssue', number)).join(edition.t('listGap'));
  const parts = [...(pages ? [pages] : []), ...(issues === '' ? [] : [`${edition.t('answersIssues')}: ${issues}`])];
  return {
    html: book.html(html), meta: parts.join(edition.t('factGap')),
    targets: verdicts.map(({ id, title }) => ({ anchor: `target-${id}`, title })),
  };
}


/** The anchors of a medium-term plan that its prose may name. */
export function midTermAnchors(edition: Edition, midTerm: MidTermEdition): Map<string, string> {
  const { verdicts, chapters } = viewMidTerm(edition, midTerm);
  return new Map([
    ...verdicts.map(({ id }) => [`target-${id}`, `target-${id}`] as const),
    ...midTerm.plan.data.chapters.flatMap(({ sections }, index) => sections.map((id) => [`section-${id}`, `chapter-${chapters[index]?.id ?? ''}`] as const)),
  ]);
}
