import type { FinanceLine, PlanLine } from '../schema/finance.ts';
import type { LoadedFinance, LoadedText, Report } from './report.ts';
import { OF_A_FILE, REDIRECTED } from '../schema/redirects.ts';
import type { Redirected } from '../schema/redirects.ts';

/** What has an id that other places may name: what has an address, and units, which have none. */
export const NAMED = [...REDIRECTED, 'unit'] as const;
export type Named = (typeof NAMED)[number];
export type NamedInFile = (typeof OF_A_FILE)[number];

export function isOfAFile(kind: Named): kind is NamedInFile {
  return (OF_A_FILE as readonly string[]).includes(kind);
}

/** data/2025/np-collection.yaml → 2025/np-collection */
export function placeOf(file: string): string {
  return file.replace(/^data\//, '').replace(/\.yaml$/, '');
}

/** Whether old ids of that kind lead on. */
export function isRedirected(kind: Named): kind is Redirected {
  return kind !== 'unit';
}

/** The files that things of a kind are in, 2025/np-collection; of rows the tables, finance/2025/items. */
export function placesIn(report: Report, kind: NamedInFile): string[] {
  if (kind === 'row') return report.finances.flatMap((finance) => tablesIn(finance).map(({ place }) => place));
  return [...report.sections, ...report.midTerms].map(({ file }) => placeOf(file));
}

/** The ids of a kind; of one place where they are its own. */
export function idsOf(report: Report, kind: Named, place?: string): ReadonlySet<string> {
  const texts = [...report.sections, ...report.midTerms];
  switch (kind) {
    case 'indicator': return new Set(report.indicators.keys());
    case 'section': return new Set(report.outline.parts.flatMap((part) => part.sections.map(({ id }) => id)));
    case 'mid-term': return new Set(report.midTerms.map(({ data }) => data.id));
    case 'target': return new Set(texts.flatMap(({ data }) => (data.targets ?? []).map(({ id }) => id)));
    case 'term': return new Set(report.glossary.keys());
    case 'document': return new Set(report.documents.keys());
    case 'report': return new Set(report.years.flatMap(({ data }) => data.reports.map(({ id }) => id)));
    case 'unit': return new Set(report.units.keys());
    case 'row': return new Set(report.finances.flatMap(tablesIn).filter((table) => place === undefined || table.place === place).flatMap(({ rows }) => rows));
    default: return new Set(texts.filter(({ file }) => place === undefined || placeOf(file) === place).flatMap(({ data }) => idsIn(data, kind)));
  }
}

/** The total of a breakdown has no id of its own. */
function tablesIn({ file, data: { breakdowns, plans = [] } }: LoadedFinance): { readonly place: string; readonly rows: readonly string[] }[] {
  return [
    ...breakdowns.map(({ id, lines }) => ({ place: `${placeOf(file)}/${id}`, rows: rowsIn(lines) })),
    ...plans.map(({ id, sides }) => ({ place: `${placeOf(file)}/${id}`, rows: sides.flatMap((side) => [side.id, ...rowsIn(side.lines)]) })),
  ];
}

function rowsIn(lines: readonly (FinanceLine | PlanLine)[]): string[] {
  return lines.flatMap(({ id, parts = [] }) => [id, ...rowsIn(parts)]);
}

function idsIn(data: LoadedText['data'], kind: Exclude<NamedInFile, 'row'>): string[] {
  return thingsIn(data, kind).map(({ id }) => id);
}

function thingsIn(data: LoadedText['data'], kind: Exclude<NamedInFile, 'row'>): readonly { readonly id: string }[] {
  const isPlan = 'chapters' in data;
  switch (kind) {
    case 'measure': return isPlan ? data.chapters.flatMap(({ measures = [] }) => measures) : data.measures;
    case 'clause': return isPlan ? [] : data.measures.flatMap(({ clauses }) => clauses);
    case 'table': return isPlan ? [] : (data.tables ?? []);
    case 'figure': return data.figures ?? [];
    case 'issue': return isPlan ? data.chapters.flatMap(({ issues = [] }) => issues) : (data.issues ?? []);
  }
}
