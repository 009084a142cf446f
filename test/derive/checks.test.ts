import { expect, test } from 'vitest';
import { checkReport } from '../../src/derive/checks.ts';
import { deriveBody } from './body.ts';
import type { Series } from './body.ts';

function verdicts(series: Record<string, Series & { readonly formula?: object }>): Record<string, string> {
  return Object.fromEntries(
    checkReport(deriveBody({ series }).report).map(({ id, verdict }) => [id, verdict]),
  );
}

test('a printed change is rechecked over the intervals of both figures', () => {
  const values = (change: string) => ({ FY2023: '72.0%', FY2024: ['73.0%', change] }) as Series['values'];
  expect(verdicts({ x: { values: values('+1.0ポイント') } })).toEqual({ 'x@FY2024:change': 'equal' });
  expect(verdicts({ x: { values: values('+1.1%') } })).toEqual({ 'x@FY2024:change': 'rounding' });
  expect(verdicts({ x: { values: values('+1.2%') } })).toEqual({ 'x@FY2024:change': 'differs' });
});

test('a printed change without a figure to compare with is not judged', () => {
  expect(verdicts({ x: { values: { FY2024: ['73.0%', '+1.0%'] } } })).toEqual({});
  expect(verdicts({ x: { values: { FY2023: 'lost', FY2024: ['73.0%', '+1.0%'] } } })).toEqual({});
});

test('a total is rechecked wherever all its parts are known', () => {
  const books = (values: Series['values'], formula?: object) =>
    ({ unit: 'books', kind: 'stock', values, ...(formula ? { formula } : {}) }) as Series;
  const total = { op: 'sum', of: ['a', 'b'] };
  expect(
    verdicts({
      a: books({ FY2023: '100冊', FY2024: '200冊', FY2025: '300冊' }),
      b: books({ FY2023: '10冊', FY2024: '20冊' }),
      c: books({ FY2023: '110冊', FY2024: '221冊', FY2025: '999冊' }, total),
    }),
  ).toEqual({ 'c@FY2023:formula': 'equal', 'c@FY2024:formula': 'differs' });
  expect(
    verdicts({
      a: books({ FY2023: '1.2万冊' }),
      b: books({ FY2023: '1.4万冊' }),
      c: books({ FY2023: '2.7万冊' }, total),
    }),
  ).toEqual({ 'c@FY2023:formula': 'rounding' });
  expect(
    verdicts({
      a: books({ FY2023: '100冊' }),
      b: books({ FY2023: '10冊' }),
      c: books({ FY2023: '999冊' }, { ...total, complete: false }),
    }),
  ).toEqual({});
});
