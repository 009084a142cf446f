import type { LoadedIndicator, LoadedText, Report } from '../load/report.ts';
import { Decimal } from '../quantity/decimal.ts';
import type { Figure, Quantity } from '../quantity/quantity.ts';
import type { SimpleRule, Target } from '../schema/target.ts';
import { firstDay, fiscalYearOf, lastDay, previousYear } from '../time/period.ts';
import { changeOf, shownChange } from './change.ts';
import type { Change } from './change.ts';
import { findObservation, firstMonthOf, quantityOf } from './figures.ts';
import type { Found } from './figures.ts';
import { requirementOf, streakLength } from './requirement.ts';
import type { Requirement } from './requirement.ts';

export type Result = 'achieved' | 'not_achieved' | 'pending' | 'no_data' | 'no_target' | 'not_assessed';
export type Timing = 'interim' | 'full_year';
export type DataState = 'provisional' | 'final' | 'revised' | 'estimate' | 'not_stated';
/** Against the pace of last year; `unknown` when last year's course is not published. */
export type Trajectory = 'ahead' | 'on_track' | 'behind' | 'unknown';

/** The independent axes of a target's verdict, and what each part of it was computed from. */
export interface Verdict {
  readonly target: Target;
  readonly section: LoadedText;
  readonly result: Result;
  readonly timing: Timing;
  readonly data: DataState;
  /** Only while the deadline lies ahead, and of what has a course: a date has none. */
  readonly trajectory?: Trajectory;
  readonly deadline: string;
  readonly parts: readonly Part[];
  /** The verdict at the time of the report, where later documents have brought the final figure. */
  readonly interim?: Verdict;
}

/** One rule applied to one indicator at one point. */
export interface Part {
  readonly rule: SimpleRule;
  readonly indicator?: LoadedIndicator;
  readonly value?: Found;
  readonly requirement?: Requirement;
  /** The requirement at the end of the year, while only an interim value is known. */
  readonly goal?: Requirement;
  /** For rules on differences: the change that is judged, printed where the document prints it. */
  readonly change?: Change;
  readonly streak?: { readonly length: number; readonly needed: number };
  readonly met?: boolean;
  readonly pace?: Pace;
  readonly timing: Timing;
}

/**
 * The value that would stand at this point if the year ran as last year did and ended exactly on target.
 * A cumulative count keeps last year's share of its year's total; any other value last year's remaining way.
 */
export interface Pace {
  readonly method: 'share' | 'remaining' | 'same_point';
  readonly expected: string;
  readonly lastPoint: Found;
  readonly lastYear?: Found;
  readonly trajectory: Exclude<Trajectory, 'unknown'>;
}

/** Judges a target by the figures known on the day that the report speaks of. */
export function judge(report: Report, section: LoadedText, target: Target, asOf: string): Verdict {
  const deadline = target.deadline ?? lastDay(target.year, report.organisation.fiscalYear.startMonth);
  const rules: readonly SimpleRule[] = target.rule.rule === 'each' ? target.rule.of : [target.rule];
  const parts = rules.map((rule) => judgePart(report, rule, target.year, deadline, asOf));
  const timing: Timing = parts.every((part) => part.timing === 'full_year') ? 'full_year' : 'interim';
  const ahead = isAhead(report, target.year, asOf);
  const result = target.notAssessed ? 'not_assessed' : resultOf(parts, timing, { due: deadline <= asOf, ahead });
  const hasCourse = parts.some(({ indicator }) => indicator) && isOfOneYear(report, target.year, deadline, asOf);
  const trajectory = result === 'pending' && hasCourse && parts.some(({ value }) => quantityOf(value)) ? worst(parts) : undefined;
  return { target, section, result, timing, data: dataState(parts), deadline, parts, ...(trajectory ? { trajectory } : {}) };
}

/** Its own year's course leads to it: not to a target that is due years later, nor to one whose year has not begun. */
function isOfOneYear(report: Report, year: string, deadline: string, asOf: string): boolean {
  return deadline <= lastDay(year, report.organisation.fiscalYear.startMonth) && !isAhead(report, year, asOf);
}

