import type { Report } from '../load/report.ts';
import { plansOf, successionOf, yearOfRef } from './plans.ts';
import type { PlanItem, Succession } from './plans.ts';
import { likenessOf } from './likeness.ts';

/**
 * How two plans are known to belong together:
 * - `stated`: the data says so (`from`), over the years between if need be
 * - `same_id`: nothing is said, but the clauses bear the same id in the same section
 * - `similar`: nothing is said either; their wording is alike
 */
export type Basis = 'stated' | 'same_id' | 'similar';

/**
 * What became of the items of a row. Whether the words of a `kept` one changed is for the language to say.
 * `unmatched`: nothing is said of it, and nothing like it was found. That is no proof that it is new or gone.
 */
export type Fate = 'kept' | 'replaced' | 'merged' | 'split' | 'new' | 'dropped' | 'unmatched';

export interface ComparedRow {
  readonly before: readonly PlanItem[];
  readonly after: readonly PlanItem[];
  readonly fate: Fate;
  readonly basis?: Basis;
}

export interface PlanComparison {
  readonly from: string;
  readonly to: string;
  readonly sections: readonly { readonly section: string; readonly rows: readonly ComparedRow[] }[];
}

interface Link {
  readonly before: PlanItem;
  readonly after: PlanItem;
  readonly basis: Basis;
  readonly replaces: boolean;
}

/** Every pair of years that both have a plan, the latest pair first. */
export function comparableYears(report: Report): { readonly from: string; readonly to: string }[] {
  const years = [...plansOf(report).keys()].toReversed();
  return years.flatMap((to, index) => years.slice(index + 1).map((from) => ({ from, to })));
}

export function comparePlans(report: Report, from: string, to: string): PlanComparison {
  const plans = plansOf(report);
  const succession = successionOf(report);
  const [old = [], now = []] = [plans.get(from), plans.get(to)];
  const links = linksBetween(old, now, succession, report.languages.text);
  const linked = new Set(links.flatMap((link) => [link.before, link.after]));
  const [before, after] = [old, now].map((items) => items.filter((item) => item.text || linked.has(item))) as [PlanItem[], PlanItem[]];
  const rows = rowsOf(before, after, links, (item) => fateOfOld(item, to, succession), (item) => fateOfNew(item, from, succession));
  const order = report.outline.parts.flatMap((part) => part.sections.map(({ id }) => id));
  const bySection = Map.groupBy(rows, (row) => sectionOf(row));
  return {
    from, to,
    sections: order.flatMap((section) => (bySection.has(section) ? [{ section, rows: bySection.get(section) ?? [] }] : [])),
  };
}

/** That of the later plan; an item of several sections stands where its successor does. */
function sectionOf({ before, after }: ComparedRow): string {
  const [first] = [...after, ...before].toSorted((a, b) => a.sections.length - b.sections.length);
  return first?.sections[0] ?? '';
}

function linksBetween(before: readonly PlanItem[], after: readonly PlanItem[], succession: Succession, language: string): Link[] {
  const stated = after.flatMap((item) => statedLinks(item, before, succession));
  const taken = new Set<PlanItem>(stated.flatMap((link) => [link.before, link.after]));
  const silent = after.filter((item) => !item.from && !taken.has(item));
  const left = before.filter((item) => !taken.has(item) && !isDropped(item, after[0]?.year ?? '', succession));
  const sameId = silent.flatMap((item): Link[] => {
    const twin = left.find((each) => each.id === item.id && share(each, item));
    return twin ? [{ before: twin, after: item, basis: 'same_id', replaces: false }] : [];
  });
  for (const link of sameId) taken.add(link.before).add(link.after);
  const similar = findSimilar(left.filter((item) => !taken.has(item)), silent.filter((item) => !taken.has(item)), language);
  return [...stated, ...sameId, ...similar];
}

/** The items of the earlier plan that one of the later plan comes from, over any years between. */
function statedLinks(after: PlanItem, before: readonly PlanItem[], { items }: Succession): Link[] {
  const year = before[0]?.year ?? '';
  const seen = new Set<string>();
  const walk = (item: PlanItem, replaces: boolean): Link[] =>
    originsOf(item).flatMap((ref) => {
      const found = items.get(ref);
      if (!found || seen.has(ref)) return [];
      seen.add(ref);
      const isReplaced = replaces || item.from?.relation === 'replaces';
      if (found.year === year) return [{ before: found, after, basis: 'stated' as const, replaces: isReplaced }];
      return yearOfRef(ref) > year ? walk(found, isReplaced) : [];
    });
  return walk(after, false);
}

/** What is new comes from nothing. */
function originsOf({ from }: PlanItem): readonly string[] {
  return from && from.relation !== 'new' ? (from.of ?? []) : [];
}

function share(a: PlanItem, b: PlanItem): boolean {
  return a.sections.some((section) => b.sections.includes(section));
}

