import { describe, expect, test } from 'vitest';
import { findFigure } from '../../src/derive/figures.ts';
import { financeTables, rowsOf } from '../../src/derive/finance.ts';
import { deriveModel } from '../../src/derive/model.ts';
import { formatFigure } from '../../src/format/quantity.ts';
import { STYLES } from '../../src/format/styles.ts';
import { readDataFiles } from '../../src/load/files.ts';
import { loadReport } from '../../src/load/load.ts';
import { baseFiles, withChanges } from '../check/mistakes.ts';
import type { Change } from '../check/mistakes.ts';

const { report } = loadReport(readDataFiles(process.cwd()));
const checks = new Map(report ? deriveModel(report).checks.map((check) => [check.id, check]) : []);

/** Copied from the documents by hand: row, and its amounts as they are printed. */
const PRINTED: readonly [ref: string, ...amounts: string[]][] = [
  ['2021 items/total budget settlement difference', '325,618百万円', '291,336百万円', '34,282百万円'],
  ['2021 items/general budget settlement difference', '106,905百万円', '98,098百万円', '8,807百万円'],
  ['2021 items/facilities budget settlement difference', '3,114百万円', '2,731百万円', '383百万円'],
  ['2021 items/np-coverage-centres budget settlement difference', '4,439百万円', '2,941百万円', '1,498百万円'],
  ['2021 items/np-payment-slips budget settlement difference', '6,497百万円', '4,136百万円', '2,361百万円'],
  ['2021 items/ep-coverage-promotion budget settlement difference', '107百万円', '42百万円', '65百万円'],
  ['2021 items/ep-coverage-calls budget settlement difference', '525百万円', '515百万円', '10百万円'],
  ['2021 items/ep-collection-other budget settlement difference', '6,464百万円', '6,276百万円', '188百万円'],
  ['2021 items/benefit-payment budget settlement difference', '7,936百万円', '6,190百万円', '1,746百万円'],
  ['2021 items/online-renewal budget settlement difference', '14,313百万円', '11,519百万円', '2,794百万円'],
  ['2021 items/nenkin-net budget settlement difference', '124百万円', '92百万円', '32百万円'],
  ['2021 items/consultation-other budget settlement difference', '16,977百万円', '16,916百万円', '61百万円'],
  ['2021 items/support-benefit-staff budget settlement difference', '1,619百万円', '1,589百万円', '30百万円'],
  ['2020 items/total budget settlement', '323,031百万円', '295,657百万円'],
  ['2020 items/ep-standard-returns budget settlement', '1,959百万円', '2,314百万円'],
  ['2020 items/ep-coverage-promotion budget settlement', '75百万円', '8百万円'],
  ['2020 items/np-exemptions budget settlement', '412百万円', '440百万円'],
  ['2020 items/consultation-other budget settlement', '16,429百万円', '16,772百万円'],
  ['2019 items/total budget settlement', '324,641百万円', '299,641百万円'],
  ['2019 items/general budget settlement', '105,855百万円', '99,660百万円'],
  ['2019 items/np-coverage-centres budget settlement', '4,003百万円', '4,017百万円'],
  ['2019 items/ep-coverage-centres budget settlement', '12,601百万円', '13,292百万円'],
  ['2019 items/support-benefit-other budget settlement', '9,591百万円', '6,469百万円'],
  ['2021 costs/total budget settlement difference', '3,256.2億円', '2,913.4億円', '342.9億円'],
  ['2021 costs/general-other budget settlement difference', '112.3億円', '92.1億円', '20.2億円'],
  ['2021 costs/operating budget settlement difference', '2,125.3億円', '1,885.6億円', '239.7億円'],
  ['2021 costs/support-benefit-other budget settlement difference', '45.7億円', '30.9億円', '14.8億円'],
  ['2021 summary/operating budget settlement', '2,187.1億円', '1,932.4億円'],
  ['2021 summary/ep-coverage budget settlement', '310.0億円', '295.1億円'],
  ['2021 summary/support-benefit budget settlement', '61.8億円', '46.8億円'],
  ['2021 budget-plan/grants amount', '324,965百万円'],
  ['2021 budget-plan/grant-general amount', '106,252百万円'],
  ['2021 budget-plan/operating amount', '218,713百万円'],
  ['2021 income-plan/general-other amount', '11,232百万円'],
  ['2021 income-plan/net-income amount', '0百万円'],
  ['2021 cash-plan/receipts-operations amount', '325,618百万円'],
  ['2021 cash-plan/payments-investment amount', '0百万円'],
];

