import { indicatorsInOrder } from '../derive/model.ts';
import type { ReportModel } from '../derive/model.ts';
import { indicatorObject } from './indicator-files.ts';
import type { Resource } from './resource.ts';

/** Everything in one file: the data as they are written, and the tables of what follows from them. */
export function wholeJson(model: ReportModel, resources: readonly Resource[]): string {
  const { report, years, midTerms, known } = model;
  const derived = resources.filter(({ name }) => name === 'targets' || name === 'rechecks');
  return `${JSON.stringify({
    known,
    organisation: report.organisation,
    documents: [...report.documents.values()],
    units: [...report.units.values()],
    outline: report.outline,
    glossary: [...report.glossary.values()],
    indicators: indicatorsInOrder(report).map((indicator) => indicatorObject(report, indicator)),
    years: years.map(({ year, reports, sections }) => ({ year, reports, sections: sections.map(({ section }) => section.data) })),
    midTermPlans: midTerms.map(({ plan }) => plan.data),
    ...Object.fromEntries(derived.map(({ name, fields, rows }) => [
      name, rows.map((row) => Object.fromEntries(fields.map((field, index) => [field.name, row[index] ?? '']))),
    ])),
  })}\n`;
}
