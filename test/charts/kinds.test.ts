import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layoutOf } from '../../src/charts/scenes.ts';
import type {
  BarsChartSpec,
  ChartSpec,
  CohortChartSpec,
  MultiplesChartSpec,
  PlannedChartSpec,
  RangesChartSpec,
  SharesChartSpec,
  TreeChartSpec,
  WaterfallChartSpec,
} from '../../src/charts/spec.ts';
import { renderChart, renderSvg } from '../../src/charts/svg.ts';
import type { Locale } from '../../src/locale.ts';
import {
  calls,
  cohorts,
  everyKind,
  lineOfMonths,
  lineOfYears,
  multiples,
  planned,
  ranges,
  shares,
  tree,
  waterfall,
} from './kinds.ts';
import { boxesOf, faultsOf } from './text-boxes.ts';
import '../fixed-seed.ts';

const VARIANTS = ['wide', 'narrow'] as const;
const LOCALES: readonly Locale[] = ['ja', 'en'];
const KINDS = LOCALES.flatMap((locale) =>
  everyKind(locale).map((spec) => [spec.kind, locale, spec] as const),
);

function split(svg: string): string {
  return svg.replaceAll('><', '>\n<') + '\n';
}

function textsOf(svg: string): string[] {
  return boxesOf(svg).map(({ text }) => text);
}

describe.each(KINDS)('%s in %s', (_, __, spec) => {
  test.each(VARIANTS)('%s: no text lies on another or outside', (variant) => {
    expect(faultsOf(renderSvg(spec, variant))).toEqual([]);
  });

  test('is small, the same every time, and needs no inline style', () => {
    for (const variant of VARIANTS)
      expect(Buffer.byteLength(renderSvg(spec, variant))).toBeLessThanOrEqual(7_000);
    expect(renderChart(spec)).toBe(renderChart(structuredClone(spec)));
    expect(renderChart(spec)).not.toMatch(/ style=|<style|NaN|undefined|Infinity/);
  });

  test('says its name and its reading to those who cannot see it', () => {
    expect(renderSvg(spec)).toContain(`>${spec.title}</title>`);
    expect(renderSvg(spec)).toContain(`</desc>`);
  });
});

describe('the smallest of each kind, as it is written', () => {
  const smallest: readonly ChartSpec[] = [
    { ...calls('ja'), ...firstOf(calls('ja'), 3) },
    { ...shares('ja'), rows: shares('ja').rows.slice(2) },
    { ...planned('ja'), rows: planned('ja').rows.slice(0, 1) },
    {
      ...cohorts('ja'),
      x: { labels: ['令和4', '令和5'] },
      values: [
        ['76.1', '80.0', '84.5'],
        ['77.6', '81.8', null],
      ],
    },
    { ...multiples('ja'), panels: multiples('ja').panels.slice(2, 4) },
    {
      ...tree('ja'),
      root: { label: '全体', value: '5', text: '5件', parts: [{ label: '部分', value: '2', text: '2件' }] },
    },
    { ...ranges('ja'), rows: ranges('ja').rows.slice(0, 1) },
    { ...waterfall('ja'), rows: waterfall('ja').rows.slice(0, 3) },
  ];

  test.each(smallest.map((spec) => [spec.kind, spec] as const))('%s', async (kind, spec) => {
    await expect(split(renderSvg(spec, 'narrow'))).toMatchFileSnapshot(`golden/${kind}.svg`);
  });
});

function firstOf(
  { x, bars, rate }: BarsChartSpec,
  count: number,
): Pick<BarsChartSpec, 'x' | 'bars' | 'rate'> {
  return {
    x: { labels: x.labels.slice(0, count) },
    bars: { ...bars, values: bars.values.slice(0, count), provisional: [2] },
    ...(rate ? { rate: { ...rate, values: rate.values.slice(0, count), provisional: [] } } : {}),
  };
}

