import { page } from '../i18n/paths.ts';
import { oncePerReport } from '../load/once-per-report.ts';
import type { Report } from '../load/report.ts';

/** Where a page of a body's own stands: below the base of the site. */
interface Place {
  readonly base: string;
  readonly language: string;
  readonly name: string;
}

/** What an address on such a page does not lead to: a page or file, or a place on a page, with the names of those that it has. */
type Lost = { readonly of: 'site' } | { readonly of: 'page'; readonly place: string; readonly known: readonly string[] };

/** Undefined where it leads to a page of the site, or to a file that is published. Of what the build alone can know, it does. */
export function lostBy(address: string, { base, language, name }: Place, report: Report, published: ReadonlySet<string>): Lost | undefined {
  const root = `/${base}/`.replace(/\/{2,}/g, '/');
  const { host, pathname, hash } = new URL(address, `https://site.invalid${root}${language}/${name}/`);
  if (host !== 'site.invalid' || !pathname.startsWith(root)) return NOWHERE;
  const inside = decodePath(pathname.slice(root.length));
  const [first = '', ...rest] = inside.split('/');
  if (published.has(`public/${inside}`) || inside === '' || MADE.has(first)) return undefined;
  if (!report.languages.tags.includes(first)) return NOWHERE;
  const page = rest.join('/');
  if (!addressesOf(report).has(page)) return /^(?:compare|checks|print)\//.test(page) ? undefined : NOWHERE;
  return lostPlace(decodePath(hash.slice(1)), placesOf(report).get(page));
}

const NOWHERE: Lost = { of: 'site' };

function lostPlace(place: string, known: ReadonlySet<string> | undefined): Lost | undefined {
  if (!known || known.has(place) || OF_EVERY_PAGE.has(place) || OF_THE_TEXT.test(place)) return undefined;
  return { of: 'page', place, known: [...known] };
}

/** The top is a place of every page, whatever it has. */
const OF_EVERY_PAGE: ReadonlySet<string> = new Set(['', 'top', 'main', 'search-query', 'search-hint', 'page-terms']);
/** Tables with their rows and notes, charts, the terms that a page explains, and words that a browser looks for. */
const OF_THE_TEXT = /^(?:table|chart|term|filter|year)-|^:~:text=/;

/** The places of those pages whose places the data name. */
const placesOf = oncePerReport(({ documents, glossary, indicators, sections, midTerms }): ReadonlyMap<string, ReadonlySet<string>> => {
  const named = (kind: string, entries: readonly { readonly id: string }[] = []) => entries.map(({ id }) => `${kind}-${id}`);
  return new Map<string, ReadonlySet<string>>([
    [page.about(), new Set()],
    [page.accessibility(), new Set()],
    [page.glossary(), new Set(glossary.keys())],
    [page.sources(), new Set(documents.keys())],
    [page.indicators(), new Set(['all-indicators', ...indicators.values().map(({ data }) => data.section)])],
    [page.targets(), new Set(['all-targets', ...named('plan', midTerms.map(({ data }) => data)), ...[...sections, ...midTerms].flatMap(({ data }) => named('target', data.targets))])],
    ...sections.map(({ year, data }): [string, ReadonlySet<string>] => [page.section(year, data.section), new Set([
      ...(['targets', 'issues', 'reference'] as const).filter((list) => (data[list] ?? []).length > 0),
      ...data.measures.map(({ id }) => id), ...named('clause', data.measures.flatMap(({ clauses }) => clauses)), ...named('issue', data.issues), ...named('target', data.targets),
    ])]),
  ]);
});

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
