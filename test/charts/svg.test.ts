import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LineChartSpec } from '../../src/charts/spec.ts';
import { renderChart, renderSvg } from '../../src/charts/svg.ts';
import { boxesOf, faultsOf } from './text-boxes.ts';
import { sevenYearsByMonth, thirteenYears, threeYears } from './specs.ts';

const VARIANTS = ['wide', 'narrow'] as const;
const CHARTS = [threeYears(), sevenYearsByMonth(), thirteenYears()];

/** One element a line. */
function split(svg: string): string {
  return svg.replaceAll('><', '>\n<') + '\n';
}

/** The texts that are drawn, without title and description. */
function textsOf(svg: string): string[] {
  return [...svg.matchAll(/<text[^>]*>([^<]*)/g)].map((match) => match[1] ?? '');
}

/** The lines of a colour: one entry for each stretch that is drawn without lifting the pen. */
function strokesOf(svg: string, role: string): string[] {
  const paths = [...svg.matchAll(/<path class="([^"]*)"[^>]* d="([^"]*)"/g)];
  const lines = paths.filter((match) => match[1] === `s-${role}`);
  return lines.flatMap((match) => match[2]?.match(/[Mm][^Mm]*/g) ?? []);
}

describe('the drawing', () => {
  test.each(VARIANTS)('of three years, %s', async (variant) => {
    const golden = `golden/three-years-${variant}.svg`;
    await expect(split(renderSvg(threeYears(), variant))).toMatchFileSnapshot(golden);
  });

  test('is the same every time', () => {
    for (const chart of CHARTS) expect(renderChart(chart)).toBe(renderChart(structuredClone(chart)));
  });

  test.each(VARIANTS)('stays small, %s', (variant) => {
    for (const chart of CHARTS) {
      expect(Buffer.byteLength(renderSvg(chart, variant))).toBeLessThanOrEqual(7_000);
    }
  });

  test('needs no inline style, which a strict policy forbids', () => {
    const forbidden = / style=|<style|NaN|undefined|Infinity/;
    for (const chart of CHARTS) expect(renderChart(chart)).not.toMatch(forbidden);
  });
});

