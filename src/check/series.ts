import type { Problem } from '../diagnostics/problem.ts';
import type { Check } from '../derive/checks.ts';
import type { LoadedIndicator, LoadedObservation, Report } from '../load/report.ts';
import { Decimal } from '../quantity/decimal.ts';
import { isQuantity } from '../quantity/quantity.ts';
import type { Figure, Quantity } from '../quantity/quantity.ts';
import { previousYear } from '../time/period.ts';
import { problem } from './problem.ts';

/** Figures that were probably copied: a cell that was not brought up to date, a series that stands twice. */
export function checkSeries(report: Report, checks: ReadonlyMap<string, Check>): Problem[] {
  const indicators = [...report.indicators.values()].filter(({ incomplete }) => !incomplete);
  return [...indicators.flatMap((indicator) => checkStale(indicator, checks)), ...checkTwice(indicators)];
}

/** Last year's value with last year's change beside it: that cannot be, unless the change is against something else. */
function checkStale(
  { file, data, observations }: LoadedIndicator,
  checks: ReadonlyMap<string, Check>,
): Problem[] {
  return [...observations.values()].flatMap((observation) => {
    const before = observations.get(previousYear(observation.data.at));
    const holds = checks.get(`${data.id}@${observation.data.at}:change`)?.verdict === 'equal';
    if (!before || holds || isExplained(observation) || !isCopy(observation, before)) return [];
    const path = ['observations', observation.index, 'value'];
    return [problem('stale-value', file, path, STALE(data.id, before.data.at), STALE_REPAIR, 'warning')];
  });
}

function isExplained({ data }: LoadedObservation): boolean {
  return data.note !== undefined || data.waiver !== undefined;
}

function isCopy(one: LoadedObservation, other: LoadedObservation): boolean {
  if (!one.change || !other.change || new Decimal(one.change.value).isZero()) return false;
  return isSame(one.figure, other.figure) && isSame(one.change, other.change);
}

function isSame(one: Figure | undefined, other: Figure | undefined): boolean {
  if (!one || !other || !isQuantity(one) || !isQuantity(other)) return false;
  return one.unit === other.unit && one.quantum === other.quantum && new Decimal(one.value).eq(other.value);
}

/** Two indicators that agree wherever both have a figure are one, unless a note says how they hang together. */
function checkTwice(indicators: readonly LoadedIndicator[]): Problem[] {
  const byFirst = Map.groupBy(indicators.flatMap(fingerprints), ({ print }) => print);
  const seen = new Set<string>();
  return [...byFirst.values()].flatMap((alike) =>
    alike.flatMap(({ indicator: one }, index) =>
      alike.slice(index + 1).flatMap(({ indicator: other }): Problem[] => {
        const pair = `${one.data.id} ${other.data.id}`;
        if (seen.has(pair) || one === other || isLinked(one, other)) return [];
        seen.add(pair);
        const count = agreements(one, other);
        if (count < ENOUGH) return [];
        const message = TWICE(one.data.id, other.data.id, count);
        return [problem('series-twice', other.file, ['id'], message, TWICE_REPAIR(one.data.id), 'warning')];
      }),
    ),
  );
}

/** So many different figures do not agree by chance. */
const ENOUGH = 3;

/** Its figures by period and value: two series that are the same share every one. */
function fingerprints(indicator: LoadedIndicator): { readonly print: string; readonly indicator: LoadedIndicator }[] {
  return [...indicator.observations].flatMap(([at, { figure }]) =>
    isQuantity(figure) ? [{ print: `${at} ${new Decimal(figure.value).toFixed()} ${figure.unit}`, indicator }] : [],
  );
}

/** How many different figures both have, when all of their common periods agree; else none. */
function agreements(one: LoadedIndicator, other: LoadedIndicator): number {
  const values = new Set<string>();
  for (const [at, { figure }] of one.observations) {
    const twin = other.observations.get(at)?.figure;
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
const STALE_REPAIR = {
  ja: '値と増減を文書で確かめてください。文書のとおりであれば、この値の note に書きます。',
  en: 'Compare both with the document. If they are printed so, say it under “note” of this figure.',
};
const TWICE = (one: string, other: string, count: number) => ({
  ja: `指標「${one}」と「${other}」は、共通する時点の値がすべて同じです（異なる値 ${count} 個）。`,
  en: `The indicators “${one}” and “${other}” have the same figures at every common period (${count} different ones).`,
});
const TWICE_REPAIR = (one: string) => ({
  ja: `同じ系列であれば一方だけを残してください。別のものであれば、notes に {indicator:${one}} との関係を書きます。`,
  en: `Keep one if they are one series. If they are two, say in “notes” how this one differs from {indicator:${one}}.`,
});