/** The year of the target has not begun: a plan of several years is on its way. */
function isAhead(report: Report, year: string, asOf: string): boolean {
  return firstDay(year, report.organisation.fiscalYear.startMonth) > asOf;
}

/** `due`: the deadline has passed; what is then known only in part is not known. */
function resultOf(parts: readonly Part[], timing: Timing, { due, ahead }: { due: boolean; ahead: boolean }): Result {
  if (parts.every((part) => part.rule.rule === 'qualitative')) return 'no_target';
  if (parts.every((part) => part.met === true && (part.timing === 'full_year' || isReached(part, ahead)))) return 'achieved';
  const judged = parts.some((part) => part.value || part.met !== undefined || part.rule.rule === 'by_date');
  if (timing === 'interim') return judged && !due ? 'pending' : 'no_data';
  return parts.some((part) => part.met === false) ? 'not_achieved' : 'no_data';
}

/**
 * A count that has reached its target, or a rest that has come to zero, stays so: no need to await the deadline.
 * The count of an earlier year says nothing of the target’s own.
 */
function isReached({ rule, indicator }: Part, ahead: boolean): boolean {
  const counted = !ahead && (indicator?.data.kind === 'cumulative' || indicator?.data.kind === 'flow');
  return rule.rule === 'all_by' || rule.rule === 'by_date' || (counted && (rule.rule === 'count' || rule.rule === 'gte'));
}

function judgePart(report: Report, rule: SimpleRule, year: string, deadline: string, asOf: string): Part {
  if (rule.rule === 'by_date') return judgeDate(rule, asOf);
  const indicator = 'indicator' in rule && rule.indicator ? report.indicators.get(rule.indicator) : undefined;
  if (!indicator) return { rule, timing: deadline <= asOf ? 'full_year' : 'interim' };
  const point = rule.rule === 'qualitative' && isAhead(report, year, asOf) ? undefined : pointOf(report, indicator, year, deadline, asOf);
  if (!point) return awaitedPart(report, rule, indicator, year, deadline, asOf);
  const value = findObservation(report, indicator.data.id, point.at);
  const requirement = requirementOf(report, rule, indicator, point.at);
  const quantity = quantityOf(value);
  const goal = point.timing === 'interim' ? requirementOf(report, rule, indicator, year) : null;
  const part = { rule, indicator, timing: point.timing, ...(value ? { value } : {}), ...(requirement ? { requirement } : {}), ...(goal ? { goal } : {}) };
  if (!quantity || !requirement) return part;
  if (rule.rule === 'streak') return judgeStreak(report, rule, indicator, point.at, part);

  const change = judgedChange(report, rule, indicator, point.at);
  const met = change ? meetsChange(change, requirement) : meets(new Decimal(quantity.value), requirement);
  const pace = point.timing === 'interim' && isOfOneYear(report, year, deadline, asOf) ? paceOf(report, rule, indicator, point.at, quantity, requirement) : undefined;
  return { ...part, met, ...(change ? { change } : {}), ...(pace ? { pace } : {}) };
}

/**
 * Nothing is known of the year. Where the data say that a figure of it is yet to come, that is what there is to show,
 * and what it must reach.
 */
function awaitedPart(report: Report, rule: SimpleRule, indicator: LoadedIndicator, year: string, deadline: string, asOf: string): Part {
  const timing = deadline <= asOf ? 'full_year' : 'interim';
  const { startMonth } = report.organisation.fiscalYear;
  const first = firstMonthOf(report, indicator);
  const awaited = [...indicator.observations.values()].filter(({ figure, data }) =>
    isAwaited(figure) && fiscalYearOf(data.at, first) === year && lastDay(data.at, startMonth) <= deadline);
  const at = latestOf(awaited.map(({ data }) => data.at), startMonth);
  const value = at === undefined ? undefined : findObservation(report, indicator.data.id, at);
  const goal = value && requirementOf(report, rule, indicator, year);
  return { rule, indicator, timing, ...(value ? { value } : {}), ...(goal ? { goal } : {}) };
}

