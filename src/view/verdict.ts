import type { Change } from '../derive/change.ts';
import { quantityOf } from '../derive/figures.ts';
import type { FinanceOrigin, Found } from '../derive/figures.ts';
import type { Requirement } from '../derive/requirement.ts';
import type { Part, Verdict } from '../derive/verdict.ts';
import { Decimal, roundHalfUp, placesOf } from '../quantity/decimal.ts';
import { isNear } from '../quantity/computed.ts';
import { isQuantity } from '../quantity/quantity.ts';
import type { Quantity } from '../quantity/quantity.ts';
import type { Edition, Html } from './edition.ts';
import { describeRule } from './rule.ts';
import { page } from '../i18n/paths.ts';

export interface VerdictView {
  readonly id: string;
  readonly title: string;
  readonly href: string;
  readonly wording: Html;
  /** What other documents say of the same target. */
  readonly wordings: readonly { readonly text: Html; readonly source: string }[];
  readonly result: { readonly key: string; readonly text: string };
  readonly timing: string;
  readonly data?: string;
  readonly trajectory?: { readonly key: string; readonly text: string };
  readonly official: { readonly text: string; readonly words?: Html };
  readonly deadline: string;
  readonly note?: Html;
  readonly notAssessed?: { readonly reason: string; readonly note: Html };
  readonly source: string;
  readonly parts: readonly PartView[];
  readonly interim?: VerdictView;
  /** One line: the values now, for lists. */
  readonly summary: string;
}

export interface PartView {
  readonly rule: string;
  readonly indicator?: { readonly name: string; readonly href: string };
  readonly value?: InputView;
  readonly base?: InputView;
  readonly needed?: string;
  /** What is needed when the deadline comes, while it lies ahead. */
  readonly goal?: string;
  /** The computation as a line of figures: 72.7% − 72.5% = +0.2 pp */
  readonly computation?: string;
  readonly met?: { readonly key: 'met' | 'not-met'; readonly text: string };
  readonly pace?: { readonly expected: string; readonly computation: string; readonly trajectory: { readonly key: string; readonly text: string }; readonly inputs: readonly InputView[] };
}

/** A figure with what it is and where it comes from. */
export interface InputView {
  readonly name: string;
  readonly period: string;
  readonly figure: string;
  readonly href?: string;
  readonly source?: string;
}

export function viewVerdict(edition: Edition, verdict: Verdict): VerdictView {
  const { target, section, result, timing, data, trajectory } = verdict;
  const parts = verdict.parts.map((part) => viewPart(edition, part));
  return {
    id: target.id,
    title: edition.pick(target.title),
    href: edition.path(page.target(target.id)),
    wording: edition.prose(target.wording, section),
    wordings: (target.wordings ?? []).map(({ text, source }) => ({ text: edition.prose(text, section), source: edition.source(source) })),
    result: { key: result.replace(/_/g, '-'), text: edition.word('result', result) },
    timing: edition.word('timing', timing),
    ...(data === 'not_stated' ? {} : { data: edition.word('data', data) }),
    ...(trajectory ? { trajectory: { key: trajectory.replace(/_/g, '-'), text: edition.word('trajectory', trajectory) } } : {}),
    official: {
      text: edition.word('official', target.official.says),
      ...(target.official.words ? { words: edition.inline(target.official.words, section) } : {}),
    },
    deadline: edition.day(verdict.deadline),
    ...(target.note ? { note: edition.prose(target.note, section) } : {}),
    ...(target.notAssessed ? { notAssessed: { reason: edition.word('notAssessed', target.notAssessed.reason), note: edition.inline(target.notAssessed.note, section) } } : {}),
    source: edition.source(target.source),
    parts,
    ...(verdict.interim ? { interim: viewVerdict(edition, verdict.interim) } : {}),
    summary: summaryOf(edition, parts),
  };
}

/** The values now; with their names when there are several, and counted when there are many. */
function summaryOf(edition: Edition, parts: readonly PartView[]): string {
  const values = new Map(parts.flatMap(({ value, indicator }) => (value ? [[indicator?.name ?? '', value.figure] as const] : [])));
  if (values.size > MANY) return edition.t('partsMet', parts.filter(({ met }) => met?.key === 'met').length, parts.length);
  const texts = [...values].map(([name, figure]) => (values.size > 1 ? `${name} ${figure}` : figure));
  return texts.join(edition.t('clauseGap'));
}

const MANY = 2;

