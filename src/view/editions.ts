import type { Remember } from '../cache/remember.ts';
import type { ReportModel } from '../derive/model.ts';
import { languagesOf } from '../i18n/languages.ts';
import type { Language } from '../i18n/language.ts';
import { Edition } from './edition.ts';

/** The languages of the site, with all that they need to speak. */
export function siteLanguages({ report }: ReportModel): Language[] {
  const given = new Map([...report.languageFiles].map(([tag, { data }]) => [tag, data]));
  return languagesOf(report.languages.tags, report.organisation.defaultLanguage, given, report.organisation.fiscalYear);
}

/** The model in each of its languages, the default language first. */
export function editionsOf(model: ReportModel, base: string, remember?: Remember): Edition[] {
  const { defaultLanguage } = model.report.organisation;
  const languages = siteLanguages(model);
  const tags = languages.map(({ tag }) => tag);
  return [defaultLanguage, ...tags.filter((tag) => tag !== defaultLanguage)]
    .map((tag) => new Edition(model, tag, base, false, languages, remember));
}
