import type { ReportModel } from '../derive/model.ts';
import { LOCALES } from '../locale.ts';
import { Edition } from './edition.ts';

/** The model in each of its languages, the default language first. */
export function editionsOf(model: ReportModel, base: string): Edition[] {
  const { defaultLanguage } = model.report.organisation;
  return [defaultLanguage, ...LOCALES.filter((locale) => locale !== defaultLanguage)].map((locale) => new Edition(model, locale, base));
}
