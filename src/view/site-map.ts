import type { ReportModel } from '../derive/model.ts';
import { plansOf } from '../derive/plans.ts';
import { page } from '../i18n/paths.ts';
import { linkTo } from './mid-term.ts';
import type { Edition } from './edition.ts';

export interface SiteLink {
  readonly text: string;
  /** Inside the language. */
  readonly address: string;
  readonly current?: 'page' | 'true';
}

/** What the head of every page leads to, in the order of use. */
export function mainLinks(edition: Edition, address: string): SiteLink[] {
  const [latest] = yearsOf(edition);
  const [plan] = edition.model.midTerms.toReversed();
  const links: SiteLink[] = [
    ...(latest ? [{ text: edition.yearName(latest), address: page.report(latest) }] : []),
    ...(plan ? [{ text: edition.t('midTermPlan'), address: page.midTerm(plan.plan.data.id) }] : []),
    { text: edition.t('targets'), address: page.targets() },
    { text: edition.t('indicators'), address: page.indicators() },
    { text: edition.t('comparisons'), address: page.comparisons() },
    ...(hasFinance(edition) ? [{ text: edition.t('financeMenu'), address: page.finance() }] : []),
    ...glossaryLink(edition),
  ];
  return links.map((link) => withCurrent(link, address));
}

/** The foot of every page: all else there is, in groups. */
export function footLinks(edition: Edition, address: string): { readonly title: string; readonly links: readonly SiteLink[] }[] {
  const groups = [
    { title: edition.t('years'), links: yearsOf(edition).map((year) => ({ text: edition.yearName(year), address: page.report(year) })) },
    {
      title: edition.t('plansAndResults'),
      links: [
        ...edition.model.midTerms.toReversed().map((each) => ({ text: linkTo(edition, each).title, address: page.midTerm(each.plan.data.id) })),
        { text: edition.t('targets'), address: page.targets() },
        { text: edition.t('comparisons'), address: page.comparisons() },
        ...(hasFinance(edition) ? [{ text: edition.t('finance'), address: page.finance() }] : []),
      ],
    },
    {
      title: edition.t('figuresAndSources'),
      links: [
        { text: edition.t('indicators'), address: page.indicators() },
        { text: edition.t('compareIndicators'), address: page.compareIndicators() },
        { text: edition.t('discrepancies'), address: page.checks() },
        { text: edition.t('sources'), address: page.sources() },
        { text: edition.t('openData'), address: page.data() },
      ],
    },
    {
      title: edition.t('aboutSite'),
      links: [
        { text: edition.t('about'), address: page.about() },
        ...glossaryLink(edition),
        { text: edition.t('accessibility'), address: page.accessibility() },
        ...(isTranslated(edition.model) ? [{ text: edition.t('translationStatus'), address: page.translation() }] : []),
      ],
    },
  ];
  return groups.map(({ title, links }) => ({ title, links: links.map((link) => withCurrent(link, address)) }));
}

/** Every year with a report or a plan, the latest first. */
export function yearsOf({ model }: Edition): string[] {
  const years = new Set([...model.years.map(({ year }) => year), ...plansOf(model.report).keys()]);
  return [...years].toSorted().toReversed();
}

function withCurrent(link: SiteLink, address: string): SiteLink {
  if (address === link.address) return { ...link, current: 'page' };
  return address.startsWith(link.address) ? { ...link, current: 'true' } : link;
}

/** Nothing, where no term is explained. */
export function glossaryLink(edition: Edition): SiteLink[] {
  return hasGlossary(edition.model) ? [{ text: edition.t('glossary'), address: page.glossary() }] : [];
}

export function hasGlossary({ report }: ReportModel): boolean {
  return report.glossary.size > 0;
}

/** Whether there is more than one language: else there is nothing to tell of translations. */
export function isTranslated({ report }: ReportModel): boolean {
  return report.languages.tags.length > 1;
}

function hasFinance({ model }: Edition): boolean {
  return model.report.finances.length > 0;
}
