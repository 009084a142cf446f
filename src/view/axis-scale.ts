import type { NumberPattern, ValueAxis } from '../charts/spec.ts';
import { formatParts } from '../format/quantity.ts';
import type { LoadedIndicator } from '../load/report.ts';
import { Decimal, placesOf } from '../quantity/decimal.ts';
import { isQuantity } from '../quantity/quantity.ts';
import type { Quantity } from '../quantity/quantity.ts';
import { isSixty, SIXTY } from '../quantity/scale.ts';
import type { Sixty } from '../quantity/unit.ts';
import type { Edition } from './edition.ts';

/** What the values are divided by, and what stands after (or over) the numbers. */
export interface AxisScale {
  readonly divisor: Decimal;
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
    return sixtyScale(edition, quantities, unit.sixty);
  const parts = formatParts(largest, edition.locale, edition.model.report.units);
  const exponent = exponentOf(parts.scale.trim());
  const places = Math.max(
    0,
    ...quantities.map((quantity) => (quantity.quantum === '0' ? 0 : placesOf(quantity.quantum) + exponent)),
  );
  const rate = unit?.kind === 'rate' || unit?.kind === 'point';
  const symbol = parts.symbol;
  return {
    divisor: new Decimal(10).pow(exponent),
    decimals: Math.min(places, 2),
    suffix: rate ? parts.unit : '',
    prefix: '',
    ...(rate
      ? {}
      : {
          unit: axisUnit(
            edition,
            [symbol, parts.scale.trim(), parts.unit.trim()]
              .filter(Boolean)
              .join(edition.locale === 'ja' ? '' : ' '),
          ),
        }),
  };
}

/** In hours where every figure is printed in hours alone, else in minutes: 13時間58分 is no decimal of hours. */
function sixtyScale(edition: Edition, quantities: readonly Quantity[], sixty: Sixty): AxisScale {
  const labels = sixty[edition.locale];
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

function exponentOf(scale: string): number {
  return (
    { 千: 3, 万: 4, 十万: 5, 百万: 6, 千万: 7, 億: 8, 十億: 9, 兆: 12, million: 6, billion: 9, trillion: 12 }[
      scale
    ] ?? 0
  );
}

function axisUnit(edition: Edition, unit: string): string {
  return edition.locale === 'ja' ? `（${unit}）` : unit;
}

export function valueAxis(edition: Edition, indicator: LoadedIndicator, scale: AxisScale): ValueAxis {
  const number: NumberPattern = {
    decimals: scale.decimals,
    ...(scale.suffix ? { suffix: scale.suffix } : {}),
    minus: edition.locale === 'ja' ? '▲' : '−',
  };
  const rate = edition.model.report.units.get(indicator.data.unit)?.kind === 'rate';
  return {
    number,
    start: rate ? 'data' : 'zero',
    axisNote: edition.locale === 'ja' ? '縦軸は0から始まりません' : 'The axis does not start at zero',
    ...(scale.unit === undefined ? {} : { unit: scale.unit }),
  };
}

export function valueAt(indicator: LoadedIndicator, at: string, scale: AxisScale): string | null {
  const figure = indicator.observations.get(at)?.figure;
  if (!figure || !isQuantity(figure)) return null;
  return new Decimal(figure.value).div(scale.divisor).toFixed();
}
