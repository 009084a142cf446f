import type { LoadedIndicator, LoadedSection, Report } from '../load/report.ts';
import type { Outline, ReportYear } from '../schema/organisation.ts';
import type { Target } from '../schema/target.ts';
import { checkReport } from './checks.ts';
import type { Check } from './checks.ts';
import type { MidTermEdition } from './mid-term.ts';
import { judge } from './verdict.ts';
import type { Verdict } from './verdict.ts';

/** One report of one year, with its sections in the order of the outline. */
export interface ReportEdition {
  readonly year: string;
  readonly data: ReportYear['reports'][number];
  readonly sections: readonly SectionEdition[];
  readonly verdicts: readonly Verdict[];
}

export interface SectionEdition {
  readonly section: LoadedSection;
  readonly part: Outline['parts'][number];
  readonly entry: Outline['parts'][number]['sections'][number];
  /** I-2 */
  readonly code: string;
  readonly verdicts: readonly Verdict[];
}

/** The data with everything that follows from it. Pages only read it. */
export interface ReportModel {
  readonly report: Report;
  readonly editions: readonly ReportEdition[];
  readonly midTerms: readonly MidTermEdition[];
  /** The day up to which results are known: that of the latest report. */
  readonly known: string;
  readonly checks: readonly Check[];
  readonly checksById: ReadonlyMap<string, Check>;
  readonly verdictsById: ReadonlyMap<string, Verdict>;
}

export function deriveModel(report: Report): ReportModel {
  const checks = checkReport(report);
  const known = report.years.flatMap(({ data }) => data.reports.map(({ asOf }) => asOf)).sort().at(-1) ?? '';
  const editions = report.years.flatMap(({ data }) => data.reports.map((each) => deriveEdition(report, data.year, each, known)))
    .filter(({ sections }) => sections.length > 0);
  const midTerms = report.midTerms.map((plan): MidTermEdition => ({
    plan, verdicts: (plan.data.targets ?? []).map((target) => judge(report, plan, target, known)),
  }));
  const verdicts = [...editions, ...midTerms].flatMap((edition) => edition.verdicts);
  return {
    report, editions, midTerms, known, checks,
    checksById: new Map(checks.map((check) => [check.id, check])),
    verdictsById: new Map(verdicts.map((verdict) => [verdict.target.id, verdict])),
  };
}

/** `known`: the day up to which results are known. An old report's targets have come due since. */
function deriveEdition(report: Report, year: string, data: ReportYear['reports'][number], known: string): ReportEdition {
  const sections = report.outline.parts.flatMap((part) =>
    part.sections.flatMap((entry): SectionEdition[] => {
      const section = report.sections.find((each) => each.data.section === entry.id && each.data.report === data.id);
      if (!section) return [];
      const verdicts = (section.data.targets ?? []).map((target) => judgeTwice(report, section, target, data.asOf, known));
      return [{ section, part, entry, code: `${part.number}-${entry.number}`, verdicts }];
    }),
  );
  return { year, data, sections, verdicts: sections.flatMap((section) => section.verdicts) };
}

/** By what is known now; and, where that has changed since, by what the report could know. */
function judgeTwice(report: Report, section: LoadedSection, target: Target, asOf: string, known: string): Verdict {
  const then = judge(report, section, target, asOf);
  if (asOf === known || then.timing === 'full_year') return then;
  const now = judge(report, section, target, known);
  return now.result === then.result && now.timing === then.timing ? then : { ...now, interim: then };
}

/** The report that readers want first: the latest by the day it speaks of. */
export function latestEdition(model: ReportModel): ReportEdition | undefined {
  return [...model.editions].sort((a, b) => (a.data.asOf < b.data.asOf ? 1 : -1))[0];
}

/** Where a section stands in the report of a year; in the latest report that has it where no year is asked for. */
export function findSection(model: ReportModel, id: string, year?: string): { readonly report: ReportEdition; readonly section: SectionEdition } | undefined {
  const found = [...model.editions]
    .sort((a, b) => (a.data.asOf < b.data.asOf ? 1 : -1))
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
