import { sentenceOf } from '../charts/sentence.ts';
import type { SharesChartSpec, TreeChartSpec, TreeNode, WaterfallChartSpec } from '../charts/spec.ts';
import { tableOf } from '../charts/table.ts';
import type { LoadedIndicator } from '../load/report.ts';
import { Decimal, roundHalfUp } from '../quantity/decimal.ts';
import { isQuantity } from '../quantity/quantity.ts';
import type { Quantity } from '../quantity/quantity.ts';
import { lastDay } from '../time/period.ts';
import { marksOf, scaleOf, valueAxis } from './axis-scale.ts';
import { named, stepRow, totalRow, unitAround, unitOf, viewChart } from './chart-view.ts';
import type { ChartView } from './chart-view.ts';
import { figureText } from './chart-reading.ts';
import type { Edition } from './edition.ts';

/** What the indicator is made of at its latest point, as far down as formulas and figures go; below zero nothing is a part. */
export function treeChart(edition: Edition, indicator: LoadedIndicator): ChartView | undefined {
  const parts = partsOf(edition, indicator, 'sum');
  const at = parts && latestCommon(edition, [indicator, ...parts]);
  if (!parts || at === undefined) return undefined;
  const room = { left: MOST_NODES };
  const root = branch(edition, indicator, at, [], room);
  if (room.left < 0 || !root.parts?.some((part) => part.parts) || hasNegative(root)) return undefined;
  const period = edition.periodOf(indicator, at);
  const spec: Omit<TreeChartSpec, 'reading'> = {
    kind: 'tree', id: `chart-${indicator.data.id}-tree`, locale: edition.locale,
    title: named(edition, edition.pick(indicator.data.name), `${edition.t('madeOf')}${edition.t('listGap')}${period}`), root,
  };
  return finish(edition, indicator, { ...spec, reading: sentenceOf(spec, edition.say) }, '');
}

/** More than this no page has room for; of parts that several share there could be millions. */
const MOST_NODES = 200;

/** What two indicators each say of the other is told once. */
function branch(edition: Edition, indicator: LoadedIndicator, at: string, above: readonly LoadedIndicator[], room: { left: number }): TreeNode {
  room.left -= 1;
  const parts = room.left < 0 || above.includes(indicator) ? undefined : partsOf(edition, indicator, 'sum');
  const known = parts?.every((part) => hasFigure(part, at)) ? parts : undefined;
  return {
    label: edition.pick(indicator.data.name),
    value: exactAt(indicator, at) ?? '0',
    text: figureText(edition, indicator, at),
    ...(known ? { parts: known.map((part) => branch(edition, part, at, [...above, indicator], room)) } : {}),
  };
}

function hasNegative({ value, parts = [] }: TreeNode): boolean {
  return new Decimal(value).isNegative() || parts.some(hasNegative);
}

/** How the parts share the whole, at each year that has them all: of nothing, or with a part below zero, there are no shares. */
export function sharesChart(edition: Edition, indicator: LoadedIndicator): ChartView | undefined {
  const parts = partsOf(edition, indicator, 'sum');
  const kind = edition.model.report.units.get(indicator.data.unit)?.kind;
  if (!parts || parts.length < 2 || parts.length > MOST_PARTS || kind === 'rate') return undefined;
  const years = [...indicator.observations.keys()].filter((at) => at.startsWith('FY') && canShare(parts.map((part) => exactAt(part, at))));
  if (years.length < 2) return undefined;
  const spec: Omit<SharesChartSpec, 'reading'> = {
    kind: 'shares', id: `chart-${indicator.data.id}-shares`, locale: edition.locale,
    title: named(edition, edition.pick(indicator.data.name), edition.t('sharesOf')),
    parts: parts.map((part) => edition.pick(part.data.name)),
    number: { decimals: 1, suffix: '%', ...marksOf(edition) },
    rows: years.map((year) => ({ label: edition.periodOf(indicator, year), values: sharesAt(parts, year) })),
  };
  return finish(edition, indicator, { ...spec, reading: sentenceOf(spec, edition.say) }, '%');
}