describe('those who cannot see it', () => {
  test('get its name and its reading, under ids of its own', () => {
    const html = renderChart(threeYears());
    for (const variant of VARIANTS) {
      expect(html).toContain(`role="img" aria-labelledby="rate-${variant}-title"`);
      expect(html).toContain(`aria-describedby="rate-${variant}-desc"`);
      expect(html).toContain(`<title id="rate-${variant}-title">現年度納付率</title>`);
      expect(html).toContain(`<desc id="rate-${variant}-desc">2年続けて上昇しました。</desc>`);
    }
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('the value axis', () => {
  test('says so when it is cut', () => {
    expect(textsOf(renderSvg(threeYears()))).toContain('縦軸は0から始まりません');
  });

  test('says nothing when it starts at zero', () => {
    const y = { ...threeYears().y, start: 'zero' as const };
    const texts = textsOf(renderSvg(threeYears({ y })));
    expect(texts).not.toContain('縦軸は0から始まりません');
    expect(texts).toContain('0%');
  });

  test('prints its ticks as the figures are printed', () => {
    const y = { number: { decimals: 0, minus: '▲', suffix: '件' }, start: 'zero' as const, axisNote: '' };
    const series = [{ id: 'a', label: '', values: ['-1000', '0', '2000'] }];
    const texts = textsOf(renderSvg(threeYears({ y, series })));
    expect(texts).toEqual(expect.arrayContaining(['▲1,000件', '0件', '2,000件']));
  });
});

describe('missing values', () => {
  test('are gaps: no line crosses them', () => {
    const x = { labels: ['1', '2', '3', '4', '5'] };
    const whole = [{ id: 'a', label: '', values: ['71', '72', '73', '74', '75'] }];
    const gap = [{ id: 'a', label: '', values: ['71', '72', null, '74', '75'] }];
    expect(strokesOf(renderSvg(threeYears({ x, series: whole })), 'series1')).toHaveLength(1);
    expect(strokesOf(renderSvg(threeYears({ x, series: gap })), 'series1')).toHaveLength(2);
  });

  test('zero is not missing', () => {
    const series = [{ id: 'a', label: '', values: ['10', '0', '10'] }];
    expect(strokesOf(renderSvg(threeYears({ series })), 'series1')).toHaveLength(1);
  });

  test('at the end: the last value is labelled where it is', () => {
    const series = [{ id: 'a', label: '', values: ['76.1', '77.6', null] }];
    expect(textsOf(renderSvg(threeYears({ series })))).toContain('77.6%');
  });

  test('a break interrupts the line and shows its note', () => {
    const svg = renderSvg(threeYears({ breaks: [{ before: 2, note: '注1' }] }));
    expect(strokesOf(svg, 'series1')).toHaveLength(1);
    expect(strokesOf(svg, 'series1')[0]).not.toBe(strokesOf(renderSvg(threeYears()), 'series1')[0]);
    expect(textsOf(svg)).toContain('注1');
  });

  test('a suspension is marked and says why', () => {
    const values = ['76.1', null, '78.6'];
    const suspended = [{ from: 1, to: 1, note: '注2', label: '実施見送り' }];
    const svg = renderSvg(threeYears({ series: [{ id: 'a', label: '', values }], suspended }));
    expect(textsOf(svg)).toEqual(expect.arrayContaining(['注2', '実施見送り']));
    expect(svg).toContain('class="f-band"');
  });
});

describe('lines', () => {
  test('are told apart by dashes and marks, not by colour alone', () => {
    const svg = renderSvg(thirteenYears());
    expect(svg).toMatch(/s-series2[^>]*stroke-dasharray="7 4"/);
    expect(svg).toMatch(/s-series3[^>]*stroke-dasharray="2 3"/);
    expect(svg).not.toMatch(/class="s-series1"[^>]*dasharray/);
  });

  test('are named where they end, with their last value', () => {
    const texts = textsOf(renderSvg(sevenYearsByMonth()));
    expect(texts).toEqual(expect.arrayContaining(['令和6年度', '78.6%', '令和7年度', '72.7%']));
  });

  test('a line that is alone needs no name', () => {
    expect(textsOf(renderSvg(threeYears()))).not.toContain('現年度納付率');
  });
});

test('a phone shows the last period, and no label lies on its neighbour', () => {
  const spec = thirteenYears();
  const { shortLabels: _, ...x } = spec.x;
  const shown = textsOf(renderSvg({ ...spec, x }, 'narrow')).filter((text) => text.startsWith('FY'));
  expect(shown.at(-1)).toBe('FY2024');
  expect(shown.length).toBeLessThan(13);
});

describe.each(VARIANTS)('in the %s drawing', (variant) => {
  const rate = fc.integer({ min: 0, max: 1000 }).map((tenths) => (tenths / 10).toFixed(1));
  const value = fc.option(rate, { freq: 6 });
  const rows = fc.array(fc.array(value, { minLength: 12, maxLength: 12 }), { minLength: 1, maxLength: 3 });
  const period = fc.integer({ min: 1, max: 12 });

  test('no text overlaps another or leaves it, whatever the values and marks', () => {
    fc.assert(fc.property(rows, period, period, fc.boolean(), (values, broken, away, unit) => {
      const spec = thirteenYears();
      const svg = renderSvg({
        ...spec,
        y: { ...spec.y, ...(unit && { unit: '¥100 million' }) },
        series: values.map((row, index) => {
          return { id: `s${index}`, label: `Series ${index}`, values: ['50', ...row] };
        }),
        breaks: [{ before: broken, note: 'Note 1' }],
        suspended: [{ from: away, to: away, note: 'Note 2', label: 'Suspended' }],
      }, variant);
      expect(boxesOf(svg).length).toBeGreaterThan(10);
      expect(faultsOf(svg)).toEqual([]);
    }), { numRuns: 100, seed: 4 });
  });
});

describe('hostile text', () => {
  const HOSTILE = `</title><script>alert(1)</script>"'&\u0000\uD800`;

  test('stays text wherever it comes from', () => {
    const spec = thirteenYears();
    const html = renderChart({
      ...spec,
      title: HOSTILE,
      reading: HOSTILE,
      x: { labels: spec.x.labels.map(() => HOSTILE) },
      y: { ...spec.y, unit: HOSTILE, axisNote: HOSTILE, number: { decimals: 0, suffix: HOSTILE } },
      series: spec.series.map((series) => ({ ...series, label: HOSTILE })),
      target: { value: '80', label: HOSTILE },
      suspended: [{ from: 8, to: 8, note: HOSTILE, label: HOSTILE }],
    });
    expect(html).not.toContain('<script');
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;\uFFFD');
    expect(html).not.toContain('\u0000');
  });

  test('is no id', () => {
    expect(() => renderSvg(threeYears({ id: 'a"><script>' }))).toThrow(RangeError);
  });
});

function line(...values: (string | null)[]): LineChartSpec['series'] {
  return [{ id: 'a', label: '', values }];
}

test.each([
  ['a series that is too short', { series: line('1') }, 'series a has 1 values for 3 labels'],
  ['a value that is no decimal', { series: line('1', '2', '3%') }, '"3%", which is not a decimal'],
  ['no value at all', { series: line(null, null, null) }, 'no series has a value'],
  ['a break outside', { breaks: [{ before: 3, note: '' }] }, 'a break before period 3 of 3'],
])('%s is refused, with the name of the chart', (_, changes, fault) => {
  expect(() => renderSvg(threeYears(changes))).toThrow(/^chart "rate": /);
  expect(() => renderSvg(threeYears(changes))).toThrow(fault);
});
