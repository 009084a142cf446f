import type { z } from 'zod';
import { Finance } from '../schema/finance.ts';
import { Indicator } from '../schema/indicator.ts';
import { MidTerm } from '../schema/mid-term.ts';
import { Documents, Glossary, Organisation, Outline, ReportYear, UnitFile } from '../schema/organisation.ts';
import { LanguageFile } from '../schema/language.ts';
import { inLanguages } from '../schema/languages.ts';
import type { Languages } from '../schema/languages.ts';
import { Redirects } from '../schema/redirects.ts';
import { SectionYear } from '../schema/section-year.ts';

/** The kinds of data files, by where they stand. The order is that of the handbook. */
export const KINDS = {
  organisation: {
    schema: Organisation,
    pattern: /^data\/organisation\.yaml$/,
    required: 'data/organisation.yaml',
  },
  language: { schema: LanguageFile, pattern: /^data\/languages\/[^/]+\.yaml$/ },
  outline: { schema: Outline, pattern: /^data\/outline\.yaml$/, required: 'data/outline.yaml' },
  documents: { schema: Documents, pattern: /^data\/documents\.yaml$/, required: 'data/documents.yaml' },
  units: { schema: UnitFile, pattern: /^data\/units\.yaml$/, required: 'data/units.yaml' },
  glossary: { schema: Glossary, pattern: /^data\/glossary\.yaml$/ },
  redirects: { schema: Redirects, pattern: /^data\/redirects\.yaml$/ },
  'report-year': { schema: ReportYear, pattern: /^data\/\d{4}\/report\.yaml$/ },
  'section-year': { schema: SectionYear, pattern: /^data\/\d{4}\/(?!report\.yaml$)[^/]+\.yaml$/ },
  'mid-term': { schema: MidTerm, pattern: /^data\/mid-term\/\d{4}-\d{4}\.yaml$/ },
  finance: { schema: Finance, pattern: /^data\/finance\/\d{4}\.yaml$/ },
  indicator: { schema: Indicator, pattern: /^data\/indicators\/[^/]+\/[^/]+\.yaml$/ },
} as const satisfies Record<string, { schema: z.ZodType; pattern: RegExp; required?: string }>;

/** The schema of a kind, with texts in the languages of the site. */
export function schemaOf(kind: Kind, languages: Languages): z.ZodType {
  return inLanguages<z.ZodType>(KINDS[kind].schema, languages);
}

export type Kind = keyof typeof KINDS;
export type DataOf<K extends Kind> = z.infer<(typeof KINDS)[K]['schema']>;

export function kindOf(file: string): Kind | undefined {
  return (Object.keys(KINDS) as Kind[]).find((kind) => KINDS[kind].pattern.test(file));
}
