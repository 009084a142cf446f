import type { Report } from '../load/report.ts';
import type { Source } from '../schema/text.ts';

/** A text that exists in Japanese only, with the document that it is taken from, if it is taken from one. */
export interface Untranslated {
  /** `data/2025/lending.yaml#measures.0.clauses.0.plan` */
  readonly name: string;
  readonly source?: Source;
}

/** Every text of the data that has no English. */
export function textsWithoutEnglish(report: Report): Untranslated[] {
  const { organisation, outline, documents, glossary, units } = report;
  const general = [organisation, outline, ...documents.values(), ...glossary.values(), ...units.values()];
  const files = [...report.indicators.values(), ...report.sections, ...report.midTerms, ...report.years];
  return [
    ...files.flatMap(({ file, data }) => search(data, `${file}#`)),
    ...search(general, 'data#'),
  ];
}

/** The texts of one part of the data, and those of them that have no English. */
export interface TranslatedPart {
  readonly kind: 'year' | 'mid_term' | 'indicators' | 'general';
  /** The year of a part that is one year's: FY2025. The id of a medium-term plan. */
  readonly of?: string;
  readonly total: number;
  readonly missing: readonly Untranslated[];
}

/** How far the English goes, part by part; names that must exist in both languages count too. */
export function translationOf(report: Report): TranslatedPart[] {
  const years = [...new Set(report.sections.map(({ year }) => year))].toSorted().toReversed();
  const { organisation, outline, documents, glossary } = report;
  const part = (kind: TranslatedPart['kind'], files: readonly { file: string; data: unknown }[], of?: string): TranslatedPart => ({
    kind, ...(of === undefined ? {} : { of }),
    total: files.reduce((sum, { data }) => sum + countTexts(data), 0),
    missing: files.flatMap(({ file, data }) => search(data, `${file}#`)),
  });
  return [
    ...years.map((year) => part('year', report.sections.filter((section) => section.year === year), year)),
    ...report.midTerms.map((plan) => part('mid_term', [plan], plan.data.id)),
    part('indicators', [...report.indicators.values()]),
    part('general', [{ file: 'data', data: [organisation, outline, ...documents.values(), ...glossary.values(), ...report.years.map(({ data }) => data)] }]),
  ];
}

function countTexts(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  if ('ja' in value && typeof value.ja === 'string') return 1;
  return Object.values(value).reduce((sum: number, each) => sum + countTexts(each), 0);
}

/** `source`: that of the nearest part around the text which names one. */
function search(value: unknown, name: string, around?: Source): Untranslated[] {
  if (Array.isArray(value)) return value.flatMap((each, index) => search(each, `${name}${index}.`, around));
  if (typeof value !== 'object' || value === null) return [];
  const source = 'source' in value ? (value.source as Source) : around;
  if ('ja' in value && typeof value.ja === 'string') {
    return 'en' in value && value.en !== undefined ? [] : [{ name, ...(source ? { source } : {}) }];
  }
  return Object.entries(value).flatMap(([key, each]) => search(each, `${name}${key}.`, source));
}
