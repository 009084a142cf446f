import { measuresOf } from '../derive/mid-term.ts';
import type { MidTermEdition } from '../derive/mid-term.ts';
import type { Verdict } from '../derive/verdict.ts';
import { WORDS } from '../i18n/strings.ts';
import type { Vocabulary, WordOf } from '../i18n/language.ts';
import { page } from '../i18n/paths.ts';
import type { ChartView } from './chart-view.ts';
import type { Edition } from './edition.ts';
import { tallyOf } from './home.ts';
import type { Tally } from './home.ts';
import { linkTo } from './mid-term.ts';
import { placeOf } from './outline.ts';
import { rangesCharts } from './target-charts.ts';
import { viewVerdict } from './verdict.ts';
import type { VerdictView } from './verdict.ts';

/** All targets: those of each year by section, then those of the medium-term plans. */
export interface TargetIndex {
  readonly groups: readonly TargetGroup[];
  readonly fields: readonly FilterField[];
}

export interface TargetGroup extends Tally {
  readonly id: string;
  readonly title: string;
  readonly href: string;
  readonly sections: readonly { readonly title?: string; readonly href?: string; readonly entries: readonly TargetEntry[]; readonly charts: readonly ChartView[] }[];
}

export interface TargetEntry {
  readonly verdict: VerdictView;
  /** What the form narrows down by; several values are parted by spaces. */
  readonly year: string;
  readonly section: string;
  readonly rule: string;
  readonly course: string;
}

export interface FilterField {
  readonly name: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly text: string }[];
}

export function viewTargetIndex(edition: Edition): TargetIndex {
  const groups = [...yearGroups(edition), ...edition.model.midTerms.toReversed().flatMap((midTerm) => planGroup(edition, midTerm))];
  const entries = groups.flatMap(({ sections }) => sections.flatMap((section) => section.entries));
  return { groups, fields: fieldsOf(edition, entries) };
}

function yearGroups(edition: Edition): TargetGroup[] {
  return edition.model.years.toReversed().flatMap(({ year, sections }): TargetGroup[] => {
    const own = sections.filter(({ verdicts }) => verdicts.length > 0);
    if (own.length === 0) return [];
    return [{
      id: `year-${year.slice(2)}`,
      title: edition.yearName(year),
      href: edition.path(page.report(year)),
      ...tallyOf(edition, own.flatMap(({ verdicts }) => verdicts)),
      sections: own.map((section) => ({
        title: `${section.code} ${edition.pick(section.entry.title)}`,
        href: edition.path(page.section(year, section.entry.id)),
        entries: section.verdicts.map((verdict) => entryOf(edition, verdict, [section.entry.id])),
        charts: chartsOf(edition, year, section.entry.id),
      })),
    }];
  });
}

/** As the files of the charts have it: of the report that mainly tells of the section. */
function chartsOf(edition: Edition, year: string, id: string): ChartView[] {
  const report = edition.model.editions.find((each) => each.year === year && each.sections.some(({ entry, report: main }) => entry.id === id && main.id === each.data.id && main.kind !== 'plan'));
  const section = report?.sections.find(({ entry }) => entry.id === id);
  return report && section ? rangesCharts(edition, report, section) : [];
}

function planGroup(edition: Edition, midTerm: MidTermEdition): TargetGroup[] {
  if (midTerm.verdicts.length === 0) return [];
  const { title, href } = linkTo(edition, midTerm);
  const sectionsOf = (id: string): string[] =>
    [...new Set(measuresOf(midTerm.plan).flatMap(({ measure, sections }) => (measure.items.some(({ targets }) => targets?.includes(id)) ? sections : [])))];
  const entries = midTerm.verdicts.map((verdict) => entryOf(edition, verdict, sectionsOf(verdict.target.id)));
  return [{ id: `plan-${midTerm.plan.data.id}`, title, href, ...tallyOf(edition, midTerm.verdicts), sections: [{ entries, charts: [] }] }];
}

function entryOf(edition: Edition, verdict: Verdict, sections: readonly string[]): TargetEntry {
  const { rule, year } = verdict.target;
  const rules = rule.rule === 'each' ? ['each', ...new Set(rule.of.map((each) => each.rule))] : [rule.rule];
  return { verdict: viewVerdict(edition, verdict), year: year.slice(2), section: sections.join(' '), rule: rules.join(' '), course: verdict.trajectory ?? '' };
}

/** Only what some target has can be chosen. */
function fieldsOf(edition: Edition, entries: readonly TargetEntry[]): FilterField[] {
  const used = (pick: (entry: TargetEntry) => string): string[] => [...new Set(entries.flatMap((entry) => pick(entry).split(' ')))].filter((value) => value !== '');
  const order = edition.model.report.outline.parts.flatMap(({ sections }) => sections.map(({ id }) => id));
  const inOrder = (values: readonly string[], known: readonly string[]): string[] => known.filter((value) => values.includes(value));
  const sectionText = (id: string): string => {
    const { code, title } = placeOf(edition, id);
    return `${code} ${title}`;
  };
  const words = <V extends Vocabulary>(vocabulary: V, values: readonly string[]) =>
    inOrder(values, Object.keys(WORDS[vocabulary])).map((value) => ({ value, text: edition.word(vocabulary, value as WordOf<V>) }));
  return [
    { name: 'year', label: edition.t('filterYear'), options: used(({ year }) => year).toSorted().toReversed().map((value) => ({ value, text: edition.yearName(`FY${value}`) })) },
    { name: 'section', label: edition.t('filterSection'), options: inOrder(used(({ section }) => section), order).map((value) => ({ value, text: sectionText(value) })) },
    { name: 'rule', label: edition.t('filterRule'), options: words('ruleKind', used(({ rule }) => rule)) },
    { name: 'verdict', label: edition.t('filterVerdict'), options: words('result', used(({ verdict }) => verdict.result.key.replace(/-/g, '_'))) },
    { name: 'course', label: edition.t('filterCourse'), options: words('trajectory', used(({ course }) => course)) },
  ];
}
