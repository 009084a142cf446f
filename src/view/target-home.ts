import type { Verdict } from '../derive/verdict.ts';
import { page } from '../i18n/paths.ts';
import type { Edition } from './edition.ts';
import { linkTo } from './mid-term.ts';

/** Where a target was set: a section of a report, or a medium-term plan. */
export interface TargetHome {
  readonly kind: 'section' | 'plan';
  readonly title: string;
  readonly href: string;
}

export function viewTargetHome(edition: Edition, verdict: Verdict): TargetHome {
  for (const report of edition.model.years) {
    const section = report.sections.find(({ verdicts }) => verdicts.includes(verdict));
    if (section)
      return {
        kind: 'section',
        title: `${section.code} ${edition.pick(section.entry.title)}`,
        href: edition.path(page.section(report.year, section.entry.id)),
      };
  }
  const midTerm = edition.model.midTerms.find(({ verdicts }) => verdicts.includes(verdict));
  if (!midTerm) throw new RangeError(verdict.target.id);
  return { kind: 'plan', ...linkTo(edition, midTerm) };
}
