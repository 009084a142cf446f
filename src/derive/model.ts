import type { LoadedIndicator, LoadedSection, Report } from '../load/report.ts';
import type { Outline, ReportYear } from '../schema/organisation.ts';
import type { Target } from '../schema/target.ts';
import { checkReport } from './checks.ts';
import type { Check } from './checks.ts';
import type { MidTermEdition } from './mid-term.ts';
import type { Measure } from '../schema/section-year.ts';
import { measuresIn, reportsOf } from './membership.ts';
import { sectionCode } from './section-code.ts';
import { asIn } from './titles.ts';
import { judge } from './verdict.ts';
import type { Verdict } from './verdict.ts';

/** One report of one year, with its sections in the order of the outline. */
export interface ReportEdition {
  readonly year: string;
  readonly data: ReportYear['reports'][number];
  readonly sections: readonly SectionEdition[];
  readonly verdicts: readonly Verdict[];
}

/** A year with everything that its reports say: each section once, with the clauses of all of them. */
export interface YearEdition {
  readonly year: string;
  readonly reports: readonly ReportYear['reports'][number][];
  readonly sections: readonly SectionEdition[];
}

export interface SectionEdition {
  readonly section: LoadedSection;
  /** The report that is mainly shown, or the only one. */
  readonly report: ReportYear['reports'][number];
  readonly part: Outline['parts'][number];
  readonly entry: Outline['parts'][number]['sections'][number];
  /** I-2 */
  readonly code: string;
  /** The measures with the clauses that belong here. */
  readonly measures: readonly Measure[];
  readonly verdicts: readonly Verdict[];
}

/** The data with everything that follows from it. Pages only read it. */
export interface ReportModel {
  readonly report: Report;
  readonly editions: readonly ReportEdition[];
  /** In the order of time. */
  readonly years: readonly YearEdition[];
  readonly midTerms: readonly MidTermEdition[];
  /** The day up to which results are known: that of the latest report. */
  readonly known: string;
  readonly checks: readonly Check[];
  readonly checksById: ReadonlyMap<string, Check>;
  /** Those of an indicator's own figures. */
  readonly checksByIndicator: ReadonlyMap<LoadedIndicator, readonly Check[]>;
  readonly verdictsById: ReadonlyMap<string, Verdict>;
  /** The targets that an indicator is held against. */
  readonly verdictsByIndicator: ReadonlyMap<LoadedIndicator, readonly Verdict[]>;
}

export function deriveModel(report: Report): ReportModel {
  const checks = checkReport(report);
  const known = report.years.flatMap(({ data }) => data.reports.map(({ asOf }) => asOf)).sort().at(-1) ?? '';
  const editions = report.years.flatMap(({ data }) => data.reports.map((each) => deriveEdition(report, data.year, each, known)))
    .filter(({ sections }) => sections.length > 0);
  const midTerms = report.midTerms.map((plan): MidTermEdition => ({
    plan, verdicts: (plan.data.targets ?? []).map((target) => judge(report, plan, target, known)),
  }));
  const years = report.years.map(({ data }) => deriveYear(report, data, known)).sort((a, b) => (a.year < b.year ? -1 : 1));
  const verdicts = [...years.flatMap(({ sections }) => sections), ...midTerms].flatMap((each) => each.verdicts);
  const verdictsById = new Map(verdicts.map((verdict) => [verdict.target.id, verdict]));
  return {
    report, editions, years, midTerms, known, checks,
    checksById: new Map(checks.map((check) => [check.id, check])),
    checksByIndicator: byIndicator(checks, ({ indicator }) => [indicator]),
    verdictsById,
    verdictsByIndicator: byIndicator([...verdictsById.values()], ({ parts }) => parts.map(({ indicator }) => indicator)),
  };
}

function byIndicator<T>(things: readonly T[], indicatorsOf: (thing: T) => readonly (LoadedIndicator | undefined)[]): Map<LoadedIndicator, T[]> {
  const found = new Map<LoadedIndicator, T[]>();
  for (const thing of things) {
    for (const indicator of new Set(indicatorsOf(thing))) {
      if (!indicator) continue;
      const others = found.get(indicator);
      if (others) others.push(thing);
      else found.set(indicator, [thing]);
    }
  }
  return found;
}

