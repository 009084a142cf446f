import { Decimal } from '../quantity/decimal.ts';
import { formatNumber } from './number.ts';
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

/** One sentence that the figures say by themselves, in the chart's language. */
export function sentenceOf(spec: SentenceSpec): string {
  switch (spec.kind) {
    case 'bars':
      return readBars(spec);
    case 'shares':
      return readShares(spec);
    case 'planned':
      return readPlanned(spec);
    case 'cohort':
      return readCohort(spec);
    case 'multiples':
      return readMultiples(spec);
    case 'tree':
      return readTree(spec);
    case 'ranges':
      return readRanges(spec);
    case 'waterfall':
      return readWaterfall(spec);
  }
}

function flat(text: string | undefined): string {
  return (text ?? '').replaceAll('\n', '');
}

function readBars({ locale, x, bars, rate }: Unread<BarsChartSpec>): string {
  const row = rate ?? bars;
  const { last, best, worst, lastChange } = describeTrend(row.values, 'higher');
  if (last === null) return '';
  const [when, value, name] = [
    flat(x.labels[last]),
    formatNumber(row.values[last] ?? '0', row.number),
    flat(row.label),
  ];
  const before = lastChange === null ? '' : formatNumber(row.values[last - 1] ?? '0', row.number);
  if (locale === 'ja') {
    const extreme =
      last === best ? 'で、この中で最も高い値です' : last === worst ? 'で、この中で最も低い値です' : '';
    return `${name}は${when}に${value}${extreme || (before ? `で、その前は${before}でした` : 'です')}。`;
  }
  const extreme = last === best ? ', the highest shown' : last === worst ? ', the lowest shown' : '';
  return `${name}: ${value} in ${when}${extreme || (before ? `, after ${before}` : '')}.`;
}

