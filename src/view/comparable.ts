import type { ComparablePoint, ComparableSeries } from '../charts/comparison.ts';
import { indicatorsInOrder } from '../derive/model.ts';
import { formatMonthTick, formatYearTick } from '../format/time.ts';
import { splitPhrases } from '../format/phrases.ts';
import { page } from '../i18n/paths.ts';
import type { LoadedIndicator } from '../load/report.ts';
import { shiftYears } from '../time/period.ts';
import { placesOf } from '../quantity/decimal.ts';
import { isQuantity } from '../quantity/quantity.ts';
import { scaleFor, valueAxis } from './axis-scale.ts';
import type { Edition } from './edition.ts';
import { placeOf } from './outline.ts';

/** An indicator as a comparison needs it, in the words of the edition. */
export function viewComparable(edition: Edition, indicator: LoadedIndicator): ComparableSeries {
  const periods = [...indicator.observations.keys()];
  const [years, months] = [/^FY/, /^\d{4}-\d{2}$/].map((pattern) => periods.filter((at) => pattern.test(at)));
  const scale = scaleFor(edition, indicator, periods);
  const name = edition.pick(indicator.data.name);
  return {
    id: indicator.data.id,
    name,
    label: labelOf(edition, name),
    unit: indicator.data.unit,
    href: edition.path(page.indicator(indicator.data.id)),
    axis: { ...valueAxis(edition, indicator, scale), divisor: scale.divisor.toNumber() },
    years: everyPeriod(years ?? [], (at) => shiftYears(at, 1)).map((at) => pointOf(edition, indicator, at, formatYearTick(at, edition.style, edition.calendar))),
    months: everyPeriod(months ?? [], nextMonth).map((at) => pointOf(edition, indicator, at, monthTick(edition, at))),
  };
}

/** The same as a file, which the page that compares indicators fetches. */
export function comparableJson(edition: Edition, indicator: LoadedIndicator): string {
  return JSON.stringify(viewComparable(edition, indicator));
}

/** What indicators were called before, as JSON; undefined where none was called otherwise. */
export function renamedIndicators({ model }: Edition): string | undefined {
  const renamed = model.report.redirects.filter(({ kind }) => kind === 'indicator').map(({ from, to }) => [from, to]);
  return renamed.length === 0 ? undefined : JSON.stringify(Object.fromEntries(renamed));
}

/** From the first to the last, with those between that have no figure. */
function everyPeriod(periods: readonly string[], next: (at: string) => string): string[] {
  const [first, ...rest] = periods.toSorted();
  if (first === undefined) return [];
  const all = [first];
  for (let at = first; at < (rest.at(-1) ?? first); at = next(at)) all.push(next(at));
  return all;
}

/** 2025-12 → 2026-01 */
function nextMonth(at: string): string {
  const month = Number(at.slice(5));
  return month === 12 ? `${shiftYears(at, 1).slice(0, 4)}-01` : `${at.slice(0, 4)}-${String(month + 1).padStart(2, '0')}`;
}

function pointOf(edition: Edition, indicator: LoadedIndicator, at: string, tick: string): ComparablePoint {
  const figure = indicator.observations.get(at)?.figure;
  return {
    at, tick,
    period: edition.capitalise(edition.periodOf(indicator, at)),
    value: figure && isQuantity(figure) ? figure.value : null,
    ...(figure && isQuantity(figure) && figure.quantum !== '0' ? { places: placesOf(figure.quantum) } : {}),
    text: figure ? edition.figure(figure) : '',
  };
}

/** Months of several years on one axis: 令和7\n9月, Sep\n2025. */
function monthTick(edition: Edition, at: string): string {
  const month = formatMonthTick(at, false, edition.style);
  const year = edition.style.wide ? edition.period(at, 'span').replace(/年?\d+月$/, '') : at.slice(0, 4);
  return `${month}\n${year}`;
}

/** Latin letters of a line of text at the end of a chart's line: wide ones take the room of two. */
const LINE = 17;

/** (現年度納付率（大都市圏）) → 現年度納付率\n（大都市圏）; what does not fit in two lines ends in …. */
function labelOf(edition: Edition, name: string): string {
  const { wide } = edition.style;
  const most = wide ? Math.floor(LINE / 2) : LINE;
  const parts = wide ? splitPhrases(name) : name.split(/(?<= )/);
  const lines: string[] = [];
  for (const part of parts) {
    const last = lines.at(-1);
    if (last !== undefined && (last + part).trimEnd().length <= most) lines[lines.length - 1] = last + part;
    else lines.push(part);
  }
  const shown = lines.slice(0, 2).map((line) => shorten(line.trimEnd(), most + 2));
  return shown.join(wide ? '\n' : ' \n') + (lines.length > 2 && !shown.at(-1)?.endsWith('…') ? '…' : '');
}

function shorten(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}

/** The indicators to choose from, by section; each with its unit, because only those of one unit can be compared. */
export function viewChoices(edition: Edition): { readonly title: string; readonly indicators: readonly { readonly id: string; readonly name: string; readonly unit: string }[] }[] {
  const bySection = Map.groupBy(indicatorsInOrder(edition.model.report), ({ data }) => data.section);
  return [...bySection].map(([section, indicators]) => {
    const { code, title } = placeOf(edition, section);
    return { title: `${code} ${title}`.trim(), indicators: indicators.map(({ data }) => ({ id: data.id, name: edition.pick(data.name), unit: data.unit })) };
  });
}
