import { describe, expect, test } from 'vitest';
import { STYLES } from '../../src/format/styles.ts';
import { LANGUAGES, sayIn } from '../../src/i18n/language.ts';
import type { CohortChartSpec, LineChartSpec, PlannedChartSpec, RangesChartSpec } from '../../src/charts/spec.ts';
import type { Quantity } from '../../src/quantity/quantity.ts';
import type { Unit } from '../../src/quantity/unit.ts';
import type { Locale } from '../../src/locale.ts';
import { pointsOf } from '../../src/charts/points.ts';
import { printAt } from '../../src/charts/number.ts';
import { scaleOf } from '../../src/view/axis-scale.ts';
import { chartCsv } from '../../src/view/chart-view.ts';
import { monthlyChart, viewCharts, yearlyChart } from '../../src/view/chart.ts';
import type { ChartView } from '../../src/view/chart-view.ts';
import { Edition } from '../../src/view/edition.ts';
import { viewSpark } from '../../src/view/spark.ts';
import { rangesCharts, viewBullet } from '../../src/view/target-charts.ts';
import { viewVerdict } from '../../src/view/verdict.ts';
import { deriveBody } from '../derive/body.ts';
import type { Body, Series } from '../derive/body.ts';

function editionOf(body: Body, locale: Locale = 'ja'): Edition {
  return new Edition(deriveBody(body), locale, '/');
}

function chartsOf(id: string, body: Body, locale?: Locale): ChartView[] {
  const edition = editionOf(body, locale);
  return viewCharts(edition, edition.model.report.indicators.get(id)!);
}

/** The same value for each month of a fiscal year from April to `until`. */
function months(year: number, rates: readonly number[]): Record<string, string> {
  return Object.fromEntries(
    rates.map((rate, index) => [`${year}-${String(4 + index).padStart(2, '0')}`, `${rate.toFixed(1)}%`]),
  );
}

describe('years', () => {
  const values = { FY2021: '60.0%', FY2022: 'not_carried_out', FY2023: '62.0%', FY2024: '63.5%' };
  const spec = (series: Partial<Series> = {}, targets: readonly object[] = []) => {
    const edition = editionOf({ series: { rate: { values, ...series } }, targets });
    return yearlyChart(edition, edition.model.report.indicators.get('rate')!)!.spec as LineChartSpec;
  };

  test('a year in which nothing was carried out is a gap that says so', () => {
    expect(spec().series[0]?.values).toEqual(
      ['60.0', null, '62.0', '63.5'].map((value) => value && String(Number(value))),
    );
    expect(spec().suspended).toEqual([{ from: 1, to: 1, note: '', label: '実施なし' }]);
  });

  test('values that may still change are hollow, and a note says so', () => {
    const charts = chartsOf('rate', { series: { rate: { values, status: 'provisional' } } }, 'en');
    expect((charts[0]?.spec as LineChartSpec).series[0]?.provisional).toEqual([0, 1, 2, 3]);
    expect(charts[0]?.notes).toEqual(['Hollow marks are figures that may still change.']);
    expect(spec().series[0]?.provisional).toEqual([]);
  });

  test('a level that a target asks for is a line', () => {
    expect(spec().target).toBeUndefined();
    expect(spec({}, [{ rule: { rule: 'gte', indicator: 'rate', value: '65.0%' } }]).target).toEqual({
      value: '65',
      label: '目標 65.0%',
    });
  });

  test('the table is the file: printed figures, an absence in words', () => {
    const [chart] = chartsOf('rate', { series: { rate: { values } } });
    expect(chart?.csv).toBe('chart-rate-years.ja.csv');
    expect(chartCsv(chart!)).toBe(
      '時点,値\r\n令和3年度,60.0%\r\n令和4年度,実施なし\r\n令和5年度,62.0%\r\n令和6年度,63.5%\r\n',
    );
    expect(chart?.unit).toBe('%');
  });
});