describe('amounts as the documents print them', () => {
  test.each(PRINTED)('%s', (place, ...amounts) => {
    const [year = '', row = '', ...columns] = place.split(' ');
    expect(columns.map((column) => shown(`${column}/${row}@FY${year}`))).toEqual(amounts);
  });

  test('the year has 45 lines below its total, and so have the two years before', () => {
    const counts = (report?.finances ?? []).map((finance) => [finance.year, rowsOf(financeTables(finance)[0]!).length - 1]);
    expect(counts).toEqual([['FY2019', 45], ['FY2020', 45], ['FY2021', 45]]);
  });

  test('a parent and its first part may bear the same name', () => {
    const [parent, part] = ['grants', 'grant-general'].map((id) => rowsOf(financeTables(report!.finances[2]!)[3]!).find((row) => row.id === id));
    expect([parent?.label.ja, part?.label.ja]).toEqual(['運営費交付金', '運営費交付金']);
  });

  /** Amounts in 億円 of the five columns that are not zero, from the left. */
  test.each([
    ['bidding', ['2.1', '77.9', '11.1', '18.8', '2.6'], '112.5'],
    ['efficiency', ['5.7', '1.6', '5.6', '0.7'], '13.6'],
    ['changes', ['12.3', '19.6', '62.2', '11.7', '10.2'], '116.0'],
    ['internal', ['9.1', '17.4', '50.1', '8.9', '10.2'], '95.7'],
    ['external', ['3.2', '2.2', '12.1', '2.8'], '20.3'],
    ['personnel', ['67.9', '0.1', '24.1', '6.4', '0.3', '2.0'], '100.8'],
  ])('by cause: %s', (cause, parts, total) => {
    const check = checks.get(`finance/2021/costs/total:${cause}-sum`);
    expect(check?.inputs.map(({ figure }) => formatFigure(figure, STYLES.ja, report!.units))).toEqual(parts.map((part) => `${part}億円`));
    expect(check && formatFigure(check.printed, STYLES.ja, report!.units)).toBe(`${total}億円`);
    expect(check?.verdict).toBe('equal');
  });
});

describe('what the rechecks find', () => {
  test.each([
    ['2021/items/total:difference-difference', 'equal'],
    ['2021/items/total:settlement-sum', 'rounding'],
    ['2021/costs/total:difference-causes', 'equal'],
    ['2021/costs/total:difference-same', 'differs'],
    ['2021/costs/general:difference-also-1', 'differs'],
    ['2021/costs/operating:difference-also-1', 'differs'],
    ['2021/costs/support-benefit:difference-also-1', 'differs'],
    ['2021/costs/staff:reason-leave-vacancies', 'differs'],
    ['2021/summary/support-benefit:budget-same', 'rounding'],
    ['2021/income-plan/general:amount-sum', 'rounding'],
    ['2021/income-plan/net-income:amount-balance', 'equal'],
    ['2021/budget-plan/grants:amount-also-1', 'equal'],
  ])('%s: %s', (id, verdict) => {
    expect(checks.get(`finance/${id}`)?.verdict).toBe(verdict);
  });

  test('whatever differs has its reason in both languages', () => {
    const without = [...checks.values()].filter(({ finance, verdict, waiver }) => finance && verdict === 'differs' && !(waiver?.ja && waiver.en));
    expect(without).toEqual([]);
  });
});

describe('the small body', () => {
  test('a cause that does not apply counts nothing in a sum', () => {
    expect(verdictsOf()['finance/2024/costs/total:changes-parts']).toBe('equal');
  });

  test('with an amount missing nothing is said of the sum', () => {
    const ids = Object.keys(verdictsOf({ file: FILE, find: '        budget: 1,000百万円\n', replace: '        budget: lost\n' }));
    expect(ids.filter((id) => id.startsWith('finance/2024/items/total:budget'))).toEqual([]);
  });

  test('where a group prints its difference alone, it is that of its parts', () => {
    const bare = { file: FILE, find: '        budget: 500百万円\n        settlement: 420百万円\n', replace: '' };
    expect(verdictsOf(bare)['finance/2024/items/books:difference-parts']).toBe('equal');
  });

  test('an amount in a coarser unit agrees when the finer one rounds to it', () => {
    const at = (text: string) => verdictsOf({ file: FILE, find: 'settlement: 9.6億円', replace: `settlement: ${text}` })['finance/2024/items/staff:settlement-also-1'];
    expect([at('9.6億円'), at('9.60億円'), at('10億円'), at('9.5億円')]).toEqual(['equal', 'equal', 'equal', 'differs']);
  });
});

const FILE = 'data/finance/2024.yaml';

function shown(ref: string): string | undefined {
  const found = report && findFigure(report, ref);
  return found && formatFigure(found.figure, STYLES.ja, report.units);
}

function verdictsOf(...changes: readonly Change[]): Record<string, string> {
  const { report: small } = loadReport(withChanges(baseFiles(), changes));
  return Object.fromEntries(deriveModel(small!).checks.map(({ id, verdict }) => [id, verdict]));
}
