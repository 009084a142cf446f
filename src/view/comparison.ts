import { escapeMarkup } from '../charts/markup.ts';
import { comparePlans } from '../derive/plan-comparison.ts';
import type { ComparedRow } from '../derive/plan-comparison.ts';
import type { PlanItem } from '../derive/plans.ts';
import { markDifferences } from '../diff/markup.ts';
import { page } from '../i18n/paths.ts';
import type { StringKey } from '../i18n/strings.ts';
import type { Edition, Html } from './edition.ts';
import { oncePerEdition } from './once.ts';
import { placeOf } from './outline.ts';

export interface ComparisonView {
  readonly from: string;
  readonly to: string;
  /** 令和2年度 / FY2020 */
  readonly fromText: string;
  readonly toText: string;
  readonly title: string;
  readonly tally: readonly FateCount[];
  readonly sections: readonly ComparedSection[];
}

export interface ComparedSection {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly href: string;
  readonly tally: readonly FateCount[];
  /** What belongs together, and what is said to be new or dropped. */
  readonly rows: readonly ComparedRowView[];
  /** The others, of either plan: nothing is known of where they come from or what became of them. */
  readonly unmatched: { readonly before: readonly ComparedItem[]; readonly after: readonly ComparedItem[] };
}

export interface FateCount {
  readonly key: FateKey;
  readonly text: string;
  readonly count: number;
}

export type FateKey = 'unchanged' | 'changed' | 'replaced' | 'merged' | 'split' | 'new' | 'dropped' | 'unmatched';

export interface ComparedRowView {
  /** Its place in its section: the item of the later plan, or that of the earlier one which has no successor. */
  readonly anchor: string;
  /** The measures of both sides, each once. */
  readonly measures: readonly string[];
  readonly fate: { readonly key: FateKey; readonly text: string };
  /** How many were merged or split; how the two sides were found to belong together. */
  readonly remark?: string;
  readonly before: readonly ComparedItem[];
  readonly after: readonly ComparedItem[];
  /** What stands in place of a side without items. */
  readonly missing?: string;
}

export interface ComparedItem {
  readonly measure: string;
  readonly html: Html;
  readonly href: string;
}

const FATES: Readonly<Record<FateKey, StringKey>> = {
  unchanged: 'fateUnchanged', changed: 'fateChanged', replaced: 'fateReplaced', merged: 'fateMerged', split: 'fateSplit',
  new: 'fateNew', dropped: 'fateDropped', unmatched: 'fateUnmatched',
};

/** The comparison of two years, made once for its page and those of its sections. */
export function viewComparison(edition: Edition, from: string, to: string): ComparisonView {
  const made = comparisonsOf(edition, edition.model);
  const key = `${from}-${to}`;
  const view = made.get(key) ?? makeComparison(edition, from, to);
  made.set(key, view);
  return view;
}

const comparisonsOf = oncePerEdition((_: Edition, __: object) => new Map<string, ComparisonView>());

function makeComparison(edition: Edition, from: string, to: string): ComparisonView {
  const { sections } = comparePlans(edition.model.report, from, to);
  const views = sections.map(({ section, rows }): ComparedSection => {
    const anchors = placesOf(rows);
    const all = rows.map((row, index) => viewRow(edition, row, anchors[index] ?? ''));
    const [alone = [], known = []] = [true, false].map((is) => all.filter(({ fate }) => (fate.key === 'unmatched') === is));
    return {
      id: section, ...placeOf(edition, section, to), href: edition.path(page.comparison(from, to, section)), tally: tallyOf(edition, all), rows: known,
      unmatched: { before: alone.flatMap(({ before }) => before), after: alone.flatMap(({ after }) => after) },
    };
  });
  const [fromText, toText] = [from, to].map((year) => edition.period(year, 'span')) as [string, string];
  return {
    from, to, fromText, toText,
    title: edition.t('plansComparedTitle', fromText, toText),
    tally: sumOf(views.flatMap(({ tally }) => tally)),
    sections: views,
  };
}

function tallyOf(edition: Edition, rows: readonly ComparedRowView[]): FateCount[] {
  return (Object.keys(FATES) as FateKey[]).flatMap((key) => {
    const count = rows.filter(({ fate }) => fate.key === key).length;
    return count === 0 ? [] : [{ key, text: edition.t(FATES[key]), count }];
  });
}

