import { expect, test } from 'vitest';
import { checkReport } from '../../src/derive/checks.ts';
import { deriveBody } from './body.ts';

function verdictOf(value: string, groups: readonly (readonly number[])[]): string | undefined {
  const books = (first: string, second: string) => ({ unit: 'books', kind: 'flow', values: { FY2023: first, FY2024: second } }) as const;
  const { report } = deriveBody({
    series: { lent: books('30冊', '10冊'), held: books('40冊', '60冊') },
    figures: [{ id: 'rate', value, op: 'rate_of_sums', of: ['lent@FY2023', 'lent@FY2024', 'held@FY2023', 'held@FY2024'], groups }],
  });
  return checkReport(report).find(({ id }) => id === '2025/lending/rate')?.verdict;
}

test('a rate over several periods is the rate of the sums, not the mean of the rates', () => {
  expect(verdictOf('40.0%', [[0, 1], [2, 3]])).toBe('equal');
  expect(verdictOf('45.8%', [[0, 1], [2, 3]])).toBe('differs');
  expect(verdictOf('75.0%', [[0], [2]])).toBe('equal');
});

test('a run of years counts the changes that are printed, as an input can name them', () => {
  const run = (value: string) => {
    const { report } = deriveBody({
      series: { rate: { change: 'point_change', values: { FY2022: '60.0%', FY2023: ['61.0%', '+1.0%'], FY2024: ['62.5%', '+1.5%'] } } },
      figures: [{ id: 'run', value, op: 'streak', of: ['rate@FY2023:delta', 'rate@FY2024:delta'] }],
    });
    return checkReport(report).find(({ id }) => id === '2025/lending/run')?.verdict;
  };
  expect(run('2年')).toBe('equal');
  expect(run('1年')).toBe('differs');
});