function readShares({ locale, parts, rows, number }: Unread<SharesChartSpec>): string {
  const [first, last] = [rows[0], rows.at(-1)];
  const largest = last && indexOfLargest(last.values);
  if (!first || !last || largest === undefined) return '';
  const value = formatNumber(last.values[largest] ?? '0', number);
  const earlier =
    first === last || first.values[largest] == null ? '' : formatNumber(first.values[largest], number);
  const [part, when, then] = [flat(parts[largest]), flat(last.label), flat(first.label)];
  return locale === 'ja'
    ? `${when}は${part}が最も多く${value}${earlier && `（${then}は${earlier}）`}です。`
    : `${part} was the largest part in ${when}: ${value}${earlier && ` (${earlier} in ${then})`}.`;
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

function readPlanned({ locale, rows }: Unread<PlannedChartSpec>): string {
  const done = rows.flatMap((row) => {
    const percent = achievementOf(row);
    return percent === null ? [] : [{ label: flat(row.label), percent }];
  });
  const [last] = done.slice(-1);
  const ja = locale === 'ja';
  if (!last) return ja ? '計画と実績がそろった行はありません。' : 'No row has both plan and actual.';
  if (done.length === 1)
    return ja
      ? `${last.label}の実績は計画の${last.percent}%です。`
      : `${last.label}: ${last.percent}% of plan.`;
  const sorted = done.toSorted((a, b) => new Decimal(b.percent).cmp(a.percent));
  const [most, least] = [sorted[0] ?? last, sorted.at(-1) ?? last];
  const reached = done.filter(({ percent }) => new Decimal(percent).gte(100)).length;
  return ja
    ? `${done.length}項目のうち${reached}項目が計画以上で、最も高いのは${most.label}の${most.percent}%、最も低いのは${least.label}の${least.percent}%です。`
    : `${reached} of ${done.length} reached the plan: the highest is ${most.percent}% (${most.label}), the lowest ${least.percent}% (${least.label}).`;
}

/** The latest group that was followed to the end. */
function readCohort({ locale, x, stages, values, y }: Unread<CohortChartSpec>): string {
  const whole = values.findLastIndex((row) => row[0] != null && row[stages.length - 1] != null);
  const group = whole >= 0 ? whole : values.findLastIndex((row) => row.some((value) => value !== null));
  const row = values[group] ?? [];
  const [from, to] = [row.findIndex((value) => value !== null), row.findLastIndex((value) => value !== null)];
  if (from < 0) return '';
  const [first, last] = [row[from] ?? '0', row[to] ?? '0'];
  const unit = y.number.suffix ?? '';
  const [start, end] = [formatNumber(first, y.number), formatNumber(last, y.number)];
  const order = new Decimal(last).cmp(first);
  const [name, stage] = [flat(x.labels[group]), flat(stages[to])];
  const sized = (text: string): string => (unit === '' && y.unit?.includes('%') ? `${text}%` : text);
  if (locale === 'ja') {
    const verb = order > 0 ? 'まで上がりました' : order < 0 ? 'まで下がりました' : 'で変わりません';
    return `${name}年度分は${sized(start)}から${stage}の${sized(end)}${verb}。`.replace('年度年度', '年度');
  }
  const verb = order > 0 ? 'rose' : order < 0 ? 'fell' : 'stayed';
  return `${name}: it ${verb} from ${sized(start)} to ${sized(end)} (${stage}).`;
}

function readMultiples({ locale, x, panels }: Unread<MultiplesChartSpec>): string {
  const known = panels.filter(({ values }) => values.filter((value) => value !== null).length >= 2);
  const up = known.filter(({ values }) => {
    const present = values.filter((value) => value !== null);
    return new Decimal(present.at(-1) ?? 0).gt(present[0] ?? 0);
  });
  const [from, to] = [flat(x.labels[0]), flat(x.labels.at(-1))];
  return locale === 'ja'
    ? `${from}から${to}までに、${known.length}指標のうち${up.length}指標で値が大きくなりました。`
    : `From ${from} to ${to}, ${up.length} of ${known.length} figures became larger.`;
}

function readTree({ locale, root }: Unread<TreeChartSpec>): string {
  const { parts = [] } = root;
  const largest = parts[indexOfLargest(parts.map(({ value }) => value)) ?? -1];
  const share =
    largest && !new Decimal(root.value).isZero()
      ? new Decimal(largest.value).div(root.value).times(100).toFixed(0, Decimal.ROUND_HALF_UP)
      : undefined;
  const [whole, part] = [flat(root.label), flat(largest?.label)];
  if (!largest || share === undefined)
    return locale === 'ja' ? `${whole}は${root.text}です。` : `${whole}: ${root.text}.`;
  return locale === 'ja'
    ? `${whole}${root.text}のうち、最も大きいのは${part}の${largest.text}（約${share}%）です。`
    : `Of ${root.text} (${whole}), the largest part is ${part}: ${largest.text}, about ${share}%.`;
}

function readRanges({ locale, rows }: Unread<RangesChartSpec>): string {
  const judged = rows.filter(({ reached }) => reached !== undefined);
  const reached = judged.filter((row) => row.reached).length;
  return locale === 'ja'
    ? `値のある${judged.length}項目のうち、${reached}項目が必要な値に届いています。`
    : `${reached} of ${judged.length} figures are where their targets ask them to be.`;
}

function readWaterfall({ locale, rows, number }: Unread<WaterfallChartSpec>): string {
  const totals = rows.filter(({ total }) => total);
  const steps = rows.filter(({ total }) => !total);
  const largest = steps[indexOfLargest(steps.map(({ value }) => value.replace('-', ''))) ?? -1];
  const [first, last] = [totals[0], totals.at(-1)];
  if (!first || !last || !largest) return '';
  const difference = new Decimal(last.value).minus(first.value);
  const size = formatNumber(difference.abs().toFixed(), number);
  const sign = largest.value.startsWith('-') ? '' : '+';
  const step = sign + formatNumber(largest.value, number);
  const [from, to, name] = [flat(first.label), flat(last.label), flat(largest.label)];
  if (locale === 'ja') {
    const words = difference.isZero()
      ? `${to}は${from}と同じ`
      : `${to}は${from}を${size}${difference.gt(0) ? '上回り' : '下回り'}`;
    return `${words}、最も大きい差は${name}の${step}です。`;
  }
  const words = difference.isZero()
    ? `${to} equals ${from}`
    : `${to} is ${size} ${difference.gt(0) ? 'above' : 'below'} ${from}`;
  return `${words}; the largest step is ${name}, ${step}.`;
}
