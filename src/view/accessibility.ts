import type { StringKey } from '../i18n/strings.ts';
import type { Edition } from './edition.ts';

/** A part of the statement: a text, or what there is to say one by one. */
export interface StatementPart {
  readonly title: string;
  readonly text?: string;
  readonly items?: readonly string[];
}

export interface StatementView {
  readonly intro: string;
  readonly parts: readonly StatementPart[];
  /** Whom to tell what is missing. */
  readonly contact?: { readonly text: string; readonly href?: string };
}

const DONE = [
  'accessStructure', 'accessKeyboard', 'accessColour', 'accessCharts', 'accessZoom', 'accessSettings', 'accessScripts', 'accessLanguages', 'accessPdf',
] as const satisfies readonly StringKey[];

/** What the program can say of every site that it makes, for a body that has not written a statement of its own. */
export function viewStatement(edition: Edition): StatementView {
  const { contact } = edition.model.report.organisation;
  const isAlone = edition.languages.length === 1;
  return {
    intro: edition.t('accessIntro'),
    parts: [
      { title: edition.t('accessStandard'), text: edition.t('accessStandardText') },
      { title: edition.t('accessDone'), items: DONE.filter((key) => !(isAlone && key === 'accessLanguages')).map((key) => edition.t(key)) },
      { title: edition.t('accessMissing'), items: [edition.t('accessPeople'), edition.t('accessTerms', edition.t('pageTerms')), edition.t('accessFilters')] },
    ],
    ...(contact ? { contact: { text: edition.t('accessContact', edition.pick(contact.name)), ...(contact.url === undefined ? {} : { href: contact.url }) } } : {}),
  };
}
