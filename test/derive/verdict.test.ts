import { describe, expect, test } from 'vitest';
import { judgeOne } from './body.ts';
import type { Series } from './body.ts';

const FINAL = '2026-03-31';
const rate = (values: Series['values'], rest: Partial<Series> = {}) => ({ x: { values, ...rest } });
const count = (values: Series['values'], rest: Partial<Series> = {}) => ({
  x: { unit: 'books', kind: 'cumulative', values, ...rest } as Series,
});
const result = (rule: object, series: Record<string, Series>, asOf = FINAL, target: object = {}) =>
  judgeOne({ indicator: 'x', ...rule }, { series, asOf, target }).result;

describe('rules at the end of the year', () => {
  test.each<[string, object, string, Series['values'], Series['better']?]>([
    ['gte', { rule: 'gte', value: '90.0%' }, 'achieved', { FY2025: '90.0%' }],
    ['gte', { rule: 'gte', value: '90.0%' }, 'not_achieved', { FY2025: '89.9%' }],
    ['gt', { rule: 'gt', value: '90.0%' }, 'not_achieved', { FY2025: '90.0%' }],
    ['gt', { rule: 'gt', value: '90.0%' }, 'achieved', { FY2025: '90.1%' }],
    ['lte', { rule: 'lte', value: '5.0%' }, 'achieved', { FY2025: '5.0%' }],
    ['lt', { rule: 'lt', value: '5.0%' }, 'not_achieved', { FY2025: '5.0%' }],
    ['gte_prev', { rule: 'gte_prev' }, 'achieved', { FY2024: '72.0%', FY2025: '72.0%' }],
    ['gte_prev', { rule: 'gte_prev' }, 'not_achieved', { FY2024: '72.0%', FY2025: '71.9%' }],
    ['gt_prev', { rule: 'gt_prev' }, 'not_achieved', { FY2024: '72.0%', FY2025: '72.0%' }],
    ['lte_prev', { rule: 'lte_prev' }, 'achieved', { FY2024: '2.0%', FY2025: '2.0%' }],
    ['lt_prev', { rule: 'lt_prev' }, 'not_achieved', { FY2024: '2.0%', FY2025: '2.0%' }],
    ['lt_prev', { rule: 'lt_prev' }, 'achieved', { FY2024: '2.0%', FY2025: '1.9%' }],
    [
      'delta_prev',
      { rule: 'delta_prev', value: '+1.0ポイント' },
      'achieved',
      { FY2024: '72.0%', FY2025: '73.0%' },
    ],
    [
      'delta_prev',
      { rule: 'delta_prev', value: '+1.0ポイント' },
      'not_achieved',
      { FY2024: '72.0%', FY2025: '72.9%' },
    ],
    ['delta_prev, a fall', { rule: 'delta_prev', value: '-1.0ポイント' }, 'achieved', { FY2024: '12.0%', FY2025: '11.0%' }, 'lower'],
    ['delta_prev, a fall', { rule: 'delta_prev', value: '-1.0ポイント' }, 'not_achieved', { FY2024: '12.0%', FY2025: '11.1%' }, 'lower'],
    ['delta_base, a fall', { rule: 'delta_base', value: '-1.0ポイント', base: 'FY2023' }, 'not_achieved', { FY2023: '12.0%', FY2025: '12.9%' }, 'lower'],
    ['delta_prev, a fall that is kept small', { rule: 'delta_prev', value: '-1.0ポイント' }, 'achieved', { FY2024: '12.0%', FY2025: '11.1%' }, 'higher'],
    [
      'delta_prev, by the printed change',
      { rule: 'delta_prev', value: '+1.0ポイント' },
      'achieved',
      { FY2024: '72.0%', FY2025: ['72.9%', '+1.0ポイント'] },
    ],
    [
      'delta_base',
      { rule: 'delta_base', value: '+3.0ポイント', base: 'FY2022' },
      'achieved',
      { FY2022: '70.0%', FY2024: '75.0%', FY2025: '73.0%' },
    ],
    [
      'growth_second_order',
      { rule: 'growth_second_order' },
      'achieved',
      { FY2023: '70.0%', FY2024: '71.0%', FY2025: '72.0%' },
    ],
    [
      'growth_second_order',
      { rule: 'growth_second_order' },
      'not_achieved',
      { FY2023: '70.0%', FY2024: '71.0%', FY2025: '71.9%' },
    ],
    [
      'restore_best',
      { rule: 'restore_best' },
      'not_achieved',
      { FY2019: '80.0%', FY2024: '75.0%', FY2025: '79.9%' },
    ],
    [
      'restore_best',
      { rule: 'restore_best' },
      'achieved',
      { FY2019: '80.0%', FY2024: '75.0%', FY2025: '80.0%' },
    ],
    [
      'reduction_base',
      { rule: 'reduction_base', value: '10%', base: 'FY2020' },
      'achieved',
      { FY2020: '50.0%', FY2025: '45.0%' },
    ],
    [
      'reduction_base',
      { rule: 'reduction_base', value: '10%', base: 'FY2020' },
      'not_achieved',
      { FY2020: '50.0%', FY2025: '45.1%' },
    ],
  ])('%s %j is %s', (_name, rule, expected, values, better = 'higher') => {
    expect(result(rule, rate(values, { better }))).toBe(expected);
  });

  test('count, all_by, within_business_days', () => {
    expect(result({ rule: 'count', value: '7.0万冊' }, count({ FY2025: '70,000冊' }))).toBe('achieved');
    expect(result({ rule: 'count', value: '7.0万冊' }, count({ FY2025: '69,999冊' }))).toBe('not_achieved');
    expect(
      result({ rule: 'all_by', by: FINAL }, count({ FY2025: '0冊' }, { kind: 'stock', better: 'lower' })),
    ).toBe('achieved');
    expect(
      result({ rule: 'all_by', by: FINAL }, count({ FY2025: '1冊' }, { kind: 'stock', better: 'lower' })),
    ).toBe('not_achieved');
    expect(
      result({ rule: 'within_business_days', value: '3冊' }, count({ FY2025: '3冊' }, { kind: 'duration' })),
    ).toBe('achieved');
  });

  test('reduction_plan: the saving is a share of the planned amount', () => {
    const series = (saved: string): Record<string, Series> => ({
      x: { unit: 'books', kind: 'flow', values: { FY2025: saved } },
      planned: { unit: 'books', kind: 'flow', values: { FY2025: '1,000冊' } },
    });
    expect(result({ rule: 'reduction_plan', value: '5%', plan: 'planned' }, series('50冊'))).toBe('achieved');
    expect(result({ rule: 'reduction_plan', value: '5%', plan: 'planned' }, series('49冊'))).toBe(
      'not_achieved',
    );
  });

  test('delta_cohort: against the first value of the same year’s cohort', () => {
    const series = (value: string): Record<string, Series> => ({
      base: { values: { FY2024: '78.0%' } },
      x: { cohort: { lag: 1, base: 'base' }, values: { FY2024: '99.0%', FY2025: value } },
    });
    expect(result({ rule: 'delta_cohort', value: '+4.0ポイント' }, series('82.0%'))).toBe('achieved');
    expect(result({ rule: 'delta_cohort', value: '+4.0ポイント' }, series('81.9%'))).toBe('not_achieved');
  });

  test('each: all of its rules, or it is not achieved', () => {
    const of = [
      { rule: 'gte', indicator: 'x', value: '80.0%' },
      { rule: 'gte_prev', indicator: 'x' },
    ];
    expect(
      result({ rule: 'each', of, indicator: undefined }, rate({ FY2024: '81.0%', FY2025: '82.0%' })),
    ).toBe('achieved');
    expect(
      result({ rule: 'each', of, indicator: undefined }, rate({ FY2024: '84.0%', FY2025: '82.0%' })),
    ).toBe('not_achieved');
  });

  test('zero is a figure: none of ten is a failure, not a lack of data', () => {
    expect(result({ rule: 'count', value: '10冊' }, count({ FY2025: '0冊' }))).toBe('not_achieved');
  });
});

