import { expect, test } from 'vitest';
import { viewVerdict } from '../../src/view/verdict.ts';
import { Edition } from '../../src/view/edition.ts';
import { checkData } from '../../src/check/check.ts';
import { readDataFiles } from '../../src/load/files.ts';
import { deriveBody } from '../derive/body.ts';
import type { Series } from '../derive/body.ts';

const FILE = 'data/indicators/np-collection/np-current-rate.yaml';
const data = readDataFiles(process.cwd());

/** What the growth of the rate is, where the document prints this change. */
function growthPrinted(change: string): string | undefined {
  const files = data.map((each) => (each.file === FILE
    ? { ...each, bytes: Buffer.from(new TextDecoder().decode(each.bytes).replace('value: 72.7%\n    change: +0.2%\n', `value: 72.7%\n    change: ${change}\n    waiver:\n      change: { ja: 印刷のまま, en: As printed }\n`)) } : each));
  const model = checkData(files).model!;
  const edition = new Edition(model, 'en', '/');
  return viewVerdict(edition, model.verdictsById.get('t25-01')!).parts[0]!.computation;
}

test.each([
  ['+0.2%', '72.7% − 72.5% = +0.2 pp'],
  ['+0.3%', '72.7% − 72.5% = +0.2 pp (published as +0.3 pp, from figures before rounding)'],
  ['+0.6%', '72.7% − 72.5% = +0.2 pp (published as +0.6 pp)'],
])('a printed change of %s is said to come from figures before rounding only where it can', (change, computation) => {
  expect(growthPrinted(change)).toBe(computation);
});

/** What is said of a target for books in English, of fiscal years from which the last is judged. */
function partOf(rule: object, values: Series['values'], asOf = '2025-03-31', better: Series['better'] = 'higher') {
  const target = { rule: { indicator: 'books', ...rule }, year: 'FY2024' };
  const model = deriveBody({ series: { books: { unit: 'books', kind: 'cumulative', better, values } }, targets: [target], asOf });
  return viewVerdict(new Edition(model, 'en', '/'), model.verdictsById.get('t-0')!).parts[0]!;
}

test('what is held against a figure that is only near says so', () => {
  const values = { FY2023: '約40冊', FY2024: '31冊' };
  expect(partOf({ rule: 'gte_prev' }, values)).toMatchObject({ needed: 'about 40 books or more', computation: '31 books < about 40 books' });
  expect(partOf({ rule: 'lt_prev' }, values)).toMatchObject({ needed: 'less than about 40 books', computation: '31 books < about 40 books' });
  expect(partOf({ rule: 'delta_prev', value: '+5冊' }, values)).toMatchObject({ needed: 'about 45 books or more', computation: '31 books − about 40 books = about −9 books' });
  expect(partOf({ rule: 'gte_prev' }, { ...values, FY2023: '40冊' })).toMatchObject({ needed: '40 books or more', computation: '31 books < 40 books' });
});

test('a target of a fall says how much less is asked for', () => {
  const fall = { rule: 'delta_prev', value: '-5冊以上' };
  expect(partOf(fall, { FY2023: '40冊', FY2024: '34冊' }, undefined, 'lower')).toMatchObject({ rule: 'a fall of 5 books or more on the year before', needed: '35 books or less', computation: '34 books − 40 books = −6 books' });
  expect(partOf({ ...fall, rule: 'delta_base', base: 'FY2023', value: '-5冊' }, { FY2023: '40冊', FY2024: '34冊' }, undefined, 'lower')).toMatchObject({ rule: 'a reduction by 5 books or more from FY2023' });
});

test('a pace that follows from a figure that is only near says so', () => {
  const values = { '2023-09': '約20冊', FY2023: '40冊', '2024-09': '31冊' };
  expect(partOf({ rule: 'gte', value: '50冊' }, values, '2024-09-30').pace).toMatchObject({ expected: 'about 25 books', computation: '50 books × about 20 books ÷ 40 books = about 25 books' });
});

test('what a figure that is yet to come must reach is told, with its unit', () => {
  const values = { FY2023: '40冊', '2024-09': 'not_yet' };
  expect(partOf({ rule: 'gte', value: '50冊' }, values, '2024-09-30')).toMatchObject({ value: { figure: 'Not yet available' }, goal: '50 books or more' });
  expect(partOf({ rule: 'gte_prev' }, values, '2024-09-30')).toMatchObject({ value: { figure: 'Not yet available' }, goal: '40 books or more' });
  expect(partOf({ rule: 'gte', value: '50冊' }, { FY2024: 'not_published' })).toMatchObject({ value: { figure: 'Not published' }, needed: '50 books or more' });
});
