import { changeOf, shownChange } from '../derive/change.ts';
import type { Check } from '../derive/checks.ts';
import { sectionCode } from '../derive/section-code.ts';
import { findSection } from '../derive/model.ts';
import { findObservation } from '../derive/figures.ts';
import { dataFile } from '../i18n/data-files.ts';
import { page } from '../i18n/paths.ts';
import type { LoadedIndicator } from '../load/report.ts';
import { formatBound } from '../format/bound.ts';
import { formatParts } from '../format/quantity.ts';
import { isQuantity } from '../quantity/quantity.ts';
import { lastDay } from '../time/period.ts';
import type { Figure } from '../quantity/quantity.ts';
import { labelIn } from '../quantity/unit.ts';
import type { Edition, Html } from './edition.ts';
import { viewCharts } from './chart.ts';
import type { ChartView } from './chart-view.ts';
import { Notes } from './notes.ts';
import type { NoteView } from './table.ts';
import { amountName, viewInput } from './verdict.ts';
import type { InputView } from './verdict.ts';

export interface IndicatorView {
  readonly id: string;
  readonly name: string;
  readonly href: string;
  readonly section: { readonly code: string; readonly title: string; readonly href: string };
  readonly definition: Html;
  readonly facts: readonly { readonly term: string; readonly text: string }[];
  readonly latest?: LatestView;
  readonly charts: readonly ChartView[];
  readonly groups: readonly ObservationGroup[];
  readonly breaks: readonly { readonly period: string; readonly html: Html }[];
  readonly notes: readonly Html[];
  readonly marks: readonly NoteView[];
  readonly formula?: string;
  readonly checks: readonly CheckView[];
  readonly downloads: readonly { readonly label: string; readonly href: string }[];
}

export interface LatestView {
  readonly period: string;
  readonly figure: string;
  /** The same in pieces, so that the number can be set larger than its unit. */
  readonly pieces: { readonly before: string; readonly number: string; readonly after: string };
  readonly change?: string;
  readonly direction: 'up' | 'down' | 'level' | 'none';
}

export interface ObservationGroup {
  readonly title: string;
  readonly rows: readonly ObservationView[];
}

export interface ObservationView {
  readonly anchor: string;
  readonly period: string;
  readonly figure: string;
  readonly absent: boolean;
  readonly change?: string;
  readonly check?: { readonly verdict: string; readonly text: string };
  readonly status?: string;
  /** How it is printed elsewhere, where that is another way. */
  readonly also: readonly string[];
  readonly source: string;
  readonly mark?: number;
}

export interface CheckView {
  readonly id: string;
  readonly subject: string;
  readonly operation: string;
  readonly printed: string;
  readonly recomputed: string;
  readonly interval: string;
  readonly verdict: { readonly key: Check['verdict']; readonly text: string };
  readonly inputs: readonly InputView[];
  readonly reason?: Html;
}

export function viewIndicator(edition: Edition, indicator: LoadedIndicator): IndicatorView {
  const { data } = indicator;
  const notes = new Notes(edition);
  const groups = viewGroups(edition, indicator, notes);
  const checks = (edition.model.checksByIndicator.get(indicator) ?? []).map((check) => viewCheck(edition, check));
  const latest = viewLatest(edition, indicator);
  return {
    id: data.id,
    name: edition.pick(data.name),
    href: edition.path(page.indicator(data.id)),
    section: viewSectionLink(edition, data.section),
    definition: edition.prose(data.definition),
    facts: viewFacts(edition, indicator),
    ...(latest ? { latest } : {}),
    charts: viewCharts(edition, indicator),
    groups,
    breaks: (data.breaks ?? []).map(({ at, note }) => ({ period: edition.periodOf(indicator, at), html: edition.inline(note) })),
    notes: (data.notes ?? []).map((note) => edition.inline(note)),
    marks: notes.list(),
    ...(data.formula ? { formula: formulaText(edition, indicator) } : {}),
    checks,
    downloads: [
      { label: 'CSV', href: edition.file(dataFile.indicator(data.id, 'csv')) },
      { label: edition.t('csvForExcel'), href: edition.file(dataFile.indicator(data.id, 'excel.csv')) },
      { label: 'JSON', href: edition.file(dataFile.indicator(data.id, 'json')) },
    ],
  };
}

