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
    ['Purchases over ¥260 million', '2億5,000万円を超える購入', ['260 million']],
    ['FY2024–FY2028', '令和6～9年度', ['2028']],
    ['Facts 2024–26', '概要2024', ['26']],
    ['In FY2023', 'R6実績', ['2023']],
    ['Check at 19 months', '1歳6か月児健診', ['19']],
    ['Within 80 minutes', '1.5時間以内', ['80']],
    ['1,6 million d’euros', '1.5 million euros', ['1,6 million']],
    ['1 350 000 €', '€1,250,000', ['1 350 000']],
    ['22 régions', 'Twenty-one regions', ['22']],
    ['Four in five', '7割', ['Four in five']],
    ['¥13m a year', '年1,200万円', ['13m']],
    ['In FY2021', '令和2年', ['2021']],
    ['Three quarters', '4分の1', ['Three quarters']],
    ['People aged 60 or over', '65歳以上', ['60']],
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
    ['Purchases over ¥250 million', '2億5,000万円を超える購入'],
    ['¥1,200 billion', '1兆2,000億円'],
    ['15,000 people', '1万5千人'],
    ['Ten thousand friends of the town', '関係人口1万人'],
    ['3,500 people', '三千五百人'],
    ['Per 1,000 people', '人口千対'],
    ['Unit: ¥100 million', '単位：億円'],
    ['FY2024–27', '令和6～9年度'],
    ['Facts and Figures 2024–25', '大学概要2024（要覧）'],
    ['Highest in FY2024', 'R6最大'],
    ['FY2024', 'R6'],
    ['24 solar terms', '二十四節気'],
    ['(1) Cancer', '①がん'],
    ['Health check at 18 months', '1歳6か月児健診'],
    ['90 minutes', '1時間30分'],
    ['Within 90 minutes', '1.5時間以内'],
    ['9 a.m. to 5 p.m.', '9時～17時'],
    ['Until 17:00', '午後5時まで'],
    ['Round the clock, 24/7', '24時間365日'],
    ['Accept four in five', '応需率を8割に'],
    ['One in three', '3人に1人'],
    ['Three quarters', '75%'],
    ['50%', '半数'],
    ['100%', '全員'],
    ['As of 4/1', '4月1日現在'],
    ['1,5 million d’euros', '1.5 million euros'],
    ['2,75 milliards', '2.75 billion'],
    ['1 250 000 €', '€1,250,000'],
    ['21 régions', 'Twenty-one regions'],
    ['200 agents', 'Two hundred staff'],
    ['Marché unique', 'Single market'],
    ['À 8 h 30', 'At 8.30 a.m.'],
    ['Children under six', '未就学児'],
    ['¥1bn', '10億円'],
    ['¥12m a year', '年1,200万円'],
    ['150%', '1.5倍'],
    ['H1 FY2024', '令和6年度上半期'],
    ['As of the end of FY2023', '令和6年3月末'],
    ['Year to March 2025', '令和6年度'],
    ['Aged 20–29', '20代'],
    ['First 6 months', '上半期'],
    ['Meiji (1868–1912)', '明治'],
    ['After its move to Class 5 (8 May 2023)', '5類移行後'],
  ])('%s: %s', (name, original) => {
    expect(numbersMissing(name, original)).toEqual([]);
  });
});

test('a number that the entry speaks of itself is none that is missing', () => {
  expect(numbersMissing('Annual Report 2024', '令和5年度 業務実績')).toEqual(['2024']);
  expect(numbersMissing('Annual Report 2024', '令和5年度 業務実績', ['英語の題名は公表した2024年です。'])).toEqual([]);
});
