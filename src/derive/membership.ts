import type { Measure, SectionYear } from '../schema/section-year.ts';

/** The reports that a section is part of, the main one first. */
export function reportsOf({ report }: SectionYear): readonly string[] {
  return typeof report === 'string' ? [report] : report;
}

/** The measures of one report: a clause that belongs to another report is not in it, nor a measure that has no other clause. */
export function measuresIn(section: SectionYear, report: string): Measure[] {
  return section.measures.flatMap((measure) => {
    const clauses = measure.clauses.filter((clause) => clause.report === undefined || clause.report === report);
    return clauses.length === 0 ? [] : [{ ...measure, clauses }];
  });
}