describe('words that leave room', () => {
  const band = (value: string, got: string, rest: Partial<Series> = {}) =>
    result({ rule: 'range', value }, rate({ FY2025: got }, rest));

  test.each([
    ['80%台前半', '80.0%', 'achieved'],
    ['80%台前半', '79.9%', 'not_achieved'],
    ['80%台半ば', '84.0%', 'achieved'],
    ['80%台半ば', '83.9%', 'not_achieved'],
    ['80%台後半', '85.0%', 'achieved'],
    ['80%台後半', '84.9%', 'not_achieved'],
    ['80%台', '80.0%', 'achieved'],
  ])('%s with %s is %s', (value, got, expected) => {
    expect(band(value, got)).toBe(expected);
  });

  test('to do better than a band is no failure, either way', () => {
    expect(band('80%台半ば', '99.0%')).toBe('achieved');
    expect(band('10%台半ば', '2.0%', { better: 'lower' })).toBe('achieved');
    expect(band('10%台半ば', '17.0%', { better: 'lower' })).toBe('not_achieved');
    expect(band('80%台半ば', '99.0%', { better: 'neutral' })).toBe('not_achieved');
  });

  test('程度 forgives a tenth of the amount, and no more', () => {
    const rule = { rule: 'delta_prev', value: '+1.0ポイント程度' };
    expect(result(rule, rate({ FY2024: '72.0%', FY2025: '72.9%' }))).toBe('achieved');
    expect(result(rule, rate({ FY2024: '72.0%', FY2025: '72.8%' }))).toBe('not_achieved');
  });
});

