import type { Check } from '../derive/checks.ts';
import { isMidTerm } from '../derive/mid-term.ts';
import { keptFindings } from '../derive/kept.ts';
import type { Kept } from '../derive/kept.ts';
import { lostFigures } from '../derive/lost.ts';
import type { Lost } from '../derive/lost.ts';
import { percentForPoints } from '../derive/percent-for-points.ts';
import { sourceOfCheck } from '../derive/source.ts';
import { page } from '../i18n/paths.ts';
import type { LoadedText } from '../load/report.ts';
import type { Edition, Html } from './edition.ts';
import { viewCheck } from './indicator.ts';
import type { CheckView } from './indicator.ts';
import { viewInput } from './verdict.ts';
import type { InputView } from './verdict.ts';

/** Everything in the data that does not agree, and the rechecks that found it. */
export interface DiscrepanciesView {
  readonly differing: readonly PlacedCheck[];
  readonly printings: readonly PrintingView[];
  readonly lost: readonly LostView[];
  /** What other checks have found and is kept, with the reason. */
  readonly kept: readonly KeptView[];
  /** What is said of documents that print differences of rates in `%`. */
  readonly percentReasons: readonly KeptView[];
  /** Differences of rates that are printed in `%`. */
  readonly percentForPoints: number;
  readonly rounding: readonly PlacedCheck[];
  /** How many rechecks found the printed figure: see `equalGroups`. */
  readonly equal: number;
}

/** A recheck with where its figure is told and printed. */
export interface PlacedCheck extends CheckView {
  readonly href: string;
  readonly source: string;
}

/** One figure that two places print differently. */
export interface PrintingView {
  readonly id: string;
  readonly here: InputView;
  readonly there: string;
  readonly source: string;
  readonly reason?: Html;
}

export interface KeptView {
  readonly id: string;
  readonly name: string;
  readonly extra?: string;
  readonly href: string;
  readonly what: string;
  readonly reason: Html;
}

export interface LostView {
  readonly name: string;
  readonly period: string;
  readonly href: string;
  readonly source: string;
  readonly note?: Html;
  readonly tables: readonly { readonly title: string; readonly href: string }[];
}

export function viewDiscrepancies(edition: Edition): DiscrepanciesView {
  const { checks, report } = edition.model;
  const kept = keptFindings(report);
  const asPercent = percentForPoints(report, checks);
  const placed = (verdict: Check['verdict'], some: readonly Check[]) =>
    some.filter((check) => check.verdict === verdict).map((check) => viewPlaced(edition, check));
  return {
    differing: placed('differs', checks.filter(({ what }) => what !== 'also')),
    printings: checks.filter(isDisagreeing).flatMap((check) => viewPrinting(edition, check)),
    lost: lostFigures(report).map((lost) => viewLost(edition, lost)),
    kept: kept.flatMap((each) => (each.kind === 'percent' ? [] : [viewKept(edition, each)])),
    percentReasons: kept.flatMap((each) => (each.kind === 'percent' ? [viewPercent(edition, each, asPercent)] : [])),
    percentForPoints: asPercent.length,
    rounding: placed('rounding', checks),
    equal: checks.filter(({ verdict }) => verdict === 'equal').length,
  };
}

function isDisagreeing({ what, verdict }: Check): boolean {
  return what === 'also' && verdict === 'differs';
}

export function viewPlaced(edition: Edition, check: Check): PlacedCheck {
  return { ...viewCheck(edition, check), href: hrefOf(edition, check), source: sourceText(edition, check) };
}

function hrefOf(edition: Edition, { indicator, section, finance, amount, at }: Check): string {
  if (finance) return `${edition.path(page.financeYear(finance.year))}#${amount?.anchor}`;
  if (section) return sectionHref(edition, section);
  return indicator ? `${edition.path(page.indicator(indicator.data.id))}#p-${at}` : '';
}

function sectionHref(edition: Edition, text: LoadedText): string {
  return edition.path(isMidTerm(text) ? page.midTerm(text.data.id) : page.section(text.year, text.data.section));
}

function sourceText(edition: Edition, check: Check): string {
  const source = sourceOfCheck(check);
  return source ? edition.source(source) : '';
}

function viewPrinting(edition: Edition, check: Check): PrintingView[] {
  return check.inputs.map((input) => ({
    id: check.id,
    here: viewInput(edition, input),
    there: edition.quantity(check.printed),
    source: sourceText(edition, check),
    ...(check.waiver ? { reason: edition.inline(check.waiver, check.section) } : {}),
  }));
}

type KeptPercent = Extract<Kept, { kind: 'percent' }>;

/** A document with how many of its changes are printed so. */
function viewPercent(edition: Edition, { file, path, waiver, document }: KeptPercent, asPercent: readonly Check[]): KeptView {
  const count = asPercent.filter((check) => sourceOfCheck(check)?.document === document.id).length;
  return {
    id: idOf(file, path), what: edition.t('percentForPointsCount', edition.count(count)), name: edition.pick(document.title),
    href: edition.path(page.sources()), reason: edition.inline(waiver),
  };
}

function idOf(file: string, path: Kept['path']): string {
  return `${file}-${path.join('-')}`;
}

function viewKept(edition: Edition, kept: Exclude<Kept, KeptPercent>): KeptView {
  const { kind, file, path, waiver } = kept;
  const common = { id: idOf(file, path), what: edition.t(FOUND[kind]) };
  switch (kept.kind) {
    case 'repeat': case 'sign': case 'share': {
      const { indicator, at } = kept;
      return { ...common, reason: edition.inline(waiver), name: edition.pick(indicator.data.name), extra: edition.periodOf(indicator, at), href: `${edition.path(page.indicator(indicator.data.id))}#p-${at}` };
    }
    case 'count': {
      const figure = kept.section.figures.get(kept.figure);
      const { source, title } = { source: figure?.data.source ?? kept.section.data.source, title: figure?.data.label };
      return { ...common, reason: edition.inline(waiver, kept.section), name: title ? edition.pick(title) : figure?.data.value ?? '', extra: edition.source(source), href: sectionHref(edition, kept.section) };
    }
    case 'label': {
      const { section, table } = kept;
      return { ...common, reason: edition.inline(waiver, section), name: edition.pick(table.title), extra: edition.source(table.source), href: `${sectionHref(edition, section)}#table-${table.id}` };
    }
  }
}

const FOUND = { repeat: 'keptRepeat', sign: 'keptSign', share: 'keptShare', count: 'keptCount', label: 'keptLabel' } as const satisfies Record<Exclude<Kept, KeptPercent>['kind'], string>;

function viewLost(edition: Edition, { found, source, cells }: Lost): LostView {
  const { name, period, href } = viewInput(edition, found);
  const { origin } = found;
  const section = origin.kind === 'section' ? origin.section : undefined;
  const note = origin.kind === 'section' ? origin.figure.data.note : origin.kind === 'finance' ? origin.note : origin.observation.data.note;
  return {
    name,
    period,
    href: href ?? (section ? sectionHref(edition, section) : ''),
    source: edition.source(source),
    ...(note ? { note: edition.inline(note, section) } : {}),
    tables: cells.flatMap((cell) => {
      const table = cell.section.data.tables?.[cell.table];
      if (!table) return [];
      return [{ title: edition.pick(table.title), href: `${sectionHref(edition, cell.section)}#table-${table.id}` }];
    }),
  };
}
