import type { NumberPattern, Series, ValueAxis } from '../charts/spec.ts';
import { decimalsNeeded, formatNumber } from '../charts/number.ts';
import { formatParts } from '../format/quantity.ts';
import type { LoadedIndicator } from '../load/report.ts';
import { Decimal, placesOf, powerOfTen } from '../quantity/decimal.ts';
import { isQuantity } from '../quantity/quantity.ts';
import type { Figure, Qualifier, Quantity } from '../quantity/quantity.ts';
import { isSixty, SIXTY } from '../quantity/scale.ts';
import { isPercent, sixtyIn } from '../quantity/unit.ts';
import type { Unit } from '../quantity/unit.ts';
import type { Edition } from './edition.ts';

/** What the values are divided by, and what stands after (or over) the numbers. */
export interface AxisScale {
  readonly divisor: Decimal;
  /** The divisor as a power of ten; none where the figures are counted in sixties. */
  readonly exponent?: number;
  readonly decimals: number;
  readonly suffix: string;
  readonly prefix: string;
  readonly unit?: string;
}

/** As the figures are printed in this language: 万人 / million people, 億円 / ¥ billion. */
export function scaleFor(
  edition: Edition,
  indicator: LoadedIndicator,
  periods: readonly string[],
): AxisScale {
  const quantities = periods.flatMap((at) => {
    const figure = indicator.observations.get(at)?.figure;
    return figure && isQuantity(figure) ? [figure] : [];
  });
  return scaleOf(edition, quantities, indicator.data.unit);
}

/** The scale of figures of one unit, wherever they come from. */
export function scaleOf(edition: Edition, quantities: readonly Quantity[], unitId: string): AxisScale {
  const largest = quantities.reduce(
    (a, b) => (new Decimal(b.value).abs().gt(new Decimal(a.value).abs()) ? b : a),
    quantities[0] ?? { ...EMPTY, unit: unitId },
  );
  const unit = edition.model.report.units.get(unitId);
  if (unit?.sixty && quantities.some(({ scale }) => isSixty(scale)))
    return sixtyScale(edition, quantities, unit);
  const parts = formatParts(largest, edition.style, edition.model.report.units);
  const exponent = exponentOf(edition, parts.scale.trim());
  const isSign = isPercent(unit, edition.model.report.units) || unit?.kind === 'point';
  const symbol = parts.symbol;
  return {
    divisor: powerOfTen(exponent),
    exponent,
    decimals: Math.max(0, ...quantities.map((quantity) => placesIn(quantity, exponent))),
    suffix: isSign ? parts.unit : '',
    prefix: '',
    ...(isSign
      ? {}
      : {
          unit: axisUnit(
            edition,
            [symbol, parts.scale.trim(), parts.unit.trim()]
              .filter(Boolean)
              .join(edition.style.numbers.gap),
          ),
        }),
  };
}

/** As many decimals as the figure has on an axis in 10^exponent; an exact count is rounded there to two, or to two digits that count. */
function placesIn({ value, quantum }: Quantity, exponent: number): number {
  if (quantum !== '0') return Math.max(0, placesOf(quantum) + exponent);
  const count = new Decimal(value).div(powerOfTen(exponent));
  return Math.min(Math.max(2, 1 - count.e), decimalsNeeded([count.toFixed()]));
}

/** In hours where every figure is printed in hours alone, else in minutes: 13時間58分 is no decimal of hours. */
function sixtyScale(edition: Edition, quantities: readonly Quantity[], unit: Unit): AxisScale {
  const labels = sixtyIn(unit, edition.locale) ?? { larger: '', smaller: '' };
  const hours = quantities.every(({ scale }) => scale === '時間');
  const places = Math.max(0, ...quantities.map(({ quantum }) => (quantum === '0' ? 0 : placesOf(quantum))));
  return {
    divisor: new Decimal(hours ? SIXTY : 1),
    decimals: Math.min(places, 2),
    suffix: '',
    prefix: '',
    unit: axisUnit(edition, hours ? labels.larger : labels.smaller),
  };
}

