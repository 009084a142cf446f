import type { ReportEdition } from '../derive/model.ts';
import type { Result, Verdict } from '../derive/verdict.ts';
import { page } from '../i18n/paths.ts';
import type { Edition } from './edition.ts';
import { viewHeadlines } from './headlines.ts';
import type { Headline } from './headlines.ts';
import { viewNews } from './news.ts';
import type { News } from './news.ts';
import { pdfHref } from './pdfs.ts';
import { viewSection } from './section.ts';
import type { SectionView } from './section.ts';
import { yearsOf } from './site-map.ts';

export interface HomeView extends Tally {
  readonly title: string;
  readonly description: string;
  readonly report: ReportLinks;
  readonly headlines: readonly Headline[];
  readonly news?: News;
  readonly sections: readonly SectionView[];
  /** Every year with what there is of it, the latest first. */
  readonly years: readonly { readonly title: string; readonly href: string; readonly reports: readonly string[] }[];
}

export interface ReportLinks {
  readonly title: string;
  readonly href: string;
  readonly asOf: string;
  readonly published: string;
  readonly print: string;
  readonly pdf: string;
}

export function viewHome(edition: Edition, report: ReportEdition): HomeView {
  const { organisation } = edition.model.report;
  const news = viewNews(edition, report);
  return {
    title: edition.pick(organisation.site.title),
    description: edition.plain(organisation.site.description),
    report: viewReportLinks(edition, report),
    headlines: viewHeadlines(edition),
    ...(news ? { news } : {}),
    ...tallyOf(edition, report.verdicts),
    sections: report.sections.map((section) => viewSection(edition, section)),
    years: yearsOf(edition).map((year) => ({
      title: edition.yearName(year),
      href: edition.path(page.report(year)),
      reports: reportsOfYear(edition, year),
    })),
  };
}

function reportsOfYear(edition: Edition, year: string): string[] {
  const own = edition.model.years.find((each) => each.year === year)?.reports ?? [];
  if (own.length > 0) return own.map(({ title }) => edition.pick(title));
  return edition.model.midTerms.filter(({ plan: { data } }) => data.from === year).map(({ plan: { data } }) => edition.pick(data.title));
}

export function viewReportLinks(edition: Edition, report: ReportEdition): ReportLinks {
  return {
    title: edition.pick(report.data.title),
    href: edition.path(page.report(report.year)),
    asOf: edition.day(report.data.asOf),
    published: edition.period(report.data.published, 'span'),
    print: edition.path(page.print(report.data.id)),
    pdf: pdfHref(edition, report.data.id),
  };
}

export interface Tally {
  readonly tally: readonly { readonly key: string; readonly text: string; readonly count: number }[];
  /** How many are not judged achieved or not. */
  readonly leftOut: number;
}

/** Targets by result; those that cannot be judged yet are counted too, never left out in silence. */
export function tallyOf(edition: Edition, verdicts: readonly Verdict[]): Tally {
  const count = (result: Result) => verdicts.filter((verdict) => verdict.result === result).length;
  const order: Result[] = ['achieved', 'not_achieved', 'pending', 'no_data', 'no_target', 'not_assessed'];
  const tally = order.map((result) => ({ key: result.replace(/_/g, '-'), text: edition.word('result', result), count: count(result) }));
  return {
    tally: tally.filter(({ count: some, key }) => some > 0 || key === 'achieved' || key === 'not-achieved'),
    leftOut: verdicts.length - count('achieved') - count('not_achieved'),
  };
}