/** The latest value, with its change against the same point of last year. */
export function viewLatest(edition: Edition, indicator: LoadedIndicator, at = latestPeriod(edition, indicator)): LatestView | undefined {
  const found = at === undefined ? undefined : findObservation(edition.model.report, indicator.data.id, at);
  if (!found || at === undefined) return undefined;
  const change = changeOf(edition.model.report, indicator, at);
  const shown = change && shownChange(change);
  const words = shown && edition.changeWords(shown, indicator.data.unit);
  const direction = !shown ? 'none' : /^-?0*\.?0*$/.test(shown.value) ? 'level' : shown.value.startsWith('-') ? 'down' : 'up';
  return {
    period: edition.capitalise(edition.periodOf(indicator, at)),
    figure: edition.figure(found.figure),
    pieces: piecesOf(edition, found.figure),
    ...(words === undefined ? {} : { change: edition.t(indicator.data.cohort?.lag ? 'headlineCohortChange' : 'headlineChange', edition.capitalise(words)) }),
    direction,
  };
}

function piecesOf(edition: Edition, figure: Figure): LatestView['pieces'] {
  if (!isQuantity(figure)) return { before: '', number: edition.figure(figure), after: '' };
  const { before, sign, symbol, number, scale, unit, after } = formatParts(figure, edition.style, edition.model.report.units);
  return unit === '%' ? { before, number: `${sign}${symbol}${number}%`, after } : { before, number: `${sign}${symbol}${number}`, after: `${scale}${unit}${after}` };
}

/** The last month or year that has a figure, by the day it ends. */
export function latestPeriod({ calendar }: Edition, indicator: LoadedIndicator): string | undefined {
  const known = [...indicator.observations.values()].filter(({ figure }) => isQuantity(figure)).map(({ data }) => data.at);
  const end = (at: string) => lastDay(at, calendar.startMonth).slice(0, 7);
  return known.sort((a, b) => (end(a) < end(b) ? -1 : end(a) > end(b) ? 1 : a < b ? 1 : -1)).at(-1);
}

function viewFacts(edition: Edition, indicator: LoadedIndicator): { term: string; text: string }[] {
  const { data } = indicator;
  const unit = edition.model.report.units.get(data.unit);
  return [
    { term: edition.t('unit'), text: unit ? labelIn(unit, edition.locale).other : data.unit },
    { term: edition.t('better'), text: edition.word('better', data.better) },
    { term: edition.t('source'), text: edition.source(data.source) },
  ];
}

function viewSectionLink(edition: Edition, id: string): IndicatorView['section'] {
  const found = findSection(edition.model, id);
  if (found) return { code: found.section.code, title: edition.pick(found.section.entry.title), href: edition.path(page.section(found.report.year, id)) };
  const part = edition.model.report.outline.parts.find((each) => each.sections.some((entry) => entry.id === id));
  const entry = part?.sections.find((each) => each.id === id);
  return { code: part && entry ? sectionCode(part, entry) : '', title: entry ? edition.pick(entry.title) : id, href: '' };
}

function viewGroups(edition: Edition, indicator: LoadedIndicator, notes: Notes): ObservationGroup[] {
  const rows = [...indicator.observations.keys()].map((at) => ({ at, row: viewObservation(edition, indicator, at, notes) }));
  const years = rows.filter(({ at }) => at.startsWith('FY')).map(({ row }) => row);
  const points = rows.filter(({ at }) => !at.startsWith('FY')).map(({ row }) => row);
  return [
    { title: edition.t('byYear'), rows: years },
    { title: edition.t('byMonth'), rows: points },
  ].filter(({ rows: some }) => some.length > 0);
}

