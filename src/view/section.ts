import { page } from '../i18n/paths.ts';
import type { SectionEdition } from '../derive/model.ts';
import type { Progress, SectionYear } from '../schema/section-year.ts';
import type { Table } from '../schema/table.ts';
import type { Edition, Html } from './edition.ts';
import { oncePerEdition } from './once.ts';
import { viewTable } from './table.ts';
import { tableWidth } from './table-width.ts';
import type { TableView } from './table.ts';
import { viewVerdict } from './verdict.ts';
import type { VerdictView } from './verdict.ts';

export interface SectionView {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly part: string;
  readonly href: string;
  readonly summary?: Html;
  /** Whether anything was planned: a foreword has no plan that could be left out. */
  readonly hasPlan: boolean;
  /** Whether what was done belongs here: a plan that nothing has followed yet leaves out no progress. */
  readonly hasProgress: boolean;
  readonly measures: readonly MeasureView[];
  readonly verdicts: readonly VerdictView[];
  readonly issues: readonly { readonly heading?: string; readonly items: readonly { readonly id: string; readonly html: Html }[] }[];
  readonly reference: readonly TableView[];
  readonly notes: readonly Html[];
  readonly source: string;
}

export interface MeasureView {
  readonly id: string;
  readonly title: string;
  readonly clauses: readonly ClauseView[];
}

export interface ClauseView {
  readonly id: string;
  readonly plan?: Html;
  readonly verdicts: readonly VerdictView[];
  readonly progress: readonly ProgressView[];
  /** The third column of a performance report; empty elsewhere. */
  readonly evaluation: readonly ProgressView[];
  /** Tables that are wider than the columns: they stand below them. */
  readonly wide: readonly TableView[];
}

export interface ProgressView {
  readonly html?: Html;
  readonly main: boolean;
  readonly tables: readonly TableView[];
}

/** The room of a column on a desk where there are two or three, in the size of a table's letters. */
const [TWO, THREE] = [42.5, 29];

/** Home, year, target and section pages all show sections. */
export const viewSection = oncePerEdition(makeSection);

function makeSection(edition: Edition, { section, report, part, entry, code, measures, verdicts }: SectionEdition): SectionView {
  const { data } = section;
  const views = new Map(verdicts.map((verdict) => [verdict.target.id, viewVerdict(edition, verdict)]));
  const table = (id: string): TableView[] => {
    const found = data.tables?.find((each): each is Table => each.id === id);
    return found ? [viewTable(edition, section, found)] : [];
  };
  const entryView = (entry: Progress): ProgressView => ({
    ...(entry.text ? { html: edition.prose(entry.text, section) } : {}),
    main: entry.main ?? false,
    tables: (entry.tables ?? []).flatMap(table),
  });
  const placed = new Set(data.measures.flatMap((measure) => measure.clauses.flatMap((clause) => [...(clause.progress ?? []), ...(clause.evaluation ?? [])].flatMap((entry) => entry.tables ?? []))));
  const rest = (data.tables ?? []).filter(({ id }) => !placed.has(id)).map(({ id }) => id);
  const reference = [...(data.reference ?? []).filter((id) => !placed.has(id)), ...rest.filter((id) => !data.reference?.includes(id))];
  return {
    id: entry.id,
    code,
    title: edition.pick(entry.title),
    part: edition.pick(part.title),
    href: edition.path(page.section(section.year, entry.id)),
    ...(data.summary ? { summary: edition.prose(data.summary, section) } : {}),
    hasPlan: measures.some(({ clauses }) => clauses.some(isPlanned)),
    hasProgress: report.kind !== 'plan' || measures.some(({ clauses }) => clauses.some(({ progress = [], evaluation = [] }) => progress.length + evaluation.length > 0)),
    measures: measures.map((measure) => ({
      id: measure.id,
      title: edition.pick(measure.title),
      clauses: measure.clauses.map((clause) => {
        const [progress, evaluation] = [clause.progress ?? [], clause.evaluation ?? []].map((entries) => entries.map(entryView)) as [ProgressView[], ProgressView[]];
        const room = evaluation.length > 0 ? THREE : TWO;
        return {
          id: clause.id,
          ...(clause.plan ? { plan: edition.prose(clause.plan, section) } : {}),
          verdicts: (clause.targets ?? []).flatMap((id) => views.get(id) ?? []),
          progress, evaluation,
          wide: [...progress, ...evaluation].flatMap(({ tables }) => tables.filter((each) => tableWidth(each) > room)),
        };
      }),
    })),
    verdicts: [...views.values()],
    issues: viewIssues(edition, section),
    reference: reference.flatMap(table),
    notes: (data.notes ?? []).map((note) => edition.prose(note, section)),
    source: edition.source(data.source),
  };
}

/** A clause with a plan or a target. */
function isPlanned({ plan, targets = [] }: SectionYear['measures'][number]['clauses'][number]): boolean {
  return plan !== undefined || targets.length > 0;
}

/** Issues under their headings, in the order of the report. */
function viewIssues(edition: Edition, section: SectionEdition['section']): SectionView['issues'] {
  const groups = Map.groupBy(section.data.issues ?? [], ({ heading }) => (heading ? edition.pick(heading) : ''));
  return [...groups].map(([heading, issues]) => ({
    ...(heading === '' ? {} : { heading }),
    items: issues.map(({ id, text }) => ({ id, html: edition.prose(text, section) })),
  }));
}
