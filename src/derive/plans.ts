import type { LoadedText, Report } from '../load/report.ts';
import type { Continues } from '../schema/section-year.ts';
import type { Name, Text } from '../schema/text.ts';
import { measuresOf } from './mid-term.ts';

/** One thing that the plan of a year says: a clause of a section, or an item of a medium-term plan that is in the annual plan too. */
export interface PlanItem {
  /** `2021/np-collection/payment-rates`, `2024/fourth/payment-rates-1`: year, file and place. */
  readonly ref: string;
  readonly year: string;
  /** Where it belongs; an item of a medium-term plan may belong to several sections. */
  readonly sections: readonly string[];
  readonly measure: { readonly id: string; readonly title: Name };
  /** Of the clause; of an item of a medium-term plan, which has none, that of its measure. */
  readonly id: string;
  /** Absent where the report tells of progress only: such an item counts where another comes from it. */
  readonly text?: Text;
  /** The file that its figures and references are found in. */
  readonly home: LoadedText;
  readonly from?: Continues;
}

const made = new WeakMap<Report, ReadonlyMap<string, readonly PlanItem[]>>();

/**
 * Every year's plan, in the order of years and of the outline. A year without a plan is not there. Made once for a
 * report: each item is one and the same wherever it is met.
 */
export function plansOf(report: Report): ReadonlyMap<string, readonly PlanItem[]> {
  const plans = made.get(report) ?? derivePlans(report);
  made.set(report, plans);
  return plans;
}

function derivePlans(report: Report): ReadonlyMap<string, readonly PlanItem[]> {
  const order = report.outline.parts.flatMap((part) => part.sections.map(({ id }) => id));
  const rank = (item: PlanItem): number => order.indexOf(item.sections[0] ?? '');
  const annual = clausesOf(report);
  const years = new Set(annual.flatMap(({ year, text }) => (text ? [year] : [])));
  const inMidTerm = itemsOf(report).filter(({ year }) => !years.has(year));
  const items = [...annual, ...inMidTerm].toSorted((a, b) => rank(a) - rank(b));
  const byYear = [...Map.groupBy(items, ({ year }) => year)].filter(([, some]) => some.some(({ text }) => text));
  return new Map(byYear.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function clausesOf({ sections }: Report): PlanItem[] {
  return sections.flatMap((section) =>
    section.data.measures.flatMap((measure) =>
      measure.clauses.map((clause): PlanItem => {
        const { id, plan, from } = clause;
        return {
          ref: refOf(section.year, section.data.section, id), year: section.year, sections: [section.data.section],
          measure: { id: measure.id, title: measure.title }, id, home: section, ...(plan ? { text: plan } : {}), ...(from ? { from } : {}),
        };
      }),
    ),
  );
}

/** A medium-term plan may be printed together with the annual plan of its first year: items that name pages of it. */
function itemsOf({ midTerms }: Report): PlanItem[] {
  return midTerms.flatMap((plan) =>
    measuresOf(plan).flatMap(({ measure, sections }) =>
      measure.items.flatMap(({ text, pages }, index): PlanItem[] => {
        if (!pages?.annual) return [];
        return [{
          ref: refOf(plan.data.from, plan.data.id, `${measure.id}-${index + 1}`), year: plan.data.from, sections,
          measure: { id: measure.id, title: measure.title }, id: measure.id, text, home: plan,
        }];
      }),
    ),
  );
}

/** (FY2021, np-collection, payment-rates) → 2021/np-collection/payment-rates, as the data writes it. */
export function refOf(year: string, section: string, id: string): string {
  return `${year.slice(2)}/${section}/${id}`;
}

/** 2021/np-collection/payment-rates → FY2021 */
export function yearOfRef(ref: string): string {
  return `FY${ref.slice(0, 4)}`;
}

/** What the data says of how the plan items of the years follow each other. */
export interface Succession {
  readonly items: ReadonlyMap<string, PlanItem>;
  /** By the ref of an item: those that continue or replace it. */
  readonly successors: ReadonlyMap<string, readonly PlanItem[]>;
  /** By the ref of an item: the years whose plan has dropped it. */
  readonly dropped: ReadonlyMap<string, readonly string[]>;
}

export function successionOf(report: Report): Succession {
  const all = [...plansOf(report).values()].flat();
  const links = all.flatMap((item) => (item.from?.of ?? []).map((ref) => ({ ref, item })));
  const drops = report.sections.flatMap(({ year, data }) => (data.dropped ?? []).map((ref) => ({ ref, year })));
  return {
    items: new Map(all.map((item) => [item.ref, item])),
    successors: group(links, ({ item }) => item),
    dropped: group(drops, ({ year }) => year),
  };
}

function group<Link extends { readonly ref: string }, Value>(links: readonly Link[], pick: (link: Link) => Value): Map<string, Value[]> {
  return new Map([...Map.groupBy(links, ({ ref }) => ref)].map(([ref, some]) => [ref, some.map(pick)]));
}