function viewObservation(edition: Edition, indicator: LoadedIndicator, at: string, notes: Notes): ObservationView {
  const observation = indicator.observations.get(at);
  const found = findObservation(edition.model.report, indicator.data.id, at);
  if (!observation || !found) throw new RangeError(at);
  const change = changeOf(edition.model.report, indicator, at);
  const shown = change && shownChange(change);
  const check = edition.model.checksById.get(`${found.ref}:change`);
  const mark = notes.of(found, true);
  const figure = edition.figure(observation.figure);
  return {
    anchor: `p-${at}`,
    period: edition.capitalise(edition.periodOf(indicator, at)),
    figure,
    absent: !isQuantity(observation.figure),
    ...(shown ? { change: edition.quantity(shown) } : {}),
    ...(check ? { check: { verdict: check.verdict, text: edition.word('check', check.verdict) } } : {}),
    ...(observation.data.status ? { status: edition.word('data', observation.data.status) } : {}),
    also: [...new Set(observation.also.map((other) => edition.quantity(other)))].filter((other) => other !== figure),
    source: edition.source(observation.data.source ?? indicator.data.source),
    ...(mark === undefined ? {} : { mark }),
  };
}

/** 収納済額 ÷ 徴収決定額 */
function formulaText(edition: Edition, indicator: LoadedIndicator): string {
  const { formula } = indicator.data;
  const names = (formula?.of ?? []).map((id) => {
    const other = edition.model.report.indicators.get(id);
    return other ? edition.pick(other.data.name) : id;
  });
  const [first = '', ...rest] = names;
  switch (formula?.op) {
    case 'ratio': case 'share': case 'achievement': case 'quotient': case 'multiple': return `${first} ÷ ${rest.join(' ÷ ')}`;
    case 'difference': case 'point_change': return names.join(' − ');
    case 'signed_sum': return names.map((name, index) => `${(formula.signs?.[index] ?? 1) < 0 ? ' − ' : index === 0 ? '' : ' + '}${name}`).join('');
    case 'sum': case 'cumulative': return names.join(' + ');
    default: return `${edition.word('operation', formula?.op ?? 'sum')}: ${names.join(', ')}`;
  }
}

export function viewCheck(edition: Edition, check: Check): CheckView {
  return {
    id: check.id,
    subject: subjectOf(edition, check),
    operation: edition.word('operation', check.operation),
    printed: edition.quantity(check.printed),
    recomputed: check.rounded === null ? '—' : edition.quantity({ ...check.printed, value: check.rounded }),
    interval: intervalText(edition, check),
    verdict: { key: check.verdict, text: edition.word('check', check.verdict) },
    inputs: check.inputs.map((input) => viewInput(edition, input)),
    ...(check.waiver ? { reason: edition.inline(check.waiver, check.section) } : {}),
  };
}

function subjectOf(edition: Edition, check: Check): string {
  if (check.indicator && check.at !== undefined) {
    const period = edition.periodOf(check.indicator, check.at);
    const name = edition.pick(check.indicator.data.name);
    return edition.t(check.what === 'change' ? 'subjectChange' : 'subject', name, period);
  }
  if (check.amount && check.finance) {
    const name = amountName(edition, check.amount);
    return edition.t('amountOfYear', name, edition.period(check.finance.year, 'total'));
  }
  const figure = check.section?.figures.get(check.id.split('/').at(-1) ?? '');
  return figure?.data.label ? edition.pick(figure.data.label) : check.id;
}

/** From one end to the other; exact inputs leave a single value. */
function intervalText(edition: Edition, check: Check): string {
  const { units } = edition.model.report;
  const [low, high] = [check.low, check.high].map((end) => (end === null ? '—' : formatBound(end, check.printed, edition.style, units)));
  return low === high ? `${low}` : `${low} – ${high}`;
}