/** How much of their wording two items must share to be shown beside each other. Below it, pairs of the real plans are no longer of one matter. */
const ALIKE = 0.3;

/** In the language that every text has. */
function findSimilar(before: readonly PlanItem[], after: readonly PlanItem[], language: string): Link[] {
  const wordingOf = ({ text }: PlanItem): string => text?.[language] ?? '';
  const pairs = after.flatMap((item) => before.filter((each) => share(each, item)).map((each) => ({ before: each, after: item, likeness: likenessOf(wordingOf(each), wordingOf(item)) })));
  const taken = new Set<PlanItem>();
  return pairs.filter(({ likeness }) => likeness >= ALIKE).toSorted((a, b) => b.likeness - a.likeness).flatMap((pair): Link[] => {
    if (taken.has(pair.before) || taken.has(pair.after)) return [];
    taken.add(pair.before).add(pair.after);
    return [{ before: pair.before, after: pair.after, basis: 'similar', replaces: false }];
  });
}

/** Items that hang together by links make one row, at the place of the first of them in the later plan. */
function rowsOf(
  before: readonly PlanItem[], after: readonly PlanItem[], links: readonly Link[],
  fateOfOld: (item: PlanItem) => Fate, fateOfNew: (item: PlanItem) => Fate,
): ComparedRow[] {
  const done = new Set<PlanItem>();
  const rows = after.flatMap((item): ComparedRow[] => {
    if (done.has(item)) return [];
    const group = groupOf(item, links);
    for (const each of group) done.add(each);
    const old = before.filter((each) => group.has(each));
    const now = after.filter((each) => group.has(each));
    if (old.length === 0) return [{ before: [], after: now, fate: fateOfNew(item) }];
    const own = links.filter((link) => group.has(link.after));
    return [{ before: old, after: now, fate: fateOf(old, now, own), basis: basisOf(own) }];
  });
  const gone = before.filter((item) => !done.has(item)).map((item) => ({ before: [item], after: [], fate: fateOfOld(item) }));
  return placed(rows, gone);
}

function groupOf(start: PlanItem, links: readonly Link[]): Set<PlanItem> {
  const group = new Set([start]);
  for (const item of group) {
    for (const link of links) {
      if (link.after === item) group.add(link.before);
      if (link.before === item) group.add(link.after);
    }
  }
  return group;
}

function fateOf(before: readonly PlanItem[], after: readonly PlanItem[], links: readonly Link[]): Fate {
  if (before.length > 1) return 'merged';
  if (after.length > 1) return 'split';
  return links.some(({ replaces }) => replaces) ? 'replaced' : 'kept';
}

function basisOf(links: readonly Link[]): Basis {
  return links[0]?.basis ?? 'stated';
}

/** What is gone stands after the rest of its measure; where the measure is gone too, after its section. */
function placed(rows: readonly ComparedRow[], gone: readonly ComparedRow[]): ComparedRow[] {
  const list = [...rows];
  for (const row of gone) {
    const [item] = row.before;
    const sameMeasure = list.findLastIndex((each) => each.before.some((other) => item && other.measure.id === item.measure.id && share(other, item)));
    const sameSection = list.findLastIndex((each) => [...each.before, ...each.after].some((other) => item && share(other, item)));
    const at = sameMeasure >= 0 ? sameMeasure : sameSection >= 0 ? sameSection : list.length - 1;
    list.splice(at + 1, 0, row);
  }
  return list;
}

function fateOfOld(item: PlanItem, to: string, succession: Succession): Fate {
  return isDropped(item, to, succession) ? 'dropped' : 'unmatched';
}

/** It, or all that followed it, was dropped by the plan of that year. */
function isDropped(item: PlanItem, to: string, { dropped, successors }: Succession): boolean {
  const isGone = ({ ref }: PlanItem, seen: ReadonlySet<string>): boolean => {
    if (dropped.get(ref)?.some((year) => year <= to)) return true;
    const next = (successors.get(ref) ?? []).filter(({ year, ref: other }) => year < to && !seen.has(other));
    return next.length > 0 && next.every((each) => isGone(each, new Set([...seen, ref])));
  };
  return isGone(item, new Set());
}

/** Said to be new, itself or all that it comes from, in a year after the earlier plan. */
function fateOfNew(item: PlanItem, from: string, { items }: Succession): Fate {
  const isNew = ({ from: origin, ref }: PlanItem, seen: ReadonlySet<string>): boolean => {
    if (origin?.relation === 'new') return true;
    const earlier = (origin?.of ?? []).flatMap((each) => items.get(each) ?? []).filter(({ year, ref: other }) => year > from && !seen.has(other));
    return earlier.length > 0 && earlier.every((each) => isNew(each, new Set([...seen, ref])));
  };
  return isNew(item, new Set()) ? 'new' : 'unmatched';
}
