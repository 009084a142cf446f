import type { LoadedIndicator, Report } from '../load/report.ts';
import { Decimal } from '../quantity/decimal.ts';
import { parseQuantity } from '../quantity/parse.ts';
import type { Quantity } from '../quantity/quantity.ts';
import type { SimpleRule } from '../schema/target.ts';
import { previousYear } from '../time/period.ts';
import { changeOf, directionOf, shownChange } from './change.ts';
import { baseRef, findObservation, quantityOf } from './figures.ts';
import type { Found } from './figures.ts';

export type Relation = 'gte' | 'gt' | 'lte' | 'lt' | 'within';

/**
 * What a rule asks of an indicator's value at a point, in the value's own units:
 * “at least last year's 78.6 + 1.0” becomes `gte 79.6`, with the inputs that say so.
 */
export interface Requirement {
  readonly relation: Relation;
  readonly bound: Decimal;
  /** Upper end of a band, itself not included. */
  readonly upper?: Decimal;
  /** How far below the bound still counts, from words such as 程度. */
  readonly allowance: Decimal;
  /** What the value is compared with: last year's value, a base year, a plan, the best ever. */
  readonly base?: Found;
  /** The target's own figure as printed: +1.0ポイント, 80%台半ば, 7.0万事業所. */
  readonly printed?: Quantity;
}

/** Null when the base that the rule needs has no figure. */
export function requirementOf(report: Report, rule: SimpleRule, indicator: LoadedIndicator, at: string): Requirement | null {
  const printed = 'value' in rule ? readTargetValue(report, rule.value, indicator) : undefined;
  const amount = printed ? new Decimal(printed.value) : new Decimal(0);
  const allowance = printed ? allowanceOf(report, printed) : new Decimal(0);
  const own = printed ? { printed } : {};
  const against = (base: Found | undefined, relation: Relation, bound: (value: Decimal) => Decimal): Requirement | null => {
    const quantity = quantityOf(base);
    if (!base || !quantity) return null;
    return { relation, bound: bound(new Decimal(quantity.value)), allowance, base, ...own };
  };
  const last = findObservation(report, indicator.data.id, previousYear(at));
  const same = (value: Decimal) => value;

  switch (rule.rule) {
    case 'gte': case 'count': return { relation: 'gte', bound: amount, allowance, ...own };
    case 'gt': return { relation: 'gt', bound: amount, allowance, ...own };
    case 'lte': case 'within_business_days': return { relation: 'lte', bound: amount, allowance, ...own };
    case 'lt': return { relation: 'lt', bound: amount, allowance, ...own };
    case 'range': return printed ? { ...bandOf(report, printed, indicator), allowance: new Decimal(0), printed } : null;
    case 'gte_prev': return against(last, 'gte', same);
    case 'gt_prev': return against(last, 'gt', same);
    case 'lte_prev': return against(last, 'lte', same);
    case 'lt_prev': return against(last, 'lt', same);
    case 'delta_prev': return against(last, deltaRelation(indicator, amount), (value) => value.plus(amount));
    case 'delta_base': return against(findObservation(report, indicator.data.id, rule.base), deltaRelation(indicator, amount), (value) => value.plus(amount));
    case 'delta_cohort': {
      const base = baseRef(report, indicator, at);
      return against(findObservation(report, base.id, base.at), deltaRelation(indicator, amount), (value) => value.plus(amount));
    }
    case 'growth_second_order': return secondOrder(report, indicator, at);
    case 'reduction_base': return against(findObservation(report, indicator.data.id, rule.base), 'lte', (value) => value.times(new Decimal(100).minus(amount)).div(100));
    case 'reduction_plan': return against(findObservation(report, rule.plan, at), 'gte', (value) => value.times(amount).div(100));
    case 'all_by': return { relation: 'lte', bound: new Decimal(0), allowance: new Decimal(0) };
    case 'restore_best': return against(bestBefore(indicator, report, at), 'gte', same);
    case 'streak': return against(last, 'gt', same);
    case 'by_date': case 'qualitative': return null;
  }
}

/** A difference below zero asks for a fall of so much or more, −1時間, unless a fall is what is to be kept small. */
export function deltaRelation({ data }: LoadedIndicator, amount: Decimal): 'gte' | 'lte' {
  return amount.isNegative() && data.better !== 'higher' ? 'lte' : 'gte';
}

/** The figure of a target may be in the unit of the indicator's changes (points) or a percentage. */
export function readTargetValue(report: Report, text: string, indicator: LoadedIndicator): Quantity | undefined {
  const result = parseQuantity(text, report.units, indicator.data.unit);
  return result.ok ? result.quantity : undefined;
}

function allowanceOf(report: Report, quantity: Quantity): Decimal {
  const soft = quantity.qualifiers?.some((word) => word === 'approximately' || word === 'approximately_or_more' || word === 'about' || word === 'roughly');
  if (!soft) return new Decimal(0);
  const share = new Decimal(report.organisation.wording.approximately.replace(/%$/, '')).div(100);
  return new Decimal(quantity.value).abs().times(share);
}

/**
 * 80%台半ば → from 84 to below 87, with the widths that the organisation's data gives to the words.
 * Doing better than the band asks for is not a failure: only the end that is worse binds.
 */
function bandOf(report: Report, quantity: Quantity, indicator: LoadedIndicator): { relation: Relation; bound: Decimal; upper: Decimal } {
  const { bands } = report.organisation.wording;
  const word = quantity.qualifiers?.find((each) => each.startsWith('band'));
  const [from, to] = word === 'band_low' ? bands.low : word === 'band_mid' ? bands.mid : word === 'band_high' ? bands.high : [0, 10];
  const value = new Decimal(quantity.value);
  const [bound, upper] = [value.plus(from), value.plus(to)];
  const { better } = indicator.data;
  if (better === 'neutral') return { relation: 'within', bound, upper };
  return better === 'higher' ? { relation: 'gte', bound, upper } : { relation: 'lt', bound: upper, upper };
}

function secondOrder(report: Report, indicator: LoadedIndicator, at: string): Requirement | null {
  const last = findObservation(report, indicator.data.id, previousYear(at));
  const before = findObservation(report, indicator.data.id, previousYear(previousYear(at)));
  const [a, b] = [quantityOf(last), quantityOf(before)];
  if (!last || !a || !b) return null;
  return { relation: 'gte', bound: new Decimal(a.value).times(2).minus(b.value), allowance: new Decimal(0), base: last };
}

function bestBefore(indicator: LoadedIndicator, report: Report, at: string): Found | undefined {
  const sign = indicator.data.better === 'lower' ? -1 : 1;
  const earlier = [...indicator.observations.keys()].filter((period) => period.startsWith('FY') && (!at.startsWith('FY') || period < at));
  const found = earlier.map((period) => findObservation(report, indicator.data.id, period)).filter((each) => quantityOf(each));
  const value = (each: Found | undefined) => new Decimal(quantityOf(each)?.value ?? 0).times(sign);
  return found.reduce<Found | undefined>((best, each) => (best === undefined || value(each).gt(value(best)) ? each : best), undefined);
}

/** Years in a row, up to `at`, in which the indicator rose (fell, where lower is better). */
export function streakLength(report: Report, indicator: LoadedIndicator, at: string): number {
  const wanted = indicator.data.better === 'lower' ? -1 : 1;
  let length = 0;
  for (let period = at; ; period = previousYear(period)) {
    const change = changeOf(report, indicator, period);
    if (!change || directionOf(shownChange(change)) !== wanted) return length;
    length += 1;
  }
}
