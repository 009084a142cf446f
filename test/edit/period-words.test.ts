import { expect, test } from 'vitest';
import { periodOf, timeWords } from '../../src/edit/sheet/period-words.ts';

const read = (heads: string[], startMonth = 4, firstMonth = startMonth, asYear = false) => {
  const result = periodOf(heads.map((head) => timeWords(head, asYear)!), startMonth, firstMonth);
  return 'period' in result ? result.period : result.problem;
};

test.each([
  ['令和６年度', 'FY2024'], ['令和元年度', 'FY2019'], ['平成30年度末', 'FY2018'], ['R6年度', 'FY2024'], ['H30年度', 'FY2018'], ['2024年度', 'FY2024'],
  ['２０２４年度', 'FY2024'], ['FY2024', 'FY2024'], ['令和6年度（2024年度）', 'FY2024'], ['令和7年9月末', '2025-09'], ['令和 7 年 9 月', '2025-09'], ['R7.9', '2025-09'],
  ['2025/9', '2025-09'], ['2025-09', '2025-09'], ['令和7年9月30日', '2025-09-30'], ['2025/9/30', '2025-09-30'], ['平成31年4月末時点', '2019-04'],
  ['September 2025', '2025-09'], ['end of September 2025', '2025-09'], ['Sep 2025', '2025-09'], ['30 September 2025', '2025-09-30'],
])('%s is %s', (head, period) => {
  expect(read([head])).toBe(period);
});

test('heads say a period together', () => {
  expect(read(['令和6年度', '4月'])).toBe('2024-04');
  expect(read(['令和6年度', '３月'])).toBe('2025-03');
  expect(read(['令和6年度', '4月'], 4, 5)).toBe('2025-04');
  expect(read(['2024'], 4, 4, true)).toBe('FY2024');
  expect(read(['令和6年'], 1)).toBe('FY2024');
});

test('what is not certain is not guessed', () => {
  expect(read(['令和6年'])).toBe('calendar-year');
  expect(read(['4月'])).toBe('no-year');
  expect(read(['令和6年度', '令和5年度'])).toBe('several');
  for (const text of ['納付率', '72.7%', '2024', '13月', '前年度', 'May be', '1,992', '昨年4月']) expect(timeWords(text)).toBeUndefined();
});