describe('while the deadline lies ahead', () => {
  const interim = (rule: object, series: Record<string, Series>, target: object = {}) =>
    judgeOne({ indicator: 'x', ...rule }, { series, target });

  test('a shortfall is pending, not a failure', () => {
    const verdict = interim(
      { rule: 'gte', value: '90.0%' },
      rate({ FY2024: '91.0%', '2024-09': '80.0%', '2025-09': '70.0%' }),
    );
    expect(verdict).toMatchObject({
      result: 'pending',
      timing: 'interim',
      deadline: '2026-03-31',
      trajectory: 'behind',
    });
    expect(verdict.parts[0]?.met).toBe(false);
  });

  test('a rate that is already high enough may still fall', () => {
    expect(interim({ rule: 'gte', value: '90.0%' }, rate({ '2025-09': '95.0%' })).result).toBe('pending');
  });

  test('a count that has reached its target stays reached', () => {
    expect(interim({ rule: 'count', value: '1,000冊' }, count({ '2025-09': '1,001冊' }))).toMatchObject({
      result: 'achieved',
      timing: 'interim',
    });
    expect(interim({ rule: 'count', value: '1,000冊' }, count({ '2025-09': '999冊' })).result).toBe(
      'pending',
    );
  });

  test('a deadline at mid-year is judged finally', () => {
    const target = { deadline: '2025-09-30' };
    expect(interim({ rule: 'gte', value: '90.0%' }, rate({ '2025-09': '89.0%' }), target)).toMatchObject({
      result: 'not_achieved',
      timing: 'full_year',
    });
    expect(interim({ rule: 'gte', value: '90.0%' }, rate({ '2025-09': '90.0%' }), target)).toMatchObject({
      result: 'achieved',
      timing: 'full_year',
    });
  });

  test('without any figure of the year there are no data, before the deadline and after it', () => {
    expect(interim({ rule: 'gte', value: '90.0%' }, rate({ FY2024: '91.0%' })).result).toBe('no_data');
    expect(result({ rule: 'gte', value: '90.0%' }, rate({ FY2024: '91.0%' }))).toBe('no_data');
    expect(result({ rule: 'gte', value: '90.0%' }, rate({ FY2024: '91.0%', FY2025: 'not_published' }))).toBe(
      'no_data',
    );
  });

  test('where the data say that a figure is yet to come, the deadline is ahead until it has passed', () => {
    const series = rate({ FY2024: '91.0%', '2024-09': '90.0%', '2025-09': 'not_yet' });
    const before = interim({ rule: 'gte_prev' }, series);
    expect(before).toMatchObject({ result: 'pending', timing: 'interim' });
    expect(before.trajectory).toBeUndefined();
    expect(before.parts[0]).toMatchObject({ value: { ref: 'x@2025-09', figure: { absent: 'not_yet' } }, goal: { base: { ref: 'x@FY2024' } } });
    expect(before.parts[0]?.requirement).toBeUndefined();
    expect(result({ rule: 'gte_prev' }, series)).toBe('no_data');
    expect(interim({ rule: 'gte_prev' }, rate({ FY2024: '91.0%', FY2025: 'not_yet' })).result).toBe('pending');
    expect(interim({ rule: 'gte_prev' }, rate({ FY2024: 'not_yet' })).result).toBe('no_data');
  });

  test('a figure that is not published has no course', () => {
    const series = rate({ FY2024: '91.0%', '2024-09': '90.0%', '2025-09': 'not_published' });
    expect(interim({ rule: 'gte_prev' }, series)).not.toHaveProperty('trajectory');
  });

  test('once the deadline has passed, an interim figure is not taken for the final one', () => {
    const series = rate({ FY2024: '91.0%', '2025-09': '92.0%' });
    const rule = { rule: 'gte', indicator: 'x', value: '90.0%' };
    const at = (asOf?: string) => judgeOne(rule, { series, ...(asOf ? { asOf } : {}) }).result;
    expect(at()).toBe('pending');
    expect(at(FINAL)).toBe('no_data');
  });

  test('without the base that the rule needs there are no data to judge', () => {
    expect(result({ rule: 'gt_prev' }, rate({ FY2025: '91.0%' }))).toBe('no_data');
  });

  test('by_date', () => {
    const judged = (rest: object, asOf?: string) =>
      judgeOne(
        { rule: 'by_date', by: '2025-12-31', ...rest },
        { series: rate({ FY2024: '1.0%' }), ...(asOf ? { asOf } : {}) },
      );
    const by = (rest: object, asOf?: string) => judged(rest, asOf).result;
    expect(by({ done: '2025-08-01' })).toBe('achieved');
    expect(by({ done: '2026-01-05' }, FINAL)).toBe('not_achieved');
    expect(by({}, FINAL)).toBe('no_data');
    expect(by({})).toBe('pending');
    expect(judged({}).trajectory).toBeUndefined();
  });
});

