import type { SectionEdition } from '../../derive/model.ts';
import { pageName } from '../../pdf/page-rules.ts';
import { viewSection } from '../section.ts';
import type { SectionView } from '../section.ts';
import type { VerdictView } from '../verdict.ts';
import { codedTitle } from './book.ts';
import type { Book, ContentsEntry } from './book.ts';
import type { PrintedTarget } from './mid-term-chapter.ts';
import { viewPlanRows } from './plan-rows.ts';
import type { PlanRows } from './plan-rows.ts';

/** A section of a plan: what it says, beside the plan of the year before where there is one, and its targets. */
export interface PlanChapter {
  readonly kind: 'plan';
  readonly anchor: string;
  readonly title: string;
  readonly page: string;
  readonly directions: readonly string[];
  /** Where there is an earlier plan; then the measures stand in it. */
  readonly compared?: PlanRows;
  readonly measures: readonly PlannedMeasure[];
  readonly targetsAnchor: string;
  readonly targets: readonly PrintedTarget[];
  readonly source: string;
  readonly verdicts: readonly VerdictView[];
  readonly contents: readonly ContentsEntry[];
}

export interface PlannedMeasure {
  readonly anchor: string;
  readonly title: string;
  readonly clauses: readonly string[];
}

export function viewPlanChapter(book: Book, entry: SectionEdition): PlanChapter {
  const { edition } = book;
  const section = viewSection(edition, entry);
  const compared = viewPlanRows(book, section.id, entry.section.year);
  const measures = compared ? [] : viewMeasures(book, section);
  const named = compared ? compared.rows.flatMap(({ anchor, titles: [title = ''] }) => (anchor ? [{ anchor, title }] : [])) : measures;
  const targetsAnchor = `${section.id}-targets`;
  return {
    kind: 'plan', anchor: `section-${section.id}`, title: codedTitle(edition, section.code, section.title), page: pageName(section.id),
    directions: [], ...(compared ? { compared } : {}), measures, targetsAnchor,
    targets: section.verdicts.map((verdict) => ({ verdict, wording: book.html(verdict.wording) })),
    source: section.source, verdicts: section.verdicts,
    contents: [
      ...named.map(({ anchor, title }) => ({ anchor, title, kids: [] })),
      ...(section.verdicts.length > 0 ? [{ anchor: targetsAnchor, title: edition.t('targets'), kids: [] }] : []),
    ],
  };
}

function viewMeasures(book: Book, { id: section, measures }: SectionView): PlannedMeasure[] {
  return measures.map(({ id, title, clauses }) => ({
    anchor: `${section}-${id}`, title, clauses: clauses.map(({ plan }) => (plan ? book.html(plan) : '')).filter((html) => html !== ''),
  }));
}
