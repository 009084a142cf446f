import type { Say } from '../i18n/language.ts';
import { Decimal } from '../quantity/decimal.ts';
import { printStage } from './cohort.ts';
import { formatNumber, printAt } from './number.ts';
import { describeTrend } from './reading.ts';
import type {
  BarsChartSpec,
  ChartSpec,
  CohortChartSpec,
  MultiplesChartSpec,
  PlannedChartSpec,
  PlannedRow,
  RangesChartSpec,
  SharesChartSpec,
  TreeChartSpec,
  WaterfallChartSpec,
} from './spec.ts';
import { textOf } from './waterfall.ts';

/** A chart before its sentence is found. Lines are read where their indicator is known (src/view). */
export type Unread<Spec extends ChartSpec> = Omit<Spec, 'reading'>;

export type SentenceSpec =
  | Unread<BarsChartSpec>
  | Unread<SharesChartSpec>
  | Unread<PlannedChartSpec>
  | Unread<CohortChartSpec>
  | Unread<MultiplesChartSpec>
  | Unread<TreeChartSpec>
  | Unread<RangesChartSpec>
  | Unread<WaterfallChartSpec>;

/** One sentence that the figures say by themselves, in the language that `say` speaks. */
export function sentenceOf(spec: SentenceSpec, say: Say): string {
  switch (spec.kind) {
    case 'bars':
      return readBars(spec, say);
    case 'shares':
      return readShares(spec, say);
    case 'planned':
      return readPlanned(spec, say);
    case 'cohort':
      return readCohort(spec, say);
    case 'multiples':
      return readMultiples(spec, say);
    case 'tree':
      return readTree(spec, say);
    case 'ranges':
      return readRanges(spec, say);
    case 'waterfall':
      return readWaterfall(spec, say);
  }
}

function flat(text: string | undefined): string {
  return (text ?? '').replaceAll('\n', '');
}

function readBars({ x, bars, rate }: Unread<BarsChartSpec>, say: Say): string {
  const row = rate ?? bars;
  const { last, best, worst, bestShared, worstShared, lastChange } = describeTrend(row.values, 'higher');
  if (last === null) return '';
  const [when, value, name] = [flat(x.labels[last]), printAt(row, last, row.number), flat(row.label)];
  const before = lastChange === null ? '' : printAt(row, last - 1, row.number);
  const alone = best === worst;
  if (last === best && !bestShared && !alone) return say('barsHighest', name, when, value);
  if (last === worst && !worstShared && !alone) return say('barsLowest', name, when, value);
  return before === '' ? say('barsLast', name, when, value) : say('barsBefore', name, when, value, before);
}

function readShares({ parts, rows, number }: Unread<SharesChartSpec>, say: Say): string {
  const [first, last] = [rows[0], rows.at(-1)];
  const largest = last && indexOfLargest(last.values);
  if (!first || !last || largest === undefined) return '';
  const value = formatNumber(last.values[largest] ?? '0', number);
  const earlier =
    first === last || first.values[largest] == null ? '' : formatNumber(first.values[largest], number);
  const [part, when, then] = [flat(parts[largest]), flat(last.label), flat(first.label)];
  return earlier === ''
    ? say('sharesLargest', when, part, value)
    : say('sharesLargestThen', when, part, value, then, earlier);
}

function indexOfLargest(values: readonly (string | null)[]): number | undefined {
  return describeTrend(values.toReversed(), 'higher').best === null
    ? undefined
    : values.reduce<number | undefined>(
        (most, value, index) =>
          value !== null && (most === undefined || new Decimal(value).gt(values[most] ?? 0)) ? index : most,
        undefined,
      );
}

/** Percent of the plan, one decimal; null without both or where the plan is zero. */
export function achievementOf({ plan, actual }: Pick<PlannedRow, 'plan' | 'actual'>): string | null {
  if (plan === null || actual === null || new Decimal(plan).isZero()) return null;
  return new Decimal(actual).div(plan).times(100).toFixed(1, Decimal.ROUND_HALF_UP);
}