test('a result below zero keeps last year’s remaining way, not its share of a loss', () => {
  const series = count({ '2024-09': '▲2,105冊', FY2024: '▲830冊', '2025-09': '▲1,200冊' });
  const verdict = judgeOne({ rule: 'gte', indicator: 'x', value: '0冊' }, { series });
  expect(verdict.parts[0]?.pace).toMatchObject({ method: 'remaining', expected: '-1275', trajectory: 'ahead' });
});

describe('a target of a later year', () => {
  const plan = (rule: object, series: Record<string, Series>) =>
    judgeOne({ indicator: 'x', ...rule }, { series, target: { year: 'FY2028', deadline: '2029-03-31' } });

  test('is looked at by the last whole year, and no course is claimed', () => {
    const verdict = plan({ rule: 'gte', value: '80.0%' }, rate({ FY2023: '77.6%', FY2024: '78.6%', '2025-09': '72.7%' }));
    expect(verdict).toMatchObject({ result: 'pending', timing: 'interim', deadline: '2029-03-31' });
    expect(verdict.parts[0]?.value?.ref).toBe('x@FY2024');
    expect(verdict.parts[0]?.met).toBe(false);
    expect(verdict.trajectory).toBeUndefined();
    expect(verdict.parts[0]?.pace).toBeUndefined();
  });

  test('is not achieved by the count of an earlier year', () => {
    expect(plan({ rule: 'count', value: '1,000冊' }, count({ FY2024: '1,200冊' })).result).toBe('pending');
  });
});

