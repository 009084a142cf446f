import type { Check } from '../derive/checks.ts';
import { keptBy } from '../cache/kept-by.ts';
import type { LoadedIndicator, LoadedObservation, Report } from '../load/report.ts';
import { Decimal } from '../quantity/decimal.ts';
import { isQuantity } from '../quantity/quantity.ts';
import type { Figure, Quantity } from '../quantity/quantity.ts';
import { previousYear, shiftYears } from '../time/period.ts';
import type { Finding } from './finding.ts';
import { problem } from './problem.ts';

/** Figures that were probably copied: a cell that was not brought up to date, a series that stands twice. */
export function checkSeries(report: Report, checks: ReadonlyMap<string, Check>): Finding[] {
  const indicators = [...report.indicators.values()].filter(({ incomplete }) => !incomplete);
  const alike = Map.groupBy(indicators.flatMap(marksOf), ({ mark }) => mark);
  return [...indicators.flatMap((indicator) => checkStale(indicator, checks)), ...checkTwice(indicators, alike), ...checkShifted(indicators, alike)];
}

/** Last year's value with last year's change beside it, which cannot be; or last year's to so many digits that it is no chance. */
function checkStale(
  { file, data, observations }: LoadedIndicator,
  checks: ReadonlyMap<string, Check>,
): Finding[] {
  return [...observations.values()].flatMap((observation) => {
    const { at, waiver } = observation.data;
    const before = observations.get(previousYear(at));
    const message = !before ? undefined : isCopy(observation, before) ? STALE : isRepeated(observation, before, data.kind === 'rate') ? REPEATED : undefined;
    const holds = checks.get(`${data.id}@${at}:change`)?.verdict === 'equal';
    if (!before || !message || holds || isConstant(observations, observation)) return [];
    const path = ['observations', observation.index, 'value'];
    return [{ problem: problem('stale-value', file, path, message(data.id, before.data.at), STALE_REPAIR, 'warning'), waiver: waiver?.repeat }];
  });
}

/** A capacity or a fee that has been the same for three years was not forgotten. */
function isConstant(observations: LoadedIndicator['observations'], { data: { at }, figure, change }: LoadedObservation): boolean {
  if (change) return false;
  const isSameAt = (years: number) => isSame(observations.get(shiftYears(at, years))?.figure, figure);
  return isSameAt(-2) || isSameAt(1);
}

/** The same figure again, without a change beside it that would say so. */
function isRepeated(one: LoadedObservation, other: LoadedObservation, isRate: boolean): boolean {
  return !one.change && isQuantity(one.figure) && isSame(one.figure, other.figure) && significantDigits(one.figure, isRate) >= 4;
}

/** 8,794 → 4, 100.0% → 1, 30,000 → 1: zeros at the end are no sign of a measured figure. Of a rate near the whole it is what lacks that is measured: 99.98% → 1. */
function significantDigits({ value }: Quantity, isRate: boolean): number {
  const [own, rest] = [new Decimal(value), new Decimal(100).minus(value)];
  if (own.isZero()) return 0;
  return isRate && rest.gt(0) ? Math.min(own.precision(), rest.precision()) : own.precision();
}

function isCopy(one: LoadedObservation, other: LoadedObservation): boolean {
  return isSame(one.figure, other.figure) && isSame(one.change, other.change) && one.change !== undefined && !new Decimal(one.change.value).isZero();
}

/** A value is written in one way at each resolution. */
function isSame(one: Figure | undefined, other: Figure | undefined): boolean {
  if (!one || !other || !isQuantity(one) || !isQuantity(other)) return false;
  return one.value === other.value && one.quantum === other.quantum && one.unit === other.unit;
}

/** Two indicators that agree wherever both have a figure are one, unless a note says how they hang together. */
function checkTwice(indicators: readonly LoadedIndicator[], alike: Alike): Finding[] {
  const order = new Map(indicators.map((indicator, index) => [indicator, index]));
  const isBefore = (one: LoadedIndicator, other: LoadedIndicator) => (order.get(one) ?? 0) < (order.get(other) ?? 0);
  return agreeing(indicators, alike, isBefore).map(({ one, other, count }) => (
    { problem: problem('series-twice', other.file, ['id'], TWICE(one.data.id, other.data.id, count), TWICE_REPAIR(one.data.id), 'warning'), waiver: undefined }));
}

/** Two series that are the same but for a year: one of them has its figures in the wrong columns. */
function checkShifted(indicators: readonly LoadedIndicator[], alike: Alike): Finding[] {
  return agreeing(indicators, alike, (one, other) => one !== other, previousYear).map(({ one, other: later, count }) => (
    { problem: problem('series-shifted', later.file, ['id'], SHIFTED(later.data.id, one.data.id, count), SHIFTED_REPAIR(one.data.id), 'warning'), waiver: undefined }));
}

/** So many different figures do not agree by chance. */
const ENOUGH = 3;