/** `known`: the day up to which results are known. An old report's targets have come due since. */
function deriveEdition(report: Report, year: string, data: ReportYear['reports'][number], known: string): ReportEdition {
  const sections = inOutline(report, year, (id) => {
    const section = report.sections.find((each) => each.data.section === id && reportsOf(each.data).includes(data.id));
    return section && deriveSection(report, section, data, measuresIn(section.data, data.id), known);
  });
  return { year, data, sections, verdicts: sections.flatMap((section) => section.verdicts) };
}

function deriveYear(report: Report, { year, reports }: ReportYear, known: string): YearEdition {
  const sections = inOutline(report, year, (id) => {
    const section = report.sections.find((each) => each.data.section === id && each.year === year);
    const main = reports.find((each) => section && each.id === reportsOf(section.data)[0]);
    return section && main && deriveSection(report, section, main, section.data.measures, known);
  });
  return { year, reports, sections };
}

type Derived = Pick<SectionEdition, 'section' | 'report' | 'measures' | 'verdicts'>;

function inOutline(report: Report, year: string, derive: (section: string) => Derived | undefined): SectionEdition[] {
  return report.outline.parts.flatMap((part) =>
    part.sections.flatMap((entry): SectionEdition[] => {
      const derived = derive(entry.id);
      return derived ? [{ ...derived, part: asIn(part, year), entry: asIn(entry, year), code: sectionCode(part, entry) }] : [];
    }),
  );
}

function deriveSection(
  report: Report, section: LoadedSection, of: ReportYear['reports'][number], measures: readonly Measure[], known: string,
): Derived {
  const named = new Set(measures.flatMap(({ clauses }) => clauses.flatMap(({ targets = [] }) => targets)));
  const targets = (section.data.targets ?? []).filter(({ id }) => named.has(id));
  return { section, report: of, measures, verdicts: targets.map((target) => judgeTwice(report, section, target, of, known)) };
}

/** By what is known now; and, where that has changed since, by what the report could know. */
function judgeTwice(
  report: Report, section: LoadedSection, target: Target, { asOf, kind }: ReportYear['reports'][number], known: string,
): Verdict {
  // A plan knows no results: it has nothing to be held against what is known now.
  if (kind === 'plan' || kind === 'mid_term_plan') return judge(report, section, target, known);
  const then = judge(report, section, target, asOf);
  if (asOf === known || then.timing === 'full_year') return then;
  const now = judge(report, section, target, known);
  return now.result === then.result && now.timing === then.timing ? then : { ...now, interim: then };
}

/** The report that readers want first: the latest by the day it speaks of. */
export function latestEdition(model: ReportModel): ReportEdition | undefined {
  return model.editions.toSorted(laterFirst)[0];
}

/** Of two that speak of one day, the one that tells of results goes before a plan. */
function laterFirst({ data: a }: ReportEdition, { data: b }: ReportEdition): number {
  if (a.asOf !== b.asOf) return a.asOf < b.asOf ? 1 : -1;
  return Number(a.kind === 'plan') - Number(b.kind === 'plan');
}

/** Where a section stands in the report of a year; in the latest report that has it where no year is asked for. */
export function findSection(model: ReportModel, id: string, year?: string): { readonly report: ReportEdition; readonly section: SectionEdition } | undefined {
  const found = [...model.editions]
    .sort(laterFirst)
    .flatMap((report) => report.sections.filter(({ entry }) => entry.id === id).map((section) => ({ report, section })));
  return found.find(({ report }) => report.year === year) ?? found[0];
}

/** The indicators in the order of the outline. */
export function indicatorsInOrder(report: Report): LoadedIndicator[] {
  const order = report.outline.parts.flatMap((part) => part.sections.map((section) => section.id));
  return [...report.indicators.values()].sort(
    (a, b) => order.indexOf(a.data.section) - order.indexOf(b.data.section) || (a.file < b.file ? -1 : 1),
  );
}
