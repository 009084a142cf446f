import { describe, expect, test } from 'vitest';
import { configureChart } from '../../src/charts/config.ts';
import { pointsOf } from '../../src/charts/points.ts';
import { layoutOf } from '../../src/charts/scenes.ts';
import { isLive } from '../../src/charts/spec.ts';
import { ROLE_NAMES } from '../../src/charts/theme.ts';
import { calls, cohorts, everyKind, planned, ranges, waterfall } from './kinds.ts';

describe.each(
  everyKind('en')
    .filter(isLive)
    .map((spec) => [spec.kind, spec] as const),
)('%s', (_, spec) => {
  const style = { layout: layoutOf(spec, 'wide'), palette: ROLE_NAMES, fontFamily: 'inherit' };
  const { datasets } = configureChart(spec, style).data;
  const points = pointsOf(spec);

  test('every point that is drawn has words, every gap has none', () => {
    expect(points.map((row) => row.length)).toEqual(datasets.map(({ data }) => data.length));
    datasets.forEach(({ data }, set) =>
      data.forEach((datum, index) => {
        const gap = datum === null || (typeof datum === 'object' && datum.x === null);
        expect(points[set]?.[index] === null, `${set} ${index}`).toBe(gap);
      }),
    );
  });
});

test('says what, where and how much', () => {
  expect(pointsOf(calls('en'))[1]?.[5]).toEqual({ where: 'Sep', what: 'Answered', value: '76.2%' });
  expect(pointsOf(cohorts('en'))[0]?.[2]).toEqual({ where: 'FY2012', what: 'final', value: '66.0' });
  expect(pointsOf(planned('ja'))[0]?.[1]).toEqual({
    where: '電話による督励',
    what: '計画',
    value: '14,890,000件',
  });
  expect(pointsOf(ranges('ja'))[2]?.[0]).toEqual({ where: '最終納付率', what: '', value: '現在 85.2%' });
  expect(pointsOf(waterfall('ja'))[2]?.[2]).toEqual({ where: 'システム経費', what: '', value: '▲98億円' });
});