function sumOf(counts: readonly FateCount[]): FateCount[] {
  return (Object.keys(FATES) as FateKey[]).flatMap((key) => {
    const own = counts.filter((each) => each.key === key);
    const [first] = own;
    return first ? [{ ...first, count: own.reduce((sum, { count }) => sum + count, 0) }] : [];
  });
}

/** The item of the later plan names a row, with that of the earlier plan where two rows lead to it. */
function placesOf(rows: readonly ComparedRow[]): string[] {
  const first = rows.map(({ after: [now], before: [old] }) => now?.id ?? `was-${old?.id ?? ''}`);
  return rows.map(({ before: [old] }, index) => {
    const name = first[index] ?? '';
    return old && first.indexOf(name) !== index ? `${name}--${old.id}` : name;
  });
}

function viewRow(edition: Edition, row: ComparedRow, anchor: string): ComparedRowView {
  const key = fateKeyOf(edition, row);
  const { before, after } = viewSides(edition, row, key);
  const missing = missingText(edition, row);
  const remark = remarkOf(edition, row);
  return {
    anchor,
    measures: [...new Set([...row.after, ...row.before].map(({ measure }) => edition.pick(measure.title)))],
    fate: { key, text: edition.t(FATES[key]) },
    ...(remark === '' ? {} : { remark }),
    before, after,
    ...(missing === undefined ? {} : { missing }),
  };
}

/** The words of the original language decide whether a plan changed: both editions say the same of it. */
function fateKeyOf(edition: Edition, { before, after, fate }: ComparedRow): FateKey {
  if (fate !== 'kept') return fate;
  const original = edition.in(edition.model.report.languages.text);
  const [old, now] = [before, after].map((items) => items.map(({ text, home }) => (text ? original.plain(text, home) : '')).join('\n'));
  return old === now ? 'unchanged' : 'changed';
}

function viewSides(edition: Edition, { before, after }: ComparedRow, key: FateKey): Pick<ComparedRowView, 'before' | 'after'> {
  const [old, now] = [before, after].map((items) => items.map((item) => viewItem(edition, item))) as [ComparedItem[], ComparedItem[]];
  const langs = new Set([...old, ...now].map(({ html }) => html.lang));
  const [lang] = langs;
  // Words of two languages cannot be compared.
  if (key === 'unchanged' || old.length === 0 || now.length === 0 || lang === undefined || langs.size > 1) return { before: old, after: now };
  const marked = markDifferences(old.map(({ html }) => html.html), now.map(({ html }) => html.html), lang);
  const withMarks = (items: readonly ComparedItem[], texts: readonly string[]): ComparedItem[] =>
    items.map((item, index) => ({ ...item, html: { html: texts[index] ?? '', lang } }));
  return { before: withMarks(old, marked.before), after: withMarks(now, marked.after) };
}

function viewItem(edition: Edition, item: PlanItem): ComparedItem {
  const none: Html = { html: `<p>${escapeMarkup(edition.t('notStated'))}</p>`, lang: edition.locale };
  return { measure: edition.pick(item.measure.title), html: item.text ? edition.prose(item.text, item.home) : none, href: itemHref(edition, item) };
}

/** The place of a plan item in its year: its clause, or the measure of the medium-term plan. */
export function itemHref(edition: Edition, { home, year, sections, id }: PlanItem): string {
  if ('chapters' in home.data) return `${edition.path(page.midTerm(home.data.id))}#${id}`;
  return `${edition.path(page.section(year, sections[0] ?? ''))}#clause-${id}`;
}

function remarkOf(edition: Edition, { before, after, fate, basis }: ComparedRow): string {
  const many = fate === 'merged' ? [edition.t('fateMergedOf', before.length)] : fate === 'split' ? [edition.t('fateSplitInto', after.length)] : [];
  const found = basis === 'same_id' ? [edition.t('basisSameId')] : basis === 'similar' ? [edition.t('basisSimilar')] : [];
  return [...many, ...found].join(edition.t('clauseGap'));
}

function missingText(edition: Edition, { fate }: ComparedRow): string | undefined {
  if (fate === 'new') return edition.t('noneBefore');
  if (fate === 'dropped') return edition.t('noneAfter');
  return undefined;
}
