import type { ReportModel } from '../derive/model.ts';
import { languagesOf } from '../i18n/languages.ts';
import { Edition } from './edition.ts';

/** The model in each of its languages, the default language first. */
export function editionsOf(model: ReportModel, base: string): Edition[] {
  const { defaultLanguage } = model.report.organisation;
  const languages = languagesOf(model.report.languages.tags);
  const tags = languages.map(({ tag }) => tag);
  return [defaultLanguage, ...tags.filter((tag) => tag !== defaultLanguage)]
    .map((tag) => new Edition(model, tag, base, false, languages));
}