const count = fc.integer({ min: 0, max: 99_999_999 }).map(String);
const rate = fc.integer({ min: 0, max: 1000 }).map((tenths) => (tenths / 10).toFixed(1));
const maybe = (value: fc.Arbitrary<string>) => fc.option(value, { freq: 5 });
const label = fc.constantFrom(
  '特別催告状',
  '国民年金第1号被保険者の現年度納付率（年度末）',
  'Calls',
  'Average number of days until it is decided',
);
const variant = fc.constantFrom(...VARIANTS);
const RUNS = { numRuns: 60, seed: 4 };

describe('whatever the figures and the names, no text lies on another or outside:', () => {
  test('bars and rates', () => {
    const row = (value: fc.Arbitrary<string>) => fc.array(maybe(value), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(row(count), row(rate), label, label, variant, (bars, rates, one, other, which) => {
        fc.pre(bars.some((value) => value !== null) && rates.some((value) => value !== null));
        const spec = calls('en');
        const svg = renderSvg(
          {
            ...spec,
            bars: { ...spec.bars, label: `${one} (million cases)`, values: bars },
            rate: { ...spec.rate!, label: other, values: rates },
          },
          which,
        );
        expect(faultsOf(svg)).toEqual([]);
      }),
      RUNS,
    );
  });

  test('shares', () => {
    const row = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(fc.array(fc.tuple(label, row), { minLength: 1, maxLength: 5 }), variant, (rows, which) => {
        const spec: SharesChartSpec = {
          ...shares('ja'),
          rows: rows.map(([name, parts]) => {
            const whole = Math.max(
              1,
              parts.reduce((sum, part) => sum + part, 0),
            );
            return { label: name, values: parts.map((part) => ((part / whole) * 100).toFixed(1)) };
          }),
        };
        expect(faultsOf(renderSvg(spec, which))).toEqual([]);
      }),
      RUNS,
    );
  });

  test('plan and actual', () => {
    const row = fc.record({
      label,
      plan: maybe(count),
      actual: maybe(count),
      achievement: fc.constantFrom('104.1%', '達成率 62.7%', 'not yet known'),
    });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), variant, (rows, which) => {
        fc.pre(rows.some(({ plan, actual }) => plan !== null || actual !== null));
        const spec: PlannedChartSpec = { ...planned('ja'), rows };
        expect(faultsOf(renderSvg(spec, which))).toEqual([]);
      }),
      RUNS,
    );
  });

  test('cohorts', () => {
    const row = fc.tuple(rate, maybe(rate), maybe(rate));
    fc.assert(
      fc.property(fc.array(row, { minLength: 13, maxLength: 13 }), variant, (values, which) => {
        const spec: CohortChartSpec = { ...cohorts('en'), values };
        expect(faultsOf(renderSvg(spec, which))).toEqual([]);
      }),
      RUNS,
    );
  });

  test('small multiples', () => {
    const panel = fc.record({
      label,
      values: fc.array(maybe(count), { minLength: 6, maxLength: 6 }),
      number: fc.constant({ decimals: 0, suffix: '件' }),
    });
    fc.assert(
      fc.property(fc.array(panel, { minLength: 1, maxLength: 9 }), variant, (panels, which) => {
        fc.pre(panels.some(({ values }) => values.some((value) => value !== null)));
        const spec: MultiplesChartSpec = { ...multiples('ja'), panels };
        expect(faultsOf(renderSvg(spec, which))).toEqual([]);
      }),
      RUNS,
    );
  });

  test('trees', () => {
    const leaf = fc.record({ label, value: count, text: count.map((value) => `${value}件`) });
    const node = fc.record({
      ...{ label, value: count, text: count },
      parts: fc.array(leaf, { maxLength: 3 }),
    });
    fc.assert(
      fc.property(
        fc.record({ label, value: count, text: count, parts: fc.array(node, { maxLength: 3 }) }),
        variant,
        (root, which) => {
          const spec: TreeChartSpec = { ...tree('ja'), root };
          expect(faultsOf(renderSvg(spec, which))).toEqual([]);
        },
      ),
      RUNS,
    );
  });

  test('ranges', () => {
    const mark = count.map((value) => ({ value, text: `目標 ${value}件` }));
    const row = fc
      .record({ label, target: mark }, { requiredKeys: ['label', 'target'] })
      .chain((fixed) =>
        fc.record({ base: mark, now: mark }, { requiredKeys: [] }).map((more) => ({ ...fixed, ...more })),
      );
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), variant, (rows, which) => {
        const spec: RangesChartSpec = { ...ranges('ja'), rows };
        expect(faultsOf(renderSvg(spec, which))).toEqual([]);
      }),
      RUNS,
    );
  });

  test('waterfalls', () => {
    const step = fc.record({ label, value: fc.integer({ min: -400, max: 400 }).map(String) });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 8 }), variant, (steps, which) => {
        const spec: WaterfallChartSpec = {
          ...waterfall('ja'),
          rows: [{ label: '予算', value: '3000', total: true }, ...steps],
        };
        expect(faultsOf(renderSvg(spec, which))).toEqual([]);
      }),
      RUNS,
    );
  });
});

