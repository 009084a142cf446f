import { judge } from '../derive/verdict.ts';
import type { ReportEdition } from '../derive/model.ts';
import { comparableYears } from '../derive/plan-comparison.ts';
import { page } from '../i18n/paths.ts';
import { isQuantity } from '../quantity/quantity.ts';
import { lastDay } from '../time/period.ts';
import { viewComparison } from './comparison.ts';
import type { Edition } from './edition.ts';
import { viewVerdict } from './verdict.ts';
import type { VerdictView } from './verdict.ts';

/** What the latest report has brought since the one before. */
export interface News {
  /** 令和3年度 業務実績報告書 */
  readonly since: string;
  readonly facts: readonly { readonly count: string; readonly text: string; readonly href: string }[];
  /** Targets whose result was open at that time and is known now, the latest first. */
  readonly judged: readonly VerdictView[];
}

export function viewNews(edition: Edition, latest: ReportEdition): News | undefined {
  const earlier = edition.model.editions.filter(({ data }) => data.asOf < latest.data.asOf && data.kind !== 'plan' && data.kind !== 'mid_term_plan');
  const previous = earlier.toSorted((a, b) => (a.data.asOf < b.data.asOf ? 1 : -1))[0];
  if (!previous) return undefined;
  return {
    since: edition.pick(previous.data.title),
    facts: [newTargets(edition, latest), newValues(edition, previous.data.asOf), ...planChanges(edition, latest)].filter(({ count }) => count !== '0'),
    judged: judgedSince(edition, previous.data.asOf),
  };
}

function newTargets(edition: Edition, latest: ReportEdition): News['facts'][number] {
  return {
    count: edition.count(latest.verdicts.length), text: edition.t('newsTargets', edition.period(latest.year, 'span'), latest.verdicts.length),
    href: `${edition.path(page.targets())}?year=${latest.year.slice(2)}`,
  };
}

/** Indicators with a value of a time after that day. */
function newValues(edition: Edition, day: string): News['facts'][number] {
  const { indicators, organisation } = edition.model.report;
  const fresh = [...indicators.values()].filter(({ observations }) =>
    [...observations.values()].some(({ figure, data }) => isQuantity(figure) && lastDay(data.at, organisation.fiscalYear.startMonth) > day));
  return { count: edition.count(fresh.length), text: edition.t('newsIndicators', fresh.length), href: edition.path(page.indicators()) };
}

/** The latest plan beside the one before it. */
function planChanges(edition: Edition, latest: ReportEdition): News['facts'] {
  const pair = comparableYears(edition.model.report).find(({ to }) => to === latest.year);
  if (!pair) return [];
  const { tally, fromText } = viewComparison(edition, pair.from, pair.to);
  const changed = tally.filter(({ key }) => key !== 'unchanged' && key !== 'unmatched').reduce((sum, { count }) => sum + count, 0);
  return [{ count: edition.count(changed), text: edition.t('newsPlan', fromText, changed), href: edition.path(page.comparison(pair.from, pair.to)) }];
}

function judgedSince(edition: Edition, day: string): VerdictView[] {
  const { report, verdictsById } = edition.model;
  const settled = [...verdictsById.values()].filter((verdict) => {
    if (verdict.result !== 'achieved' && verdict.result !== 'not_achieved') return false;
    return judge(report, verdict.section, verdict.target, day).result !== verdict.result;
  });
  return settled.toSorted((a, b) => (a.deadline < b.deadline ? 1 : -1)).map((verdict) => viewVerdict(edition, verdict));
}
