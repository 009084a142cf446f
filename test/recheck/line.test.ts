import { describe, expect, it } from 'vitest';
import { printResult, recheckLine } from '../../src/recheck/line.ts';
import type { CaseProblemCode } from '../../src/recheck/problem.ts';
import { describeProblem } from '../../src/recheck/problem.ts';

const GOOD = { id: 'A1', kind: 'sum', inputs: ['1', '2'], quanta: ['0', '0'], reported: '3', decimals: 0 };

function lineWith(changes: Record<string, unknown>): string {
  return JSON.stringify({ ...GOOD, ...changes });
}

describe('recheckLine', () => {
  it('prints the id and the verdict', () => {
    const line = recheckLine(JSON.stringify(GOOD));
    if (line.type !== 'checked') throw new Error(line.type);
    expect(printResult(line.figure, line.result, false)).toBe('A1 equal');
    expect(JSON.parse(printResult(line.figure, line.result, true))).toEqual({
      id: 'A1',
      kind: 'sum',
      verdict: 'equal',
      reported: '3',
      value: '3',
      rounded: '3',
      low: '3',
      high: '3',
    });
  });

  it.each(['', '  ', '\r', '\uFEFF', '\uFEFF\r'])('passes over the blank line %j', (line) => {
    expect(recheckLine(line)).toEqual({ type: 'blank' });
  });

  it('reads what editors make of a file', () => {
    const equal = { type: 'checked', result: { verdict: 'equal' } };
    expect(recheckLine(`\uFEFF${JSON.stringify(GOOD)}`)).toMatchObject(equal);
    expect(recheckLine(`${JSON.stringify(GOOD)}\r`)).toMatchObject(equal);
  });

  it.each([{ id: 7 }, { note: 'a\u2028b', verdict: 'differs', unit: null }, { inputs: ['１', '２'] }])(
    'reads %j',
    (changes) => {
      expect(recheckLine(lineWith(changes))).toMatchObject({ type: 'checked', result: { verdict: 'equal' } });
    },
  );

  it.each<[CaseProblemCode, Record<string, unknown>]>([
    ['missing', { id: undefined }],
    ['missing', { kind: undefined }],
    ['missing', { inputs: undefined }],
    ['missing', { quanta: undefined }],
    ['missing', { reported: undefined }],
    ['missing', { decimals: undefined }],
    ['unknown_kind', { kind: 'total' }],
    ['unknown_kind', { kind: 'toString' }],
    ['not_text', { kind: 3 }],
    ['not_text', { inputs: [1, 2] }],
    ['not_text', { reported: 3 }],
    ['not_list', { inputs: '1' }],
    ['not_number', { inputs: ['1', '二'] }],
    ['not_number', { inputs: ['1', ''] }],
    ['not_number', { inputs: ['1', '2人'] }],
    ['not_number', { inputs: ['1', '6,4'] }],
    ['not_number', { inputs: ['1', '1e3'] }],
    ['not_number', { inputs: ['1', 'NaN'] }],
    ['not_number', { reported: '--3' }],
    ['no_inputs', { inputs: [], quanta: [] }],
    ['wrong_count', { quanta: ['0'] }],
    ['wrong_count', { kind: 'ratio', inputs: ['1'], quanta: ['0'] }],
    ['wrong_count', { kind: 'share_change' }],
    ['wrong_count', { kind: 'signed_sum', signs: [1] }],
    ['missing', { kind: 'signed_sum' }],
    ['bad_signs', { kind: 'signed_sum', signs: [1, 2] }],
    ['missing', { kind: 'rate_of_sums' }],
    ['bad_groups', { kind: 'rate_of_sums', groups: [[0], [2]] }],
    ['bad_groups', { kind: 'rate_of_sums', groups: [[0], []] }],
    ['negative_quantum', { quanta: ['0', '-0.1'] }],
    ['bad_decimals', { decimals: 1.5 }],
    ['bad_decimals', { decimals: '1' }],
    ['bad_decimals', { decimals: 1e9 }],
  ])('refuses as %s: %j', (code, changes) => {
    const line = recheckLine(lineWith(changes));
    if (line.type !== 'problem') throw new Error(line.type);
    expect(line.problem.code).toBe(code);
    expect(describeProblem(line.problem, 'ja')).not.toMatch(/undefined/);
    expect(describeProblem(line.problem, 'en')).not.toMatch(/undefined/);
  });

  it.each([
    ['{"id": "A1"', 'bad_json'],
    ['[1]', 'not_object'],
    ['null', 'not_object'],
  ])('refuses %s', (line, code) => {
    expect(recheckLine(line)).toMatchObject({ type: 'problem', problem: { code } });
  });

  it('names the number that it cannot read', () => {
    const line = recheckLine(lineWith({ inputs: ['1', '6,4'] }));
    if (line.type !== 'problem') throw new Error(line.type);
    expect(describeProblem(line.problem, 'ja')).toContain('inputs[1] が数として読めません: 「6,4」');
    expect(describeProblem(line.problem, 'en')).toContain('inputs[1] is not a number: "6,4"');
  });
});
