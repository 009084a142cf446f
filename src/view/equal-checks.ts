import type { Check } from '../derive/checks.ts';
import { isMidTerm } from '../derive/mid-term.ts';
import { viewPlaced } from './discrepancies.ts';
import type { PlacedCheck } from './discrepancies.ts';
import type { Edition } from './edition.ts';
import { placeOf } from './outline.ts';

/** Rechecks that found the printed figure, of one part of the reports: thousands in all, too many for one page. */
export interface EqualGroup {
  /** As its address ends: `np-collection`, `mid-term/fourth`, `finance/2021`. */
  readonly id: string;
  readonly title: string;
  readonly checks: readonly Check[];
}

/** By section in the order of the outline, then what medium-term plans and the money of each year say. */
export function equalGroups(edition: Edition): EqualGroup[] {
  const { checks, report } = edition.model;
  const groups = Map.groupBy(checks.filter(({ verdict }) => verdict === 'equal'), groupOf);
  const sections = report.outline.parts.flatMap((part) => part.sections.map(({ id }) => id));
  const named = [
    ...sections.map((id) => { const { code, title } = placeOf(edition, id); return { id, title: `${code} ${title}`.trim() }; }),
    ...report.midTerms.map(({ data }) => ({ id: `mid-term/${data.id}`, title: edition.pick(data.title) })),
    ...report.finances.map(({ year }) => ({ id: financeGroup(year), title: edition.t('named', edition.period(year, 'span'), edition.t('finance')) })),
  ];
  return named.flatMap((each) => {
    const own = groups.get(each.id);
    return own ? [{ ...each, checks: own }] : [];
  });
}

export function viewEqualGroup(edition: Edition, { checks }: EqualGroup): PlacedCheck[] {
  return checks.map((check) => viewPlaced(edition, check));
}

function groupOf({ indicator, section, finance }: Check): string {
  if (finance) return financeGroup(finance.year);
  if (section) return isMidTerm(section) ? `mid-term/${section.data.id}` : section.data.section;
  return indicator?.data.section ?? '';
}

function financeGroup(year: string): string {
  return `finance/${year.replace('FY', '')}`;
}
