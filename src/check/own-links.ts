import { page } from '../i18n/paths.ts';
import { oncePerReport } from '../load/once-per-report.ts';
import type { Report } from '../load/report.ts';

/** Where a page of a body's own stands: below the base of the site. */
interface Place {
  readonly base: string;
  readonly language: string;
  readonly name: string;
}

/** Whether an address on such a page leads to a page of the site, or to a file that is published. Of what the build alone can know, yes. */
export function leadsSomewhere(address: string, { base, language, name }: Place, report: Report, published: ReadonlySet<string>): boolean {
  const root = `/${base}/`.replace(/\/{2,}/g, '/');
  const { host, pathname } = new URL(address, `https://site.invalid${root}${language}/${name}/`);
  if (host !== 'site.invalid' || !pathname.startsWith(root)) return false;
  const inside = decodePath(pathname.slice(root.length));
  const [first = '', ...rest] = inside.split('/');
  if (published.has(`public/${inside}`) || inside === '' || MADE.has(first)) return true;
  return report.languages.tags.includes(first) && (addressesOf(report).has(rest.join('/')) || /^(?:compare|checks|print)\//.test(rest.join('/')));
}

/** Folders and files whose names follow from all of the data. */
const MADE: ReadonlySet<string> = new Set(['data', 'pdf', 'og']);

/** The pages of a language; some of them a body may not have. */
const addressesOf = oncePerReport((report): ReadonlySet<string> => {
  const plans = [...report.sections, ...report.midTerms];
  return new Set([
    page.home(), page.targets(), page.indicators(), page.compareIndicators(), page.comparisons(), page.finance(), page.checks(), page.sources(), page.glossary(),
    page.about(), page.accessibility(), page.translation(), page.data(), page.search(),
    ...report.years.map(({ data }) => page.report(data.year)),
    ...report.sections.map(({ year, data }) => page.section(year, data.section)),
    ...[...report.indicators.keys()].map((id) => page.indicator(id)),
    ...plans.flatMap(({ data }) => (data.targets ?? []).map(({ id }) => page.target(id))),
    ...report.midTerms.map(({ data }) => page.midTerm(data.id)),
    ...report.finances.map(({ data }) => page.financeYear(data.year)),
  ]);
});

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