describe('a value stands on its axis as it is published', () => {
  const drawn = (unit: 'percent' | 'books', values: Record<string, string>, locale: Locale) => {
    const [chart] = chartsOf('x', { series: { x: { unit, kind: unit === 'books' ? 'stock' : 'rate', values } } }, locale);
    const { series: [row], y } = chart!.spec as LineChartSpec;
    return { texts: row!.values.map((_, index) => printAt(row!, index, y.number)), unit: y.unit, svg: chart!.svg };
  };

  test('with its own decimals, however fine', () => {
    const { texts, svg } = drawn('percent', { FY2022: '0.001%', FY2023: '0.0030%', FY2024: '0.2%' }, 'ja');
    expect(texts).toEqual(['0.001%', '0.0030%', '0.2%']);
    expect(svg).toContain('>0.001%<');
    expect(drawn('percent', { FY2022: '99.57%', FY2023: '99.6%', FY2024: '99.58%' }, 'en').texts).toEqual(['99.57%', '99.6%', '99.58%']);
  });

  test('in the unit of the axis, a smaller scale beside a larger', () => {
    const values = { FY2022: '4.1万冊', FY2023: '3,212冊', FY2024: '1,250.5万冊' };
    expect(drawn('books', values, 'ja')).toMatchObject({ texts: ['4.1', '0.32', '1,250.5'], unit: '（万冊）' });
    expect(drawn('books', values, 'en')).toMatchObject({ texts: ['0.041', '0.0032', '12.505'] });
  });

  test('with the words that make it less than exact, and its sign', () => {
    const values = { FY2022: '約97万冊', FY2023: '延べ98万冊', FY2024: '100万冊超' };
    const { texts, svg } = drawn('books', values, 'ja');
    expect(texts).toEqual(['約97', '98', '100超']);
    expect(svg).toContain('>約97<');
    expect(svg).toContain('>100超<');
    expect(drawn('books', values, 'en').texts).toEqual(['about 0.97', '0.98', 'over 1.00']);
  });
});

describe('the sentence of years', () => {
  const reads = (values: Record<string, string>, locale: Locale = 'ja') =>
    chartsOf('rate', { series: { rate: { values } } }, locale)[0]?.reading;

  test('where nothing changes', () => {
    const values = { FY2022: '50.0%', FY2023: '50.0%', FY2024: '50.0%' };
    expect(reads(values)).toBe('令和4年度は50.0%、令和6年度は50.0%で、この期間の値はすべて同じです。');
    expect(reads(values, 'en')).toBe('50.0% in FY2022 and 50.0% in FY2024: the same throughout the period.');
  });

  test('of one year alone', () => {
    const values = { FY2022: 'not_published', FY2023: '50.0%', FY2024: 'not_published' };
    expect(reads(values)).toBe('令和5年度は50.0%です。ほかの年の値はありません。');
    expect(reads(values, 'en')).toBe('50.0% in FY2023. No other year has a figure.');
  });

  test('where the last value is not alone the best or the worst', () => {
    expect(reads({ FY2022: '50.0%', FY2023: '49.0%', FY2024: '50.0%' })).toBe('令和4年度の50.0%から、令和6年度は50.0%で、この期間で最も良い値と同じです。');
    expect(reads({ FY2022: '50.0%', FY2023: '51.0%', FY2024: '50.0%' }, 'en')).toBe('From 50.0% in FY2022 to 50.0% in FY2024: level with the worst of the period.');
  });
});

test('months: this year strong over three earlier ones, each named', () => {
  const values = {
    ...months(2021, [50, 51, 52]),
    ...months(2022, [51, 52, 53]),
    ...months(2023, [52, 53, 54]),
    ...months(2024, [53, 54, 55]),
    ...months(2025, [54, 55, 57]),
  };
  const edition = editionOf({ series: { rate: { values } } }, 'en');
  const chart = monthlyChart(edition, edition.model.report.indicators.get('rate')!)!;
  const spec = chart.spec as LineChartSpec;
  expect(spec.series.map(({ label, tone }) => `${label} ${tone}`)).toEqual([
    'FY2022 quiet',
    'FY2023 quiet',
    'FY2024 quiet',
    'FY2025 strong',
  ]);
  expect(chart.reading).toBe(
    '57.0% at the end of June 2025, against 55.0% at the same point of the year before.',
  );
  expect(chart.table.head).toHaveLength(5);
});

test('the name of the months says what they stand beside', () => {
  const titleOf = (values: Record<string, string>) => chartsOf('rate', { series: { rate: { values } } }, 'en').find(({ id }) => id.endsWith('-months'))?.title;
  const now = months(2025, [61, 62, 63]);
  expect(titleOf(now)).toBe('Name (by month)');
  expect(titleOf({ ...months(2024, Array.from({ length: 12 }, () => 60).slice(0, 9)), ...now })).toBe('Name (by month, with the year before)');
  expect(titleOf({ ...months(2023, [50, 51, 52]), ...now })).toBe('Name (by month, with earlier years)');
});

test('a series of quarters is drawn by quarters, with the year that has begun', () => {
  const values = { '2024-06': '40冊', '2024-09': '41冊', '2024-12': '52冊', '2025-03': '21冊', '2025-06': '38冊', '2025-09': '31冊' };
  const chart = chartsOf('loans', { series: { loans: { unit: 'books', kind: 'stock', values } } }).find(({ spec }) => spec.id.endsWith('-months'))!;
  const { x, series } = chart.spec as LineChartSpec;
  expect(x.labels).toEqual(['6月末', '9月末', '12月末', '3月末']);
  expect(series.map(({ id, values: drawn }) => [id, drawn])).toEqual([['FY2024', ['40', '41', '52', '21']], ['FY2025', ['38', '31', null, null]]]);
  expect(chart.reading).toContain('31冊');
  expect(chart.spec.title).toContain('四半期ごと');
  expect(chart.table.rows[0]).toEqual({ label: '6月末', cells: ['40冊', '38冊'] });
});

