import type { LiveData } from '../../src/charts/live-data.ts';

/** Two years over four months: this year has one month lost and one still to come. */
export function twoYears(): LiveData {
  return {
    spec: {
      kind: 'line',
      id: 'months',
      locale: 'ja',
      title: '納付率',
      reading: '上昇しました。',
      x: { labels: ['5\n月末', '6\n月末', '7\n月末', '8\n月末'] },
      y: { number: { decimals: 1, suffix: '%' }, start: 'data', axisNote: '' },
      series: [
        { id: 'last', label: '令和6年度', tone: 'quiet', values: ['61.2', '64.8', '71.1', '72.0'] },
        { id: 'this', label: '令和7年度', tone: 'strong', values: ['61.0', null, '71.5', null] },
      ],
    },
    widths: { regular: {}, bold: {} },
  };
}

/** The same, with the words of its table. */
export function printedYears(): LiveData {
  const cells = [['61.2%', '61.0%'], ['64.8%', '原資料で欠落'], ['71.1%', '71.5%'], ['72.0%', '']];
  return { ...twoYears(), rows: cells.map((each, index) => ({ label: `${index + 5}月末`, cells: each })) };
}