function viewPart(edition: Edition, part: Part): PartView {
  const { indicator, value, requirement, met, pace } = part;
  const computation = computationOf(edition, part);
  return {
    rule: describeRule(edition, part.rule, indicator),
    ...(indicator ? { indicator: { name: edition.pick(indicator.data.name), href: edition.path(page.indicator(indicator.data.id)) } } : {}),
    ...(value ? { value: viewInput(edition, value) } : {}),
    ...(requirement?.base ? { base: viewInput(edition, requirement.base) } : {}),
    ...neededTexts(edition, part),
    ...(computation === undefined ? {} : { computation }),
    ...(met === undefined ? {} : { met: { key: met ? 'met' as const : 'not-met' as const, text: edition.t(met ? 'met' : 'notMet') } }),
    ...(pace ? { pace: viewPace(edition, part) } : {}),
  };
}

export function viewInput(edition: Edition, found: Found): InputView {
  const { origin } = found;
  if (origin.kind === 'section') {
    return { name: origin.figure.data.label ? edition.pick(origin.figure.data.label) : found.ref, period: '', figure: edition.figure(found.figure) };
  }
  if (origin.kind === 'finance') {
    return {
      name: amountName(edition, origin),
      period: edition.period(origin.finance.year, 'total'),
      figure: edition.figure(found.figure),
      href: `${edition.path(page.financeYear(origin.finance.year))}#${origin.anchor}`,
      source: edition.source(origin.source),
    };
  }
  const { indicator, at, observation } = origin;
  return {
    name: edition.pick(indicator.data.name),
    period: edition.capitalise(edition.periodOf(indicator, at)),
    figure: edition.figure(found.figure),
    href: `${edition.path(page.indicator(indicator.data.id))}#p-${at}`,
    source: edition.source(observation.data.source ?? indicator.data.source),
  };
}

/** 職員人件費（予算額） */
export function amountName(edition: Edition, { label, part }: Pick<FinanceOrigin, 'label' | 'part'>): string {
  const what = part === 'difference' ? edition.t('differenceShort') : typeof part === 'string' ? edition.t(part) : edition.pick(part);
  return edition.t('named', edition.pick(label), what);
}

/** A rule against last year asks for something at every point; a fixed goal only when its deadline comes. */
function neededTexts(edition: Edition, part: Part): Pick<PartView, 'needed' | 'goal'> {
  const { requirement, goal, timing } = part;
  const now = requirement && neededText(edition, part, requirement);
  if (timing === 'full_year') return now === undefined ? {} : { needed: now };
  const final = goal && neededText(edition, part, goal);
  if (requirement && goal && requirement.bound.eq(goal.bound)) return { goal: final ?? '' };
  return { ...(now === undefined ? {} : { needed: now }), ...(final === undefined ? {} : { goal: final }) };
}

/** What the value must reach: ≥ 79.6%, 84.0%–87.0%, or more than 81.8%. */
function neededText(edition: Edition, { value, rule, streak, indicator }: Part, requirement: Requirement): string {
  if (streak) return edition.t('yearsInARow', streak.needed);
  const like = [value, requirement.base].map(quantityOf).find((quantity) => quantity) ?? inUnitOf(indicator, requirement.printed);
  const show = (bound: Decimal) => (like ? edition.quantity(atLeastAsFine(bound, like)) : bound.toFixed());
  const near = (text: string) => nearly(edition, text, [requirement.base]);
  const softly = (text: string) => (requirement.allowance.isZero() ? near(text) : edition.t('softly', text));
  const bound = show(requirement.bound);
  if (rule.rule === 'all_by') return bound;
  if (rule.rule === 'range' && requirement.upper) {
    const lower = requirement.relation === 'lt' ? requirement.upper.minus(0) : requirement.bound;
    if (requirement.relation === 'gte') return edition.t('orMoreAs', show(lower), edition.quantity(requirement.printed ?? like!));
    if (requirement.relation === 'lt') return edition.t('under', bound);
    return edition.t('fromToUnder', bound, show(requirement.upper));
  }
  switch (requirement.relation) {
    case 'gte': return edition.t('orMore', softly(bound));
    case 'gt': return edition.t('moreThan', near(bound));
    case 'lte': return edition.t('orLess', softly(bound));
    case 'lt': return edition.t('lessThan', near(bound));
    case 'within': return bound;
  }
}

/** The figure of a target looks like those of its indicator, unless it is a difference or a share of them. */
function inUnitOf(indicator: Part['indicator'], printed: Quantity | undefined): Quantity | undefined {
  return printed?.unit === indicator?.data.unit ? printed : undefined;
}

/** What follows from figures that are only near is so itself: 約45件. */
function nearly(edition: Edition, text: string, inputs: readonly (Found | undefined)[]): string {
  return inputs.some((input) => input && isQuantity(input.figure) && isNear(input.figure)) ? edition.about(text) : text;
}