const EMPTY: Quantity = { value: '0', quantum: '0', unit: '', scale: '' };

function exponentOf({ style }: Edition, word: string): number {
  const { scales } = style.numbers;
  if (scales.by === 'size') return scales.words.find((scale) => scale.word === word)?.power ?? 0;
  return Number(Object.entries(scales.words).find(([, each]) => each === word)?.[0] ?? 0);
}

function axisUnit(edition: Edition, unit: string): string {
  return edition.t('axisUnit', unit);
}

/** How the language parts digits, where it does so otherwise than a chart does by itself. */
export function marksOf({ style: { numbers: { group, decimal } } }: Edition): Pick<NumberPattern, 'group' | 'decimal'> {
  return { ...(group === ',' ? {} : { group }), ...(decimal === '.' ? {} : { decimal }) };
}

/** A percentage that is computed from decimal strings, with one decimal and without its sign. */
export function percentText(edition: Edition, percent: string): string {
  return formatNumber(percent, { decimals: 1, ...marksOf(edition) });
}

export function valueAxis(edition: Edition, indicator: LoadedIndicator, scale: AxisScale): ValueAxis {
  const number: NumberPattern = {
    decimals: scale.decimals,
    ...(scale.suffix ? { suffix: scale.suffix } : {}),
    minus: edition.style.numbers.minus,
    ...marksOf(edition),
  };
  const rate = edition.model.report.units.get(indicator.data.unit)?.kind === 'rate';
  return {
    number,
    start: rate ? 'data' : 'zero',
    axisNote: edition.t('cutAxis'),
    ...(scale.unit === undefined ? {} : { unit: scale.unit }),
  };
}

export function valueAt(indicator: LoadedIndicator, at: string, scale: AxisScale): string | null {
  const figure = indicator.observations.get(at)?.figure;
  if (!figure || !isQuantity(figure)) return null;
  return onAxis(figure, scale);
}

/** The values that do not stand on the axis as its own pattern prints them: 99.6% beside 99.62%, 約97. */
export function printedOn(
  edition: Edition,
  indicator: LoadedIndicator,
  periods: readonly string[],
  scale: AxisScale,
): Pick<Series, 'printed'> {
  const { number } = valueAxis(edition, indicator, scale);
  return printedFigures(edition, periods.map((at) => indicator.observations.get(at)?.figure), scale, number);
}

export function printedFigures(
  edition: Edition,
  figures: readonly (Figure | undefined)[],
  scale: AxisScale,
  number: NumberPattern,
): Pick<Series, 'printed'> {
  const texts = figures.flatMap((figure, index) => {
    if (!figure || !isQuantity(figure)) return [];
    const text = textOn(edition, figure, scale, number);
    return text === formatNumber(onAxis(figure, scale), number) ? [] : [[index, text] as const];
  });
  return texts.length === 0 ? {} : { printed: Object.fromEntries(texts) };
}

/** A figure at its own resolution, and with the words that make it less than exact. */
function textOn(edition: Edition, quantity: Quantity, scale: AxisScale, number: NumberPattern): string {
  const decimals = scale.exponent === undefined ? scale.decimals : placesIn(quantity, scale.exponent);
  const { before, after } = formatParts({ ...quantity, qualifiers: bounding(quantity) }, edition.style, edition.model.report.units);
  const sign = quantity.plus && !new Decimal(quantity.value).isNegative() ? '+' : '';
  return `${before}${sign}${formatNumber(onAxis(quantity, scale), { ...number, decimals })}${after}`;
}

/** 延べ and 原則 say what is counted; the table has them. */
function bounding({ qualifiers = [] }: Quantity): Qualifier[] {
  return qualifiers.filter((each) => each !== 'cumulative' && each !== 'in_principle');
}

function onAxis({ value }: Quantity, { divisor }: AxisScale): string {
  return new Decimal(value).div(divisor).toFixed();
}
