import { expect, test } from 'vitest';
import { yearsNamed } from '../../src/check/years-named.ts';

test.each<[string, string[][]]>([
  ['令和2年度', [['FY2020']]], ['令和元年度', [['FY2019']]], ['平成27年3月末', [['FY2014']]], ['R6.9', [['FY2024']]], ['Ｒ６年度', [['FY2024']]],
  ['FY2020', [['FY2020']]], ['End of March 2015', [['FY2014']]], ['2015年', [['FY2014', 'FY2015']]], ['令和元年度・令和2年度', [['FY2019'], ['FY2020']]],
  ['令和4年4月1日現在', [['FY2021', 'FY2022']]], ['On 1 April 2022', [['FY2021', 'FY2022']]], ['令和2年度当初', [['FY2019', 'FY2020']]], ['At the start of FY2020', [['FY2019', 'FY2020']]],
  ['令和2年度分保険料', []], ['削減額（平成30年度比）', []], ['Cut (on FY2018)', []], ['前年度', []], ['60歳以上', []],
])('%s', (label, years) => expect(yearsNamed(label, 4)).toEqual(years));