function readPlanned({ rows }: Unread<PlannedChartSpec>, say: Say): string {
  const done = rows.flatMap((row) => {
    const percent = achievementOf(row);
    return percent === null ? [] : [{ label: flat(row.label), percent, text: row.percent ?? percent }];
  });
  const [last] = done.slice(-1);
  if (!last) return say('plannedNone');
  if (done.length === 1) return say('plannedOne', last.label, last.text);
  const sorted = done.toSorted((a, b) => new Decimal(b.percent).cmp(a.percent));
  const [most, least] = [sorted[0] ?? last, sorted.at(-1) ?? last];
  const reached = done.filter(({ percent }) => new Decimal(percent).gte(100)).length;
  return say('plannedMany', done.length, reached, most.label, most.text, least.label, least.text);
}

/** The latest group that was followed to the end. */
function readCohort(spec: Unread<CohortChartSpec>, say: Say): string {
  const { x, stages, values, y } = spec;
  const whole = values.findLastIndex((row) => row[0] != null && row[stages.length - 1] != null);
  const group = whole >= 0 ? whole : values.findLastIndex((row) => row.some((value) => value !== null));
  const row = values[group] ?? [];
  const [from, to] = [row.findIndex((value) => value !== null), row.findLastIndex((value) => value !== null)];
  if (from < 0) return '';
  const [first, last] = [row[from] ?? '0', row[to] ?? '0'];
  const unit = y.number.suffix ?? '';
  const [start, end] = [printStage(spec, group, from), printStage(spec, group, to)];
  const order = new Decimal(last).cmp(first);
  const [name, stage] = [flat(x.labels[group]), flat(stages[to])];
  const sized = (text: string): string => (unit === '' && y.unit?.includes('%') ? `${text}%` : text);
  return say(order > 0 ? 'cohortRose' : order < 0 ? 'cohortFell' : 'cohortStayed', name, sized(start), stage, sized(end));
}

function readMultiples({ x, panels }: Unread<MultiplesChartSpec>, say: Say): string {
  const known = panels.filter(({ values }) => values.filter((value) => value !== null).length >= 2);
  const up = known.filter(({ values }) => {
    const present = values.filter((value) => value !== null);
    return new Decimal(present.at(-1) ?? 0).gt(present[0] ?? 0);
  });
  const [from, to] = [flat(x.labels[0]), flat(x.labels.at(-1))];
  return say('multiplesLarger', from, to, known.length, up.length);
}

function readTree({ root }: Unread<TreeChartSpec>, say: Say): string {
  const { parts = [] } = root;
  const largest = parts[indexOfLargest(parts.map(({ value }) => value)) ?? -1];
  const share =
    largest && !new Decimal(root.value).isZero()
      ? new Decimal(largest.value).div(root.value).times(100).toFixed(0, Decimal.ROUND_HALF_UP)
      : undefined;
  const [whole, part] = [flat(root.label), flat(largest?.label)];
  if (!largest || share === undefined) return say('treeWhole', whole, root.text);
  return say('treeLargest', whole, root.text, part, largest.text, share);
}

function readRanges({ rows }: Unread<RangesChartSpec>, say: Say): string {
  const judged = rows.filter(({ reached }) => reached !== undefined);
  const reached = judged.filter((row) => row.reached).length;
  return say('rangesReached', judged.length, reached);
}

function readWaterfall({ rows, number }: Unread<WaterfallChartSpec>, say: Say): string {
  const totals = rows.filter(({ total }) => total);
  const steps = rows.filter(({ total }) => !total);
  const largest = steps[indexOfLargest(steps.map(({ value }) => value.replace('-', ''))) ?? -1];
  const [first, last] = [totals[0], totals.at(-1)];
  if (!first || !last || !largest) return '';
  const difference = new Decimal(last.value).minus(first.value);
  const size = formatNumber(difference.abs().toFixed(), number);
  const step = textOf({ number }, largest);
  const [from, to, name] = [flat(first.label), flat(last.label), flat(largest.label)];
  const key = difference.isZero() ? 'stepsEqual' : difference.gt(0) ? 'stepsAbove' : 'stepsBelow';
  return say(key, from, to, name, step, size);
}
