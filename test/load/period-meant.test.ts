import { expect, test } from 'vitest';
import { periodMeant } from '../../src/load/shape-words.ts';

test.each([
  ['2025', 'FY2025'],
  ['2025年度', 'FY2025'],
  ['fy2025', 'FY2025'],
  ['FY-2025', 'FY2025'],
  ['２０２５年度', 'FY2025'],
  ['令和7年度', 'FY2025'],
  ['令和元年度', 'FY2019'],
  ['R7年度', 'FY2025'],
  ['2025-9', '2025-09'],
  ['2025/09', '2025-09'],
  ['2025.9', '2025-09'],
  ['2025年9月', '2025-09'],
  ['令和7年9月末', '2025-09'],
  ['2025/9/30', '2025-09-30'],
  ['2025年9月30日', '2025-09-30'],
  ['令和7年9月30日', '2025-09-30'],
  ['R7.9.30', '2025-09-30'],
])('%s was meant to be %s', (text, period) => {
  expect(periodMeant(text)).toBe(period);
});

test.each(['FY25', '2025-13', '昨年度', '2025-00', '令和7年13月', '2025-09-99', '', '25/9'])(
  '%s is not guessed at',
  (text) => {
    expect(periodMeant(text)).toBeUndefined();
  },
);