describe('a target that is due years after its own', () => {
  const long = (series: Record<string, Series>, asOf: string, rule: object = { rule: 'gte', value: '50.0%' }) =>
    judgeOne({ indicator: 'x', ...rule }, { series, asOf, target: { deadline: '2028-03-31' } });

  test('is looked at by the whole year that is known, and no course is claimed', () => {
    const verdict = long(rate({ FY2024: '30.0%', '2025-09': '35.0%', FY2025: '40.0%' }), FINAL);
    expect(verdict).toMatchObject({ result: 'pending', timing: 'interim', deadline: '2028-03-31' });
    expect(verdict.parts[0]).toMatchObject({ value: { ref: 'x@FY2025' }, met: false });
    expect(verdict.trajectory).toBeUndefined();
  });

  test('is pending even where the goal is reached early: a rate may fall again', () => {
    expect(long(rate({ FY2025: '60.0%' }), FINAL).result).toBe('pending');
  });

  test('by the latest point, be it a month or a year', () => {
    const ref = (values: Series['values'], asOf = FINAL) => long(rate(values), asOf).parts[0]?.value?.ref;
    expect(ref({ FY2024: '30.0%', '2025-09': '35.0%' })).toBe('x@2025-09');
    expect(ref({ '2025-09': '35.0%', FY2025: '40.0%', FY2026: '45.0%' }, '2027-03-31')).toBe('x@FY2026');
  });

  test('finally by the year that ends with the deadline', () => {
    const judged = (value: string) => long(rate({ FY2025: '60.0%', FY2027: value }), '2028-03-31');
    expect(judged('50.0%')).toMatchObject({ result: 'achieved', timing: 'full_year' });
    expect(judged('49.9%')).toMatchObject({ result: 'not_achieved', timing: 'full_year' });
  });

  test('has no result when the deadline passes without a figure of its year', () => {
    expect(long(rate({ FY2025: '60.0%' }), '2028-03-31')).toMatchObject({ result: 'no_data', timing: 'interim' });
  });

  test('a reduction against a base year', () => {
    const rule = { rule: 'reduction_base', value: '15.0%', base: 'FY2022' };
    const judged = (value: string) => long(rate({ FY2022: '20.0%', FY2025: value }), FINAL, rule).parts[0]?.met;
    expect(judged('17.0%')).toBe(true);
    expect(judged('17.1%')).toBe(false);
  });
});

test('a deadline that has passed with the half-year known only is no deadline ahead', () => {
  const series = rate({ '2024-09': '95.0%' });
  const verdict = judgeOne({ rule: 'gte', indicator: 'x', value: '90.0%' }, { series, target: { year: 'FY2024' } });
  expect(verdict).toMatchObject({ result: 'no_data', timing: 'interim' });
});

describe('what is not judged', () => {
  test('a target without a figure, and one that was dropped', () => {
    expect(judgeOne({ rule: 'qualitative' }, { series: rate({ FY2025: '1.0%' }), asOf: FINAL }).result).toBe(
      'no_target',
    );
    const notAssessed = { reason: 'not_carried_out', note: { ja: '実施を見送った。' } };
    expect(result({ rule: 'gte', value: '90.0%' }, rate({ FY2025: '99.0%' }), FINAL, { notAssessed })).toBe(
      'not_assessed',
    );
  });
});

test('beside a goal without a figure stands what is known of its year, and no figure of one before', () => {
  const rule = { rule: 'qualitative', indicator: 'x' };
  const [within, ahead] = [
    judgeOne(rule, { series: rate({ FY2024: '72.0%', '2025-09': '73.0%' }), asOf: '2025-09-30' }),
    judgeOne(rule, { series: rate({ FY2024: '72.0%' }), target: { year: 'FY2026' }, asOf: '2025-09-30' }),
  ];
  expect([within.parts[0]?.value?.ref, ahead.result, ahead.parts[0]?.value]).toEqual(['x@2025-09', 'no_target', undefined]);
});

