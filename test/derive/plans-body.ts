import { checkData } from '../../src/check/check.ts';
import type { ReportModel } from '../../src/derive/model.ts';
import type { DataFile } from '../../src/load/files.ts';
import { baseFiles } from '../check/mistakes.ts';

/** A plan item in few words. */
export interface Item {
  readonly id: string;
  readonly ja?: string;
  readonly en?: string;
  readonly from?: { readonly relation: 'continues' | 'replaces' | 'new'; readonly of?: readonly string[] };
}

/** The plans of one section by year, with what each year drops. */
export type Plans = Readonly<Record<string, { readonly items: readonly Item[]; readonly dropped?: readonly string[]; readonly measure?: string }>>;

/** The small body of data with these plans of its one section and no others. */
export function derivePlans(plans: Plans): ReportModel {
  const kept = baseFiles().filter(({ file }) => !/data\/\d{4}\/|mid-term/.test(file));
  // The figures of the small body reach into 2025.
  const reports = [...new Set([...Object.keys(plans), '2025'])].map((year) => asFile(`data/${year}/report.yaml`, {
    year: `FY${year}`,
    reports: [{ id: `plan-${year}`, kind: 'plan', title: name('計画'), asOf: `${year}-09-30`, published: `${year}-04`, document: 'progress-2025' }],
  }));
  const written = Object.entries(plans).flatMap(([year, { items, dropped, measure = 'm' }]) => [
    asFile(`data/${year}/lending.yaml`, {
      section: 'lending', report: `plan-${year}`, source: SOURCE,
      measures: [{
        id: measure, title: name('施策'),
        clauses: items.map(({ id, ja, en, from }) => ({ id, ...(ja === undefined ? {} : { plan: { ja, ...(en === undefined ? {} : { en }) } }), ...(from ? { from } : {}) })),
      }],
      ...(dropped ? { dropped } : {}),
    }),
  ]);
  const { model, diagnostics } = checkData([...kept, ...reports, ...written]);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (!model || errors.length > 0) throw new Error(JSON.stringify(errors.map(({ message }) => message.en)));
  return model;
}

const SOURCE = { document: 'progress-2025' };
const name = (ja: string) => ({ ja, en: `Name of ${ja}` });

function asFile(file: string, data: object): DataFile {
  return { file, bytes: new TextEncoder().encode(JSON.stringify(data)) };
}
