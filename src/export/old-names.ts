import { oncePerReport } from '../load/once-per-report.ts';
import { idsOf, placeOf } from '../load/named.ts';
import type { Report } from '../load/report.ts';

type Redirect = Report['redirects'][number];

/** What something was called before an id in its name was changed; undefined where the name has nothing to do with it. */
type Step = (name: string) => string | undefined;

/** Every name that something had before one id or several in it were changed. */
function oldNames(name: string, steps: readonly Step[]): string[] {
  const names = new Set([name]);
  // A set that grows is gone through to its end.
  for (const each of names) for (const step of steps) names.add(step(each) ?? each);
  names.delete(name);
  return [...names];
}

/** data/indicators/new.csv → data/indicators/old.csv, data/tables/2025/new/…, data/tables/2025/np-collection/new.ja.csv, data/charts/chart-new-years.ja.csv */
export function oldFiles(report: Report): (path: string) => string[] {
  const steps = report.redirects.flatMap(({ kind, in: place, from, to }): Step[] => {
    switch (kind) {
      case 'indicator': return [replacing(`^(data/indicators/)${to}(?=\\.)`, from), replacing(`^(data/charts/chart-)${to}(?=${CHART_OF_INDICATOR}\\.)`, from)];
      case 'section': return [replacing(`^(data/tables/\\d{4}/)${to}(?=/)`, from), replacing(`^(data/charts/${chartOfSection(report)})${to}(?=\\.)`, from)];
      case 'table': return [replacing(`^(data/tables/${place}/)${to}(?=\\.)`, from)];
      case 'report': return [replacing(`^(data/charts/chart-)${to}(?=${chartOfReport(report)}\\.)`, from)];
      default: return [];
    }
  });
  return (path) => oldNames(path, steps);
}

/** chart-np-current-rate-years, chart-mid-year-2025-np-collection */
const CHART_OF_INDICATOR = '-(?:years|months|cohorts|of|plan|shares|steps|tree)';

function chartOfSection(report: Report): string {
  return `chart-(?:${idsEver(report, 'report').join('|')})-`;
}

function chartOfReport(report: Report): string {
  return `-(?:${idsEver(report, 'section').join('|')})`;
}

/** Those that there are and those that there were. */
function idsEver(report: Report, kind: 'report' | 'section'): string[] {
  return [...idsOf(report, kind), ...report.redirects.flatMap((redirect) => (redirect.kind === kind ? [redirect.from, redirect.to] : []))];
}

/** The addresses that a page had: indicators/new/ → indicators/old/, print/mid-year-2025/new/ → print/mid-year-2025/old/ */
export function oldAddresses({ redirects }: Report): (address: string) => string[] {
  const steps = redirects.flatMap(({ kind, from, to }): Step[] => {
    const before = BEFORE_ID[kind];
    return before === undefined ? [] : [replacing(`^((?:${before})/)${to}(?=/)`, from)];
  });
  return (address) => oldNames(address, steps);
}

/** Where the id of a thing that has pages stands in their addresses. What has but a place on a page keeps the old one there. */
const BEFORE_ID: Partial<Record<Redirect['kind'], string>> = {
  indicator: 'indicators',
  target: 'targets',
  'mid-term': 'mid-term|print',
  report: 'print',
  section: '\\d{4}|compare/[^/]+|checks/equal|print/[^/]+',
};

/** clause-new → clause-old: the places on a page of a language, `2025/np-collection/`, by which an address may still lead to them. */
export const oldPlaces = oncePerReport((report): ((address: string) => ((place: string) => string[]) | undefined) => {
  const plans = new Map(report.midTerms.map(({ file, data }) => [placeOf(file), data.id]));
  const known = report.redirects.flatMap((redirect) => placesOf(report, redirect, plans.get(redirect.in ?? '')).map(({ where, before, after = '$|--' }) =>
    ({ where: new RegExp(`^(?:${where})$`), step: replacing(`^((?:${before}))${redirect.to}(?=${after})`, redirect.from) })));
  return (address) => {
    const steps = known.flatMap(({ where, step }) => (where.test(address) ? [step] : []));
    return steps.length === 0 ? undefined : (place) => oldNames(place, steps);
  };
});

function replacing(pattern: string, from: string): Step {
  const expression = new RegExp(pattern);
  return (name) => (expression.test(name) ? name.replace(expression, `$1${from}`) : undefined);
}

interface Places {
  /** The pages. */
  readonly where: string;
  /** What stands before the id of the thing in the names of its places, and after it. */
  readonly before: string;
  readonly after?: string;
}

/** The places that a thing has on pages. */
function placesOf(report: Report, { kind, in: place = '' }: Redirect, plan: string | undefined): readonly Places[] {
  const itsPage = plan === undefined ? `${place}/` : `mid-term/${plan}/`;
  const [year, section] = place.split('/');
  const read = '(?!print/).*';
  switch (kind) {
    case 'indicator': return [{ where: '\\d{4}/[^/]+/|checks/.*', before: 'check-|table-.*--', after: '$|--|-FY|-\\d{4}' }, { where: read, before: 'chart-', after: `${CHART_OF_INDICATOR}$` }];
    case 'section': return [{ where: 'targets/|indicators/|compare/.*|mid-term/.*', before: '' }, { where: '\\d{4}/[^/]+/', before: chartOfSection(report), after: '$' }];
    case 'mid-term': return [{ where: 'targets/', before: 'plan-' }];
    case 'target': return [{ where: read, before: 'target-|news-|course--' }];
    case 'term': return [{ where: 'glossary/', before: '' }];
    case 'document': return [{ where: 'sources/', before: '' }];
    case 'measure': return [{ where: itsPage, before: '' }];
    case 'table': return [{ where: itsPage, before: 'table-' }];
    case 'issue': return [{ where: itsPage, before: 'issue-' }];
    case 'clause': return [{ where: `${itsPage}|compare/(?:${year}-\\d{4}|\\d{4}-${year})/(?:${section}/)?`, before: `clause-|${section}--(?:.*--)?(?:was-)?` }];
    case 'report': return [{ where: '\\d{4}/[^/]+/', before: 'chart-', after: `${chartOfReport(report)}$` }];
    case 'row': {
      const [, of, table] = place.split('/');
      return [{ where: `finance/${of}/`, before: `${table}-` }, { where: 'checks/.*', before: `check-finance-${of}-${table}-`, after: '-(?:budget|settlement|difference|amount)(?:-|$)' }];
    }
    case 'figure': return [{ where: 'checks/.*', before: `check-${plan ?? `${year}-${section}`}-` }];
  }
}