/** A bound in the clothes of the value that it is compared with. */
function atLeastAsFine(bound: Decimal, like: Quantity): Quantity {
  const { plus: _, qualifiers: __, ...plain } = like;
  if (like.scale === '時間' && !bound.mod(60).isZero()) return { ...plain, scale: '時間分', quantum: '0', value: bound.toFixed(0) };
  const quantum = like.quantum === '0' ? '1' : like.quantum;
  const fine = new Decimal(roundHalfUp(bound, placesOf(quantum)));
  const exact = fine.eq(bound);
  if (exact) return { ...plain, value: like.quantum === '0' ? fine.toFixed() : roundHalfUp(bound, placesOf(quantum)) };
  const finer = new Decimal(quantum).div(10).toFixed();
  return { ...plain, quantum: finer, value: roundHalfUp(bound, placesOf(finer)) };
}

/** Bounds that were projected, at the value's own resolution. */
function projected(expected: string, like: Quantity): Quantity {
  const { plus: _, qualifiers: __, ...plain } = like;
  const places = like.quantum === '0' ? 0 : placesOf(like.quantum);
  return { ...plain, value: roundHalfUp(new Decimal(expected), places) };
}

function computationOf(edition: Edition, part: Part): string | undefined {
  const { value, requirement, change, streak } = part;
  if (streak) return edition.t('yearsOfIncrease', streak.length);
  if (!value || !isQuantity(value.figure) || !requirement) return undefined;
  const now = edition.figure(value.figure);
  const base = requirement.base ? edition.figure(requirement.base.figure) : undefined;
  if (change && base !== undefined) return changeComputation(edition, now, base, change, [value.figure, requirement.base!.figure].filter(isQuantity));
  const sign = { gte: '≥', gt: '>', lte: '≤', lt: '<', within: '∈' }[requirement.relation];
  const not = { gte: '<', gt: '≤', lte: '>', lt: '≥', within: '∉' }[requirement.relation];
  return `${now} ${part.met ? sign : not} ${boundText(edition, requirement, value.figure)}`;
}

function boundText(edition: Edition, { bound, base }: Requirement, like: Quantity): string {
  return nearly(edition, edition.quantity(atLeastAsFine(bound, like)), [base]);
}

function changeComputation(edition: Edition, now: string, base: string, { printed, computed }: Change, inputs: readonly Quantity[]): string {
  const line = `${now} − ${base} = ${computed ? edition.quantity(computed) : '—'}`;
  if (!printed || !computed || new Decimal(printed.value).eq(computed.value)) return line;
  // What the figures before rounding may add to the difference or take from it; what is beyond that has another reason.
  const room = Decimal.sum(...[printed, ...inputs].map(({ quantum }) => quantum)).div(2);
  const isRounding = new Decimal(printed.value).minus(computed.value).abs().lte(room);
  return edition.t(isRounding ? 'publishedAs' : 'publishedOtherwise', line, edition.quantity(printed));
}

function withoutPlus({ plus: _, ...plain }: Quantity): Quantity {
  return plain;
}

function viewPace(edition: Edition, { pace, value, requirement, streak, change }: Part): NonNullable<PartView['pace']> {
  const like = value && isQuantity(value.figure) ? value.figure : undefined;
  if (!pace || !like || !requirement) throw new Error('a pace needs a value');
  const trajectory = { key: pace.trajectory.replace(/_/g, '-'), text: edition.word('trajectory', pace.trajectory) };
  const expected = nearly(edition, edition.quantity(projected(pace.expected, like)), [pace.lastPoint, pace.lastYear, requirement.base]);
  const lastPoint = edition.figure(pace.lastPoint.figure);
  const inputs = [viewInput(edition, pace.lastPoint), ...(pace.lastYear ? [viewInput(edition, pace.lastYear)] : [])];
  const bound = boundText(edition, requirement, like);
  const lastYear = pace.lastYear ? edition.figure(pace.lastYear.figure) : '';
  const amount = change && requirement.printed ? edition.quantity(withoutPlus(requirement.printed)) : undefined;
  const computation = streak ? `${edition.figure(value!.figure)} / ${lastPoint}`
    : pace.method === 'share' ? `${bound} × ${lastPoint} ÷ ${lastYear} = ${expected}`
    : pace.method === 'remaining' ? `${bound} − (${lastYear} − ${lastPoint}) = ${expected}`
    : amount === undefined ? expected : `${lastPoint} + ${amount} = ${expected}`;
  return { expected, computation, trajectory, inputs };
}
