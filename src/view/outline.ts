import { sectionCode } from '../derive/section-code.ts';
import { titleIn } from '../derive/titles.ts';
import type { Edition } from './edition.ts';

/** (np-collection) → I-2 and its title: the one of a year, where a year is asked for. */
export function placeOf(edition: Edition, section: string, year?: string): { readonly code: string; readonly title: string } {
  const { parts } = edition.model.report.outline;
  const part = parts.find(({ sections }) => sections.some(({ id }) => id === section));
  const entry = part?.sections.find(({ id }) => id === section);
  if (!part || !entry) return { code: '', title: section };
  return { code: sectionCode(part, entry), title: edition.pick(year === undefined ? entry.title : titleIn(entry, year)) };
}
