import { describe, expect, test } from 'vitest';
import { numbersMissing } from '../../src/check/name-numbers.ts';

describe('numbers that a translation says and its original does not', () => {
  test.each([
    ['Progress in FY2021', '令和2年度の取組状況', ['2021']],
    ['令和５年度の取組状況', 'Progress in FY2025', ['2023']],
    ['Share of the seven main notifications', '主要2届書の割合', ['seven']],
    ['In the high 89% range', '80%台後半', ['89']],
    ['End of June', '0月末', ['June']],
    ['End of January', '5月末', ['January']],
    ['Disability pension (3 months)', '障害年金（0か月）', ['3']],
    ['Capital over ¥10 million', '資本金1億円超', ['10 million']],
  ])('%s: %s', (name, original, missing) => {
    expect(numbersMissing(name, original)).toEqual(missing);
  });
});

describe('none', () => {
  test.each([
    ['End of March 2020', '令和2年3月末'],
    ['FY2019', '令和元年度'],
    ['Third medium-term plan', '第3期中期計画'],
    ['Three of them', '三つ'],
    ['Capital over ¥100 million', '資本金1億円超'],
    ['10,000 or more insured people', '被保険者1万人以上'],
    ['A little under 50%', '５割弱'],
    ['Response to COVID-19', '新型コロナウイルス感染症への対応'],
    ['2025年度', 'Half-year report, 2025/26'],
    ['Office with two sections in one place', '複数課制の事務所'],
    ['It may march on', '続く'],
    ['Probable employer', '5人以上等事業所'],
  ])('%s: %s', (name, original) => {
    expect(numbersMissing(name, original)).toEqual([]);
  });
});
