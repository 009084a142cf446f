import type { ReportModel } from '../derive/model.ts';
import type { Resource } from './resource.ts';
import { documents, rechecks, units } from './resources/base.ts';
import { finance } from './resources/finance.ts';
import { clauses, sections, sectionTitles, targets } from './resources/plans.ts';
import type { Plain } from './resources/plans.ts';
import { indicators, observations } from './resources/series.ts';

/** The open data as tables, those first that others refer to. */
export function resourcesOf(model: ReportModel, languages: readonly string[], plain: Plain): readonly Resource[] {
  return [
    documents(model, languages),
    units(model, languages),
    sections(model, languages),
    sectionTitles(model, languages),
    indicators(model, languages),
    observations(model, languages),
    clauses(model, languages, plain),
    targets(model, languages, plain),
    finance(model, languages),
    rechecks(model, languages),
  ];
}
