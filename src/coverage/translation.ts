import type { Report } from '../load/report.ts';
import { isText } from '../schema/languages.ts';
import type { Languages } from '../schema/languages.ts';

/** The texts of one part of the data, and those that a language lacks. */
export interface TranslatedPart {
  readonly kind: 'year' | 'mid_term' | 'indicators' | 'general';
  /** The year of a part that is one year's: FY2025; the id of a medium-term plan. */
  readonly of?: string;
  readonly total: number;
  /** By language: the places of the data, `data/2025/lending.yaml#measures.0.clauses.0.plan`. */
  readonly missing: ReadonlyMap<string, readonly string[]>;
}

interface Place {
  readonly name: string;
  readonly lacks: readonly string[];
}

/** How far the translation goes, part by part; names that must exist in every language count too. */
export function translationOf(report: Report): TranslatedPart[] {
  const { organisation, outline, documents, glossary, languages } = report;
  const years = [...new Set(report.sections.map(({ year }) => year))].toSorted().toReversed();
  const part = (kind: TranslatedPart['kind'], files: readonly { file: string; data: unknown }[], of?: string): TranslatedPart => {
    const places = files.flatMap(({ file, data }) => search(languages, data, `${file}#`));
    const missing = languages.tags.map((tag) => [tag, places.filter(({ lacks }) => lacks.includes(tag)).map(({ name }) => name)] as const);
    return { kind, total: places.length, missing: new Map(missing), ...(of === undefined ? {} : { of }) };
  };
  const general = [organisation, outline, ...documents.values(), ...glossary.values(), ...report.years.map(({ data }) => data)];
  return [
    ...years.map((year) => part('year', report.sections.filter((section) => section.year === year), year)),
    ...report.midTerms.map((plan) => part('mid_term', [plan], plan.data.id)),
    part('indicators', [...report.indicators.values()]),
    part('general', [{ file: 'data', data: general }]),
  ];
}

function search(languages: Languages, value: unknown, name: string): Place[] {
  if (Array.isArray(value)) return value.flatMap((each, index) => search(languages, each, `${name}${index}.`));
  if (typeof value !== 'object' || value === null) return [];
  if (isText(value, languages)) return [{ name: name.replace(/\.$/, ''), lacks: languages.tags.filter((tag) => !(tag in value)) }];
  return Object.entries(value).flatMap(([key, each]) => search(languages, each, `${name}${key}.`));
}