function isAwaited(figure: Figure): boolean {
  return 'absent' in figure && figure.absent === 'not_yet';
}

/** The day it was done decides. A deadline that has passed without word of it is no proof that it was missed. */
function judgeDate(rule: Extract<SimpleRule, { rule: 'by_date' }>, asOf: string): Part {
  const timing = rule.by <= asOf ? 'full_year' : 'interim';
  if (rule.done !== undefined) return { rule, timing, met: rule.done <= rule.by };
  return { rule, timing };
}

/** The point that is judged: the deadline itself when its figure is known, else the latest one of the year. */
function pointOf(
  report: Report, indicator: LoadedIndicator, year: string, deadline: string, asOf: string,
): { at: string; timing: Timing } | undefined {
  const { startMonth } = report.organisation.fiscalYear;
  const first = firstMonthOf(report, indicator);
  const known = [...indicator.observations.values()].filter(({ figure }) => !isAwaited(figure));
  const periods = known.map(({ data }) => data.at);
  const final = periods.find((at) => lastDay(at, startMonth) === deadline && deadline <= asOf);
  if (final) return { at: final, timing: 'full_year' };
  if (isAhead(report, year, asOf)) return lastYearKnown(periods, startMonth, asOf);
  // A target that is due years later is looked at by whole years as well.
  const isOnTheWay = (at: string) => (at.startsWith('FY') ? at >= year : fiscalYearOf(at, first) === year);
  const within = periods.filter((at) => isOnTheWay(at) && lastDay(at, startMonth) <= asOf && lastDay(at, startMonth) <= deadline);
  const latest = latestOf(within, startMonth);
  return latest ? { at: latest, timing: 'interim' } : undefined;
}

function latestOf(periods: readonly string[], startMonth: number): string | undefined {
  return [...periods].sort((a, b) => (lastDay(a, startMonth) < lastDay(b, startMonth) ? -1 : 1)).at(-1);
}

/** On the way to a later year, whole years are compared with it: no month of one year is. */
function lastYearKnown(periods: readonly string[], startMonth: number, asOf: string): { at: string; timing: Timing } | undefined {
  const latest = periods.filter((at) => at.startsWith('FY') && lastDay(at, startMonth) <= asOf).sort().at(-1);
  return latest ? { at: latest, timing: 'interim' } : undefined;
}

/** Rules on differences are judged on the printed change: it was rounded once, ours from rounded figures. */
function judgedChange(report: Report, rule: SimpleRule, indicator: LoadedIndicator, at: string): Change | undefined {
  const onCohort = rule.rule === 'delta_cohort' && indicator.data.cohort !== undefined;
  const onLastYear = rule.rule === 'delta_prev' && indicator.data.cohort === undefined;
  if (!onCohort && !onLastYear) return undefined;
  const change = changeOf(report, indicator, at);
  return change?.operation === 'percent_change' ? undefined : change;
}

function meetsChange(change: Change, { printed, relation, allowance }: Requirement): boolean {
  const shown = shownChange(change);
  return shown !== undefined && meets(new Decimal(shown.value), { relation, allowance, bound: new Decimal(printed?.value ?? 0) });
}

export function meets(value: Decimal, { relation, bound, upper, allowance }: Requirement): boolean {
  switch (relation) {
    case 'gte': return value.gte(bound.minus(allowance));
    case 'gt': return value.gt(bound);
    case 'lte': return value.lte(bound.plus(allowance));
    case 'lt': return value.lt(bound);
    case 'within': return value.gte(bound) && (upper === undefined || value.lt(upper));
  }
}

