import { expect, test } from 'vitest';
import { FORMATS, periodMeant } from '../../src/load/shape-words.ts';

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

const told = (found: string) => FORMATS.period.repair(found).en;

test.each(['2025-Q2', '2025Q2', 'FY2025-Q2', 'FY2025 H1', '2Q2025', '令和7年度第2四半期', '令和7年度上半期', '2025年度下期', '２０２５年度上期', '2025-07/2025-09', '2025-07～09', '7月～9月', '2025年7月から9月', 'Second quarter of 2025'])(
  '%s is told to be no period, and how to write it',
  (text) => {
    expect(told(text)).toContain('kind: cumulative');
  },
);

test.each(['FY25', '2025/13', '2025-09-99', '昨年度', 'FY2025-2026', '令和7年9月末', 'Quito', 'H10年度'])('%s is no part of a year', (text) => {
  expect(told(text)).not.toContain('cumulative');
});
