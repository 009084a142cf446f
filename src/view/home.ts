import type { ReportEdition } from '../derive/model.ts';
import type { Result } from '../derive/verdict.ts';
import { page } from '../i18n/paths.ts';
import type { Edition } from './edition.ts';
import { viewLatest } from './indicator.ts';
import type { LatestView } from './indicator.ts';
import { viewSection } from './section.ts';
import { viewSpark } from './spark.ts';
import type { SectionView } from './section.ts';

export interface HomeView {
  readonly title: string;
  readonly description: string;
  readonly report: ReportLinks;
  readonly headlines: readonly { readonly name: string; readonly href: string; readonly latest: LatestView; readonly spark: string }[];
  readonly tally: readonly { readonly key: string; readonly text: string; readonly count: number }[];
  readonly leftOut: number;
  readonly sections: readonly SectionView[];
  /** The other reports, latest first. */
  readonly earlier: readonly ReportLinks[];
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
  const { organisation, indicators } = edition.model.report;
  const headlines = organisation.headline.flatMap((id) => {
    const indicator = indicators.get(id);
    const latest = indicator && viewLatest(edition, indicator);
    return indicator && latest ? [{ name: edition.pick(indicator.data.name), href: edition.path(page.indicator(id)), latest, spark: viewSpark(edition, indicator) }] : [];
  });
  return {
    title: edition.pick(organisation.site.title),
    description: edition.plain(organisation.site.description),
    report: viewReportLinks(edition, report),
    headlines,
    ...tallyOf(edition, report),
    sections: report.sections.map((section) => viewSection(edition, section)),
    earlier: edition.model.editions.filter((each) => each !== report).toReversed().map((each) => viewReportLinks(edition, each)),
  };
}

export function viewReportLinks(edition: Edition, report: ReportEdition): ReportLinks {
  return {
    title: edition.pick(report.data.title),
    href: edition.path(page.report(report.year)),
    asOf: edition.day(report.data.asOf),
    published: edition.period(report.data.published, 'span'),
    print: edition.path(page.print(report.data.id)),
    pdf: edition.file(`pdf/${report.data.id}.${edition.locale}.pdf`),
  };
}

/** Targets by result; those that cannot be judged yet are counted too, never left out in silence. */
export function tallyOf(edition: Edition, report: ReportEdition): Pick<HomeView, 'tally' | 'leftOut'> {
  const count = (result: Result) => report.verdicts.filter((verdict) => verdict.result === result).length;
  const order: Result[] = ['achieved', 'not_achieved', 'pending', 'no_data', 'no_target', 'not_assessed'];
  const tally = order.map((result) => ({ key: result.replace(/_/g, '-'), text: edition.word('result', result), count: count(result) }));
  return {
    tally: tally.filter(({ count: some, key }) => some > 0 || key === 'achieved' || key === 'not-achieved'),
    leftOut: report.verdicts.length - count('achieved') - count('not_achieved'),
  };
}
