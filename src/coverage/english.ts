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
  const files = [...report.indicators.values(), ...report.sections, ...report.midTerms, ...report.finances, ...report.years];
  return [
    ...files.flatMap(({ file, data }) => search(data, `${file}#`)),
    ...search(general, 'data#'),
  ];
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