test('two half-years of each year are no series of quarters', () => {
  const values = { '2023-09': '40冊', '2024-03': '41冊', '2024-09': '52冊', '2025-03': '21冊' };
  expect(chartsOf('loans', { series: { loans: { unit: 'books', kind: 'stock', values } } }).some(({ spec }) => spec.id.endsWith('-months'))).toBe(false);
});

describe('plan and actual', () => {
  const series = {
    loans: { unit: 'books', kind: 'cumulative', values: { '2024-09': '900冊', FY2024: '2,081冊' } },
    'loans-plan': {
      unit: 'books',
      kind: 'cumulative',
      better: 'neutral',
      planned: true,
      values: { FY2024: '2,000冊', FY2025: '2,100冊', '2024-09': '1,000冊' },
    },
  } as unknown as Body['series'];

  test('stand side by side at every point that has a plan, in the order of time', () => {
    const chart = chartsOf('loans', { series }).find(({ spec }) => spec.kind === 'planned')!;
    expect(
      (chart.spec as PlannedChartSpec).rows.map(({ label, achievement }) => `${label} ${achievement}`),
    ).toEqual(['令和6年9月末 計画の90.0%', '令和6年度 計画の104.1%', '令和7年度 実績の値なし']);
    expect(chart.reading).toBe(
      '2項目のうち1項目が計画以上で、最も高いのは令和6年度の104.1%、最も低いのは令和6年9月末の90.0%です。',
    );
    expect(chart.table.rows[1]).toEqual({
      label: '令和6年度',
      cells: ['2,000冊', '2,081冊', '計画の104.1%'],
    });
  });

  test('a share of a plan that is only near is near itself', () => {
    const near = { ...series, 'loans-plan': { ...series['loans-plan']!, values: { FY2024: '約2,000冊' } } };
    const chart = chartsOf('loans', { series: near }).find(({ spec }) => spec.kind === 'planned')!;
    expect(chart.table.rows[0]).toEqual({ label: '令和6年度', cells: ['約2,000冊', '2,081冊', '計画の約104.1%'] });
    expect(chart.reading).toContain('約104.1%');
  });

  test('nothing is a share of a plan of zero, and a figure that is missing says why', () => {
    const odd = {
      loans: { ...series.loans!, values: { FY2022: '10冊', FY2023: '12冊', FY2024: 'not_published' } },
      'loans-plan': { ...series['loans-plan']!, values: { FY2022: '20冊', FY2023: '0冊', FY2024: '2,000冊' } },
    };
    const chart = chartsOf('loans', { series: odd }).find(({ spec }) => spec.kind === 'planned')!;
    expect(chart.table.rows.map(({ cells }) => cells)).toEqual([
      ['20冊', '10冊', '計画の50.0%'],
      ['0冊', '12冊', ''],
      ['2,000冊', '未公表', '未公表'],
    ]);
    expect(chart.reading).toBe('令和4年度の実績は計画の50.0%です。');
  });

  test('without a plan there is no such chart', () => {
    expect(chartsOf('loans-plan', { series }).some(({ spec }) => spec.kind === 'planned')).toBe(false);
  });
});

test('a rate stands over what it is a rate of, by its own formula', () => {
  const years = (first: number, values: readonly string[]): Record<string, string> =>
    Object.fromEntries(values.map((value, index) => [`FY${first + index}`, value]));
  const series = {
    lent: { unit: 'books', kind: 'flow', values: years(2022, ['60冊', '140冊', '225冊']) },
    asked: { unit: 'books', kind: 'flow', values: years(2022, ['100冊', '200冊', '300冊']) },
    rate: {
      formula: { op: 'ratio', of: ['lent', 'asked'] },
      values: years(2021, ['50.0%', '60.0%', '70.0%', '75.0%']),
    },
  } as unknown as Body['series'];
  const chart = chartsOf('rate', { series }).find(({ spec }) => spec.kind === 'bars')!;
  expect(chart.table.rows.map(({ label, cells }) => [label, ...cells].join(' '))).toEqual([
    '令和4年度 100冊 60.0%',
    '令和5年度 200冊 70.0%',
    '令和6年度 300冊 75.0%',
  ]);
  expect(chart.reading).toBe('名は令和6年度に75.0%で、この中で最も高い値です。');
  expect(chartsOf('lent', { series }).some(({ spec }) => spec.kind === 'bars')).toBe(false);
});