/** The lengths of the bars of a fill, px: rectangles begin at their left end. */
function lengthsOf(svg: string, role: string): number[] {
  const ds = [...svg.matchAll(/<path class="([^"]*)"[^>]* d="([^"]*)"/g)].filter(
    (match) => match[1] === `f-${role}`,
  );
  return ds
    .flatMap((match) => (match[2] ?? '').split('z').filter(Boolean))
    .map((d) => {
      const [, x = '0'] = /^[Mm]([\d.]+)/.exec(d) ?? [];
      const [, kind, size = '0'] = /([Hh])([\d.]+)/.exec(d) ?? [];
      return kind === 'h' ? Number(size) : Number(size) - Number(x);
    });
}

describe('what the drawing promises', () => {
  test('bars of plan and actual keep their proportion, from zero', () => {
    const rows = [
      { label: 'a', plan: '100', actual: '200' },
      { label: 'b', plan: '100', actual: '100' },
    ];
    const svg = renderSvg({ ...planned('ja'), rows });
    const [two = 0, one = 0] = lengthsOf(svg, 'series1');
    expect(two / one).toBeCloseTo(2, 1);
  });

  test('a rate whose axis is cut says so, one that is not does not', () => {
    const spec = calls('ja');
    expect(textsOf(renderSvg(spec))).toContain('応答率の軸は0から始まりません');
    const whole = { ...spec, rate: { ...spec.rate!, start: 'zero' as const } };
    expect(textsOf(renderSvg(whole))).not.toContain('応答率の軸は0から始まりません');
    expect(textsOf(renderSvg(whole))).toContain('0%');
  });

  test('each share is printed where it fits, each part is named', () => {
    const texts = textsOf(renderSvg(shares('ja')));
    expect(texts).toEqual(expect.arrayContaining(['口座振替', 'その他', '38.2%', '6.7%', '9.2%']));
    expect(textsOf(renderSvg(shares('ja'), 'narrow'))).not.toContain('6.7%');
  });

  test('achievement stands in words', () => {
    expect(textsOf(renderSvg(planned('en')))).toContain('62.7% of plan');
    expect(textsOf(renderSvg(planned('en'), 'narrow'))).toContain('62.7% of plan');
  });

  test('steps of a waterfall are signed, totals are not', () => {
    const texts = textsOf(renderSvg(waterfall('ja')));
    expect(texts).toEqual(expect.arrayContaining(['3,120億円', '▲98億円', '+37億円', '2,969億円']));
  });

  test('a panel says which scale it has, and heights compare only on a common one', () => {
    const rows = [
      ['1', '2'],
      ['1', '10'],
    ];
    const panels = rows.map((values, index) => ({ label: `p${index}`, values, number: { decimals: 0 } }));
    const spec = { ...multiples('ja'), x: { labels: ['a', 'b'] }, panels };
    expect(textsOf(renderSvg(spec))).toContain('目盛りは図ごとに異なり、0から始まりません。');
    expect(renderSvg(spec)).not.toBe(renderSvg({ ...spec, scale: 'common' }));
  });

  test('a list is as high as its rows', () => {
    const spec = ranges('ja');
    const [one, three] = [{ ...spec, rows: spec.rows.slice(0, 1) }, spec].map(
      (each) => layoutOf(each, 'wide').height,
    );
    expect(three).toBeGreaterThan((one ?? 0) * 2);
  });
});

