import type { LineChartSpec } from '../../src/charts/spec.ts';

/** The smallest chart that shows the essentials: three years, a cut axis, one line. */
export function threeYears(changes: Partial<LineChartSpec> = {}): LineChartSpec {
  return {
    kind: 'line',
    id: 'rate',
    locale: 'ja',
    title: '現年度納付率',
    reading: '2年続けて上昇しました。',
    x: { labels: ['令和4', '令和5', '令和6'], shortLabels: ['4', '5', '6'] },
    y: { number: { decimals: 1, suffix: '%' }, start: 'data', axisNote: '縦軸は0から始まりません' },
    series: [{ id: 'rate', label: '現年度納付率', values: ['76.1', '77.6', '78.6'] }],
    ...changes,
  };
}

const LAST = ['61.2', '64.8', '71.1', '72.0', '72.5', '73.8', '75.0', '76.4', '76.8', '77.3', '78.1', '78.6'];
const THIS = ['61.0', '64.3', '71.5', '71.9', '72.7', null, null, null, null, null, null, null];

/** Seven fiscal years over the months of one: the fullest chart there is. */
export function sevenYearsByMonth(): LineChartSpec {
  const earlier = [1, 2, 3, 4, 5, 6].map((back) => ({
    id: `fy${2025 - back}`,
    label: `令和${7 - back}年度`,
    values: LAST.map((value) => (Number(value) - (back - 1) * 1.3).toFixed(1)),
    tone: 'quiet' as const,
  }));
  const months = [5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3, 4];
  return threeYears({
    id: 'by-month',
    x: { labels: months.map((month) => `${month}月末`), shortLabels: months.map(String) },
    series: [...earlier, { id: 'fy2025', label: '令和7年度', values: THIS, tone: 'strong' }],
  });
}

/** Three lines over thirteen years with a target, a break and a suspension. */
export function thirteenYears(): LineChartSpec {
  const rates = [59.0, 60.9, 63.1, 63.4, 65.0, 66.3, 68.1, 69.3, 71.5, 73.9, 76.1, 77.6, 78.6];
  const years = rates.map((_, index) => 2012 + index);
  const valuesPlus = (more: number): (string | null)[] =>
    rates.map((rate, index) => (index === 8 ? null : (rate + more).toFixed(1)));
  return threeYears({
    id: 'three-rates',
    locale: 'en',
    title: 'Payment rates',
    x: { labels: years.map((year) => `FY${year}`), shortLabels: years.map((year) => `’${year - 2000}`) },
    series: [
      { id: 'current', label: 'Current-year', values: valuesPlus(0) },
      { id: 'first', label: 'First year after', values: valuesPlus(1.5) },
      { id: 'final', label: 'Final', values: valuesPlus(2.5) },
    ],
    target: { value: '80.0', label: 'Target 80.0%' },
    breaks: [{ before: 4, note: 'Note 1' }],
    suspended: [{ from: 8, to: 8, note: 'Note 2', label: 'Suspended' }],
  });
}