test('cohorts: each year’s group through its later years', () => {
  const chart = chartsOf(
    'final',
    {
      series: {
        current: {
          change: 'point_change',
          values: { FY2021: '70.0%', FY2022: '71.0%', FY2023: '72.0%', FY2024: '73.0%' },
        },
        final: {
          change: 'point_change',
          cohort: { lag: 2, base: 'current' },
          values: { FY2023: '78.0%', FY2024: '約80%' },
        },
      },
    },
    'en',
  ).find(({ spec }) => spec.kind === 'cohort')!;
  expect(chart.table.rows.map(({ label, cells }) => [label, ...cells].join(' '))).toEqual([
    'FY2021 70.0% 78.0%',
    'FY2022 71.0% about 80%',
    'FY2023 72.0% ',
    'FY2024 73.0% ',
  ]);
  expect(chart.reading).toBe('FY2022: it rose from 71.0% to about 80% (2 years later).');
  expect(chart.svg).toContain('>about 80<');
  expect(pointsOf(chart.spec as CohortChartSpec)[0]?.map((point) => point?.value)).toContain('about 80%');
});

describe('targets', () => {
  const body: Body = {
    series: {
      rate: { change: 'point_change', values: { FY2024: '78.0%', '2024-09': '72.0%', '2025-09': '72.7%' } },
    },
    targets: [
      { rule: { rule: 'delta_prev', indicator: 'rate', value: '+1.0ポイント' } },
      { rule: { rule: 'gte', indicator: 'rate', value: '70.0%' } },
    ],
  };

  test('a half-year’s figure is held against what the half-year asks for', () => {
    const edition = editionOf(body, 'en');
    const [report] = edition.model.editions;
    const [chart] = rangesCharts(edition, report!, report!.sections[0]!);
    expect(
      (chart?.spec as RangesChartSpec).rows.map(({ base, target, now, reached }) => [
        base?.text,
        target.text,
        now?.text,
        reached,
      ]),
    ).toEqual([
      ['base 72.0%', 'needed 73.0% or more', 'now 72.7%', false],
      ['base 72.0%', 'target 70.0% or more', 'now 72.7%', true],
    ]);
    expect(chart?.table.rows[0]?.cells).toEqual(['72.0%', '73.0% or more', '72.7%']);
    expect(chart?.reading).toBe('1 of 2 figures is where its target asks it to be.');
  });

  test('a bullet says all of its marks', () => {
    const edition = editionOf(body);
    const verdict = edition.model.verdictsById.get('t-0')!;
    expect(viewBullet(edition, verdict.parts[0]!, viewVerdict(edition, verdict).parts[0]!)).toContain(
      'aria-label="現在72.7%、この時点で必要な値 73.0%以上、前年の同じ時点72.0%"',
    );
  });
});

test('a sparkline needs three years, or three months', () => {
  const spark = (values: Series['values']): string => {
    const edition = editionOf({ series: { rate: { values } } });
    return viewSpark(edition, edition.model.report.indicators.get('rate')!);
  };
  expect(spark({ FY2022: '1.0%', FY2023: '2.0%' })).toBe('');
  expect(spark({ FY2022: '1.0%', FY2023: '2.0%', FY2024: '3.0%' })).toContain('M4 18l38-7L80 4');
  expect(spark(months(2025, [1, 2, 3]))).toContain('M4 18l38-7L80 4');
});

describe('the axis of figures that are counted in sixties', () => {
  const unit: Unit = {
    id: 'minutes',
    kind: 'amount',
    label: { ja: { other: '分' }, en: { other: 'min' } },
    sixty: { label: { ja: { larger: '時間', smaller: '分' }, en: { larger: 'h', smaller: 'min' } } },
  };
  const edition = {
    locale: 'ja',
    style: STYLES.ja,
    t: sayIn(LANGUAGES.ja),
    model: { report: { units: new Map([['minutes', unit]]) } },
  } as unknown as Edition;
  const figure = (value: string, scale: Quantity['scale'], quantum: string): Quantity => ({
    value,
    quantum,
    unit: 'minutes',
    scale,
  });

  test('is in hours where all are whole hours', () => {
    const scale = scaleOf(edition, [figure('1140', '時間', '60'), figure('600', '時間', '60')], 'minutes');
    expect([scale.divisor.toNumber(), scale.unit]).toEqual([60, '（時間）']);
  });

  test('is in minutes where one has minutes', () => {
    const scale = scaleOf(edition, [figure('1140', '時間', '60'), figure('838', '時間分', '0')], 'minutes');
    expect([scale.divisor.toNumber(), scale.unit]).toEqual([1, '（分）']);
  });
});