test.each([
  [
    'shares of more than a hundred',
    { ...shares('ja'), rows: [{ label: 'a', values: ['50', '30', '20', '5', '5'] }] },
    'is more than 100 %',
  ],
  [
    'a part without a value',
    { ...shares('ja'), rows: [{ label: 'a', values: ['50'] }] },
    '1 values for 5 parts',
  ],
  ['a cohort without a name', { ...cohorts('ja'), x: { labels: ['1', '2'] } }, '13 groups for 2 labels'],
  [
    'a step that is no decimal',
    { ...waterfall('ja'), rows: [{ label: 'a', value: '約3' }] },
    'is not a decimal',
  ],
] as const)('%s is refused', (_, spec, fault) => {
  expect(() => renderSvg(spec as ChartSpec)).toThrow(fault);
});

describe('twenty years of three series', () => {
  const years = Array.from({ length: 20 }, (_, index) => 2005 + index);
  const spec = {
    ...lineOfYears('en'),
    x: {
      labels: years.map((year) => `FY${year}`),
      shortLabels: years.map((year) => `’${String(year).slice(2)}`),
    },
    series: [0, 3, 7].map((more) => ({
      id: `s${more}`,
      label: `Series ${more}`,
      provisional: [19],
      values: years.map((_, index) => (index === 8 ? null : (60 + more + index * 0.9).toFixed(1))),
    })),
  };

  test.each(VARIANTS)('stay readable and small, %s', (which) => {
    const svg = renderSvg(spec, which);
    expect(faultsOf(svg)).toEqual([]);
    expect(Buffer.byteLength(svg)).toBeLessThanOrEqual(7_000);
    expect(textsOf(svg).some((text) => text === 'FY2024' || text === '’24')).toBe(true);
  });
});

test('provisional points are hollow', () => {
  const whole = lineOfMonths('ja');
  const hollow = /class="f-ground s-series1"/;
  expect(renderSvg(whole)).toMatch(hollow);
  expect(
    renderSvg({ ...whole, series: whole.series.map(({ provisional: _, ...series }) => series) }),
  ).not.toMatch(hollow);
});

test('earlier years differ in their dashes', () => {
  const dashes = [...renderSvg(lineOfMonths('ja')).matchAll(/class="s-quiet"([^>]*)/g)].map(
    (match) => /stroke-dasharray="([^"]*)"/.exec(match[1] ?? '')?.[1] ?? 'none',
  );
  expect(new Set(dashes).size).toBe(6);
});

test('hostile names stay text in every kind', () => {
  const hostile = '</text><script>alert(1)</script>"\'&';
  const spoil = (value: unknown, key = ''): unknown => {
    if (typeof value === 'string')
      return /^(kind|id|locale|value|plan|actual|tone|start|scale|minus)$/.test(key) ||
        /^-?[\d.]+$/.test(value)
        ? value
        : hostile;
    if (Array.isArray(value)) return value.map((each) => spoil(each, key));
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, spoil(each, name)]));
  };
  for (const spec of everyKind('en')) {
    const html = renderChart(spoil(spec) as ChartSpec);
    expect(html, spec.kind).not.toContain('<script');
    expect(html, spec.kind).toContain('&lt;/text&gt;');
  }
});
