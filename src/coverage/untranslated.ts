import type { Report } from '../load/report.ts';
import { isText } from '../schema/languages.ts';
import type { Languages } from '../schema/languages.ts';
import type { Source } from '../schema/text.ts';

/** A text that lacks a language, with the document that it is taken from, if it is taken from one. */
export interface Untranslated {
  /** `data/2025/lending.yaml#measures.0.clauses.0.plan` */
  readonly name: string;
  readonly source?: Source;
}

/** Every text of the data that is not in all languages of the site. */
export function untranslatedTexts(report: Report): Untranslated[] {
  const { organisation, outline, documents, glossary, units } = report;
  const general = [organisation, outline, ...documents.values(), ...glossary.values(), ...units.values()];
  const files = [...report.indicators.values(), ...report.sections, ...report.midTerms, ...report.finances, ...report.years];
  return [
    ...files.flatMap(({ file, data }) => search(report.languages, data, `${file}#`)),
    ...search(report.languages, general, 'data#'),
  ];
}

/** `source`: that of the nearest part around the text which names one. */
function search(languages: Languages, value: unknown, name: string, around?: Source): Untranslated[] {
  if (Array.isArray(value)) return value.flatMap((each, index) => search(languages, each, `${name}${index}.`, around));
  if (typeof value !== 'object' || value === null) return [];
  const source = 'source' in value ? (value.source as Source) : around;
  if (isText(value, languages)) {
    return languages.tags.every((tag) => tag in value) ? [] : [{ name, ...(source ? { source } : {}) }];
  }
  return Object.entries(value).flatMap(([key, each]) => search(languages, each, `${name}${key}.`, source));
}