function judgeStreak(report: Report, rule: Extract<SimpleRule, { rule: 'streak' }>, indicator: LoadedIndicator, at: string, part: Part): Part {
  const needed = Number(/\d+/.exec(rule.value)?.[0] ?? 0);
  const year = fiscalYearOf(at, firstMonthOf(report, indicator));
  const earlier = at.startsWith('FY') ? 0 : streakLength(report, indicator, previousYear(year));
  const now = streakOf(report, indicator, at);
  const length = at.startsWith('FY') ? streakLength(report, indicator, at) : now > 0 ? earlier + 1 : 0;
  const met = length >= needed;
  const last = findObservation(report, indicator.data.id, previousYear(at));
  const quantity = quantityOf(last);
  const trajectory = now > 0 && met ? 'on_track' : 'behind';
  const pace = part.timing === 'interim' && last && quantity ? { pace: { method: 'same_point' as const, expected: quantity.value, lastPoint: last, trajectory } as Pace } : {};
  return { ...part, streak: { length, needed }, met, ...pace };
}

function streakOf(report: Report, indicator: LoadedIndicator, at: string): number {
  const change = changeOf(report, indicator, at);
  const shown = change && shownChange(change);
  if (!shown) return 0;
  const value = new Decimal(shown.value);
  return (indicator.data.better === 'lower' ? value.neg() : value).gt(0) ? 1 : 0;
}

function paceOf(
  report: Report, rule: SimpleRule, indicator: LoadedIndicator, at: string, quantity: Quantity, requirement: Requirement,
): Pace | undefined {
  const lastPoint = findObservation(report, indicator.data.id, previousYear(at));
  const point = quantityOf(lastPoint);
  if (!lastPoint || !point) return undefined;
  const value = new Decimal(quantity.value);
  if (isRelativeToLastYear(rule)) {
    return { method: 'same_point', expected: requirement.bound.toFixed(), lastPoint, trajectory: compare(value, requirement.bound, requirement) };
  }
  const year = previousYear(fiscalYearOf(at, firstMonthOf(report, indicator)));
  const lastYear = findObservation(report, indicator.data.id, year);
  const total = quantityOf(lastYear);
  if (!lastYear || !total) return undefined;
  // A loss has no share of a year's result: what may fall below zero is looked at by the way that remains.
  const counted = (indicator.data.kind === 'cumulative' || indicator.data.kind === 'flow') && new Decimal(total.value).gte(0) && new Decimal(point.value).gte(0);
  if (counted && new Decimal(total.value).isZero()) return undefined;
  const expected = counted
    ? requirement.bound.times(point.value).div(total.value)
    : requirement.bound.minus(new Decimal(total.value).minus(point.value));
  const trajectory = compare(value, expected, requirement);
  return { method: counted ? 'share' : 'remaining', expected: expected.toFixed(), lastPoint, lastYear, trajectory };
}

/** The requirement already stands at the same point of last year: nothing to project. */
function isRelativeToLastYear({ rule }: SimpleRule): boolean {
  return rule === 'gte_prev' || rule === 'gt_prev' || rule === 'lte_prev' || rule === 'lt_prev' || rule === 'delta_prev' || rule === 'growth_second_order';
}

function compare(value: Decimal, expected: Decimal, { relation, allowance }: Requirement): Exclude<Trajectory, 'unknown'> {
  const down = relation === 'lte' || relation === 'lt';
  const lead = down ? expected.minus(value) : value.minus(expected);
  if (lead.gt(0)) return 'ahead';
  const strict = relation === 'gt' || relation === 'lt';
  if (lead.isZero()) return strict ? 'behind' : 'on_track';
  return lead.neg().lte(allowance) && !allowance.isZero() ? 'on_track' : 'behind';
}

/** A target of several parts is as far on as its hindmost. */
function worst(parts: readonly Part[]): Trajectory {
  const order: Trajectory[] = ['behind', 'unknown', 'on_track', 'ahead'];
  const all = parts.map((part): Trajectory => part.pace?.trajectory ?? 'unknown');
  return order.find((trajectory) => all.includes(trajectory)) ?? 'unknown';
}

function dataState(parts: readonly Part[]): DataState {
  const states = parts.flatMap(({ value }) => (value?.origin.kind === 'observation' ? [value.origin.observation.data.status] : []));
  for (const state of ['provisional', 'estimate', 'revised', 'final'] as const) if (states.includes(state)) return state;
  return 'not_stated';
}