/** More parts than this are told by the table alone. */
const MOST_PARTS = 5;

function canShare(values: readonly (string | undefined)[]): boolean {
  return values.every((value) => value !== undefined && !new Decimal(value).isNegative()) && values.some((value) => Number(value) > 0);
}

function sharesAt(parts: readonly LoadedIndicator[], year: string): string[] {
  const values = parts.map((part) => new Decimal(exactAt(part, year) ?? 0));
  const whole = Decimal.sum(...values);
  return values.map((value) => roundHalfUp(value.div(whole).times(100), 1));
}

/** From the first term to what is left, at the latest point. */
export function waterfallChart(edition: Edition, indicator: LoadedIndicator): ChartView | undefined {
  const terms = partsOf(edition, indicator, 'signed_sum');
  const at = terms && latestCommon(edition, [indicator, ...terms]);
  const [first, ...others] = terms ?? [];
  if (!terms || !first || at === undefined || others.length < 2) return undefined;
  const along = [first, ...others, indicator].flatMap((of) => {
    const quantity = quantityAt(of, at);
    return quantity ? [{ label: edition.pick(of.data.name), quantity }] : [];
  });
  const scale = scaleOf(edition, along.map(({ quantity }) => quantity), first.data.unit);
  const signs = indicator.data.formula?.signs ?? [];
  const period = edition.periodOf(indicator, at);
  const spec: Omit<WaterfallChartSpec, 'reading'> = {
    kind: 'waterfall', id: `chart-${indicator.data.id}-steps`, locale: edition.locale,
    title: named(edition, edition.pick(indicator.data.name), `${edition.t('stepsTo')}${edition.t('listGap')}${period}`),
    number: { ...valueAxis(edition, first, scale).number, ...unitAround(edition, unitOf(edition, first, scale)) },
    rows: along.map(({ label, quantity }, index) =>
      index === 0 || index === along.length - 1
        ? totalRow(edition, label, quantity, scale)
        : stepRow(edition, label, quantity, scale, signs[index]),
    ),
  };
  return finish(edition, indicator, { ...spec, reading: sentenceOf(spec, edition.say) }, unitOf(edition, first, scale));
}

function finish(
  edition: Edition, indicator: LoadedIndicator, spec: TreeChartSpec | SharesChartSpec | WaterfallChartSpec, unit: string,
): ChartView {
  return viewChart(edition, spec, { unit, source: edition.source(indicator.data.source), notes: [], table: tableOf(spec, edition.say) });
}

function partsOf(edition: Edition, { data }: LoadedIndicator, op: 'sum' | 'signed_sum'): LoadedIndicator[] | undefined {
  const { formula } = data;
  if (formula?.op !== op) return undefined;
  const parts = formula.of.map((id) => edition.model.report.indicators.get(id));
  return parts.every((part) => part !== undefined) ? parts : undefined;
}

/** The latest point at which all of them have a figure. */
function latestCommon(edition: Edition, indicators: readonly LoadedIndicator[]): string | undefined {
  const { startMonth } = edition.calendar;
  const [first] = indicators;
  return [...(first?.observations.keys() ?? [])]
    .filter((at) => indicators.every((indicator) => hasFigure(indicator, at)))
    .sort((a, b) => (lastDay(a, startMonth) < lastDay(b, startMonth) ? -1 : 1))
    .at(-1);
}

function hasFigure(indicator: LoadedIndicator, at: string): boolean {
  return exactAt(indicator, at) !== undefined;
}

function exactAt(indicator: LoadedIndicator, at: string): string | undefined {
  return quantityAt(indicator, at)?.value;
}

function quantityAt(indicator: LoadedIndicator, at: string): Quantity | undefined {
  const figure = indicator.observations.get(at)?.figure;
  return figure && isQuantity(figure) ? figure : undefined;
}
