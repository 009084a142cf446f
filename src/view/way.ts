import { comparableYears } from '../derive/plan-comparison.ts';
import { plansOf, refOf, successionOf, yearOfRef } from '../derive/plans.ts';
import type { PlanItem, Succession } from '../derive/plans.ts';
import { page } from '../i18n/paths.ts';
import { itemHref } from './comparison.ts';
import type { Edition } from './edition.ts';
import { oncePerEdition } from './once.ts';

/** A year in which a section is planned or reported. */
export interface YearOfSection {
  readonly year: string;
  readonly text: string;
  readonly href: string;
  readonly isCurrent: boolean;
}

/** One step of a plan item to another year: what it continues, or what became of it. */
export interface Step {
  readonly direction: 'before' | 'after';
  /** 令和2年度から継続 */
  readonly text: string;
  readonly items: readonly { readonly text: string; readonly href: string; readonly lang?: string }[];
}

/** Every year that has a section, this one among them: the reports' own, and the plan that a medium-term plan holds. */
export function viewYearsOfSection(edition: Edition, section: string, current: string): YearOfSection[] {
  const { model } = edition;
  const reported = model.years.filter(({ sections }) => sections.some(({ entry }) => entry.id === section)).map(({ year }) => year);
  const inMidTerm = [...plansOf(model.report)].flatMap(([year, items]) => {
    const item = reported.includes(year) ? undefined : items.find(({ sections }) => sections.includes(section));
    return item ? [{ year, href: itemHref(edition, item) }] : [];
  });
  const own = reported.map((year) => ({ year, href: edition.path(page.section(year, section)) }));
  return [...own, ...inMidTerm].toSorted((a, b) => (a.year < b.year ? 1 : -1))
    .map(({ year, href }) => ({ year, href, text: edition.period(year, 'span'), isCurrent: year === current }));
}

/** The comparisons of a section's plan with those of other years, the nearest first. */
export function viewComparisonsOf(edition: Edition, section: string, year: string): { readonly text: string; readonly href: string }[] {
  const planned = [...plansOf(edition.model.report)].filter(([, items]) => items.some(({ sections }) => sections.includes(section))).map(([each]) => each);
  if (!planned.includes(year)) return [];
  return comparableYears(edition.model.report)
    .filter(({ from, to }) => (from === year || to === year) && planned.includes(from) && planned.includes(to))
    .map(({ from, to }) => ({
      text: edition.t('comparisonOf', edition.period(from === year ? to : from, 'span')),
      href: edition.path(page.comparison(from, to, section)),
    }));
}

const succession = oncePerEdition((_: Edition, report: Edition['model']['report']) => successionOf(report));

/** The steps of a clause, backwards first. */
export function viewSteps(edition: Edition, year: string, section: string, clause: string): Step[] {
  const known = succession(edition, edition.model.report);
  const ref = refOf(year, section, clause);
  const item = known.items.get(ref);
  return [...(item ? stepsBefore(edition, item, known) : []), ...stepsAfter(edition, ref, known)];
}

function stepsBefore(edition: Edition, { from, year }: PlanItem, { items }: Succession): Step[] {
  if (!from) return [];
  if (from.relation === 'new') return [{ direction: 'before', text: edition.t('relationNew', edition.period(year, 'span')), items: [] }];
  const byYear = Map.groupBy(from.of ?? [], yearOfRef);
  return [...byYear].map(([other, refs]): Step => {
    const name = edition.period(other, 'span');
    const text = refs.length > 1 ? edition.t('relationMerges', name, refs.length)
      : edition.t(from.relation === 'replaces' ? 'relationReplaces' : 'relationContinues', name);
    return { direction: 'before', text, items: refs.flatMap((ref) => items.get(ref) ?? []).map((item) => linkTo(edition, item)) };
  });
}

function stepsAfter(edition: Edition, ref: string, { successors, dropped }: Succession): Step[] {
  const groups = Map.groupBy(successors.get(ref) ?? [], ({ year, from }) => `${year} ${from?.relation === 'replaces' ? 'replacedIn' : 'continuedIn'}`);
  const on = [...groups].map(([key, items]): Step => {
    const [year = '', word] = key.split(' ');
    return { direction: 'after', text: edition.t(word as 'replacedIn' | 'continuedIn', edition.period(year, 'span')), items: items.map((item) => linkTo(edition, item)) };
  });
  const gone = (dropped.get(ref) ?? []).map((year): Step => ({ direction: 'after', text: edition.t('droppedIn', edition.period(year, 'span')), items: [] }));
  return [...on, ...gone];
}

/** How many Latin letters of an item tell it from others of its measure; half as many where letters are wide. */
const BEGINNING = 44;

/** Its measure and how it begins: clauses have no titles of their own. */
function linkTo(edition: Edition, item: PlanItem): Step['items'][number] {
  const measure = edition.pick(item.measure.title);
  const href = itemHref(edition, item);
  if (!item.text) return { text: measure, href };
  const beginning = shorten(edition, edition.plain(item.text, item.home).replace(/\s+/g, ' '));
  const isForeign = item.text[edition.locale] === undefined;
  return { text: edition.t('itemNamed', measure, beginning), href, ...(isForeign ? { lang: edition.model.report.languages.text } : {}) };
}

function shorten(edition: Edition, text: string): string {
  const letters = [...text];
  const most = edition.style.wide ? BEGINNING / 2 : BEGINNING;
  if (letters.length <= most) return text;
  const cut = letters.slice(0, most).join('');
  // Words that are parted by spaces stay whole.
  return `${(edition.style.wide ? cut : cut.replace(/\s\S*$/, '')).replace(/[\s\p{P}]+$/u, '')}…`;
}