interface Agreement {
  readonly one: LoadedIndicator;
  readonly other: LoadedIndicator;
  readonly count: number;
}

/** All that have the figures of another one, at the same periods or where `meet` leads, each with the first such. Only those that share enough marks are compared. */
function agreeing(indicators: readonly LoadedIndicator[], alike: Alike, may: (one: LoadedIndicator, other: LoadedIndicator) => boolean, meet = (at: string) => at): Agreement[] {
  return indicators.flatMap((other): Agreement[] => {
    const shared = new Map<LoadedIndicator, number>();
    for (const { mark } of marksOf(other)) for (const { indicator: one } of (alike.get(meet(mark)) ?? []).slice(0, MOST_ALIKE)) shared.set(one, (shared.get(one) ?? 0) + 1);
    for (const [one, marks] of shared) {
      const count = marks < ENOUGH || !may(one, other) || isLinked(one, other) ? 0 : agreements(other, one, meet);
      if (count >= ENOUGH) return [{ one, other, count }];
    }
    return [];
  });
}

/** A figure that so many have at one time says nothing of any two of them. */
const MOST_ALIKE = 200;

/** Its telling figures by period and value: two series that are the same share every one. */
function marksOf(indicator: LoadedIndicator): readonly Mark[] {
  return marks(indicator, [], () =>
    [...indicator.observations].flatMap(([at, { figure }]) =>
      (isQuantity(figure) && isTelling(figure) ? [{ mark: `${at} ${figure.value} ${figure.quantum} ${figure.unit}`, indicator }] : [])));
}

interface Mark {
  readonly mark: string;
  readonly indicator: LoadedIndicator;
}

type Alike = ReadonlyMap<string, readonly Mark[]>;

const marks = keptBy<LoadedIndicator, readonly Mark[]>();

/** How many different figures both have, when all of their common periods agree; else none. */
function agreements(one: LoadedIndicator, other: LoadedIndicator, meet = (at: string) => at): number {
  const values = new Set<string>();
  for (const [at, { figure }] of one.observations) {
    const twin = other.observations.get(meet(at))?.figure;
    if (!twin || !isQuantity(figure) || !isQuantity(twin)) continue;
    if (!isSame(figure, twin)) return 0;
    if (isTelling(figure)) values.add(figure.value);
  }
  return values.size;
}

/** 0件, 5回 and 12社 meet by chance; three printed digits and more hardly do. */
function isTelling({ value, quantum }: Quantity): boolean {
  return new Decimal(value).abs().div(quantum === '0' ? 1 : quantum).gte(100);
}

function isLinked(one: LoadedIndicator, other: LoadedIndicator): boolean {
  const names = ({ data }: LoadedIndicator, id: string) =>
    (data.notes ?? []).some((note) => Object.values(note).some((text) => text.includes(`{indicator:${id}}`)));
  return names(one, other.data.id) || names(other, one.data.id);
}

const STALE = (id: string, before: string) => ({
  ja: `値と増減がどちらも ${id}@${before}（前年）と同じです。更新し忘れた値かもしれません。`,
  en: `Both the value and its change are those of ${id}@${before}, a year earlier: perhaps they were not brought up to date.`,
});
const REPEATED = (id: string, before: string) => ({
  ja: `${id}@${before}（前年）とまったく同じ値です。更新し忘れた値かもしれません。`,
  en: `This is the very figure of ${id}@${before}, a year earlier: perhaps it was not brought up to date.`,
});
const STALE_REPAIR = {
  ja: '文書で確かめてください。文書のとおりであれば waiver.repeat に理由を各言語で書きます。',
  en: 'Compare it with the document. If it is printed so, give the reason in every language under waiver.repeat.',
};
const TWICE = (one: string, other: string, count: number) => ({
  ja: `指標「${one}」と「${other}」は、共通する時点の値がすべて同じです（異なる値 ${count} 個）。`,
  en: `The indicators “${one}” and “${other}” have the same figures at every common period (${count} different ones).`,
});
const TWICE_REPAIR = (one: string) => ({
  ja: `同じ系列であれば一方だけを残してください。別のものであれば、notes に {indicator:${one}} との関係を書きます。`,
  en: `Keep one if they are one series. If they are two, say in “notes” how this one differs from {indicator:${one}}.`,
});
const SHIFTED = (later: string, one: string, count: number) => ({
  ja: `指標「${later}」の値は、どれも指標「${one}」の一年前の値と同じです（異なる値 ${count} 個）。年度が一つずれているかもしれません。`,
  en: `Every figure of “${later}” is that of “${one}” a year earlier (${count} different ones): perhaps they stand one year off.`,
});
const SHIFTED_REPAIR = (one: string) => ({
  ja: `時点（at）を文書の見出しで確かめてください。正しければ、notes に {indicator:${one}} との関係を書きます。`,
  en: `Compare “at” with the heads in the document. If it is right, say in “notes” how this one hangs together with {indicator:${one}}.`,
});
