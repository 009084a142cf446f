import { expect, test } from 'vitest';
import { checkData } from '../../src/check/check.ts';
import { baseFiles } from './mistakes.ts';

/** What is said of a series of the base body with these months in place of its own. */
function told(months: readonly string[]): string[] {
  const series = ['  - at: FY2023', '    value: 88.0%', '  - at: FY2024', '    value: 88.1%', ...months.flatMap((at) => [`  - at: ${at}`, '    value: 88.4%'])];
  const files = baseFiles().map((each) => (each.file.endsWith('/adult-loans.yaml')
    ? { ...each, bytes: Buffer.from(`${new TextDecoder().decode(each.bytes).split('observations:')[0]!.replace('unit: books', 'unit: percent').replace('kind: cumulative', 'kind: rate')}observations:\n${series.join('\n')}\n`) } : each));
  return checkData(files).diagnostics.filter(({ code }) => code === 'missing-month').map(({ message }) => message.en);
}

test('a series of quarters needs no other months', () => {
  expect(told(['2024-06', '2024-09', '2024-12', '2025-03'])).toEqual([]);
});

test('a quarter that is left out is missing, and so is a month of a series of months', () => {
  expect(told(['2024-06', '2024-12', '2025-03'])).toEqual(['The series lacks 2024-09.']);
  expect(told(['2024-04', '2024-05', '2024-07'])).toEqual(['The series lacks 2024-06.']);
  expect(told(['2024-06', '2024-09', '2024-10'])).toEqual(['2024-04', '2024-05', '2024-07', '2024-08'].map((month) => `The series lacks ${month}.`));
});
