import type { LoadedText, Report } from './report.ts';
import { OF_A_FILE } from '../schema/redirects.ts';
import type { Redirected } from '../schema/redirects.ts';

/** What has an id that other places may name. */
export type Named = Redirected;
export type NamedInFile = (typeof OF_A_FILE)[number];

export function isOfAFile(kind: Named): kind is NamedInFile {
  return (OF_A_FILE as readonly string[]).includes(kind);
}

/** data/2025/np-collection.yaml → 2025/np-collection */
export function placeOf(file: string): string {
  return file.replace(/^data\//, '').replace(/\.yaml$/, '');
}

/** The ids of a kind; of one file where they are a file’s own. */
export function idsOf(report: Report, kind: Named, place?: string): ReadonlySet<string> {
  const texts = [...report.sections, ...report.midTerms];
  switch (kind) {
    case 'indicator': return new Set(report.indicators.keys());
    case 'section': return new Set(report.outline.parts.flatMap((part) => part.sections.map(({ id }) => id)));
    case 'mid-term': return new Set(report.midTerms.map(({ data }) => data.id));
    case 'target': return new Set(texts.flatMap(({ data }) => (data.targets ?? []).map(({ id }) => id)));
    case 'term': return new Set(report.glossary.keys());
    case 'document': return new Set(report.documents.keys());
    default: return new Set(texts.filter(({ file }) => place === undefined || placeOf(file) === place).flatMap(({ data }) => idsIn(data, kind)));
  }
}

function idsIn(data: LoadedText['data'], kind: NamedInFile): string[] {
  return thingsIn(data, kind).map(({ id }) => id);
}

function thingsIn(data: LoadedText['data'], kind: NamedInFile): readonly { readonly id: string }[] {
  const isPlan = 'chapters' in data;
  switch (kind) {
    case 'measure': return isPlan ? data.chapters.flatMap(({ measures = [] }) => measures) : data.measures;
    case 'clause': return isPlan ? [] : data.measures.flatMap(({ clauses }) => clauses);
    case 'table': return isPlan ? [] : (data.tables ?? []);
    case 'figure': return data.figures ?? [];
    case 'issue': return isPlan ? data.chapters.flatMap(({ issues = [] }) => issues) : (data.issues ?? []);
  }
}
