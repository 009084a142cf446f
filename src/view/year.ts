import type { ReportYear } from '../schema/organisation.ts';
import { comparableYears } from '../derive/plan-comparison.ts';
import { plansOf } from '../derive/plans.ts';
import { page } from '../i18n/paths.ts';
import type { Edition } from './edition.ts';
import { itemHref } from './comparison.ts';
import { financeLink } from './finance.ts';
import { viewHeadlines } from './headlines.ts';
import type { Headline } from './headlines.ts';
import { tallyOf } from './home.ts';
import type { Tally } from './home.ts';
import { linkTo } from './mid-term.ts';
import { placeOf } from './outline.ts';
import { pdfHref } from './pdfs.ts';
import { viewSection } from './section.ts';
import { yearsOf } from './site-map.ts';
import { viewVerdict } from './verdict.ts';
import type { VerdictView } from './verdict.ts';

/** A year with all that is known of it: a year may have a plan and no report, or reports of several kinds. */
export interface YearView extends Tally {
  readonly year: string;
  readonly title: string;
  readonly years: readonly { readonly text: string; readonly href: string; readonly isCurrent: boolean }[];
  readonly documents: readonly YearDocument[];
  readonly headlines: readonly Headline[];
  readonly sections: readonly YearSection[];
  /** Targets of a medium-term plan that are of this year and stand in no section. */
  readonly planTargets: readonly VerdictView[];
  readonly midTerms: readonly { readonly title: string; readonly href: string }[];
  /** Its money, and its plans beside those of the years around. */
  readonly comparisons: readonly { readonly text: string; readonly href: string }[];
}

export interface YearDocument {
  readonly kind: string;
  readonly title: string;
  readonly facts: readonly string[];
  readonly source?: { readonly title: string; readonly href: string };
  readonly print?: string;
  readonly pdf?: string;
}

export interface YearSection {
  readonly code: string;
  readonly title: string;
  readonly href: string;
  readonly verdicts: readonly VerdictView[];
}

export function viewYear(edition: Edition, year: string): YearView {
  const { model } = edition;
  const own = model.years.find((each) => each.year === year);
  const inPlans = model.midTerms.flatMap(({ verdicts }) => verdicts.filter(({ target }) => target.year === year && !own?.sections.some((section) => section.verdicts.includes(verdictOf(edition, target.id)))));
  return {
    year,
    title: edition.yearName(year),
    years: yearsOf(edition).map((each) => ({ text: edition.yearName(each), href: edition.path(page.report(each)), isCurrent: each === year })),
    documents: [...(own?.reports ?? []).map((report) => viewReport(edition, report)), ...plansOfYear(edition, year, own !== undefined)],
    headlines: viewHeadlines(edition, year),
    sections: sectionsOf(edition, year),
    planTargets: inPlans.map((verdict) => viewVerdict(edition, verdict)),
    midTerms: model.midTerms.filter(({ plan: { data } }) => data.from <= year && year <= data.to).map((midTerm) => linkTo(edition, midTerm)),
    comparisons: [...[financeLink(edition, year)].filter((link) => link !== undefined), ...comparableYears(model.report).filter(({ from, to }) => from === year || to === year).map(({ from, to }) => ({
      text: edition.t('comparisonOf', edition.period(from === year ? to : from, 'span')), href: edition.path(page.comparison(from, to)),
    }))],
    ...tallyOf(edition, [...(own?.sections.flatMap(({ verdicts }) => verdicts) ?? []), ...inPlans]),
  };
}

function verdictOf(edition: Edition, id: string) {
  const found = edition.model.verdictsById.get(id);
  if (!found) throw new RangeError(id);
  return found;
}

function viewReport(edition: Edition, report: ReportYear['reports'][number]): YearDocument {
  const document = edition.model.report.documents.get(report.document);
  const isPrinted = edition.model.editions.some(({ data }) => data === report);
  return {
    kind: edition.word('reportKind', report.kind),
    title: edition.pick(report.title),
    facts: [`${edition.t('asOf')} ${edition.day(report.asOf)}`, `${edition.t('published')} ${edition.period(report.published, 'span')}`],
    ...(document ? { source: { title: edition.pick(document.title), href: `${edition.path(page.sources())}#${document.id}` } } : {}),
    ...(isPrinted ? { print: edition.path(page.print(report.id)), pdf: pdfHref(edition, report.id) } : {}),
  };
}

/** The annual plan that a medium-term plan prints with its first year, where no report of that year is there. */
function plansOfYear(edition: Edition, year: string, isReported: boolean): YearDocument[] {
  if (isReported || !plansOf(edition.model.report).has(year)) return [];
  return edition.model.midTerms.filter(({ plan: { data } }) => data.from === year).map((midTerm): YearDocument => {
    const document = edition.model.report.documents.get(midTerm.plan.data.source.document);
    const { title, href } = linkTo(edition, midTerm);
    return {
      kind: edition.word('reportKind', 'plan'), title, facts: [edition.t('planInMidTerm')],
      ...(document ? { source: { title: edition.pick(document.title), href: `${edition.path(page.sources())}#${document.id}` } } : { source: { title, href } }),
    };
  });
}

function sectionsOf(edition: Edition, year: string): YearSection[] {
  const own = edition.model.years.find((each) => each.year === year)?.sections ?? [];
  if (own.length > 0) return own.map((section) => viewSection(edition, section));
  const items = plansOf(edition.model.report).get(year) ?? [];
  const order = edition.model.report.outline.parts.flatMap(({ sections }) => sections.map(({ id }) => id));
  return order.flatMap((id): YearSection[] => {
    const item = items.find(({ sections }) => sections.includes(id));
    return item ? [{ ...placeOf(edition, id, year), href: itemHref(edition, item), verdicts: [] }] : [];
  });
}
