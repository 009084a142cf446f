import { oncePerReport } from '../load/kept.ts';
import { placeOf } from '../load/named.ts';
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

/** data/indicators/new.csv → data/indicators/old.csv, data/tables/2025/new/…, data/tables/2025/np-collection/new.ja.csv */
export function oldFiles({ redirects }: Report): (path: string) => string[] {
  const steps = redirects.flatMap(({ kind, in: place, from, to }): Step[] => {
    if (kind === 'indicator') return [replacing(`^(data/indicators/)${to}(?=\\.)`, from)];
    if (kind === 'section') return [replacing(`^(data/tables/\\d{4}/)${to}(?=/)`, from)];
    return kind === 'table' ? [replacing(`^(data/tables/${place}/)${to}(?=\\.)`, from)] : [];
  });
  return (path) => oldNames(path, steps);
}

/** clause-new → clause-old: the places on a page of a language, `2025/np-collection/`, by which an address may still lead to them. */
export const oldPlaces = oncePerReport((report): ((address: string) => ((place: string) => string[]) | undefined) => {
  const plans = new Map(report.midTerms.map(({ file, data }) => [placeOf(file), data.id]));
  const known = report.redirects.map((redirect) => {
    const { where, before, after = '' } = placesOf(redirect, plans.get(redirect.in ?? ''));
    return { where: new RegExp(`^(?:${where})$`), step: replacing(`^((?:${before}))${redirect.to}(?=$|--${after})`, redirect.from) };
  });
  return (address) => {
    const steps = known.flatMap(({ where, step }) => (where.test(address) ? [step] : []));
    return steps.length === 0 ? undefined : (place) => oldNames(place, steps);
  };
});

function replacing(pattern: string, from: string): Step {
  const expression = new RegExp(pattern);
  return (name) => (expression.test(name) ? name.replace(expression, `$1${from}`) : undefined);
}

/** The pages on which a thing has its place, and what stands before and after its id in the name of that place. */
function placesOf({ kind, in: place = '' }: Redirect, plan: string | undefined): { readonly where: string; readonly before: string; readonly after?: string } {
  const itsPage = plan === undefined ? `${place}/` : `mid-term/${plan}/`;
  const [year, section] = place.split('/');
  switch (kind) {
    case 'indicator': return { where: '\\d{4}/[^/]+/|checks/.*', before: 'check-|table-.*--', after: '|-FY|-\\d{4}' };
    case 'section': return { where: 'targets/|indicators/|compare/.*|mid-term/.*', before: '' };
    case 'mid-term': return { where: 'targets/', before: 'plan-' };
    case 'target': return { where: '(?!print/).*', before: 'target-|news-|course--' };
    case 'term': return { where: 'glossary/', before: '' };
    case 'document': return { where: 'sources/', before: '' };
    case 'measure': return { where: itsPage, before: '' };
    case 'table': return { where: itsPage, before: 'table-' };
    case 'issue': return { where: itsPage, before: 'issue-' };
    case 'clause': return { where: `${itsPage}|compare/(?:${year}-\\d{4}|\\d{4}-${year})/(?:${section}/)?`, before: `clause-|${section}--(?:.*--)?(?:was-)?` };
    case 'figure': return { where: 'checks/.*', before: `check-${plan ?? `${year}-${section}`}-` };
  }
}