describe('the course against last year', () => {
  const course = (rule: object, series: Record<string, Series>) =>
    judgeOne({ indicator: 'x', ...rule }, { series }).trajectory;

  test('of a count: last year’s share of its year', () => {
    const values = (now: string) => count({ FY2024: '1,000冊', '2024-09': '400冊', '2025-09': now });
    const rule = { rule: 'count', value: '1,200冊' };
    expect(course(rule, values('481冊'))).toBe('ahead');
    expect(course(rule, values('480冊'))).toBe('on_track');
    expect(course(rule, values('479冊'))).toBe('behind');
  });

  test('of a rate: last year’s remaining way', () => {
    const values = (now: string) => rate({ FY2024: '78.6%', '2024-09': '72.5%', '2025-09': now });
    const rule = { rule: 'gte', value: '80.0%' };
    expect(course(rule, values('74.0%'))).toBe('ahead');
    expect(course(rule, values('73.9%'))).toBe('on_track');
    expect(course(rule, values('73.8%'))).toBe('behind');
  });

  test('of a rule on last year: the same point', () => {
    expect(course({ rule: 'gt_prev' }, rate({ '2024-09': '72.5%', '2025-09': '72.6%' }))).toBe('ahead');
    expect(course({ rule: 'gt_prev' }, rate({ '2024-09': '72.5%', '2025-09': '72.5%' }))).toBe('behind');
    expect(course({ rule: 'gte_prev' }, rate({ '2024-09': '72.5%', '2025-09': '72.5%' }))).toBe('on_track');
  });

  test('is unknown where last year’s is not published, and is that of the hindmost part', () => {
    expect(course({ rule: 'gte', value: '80.0%' }, rate({ '2025-09': '72.6%' }))).toBe('unknown');
    const of = [
      { rule: 'gte', indicator: 'x', value: '10.0%' },
      { rule: 'gt_prev', indicator: 'x' },
    ];
    expect(
      course(
        { rule: 'each', of, indicator: undefined },
        rate({ FY2024: '78.6%', '2024-09': '72.5%', '2025-09': '72.0%' }),
      ),
    ).toBe('behind');
  });

  test('is said only while the deadline lies ahead', () => {
    expect(
      judgeOne(
        { rule: 'gt_prev', indicator: 'x' },
        { series: rate({ FY2024: '72.0%', FY2025: '73.0%' }), asOf: FINAL },
      ).trajectory,
    ).toBeUndefined();
  });
});

describe('a run of years', () => {
  const streak = (values: Series['values'], asOf = FINAL, rest: Partial<Series> = {}) =>
    judgeOne({ rule: 'streak', indicator: 'x', value: '3年' }, { series: rate(values, rest), asOf });
  const rising = { FY2021: '70.0%', FY2022: '70.0%', FY2023: '71.0%', FY2024: '72.0%' };

  test('counts the rises without a break up to the year', () => {
    expect(streak({ ...rising, FY2025: '73.0%' })).toMatchObject({
      result: 'achieved',
      parts: [{ streak: { length: 3, needed: 3 } }],
    });
    expect(streak({ ...rising, FY2025: '72.0%' })).toMatchObject({
      result: 'not_achieved',
      parts: [{ streak: { length: 0, needed: 3 } }],
    });
    expect(streak({ FY2023: '71.0%', FY2024: '72.0%', FY2025: '73.0%' })).toMatchObject({
      result: 'not_achieved',
      parts: [{ streak: { length: 2 } }],
    });
  });

  test('counts falls where lower is better', () => {
    expect(
      streak({ FY2022: '9.0%', FY2023: '8.0%', FY2024: '7.0%', FY2025: '6.0%' }, FINAL, { better: 'lower' })
        .result,
    ).toBe('achieved');
  });

  test('at mid-year, adds a year that is on its way up', () => {
    const verdict = streak({ ...rising, '2024-09': '60.0%', '2025-09': '61.0%' }, '2025-09-30');
    expect(verdict).toMatchObject({
      result: 'pending',
      trajectory: 'on_track',
      parts: [{ streak: { length: 3, needed: 3 } }],
    });
    expect(streak({ ...rising, '2024-09': '60.0%', '2025-09': '59.0%' }, '2025-09-30')).toMatchObject({
      result: 'pending',
      trajectory: 'behind',
    });
  });
});

test('a verdict is as firm as the least firm of its figures', () => {
  const data = (status?: string) =>
    judgeOne(
      { rule: 'gte', indicator: 'x', value: '1.0%' },
      { series: rate({ FY2025: '2.0%' }, status ? { status } : {}), asOf: FINAL },
    ).data;
  expect(data('provisional')).toBe('provisional');
  expect(data('final')).toBe('final');
  expect(data()).toBe('not_stated');
});
