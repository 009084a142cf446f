import { describe, expect, it } from 'vitest';
import { checkCase } from '../../src/recheck/case.ts';
import { recheck } from '../../src/recheck/recheck.ts';
import type { RecheckResult } from '../../src/recheck/recheck.ts';

/** Inputs as `value` or `value±quantum`, e.g. '85.1±0.1'. */
function run(kind: string, inputs: string, reported: string, decimals = 0, options = {}): RecheckResult {
  const parts = inputs.split(' ').map((input) => input.split('±'));
  const figure = checkCase({
    ...options,
    kind,
    inputs: parts.map(([value]) => value),
    quanta: parts.map(([, quantum = '0']) => quantum),
    reported,
    decimals,
  });
  if (!figure.ok) throw new Error(JSON.stringify(figure.problem));
  return recheck(figure.value);
}

const ZEROS = '0'.repeat(60);
const NINES = '9'.repeat(60);

type Row = [kind: string, inputs: string, reported: string, decimals: number, verdict: string];

describe('recheck', () => {
  it.each<Row>([
    // Half-up goes away from zero.
    ['sum', '2.5', '3', 0, 'equal'],
    ['sum', '-2.5', '-3', 0, 'equal'],
    ['sum', '-2.5', '-2', 0, 'differs'],
    ['ratio', '1 8', '13', 0, 'equal'], // 12.5
    ['difference', '0 0.05', '-0.1', 1, 'equal'],
    ['sum', '1069.05', '1069.1', 1, 'equal'], // a float rounds this to 1069.0
    // [1.5, 2.5] holds the closed end of 3's cell [2.5, 3.5), not the open one of 1's [0.5, 1.5).
    ['sum', '2±1', '3', 0, 'rounding'],
    ['sum', '2±1', '1', 0, 'differs'],
    ['sum', '-2±1', '-3', 0, 'rounding'],
    ['sum', '-2±1', '-1', 0, 'differs'],
    // Zero's cell is open at both ends.
    ['sum', '1±1', '0', 0, 'differs'],
    ['sum', '-1±1', '0', 0, 'differs'],
    // The sign of a printed zero says nothing about the value.
    ['difference', '574±1 574±1', '-0.0', 1, 'equal'],
    ['difference', '0.12 0.1', '-0.0', 1, 'equal'],
    ['difference', '35.0±0.1 35.1±0.1', '-0.0', 1, 'rounding'],
    // Tens, and a reported figure that no rounding to tens gives.
    ['sum', '1245', '1250', -1, 'equal'],
    ['sum', '-1245', '-1250', -1, 'equal'],
    ['sum', '1234±100', '1280', -1, 'rounding'], // up to 1284
    ['sum', '1234±100', '1290', -1, 'differs'],
    ['sum', '1234', '1234', -1, 'differs'],
    ['sum', '1.23', '1.23', 1, 'differs'],
    ['sum', '1.00', '1', 1, 'equal'],
    // More digits than a float, or a fixed precision, has.
    ['sum', '123456789012345678901234567890 1', '123456789012345678901234567891', 0, 'equal'],
    ['sum', '123456789012345678901234567890 1', '123456789012345678901234567890', 0, 'differs'],
    ['product', `1${ZEROS}1 1${ZEROS}1`, `1${ZEROS}2${ZEROS}1`, 0, 'equal'],
    // 1.5 less a hair is below the edge, whatever the number of digits.
    ['quotient', `14${NINES} 10${ZEROS}`, '2', 0, 'differs'],
    ['quotient', `15${ZEROS} 10${ZEROS}`, '2', 0, 'equal'],
    // A divisor of exactly zero gives nothing.
    ['ratio', '1 0', '0', 0, 'differs'],
    ['ratio', '0 0', '0', 0, 'differs'],
    ['percent_change', '5 0', '100', 0, 'differs'],
    // A divisor in [-0.5, 0.5] gives everything from 200 up and from -200 down, and nothing between.
    ['ratio', '1 0±1', '200', 0, 'rounding'],
    ['ratio', '1 0±1', '-200', 0, 'rounding'],
    ['ratio', '1 0±1', '123456789', 0, 'rounding'],
    ['ratio', '1 0±1', '199', 0, 'differs'],
    ['ratio', '1 0±1', '0', 0, 'differs'],
    // 0/x is 0 and no other, once x is not zero; with an inexact zero above, everything.
    ['ratio', '0 0±1', '0', 0, 'rounding'],
    ['ratio', '0 0±1', '1', 0, 'differs'],
    ['ratio', '0±1 0±1', '-77', 0, 'rounding'],
    // [0, 1] / [0, 1] is never negative; [1, 2] / [0, 1] never below 1.
    ['quotient', '0.5±1 0.5±1', '-1', 0, 'differs'],
    ['quotient', '0.5±1 0.5±1', '99', 0, 'rounding'],
    ['quotient', '1.5±1 0.5±1', '0.9', 1, 'differs'],
    ['quotient', '1.5±1 0.5±1', '1.0', 1, 'rounding'],
    // The part stands in the whole as well: 0.5/2 to 1.5/2, not 0.5/3 to 1.5/1.
    ['share_of_parts', '1±1 1±1', '75', 0, 'rounding'],
    ['share_of_parts', '1±1 1±1', '76', 0, 'differs'],
    ['share_of_parts', '1±1 1±1', '25', 0, 'rounding'],
    ['share_of_parts', '1±1 1±1', '24', 0, 'differs'],
    ['share_of_parts', '7±1', '100', 0, 'equal'],
    ['share_of_parts', '7±1', '101', 0, 'differs'],
    ['share_of_parts', '0±1', '100', 0, 'rounding'], // v/v wherever v is not zero
    ['share_of_parts', '0±1', '50', 0, 'differs'],
    // 10/(v1 − 5) with v1 in [4.5, 5.5]: 2000 and beyond on both sides.
    ['net_rate', '10 5±1 5', '2000', 0, 'rounding'],
    ['net_rate', '10 5±1 5', '1999', 0, 'differs'],
    ['net_rate', '159792 166259 3043', '97.9', 1, 'equal'],
    // (v0 − v1)/v1 from 9.5/10.5 − 1 to 10.5/9.5 − 1: -9.52… to 10.52…
    ['percent_change', '10±1 10±1', '10.5', 1, 'rounding'],
    ['percent_change', '10±1 10±1', '10.6', 1, 'differs'],
    ['percent_change', '10±1 10±1', '-9.5', 1, 'rounding'],
    ['percent_change', '10±1 10±1', '-9.6', 1, 'differs'],
    ['percent_change', '-5 -10', '-50.0', 1, 'equal'],
    ['decline_rate', '36±1 21±1', '42', 0, 'equal'],
    ['retention_rate', '360 41', '88.6', 1, 'equal'],
    // Both shares may move: 1/2 − 1/2 within 0.5/2.5 − 1.5/1.5 and 1.5/1.5 − 0.5/2.5.
    ['share_change', '1±1 2±1 1±1 2±1', '80', 0, 'rounding'],
    ['share_change', '1±1 2±1 1±1 2±1', '81', 0, 'differs'],
    ['share_change', '1 0 1 2', '50', 0, 'differs'],
    ['share_change', '1 0±1 1 2', '150', 0, 'rounding'], // 200 − 50
    ['share_change', '1 0±1 1 2', '149', 0, 'differs'],
    // [-2.5, -1.5] × [2.5, 3.5] is [-8.75, -3.75].
    ['product', '-2±1 3±1', '-9', 0, 'rounding'],
    ['product', '-2±1 3±1', '-10', 0, 'differs'],
    ['product', '-2±1 3±1', '-4', 0, 'rounding'],
    ['product', '-2±1 3±1', '-3', 0, 'differs'],
    ['product', '0±2 0±2', '-1', 0, 'rounding'],
    ['product', '0±2 0±2', '2', 0, 'differs'],
    ['mean', '1 2', '1.5', 1, 'equal'],
    ['mean', '1 1 2', '1.33', 2, 'equal'],
    ['mean', '1±1 1±1 2±1', '1.8', 1, 'rounding'],
    // 0.0 may be a rise of 0.05; -1 may not.
    ['streak', '1 -1 0.0±0.1 2 3', '2', 0, 'equal'],
    ['streak', '1 -1 0.0±0.1 2 3', '3', 0, 'rounding'],
    ['streak', '1 -1 0.0±0.1 2 3', '4', 0, 'differs'],
    ['streak', '1 -1 0.0±0.1 2 3', '1', 0, 'differs'],
    ['streak', '0.05±0.1 1', '1', 0, 'rounding'], // its lower end is no rise
    ['streak', '3 -1', '0', 0, 'equal'],
    ['cumulative', '１４３ 1,121 ５１１', '1,775', 0, 'equal'],
    ['sum', '▲395', '−395', 0, 'equal'],
    ['rescale', '6185±1 100', '61.8', 1, 'rounding'],
  ])('%s of %s reported as %s with %i decimals: %s', (kind, inputs, reported, decimals, verdict) => {
    expect(run(kind, inputs, reported, decimals).verdict).toBe(verdict);
  });

  it('adds with signs', () => {
    // 5070 ± 1.5; the upper end rounds up to 5072, the lower one to 5069.
    const verdictOn = (reported: string) =>
      run('signed_sum', '345889±1 340583±1 236±1', reported, 0, { signs: [1, -1, -1] }).verdict;
    expect(['5068', '5069', '5070', '5071', '5072', '5073'].map(verdictOn)).toEqual([
      'differs',
      'rounding',
      'equal',
      'rounding',
      'rounding',
      'differs',
    ]);
  });

  it('lets an input stand in both groups of a rate', () => {
    const groups = [[0], [0, 1]];
    expect(run('rate_of_sums', '1±1 1±1', '75', 0, { groups }).verdict).toBe('rounding');
    expect(run('rate_of_sums', '1±1 1±1', '76', 0, { groups }).verdict).toBe('differs');
  });

  it('shows the value and how far it can go', () => {
    expect(run('point_change', '85.1±0.1 77.6±0.1', '7.4', 1)).toEqual({
      verdict: 'rounding',
      value: '7.5',
      rounded: '7.5',
      low: '7.4',
      high: '7.6',
    });
    const third = run('quotient', '1 3', '0.3', 1);
    expect(third).toMatchObject({ value: '0.33333333333333333333', rounded: '0.3' });
    expect(run('quotient', '2 3', '0.7', 1)).toMatchObject({
      low: '0.66666666666666666666',
      high: '0.66666666666666666667',
    });
    expect(run('sum', '-0.04', '0.0', 1)).toMatchObject({ value: '-0.04', rounded: '-0.0' });
  });

  it('says that there is no value, or no bound', () => {
    expect(run('ratio', '1 0', '0')).toMatchObject({ value: null, rounded: null, low: null, high: null });
    expect(run('ratio', '1 0±1', '0')).toMatchObject({ value: null, low: '-Infinity', high: 'Infinity' });
    expect(run('quotient', '1.5±1 0.5±1', '3')).toMatchObject({ value: '3', low: '1', high: 'Infinity' });
  });

  it('takes many inputs', () => {
    const many = Array.from({ length: 2000 }, () => '0.1±0.1').join(' ');
    expect(run('sum', many, '200.0', 1).verdict).toBe('equal');
    expect(run('sum', many, '300.0', 1).verdict).toBe('rounding');
    expect(run('sum', many, '300.1', 1).verdict).toBe('differs');
  });
});
