import { isNumeral, parseNumeral } from '../quantity/numeral.ts';
import { narrow } from '../quantity/width.ts';
import { isOperationKind, operationOf } from './operation.ts';
import type { OperationKind, OperationOptions } from './operation.ts';
import type { CaseProblem } from './problem.ts';

/** A derived figure that a document prints, with its inputs. All numbers are decimal text. */
export interface RecheckCase extends OperationOptions {
  readonly kind: OperationKind;
  readonly inputs: readonly string[];
  /** Size of one step of each input's last printed place; '0' for an exact count. */
  readonly quanta: readonly string[];
  readonly reported: string;
  /** Decimals of the reported figure; negative for tens and hundreds. */
  readonly decimals: number;
}

export interface IdentifiedCase extends RecheckCase {
  readonly id: string;
}

export type CaseResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: CaseProblem };

type Fields = Readonly<Record<string, unknown>>;

/** Reads a case from one line of JSON. Fields that a recheck does not need are passed over. */
export function parseCase(line: string): CaseResult<IdentifiedCase> {
  return attempt(() => {
    const fields = readObject(line);
    return { id: readId(fields.id), ...readCase(fields) };
  });
}

/** Checks a case whose numbers are still as they were typed, full-width or grouped. */
export function checkCase(fields: Fields): CaseResult<RecheckCase> {
  return attempt(() => readCase(fields));
}

class Refusal extends Error {
  readonly problem: CaseProblem;

  constructor(problem: CaseProblem) {
    super(problem.code);
    this.problem = problem;
  }
}

function attempt<T>(read: () => T): CaseResult<T> {
  try {
    return { ok: true, value: read() };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, problem: error.problem };
    throw error;
  }
}

function readObject(line: string): Record<string, unknown> {
  const value = parseJson(line);
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!isObject) throw new Refusal({ code: 'not_object' });
  return value as Record<string, unknown>;
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new Refusal({ code: 'bad_json' });
  }
}

function readId(id: unknown): string {
  if (id === undefined) throw new Refusal({ code: 'missing', field: 'id' });
  if (typeof id !== 'string' && typeof id !== 'number') throw new Refusal({ code: 'not_text', field: 'id' });
  return `${id}`;
}

function readCase(fields: Fields): RecheckCase {
  const kind = readKind(fields.kind);
  const inputs = readNumbers(fields.inputs, 'inputs');
  const quanta = readNumbers(fields.quanta, 'quanta');
  const reported = readNumber(fields.reported, 'reported');
  const decimals = readDecimals(fields.decimals);
  checkCounts(kind, inputs, quanta);
  return { kind, inputs, quanta, reported, decimals, ...readOptions(kind, fields, inputs.length) };
}

function readKind(kind: unknown): OperationKind {
  if (kind === undefined) throw new Refusal({ code: 'missing', field: 'kind' });
  if (typeof kind !== 'string') throw new Refusal({ code: 'not_text', field: 'kind' });
  if (!isOperationKind(kind)) throw new Refusal({ code: 'unknown_kind', field: 'kind', found: kind });
  return kind;
}

function readNumbers(value: unknown, field: string): string[] {
  if (value === undefined) throw new Refusal({ code: 'missing', field });
  if (!Array.isArray(value)) throw new Refusal({ code: 'not_list', field });
  return value.map((item, index) => readNumber(item, `${field}[${index}]`));
}

/** Understands full-width digits, comma groups and every minus sign; refuses what may mean two things. */
function readNumber(value: unknown, field: string): string {
  if (value === undefined) throw new Refusal({ code: 'missing', field });
  if (typeof value !== 'string') throw new Refusal({ code: 'not_text', field });
  const [, sign = '', digits = ''] = /^([-+]?)(.*)$/s.exec(narrow(value).trim()) ?? [];
  const numeral = parseNumeral(digits);
  if (!isNumeral(numeral)) throw new Refusal({ code: 'not_number', field, found: value });
  const { whole, decimals } = numeral;
  return (sign === '-' ? '-' : '') + whole + (decimals && `.${decimals}`);
}

/** More places than any figure has; it keeps a slip of the finger from asking for a million digits. */
const MOST_PLACES = 100;

function readDecimals(decimals: unknown): number {
  if (decimals === undefined) throw new Refusal({ code: 'missing', field: 'decimals' });
  const whole = typeof decimals === 'number' && Number.isInteger(decimals);
  if (whole && Math.abs(decimals) <= MOST_PLACES) return decimals;
  throw new Refusal({ code: 'bad_decimals', field: 'decimals', found: JSON.stringify(decimals) });
}

function checkCounts(kind: OperationKind, inputs: readonly string[], quanta: readonly string[]): void {
  const { arity } = operationOf(kind);
  const found = `${inputs.length}`;
  if (inputs.length === 0) throw new Refusal({ code: 'no_inputs', field: 'inputs' });
  if (arity !== undefined && inputs.length !== arity) {
    throw new Refusal({ code: 'wrong_count', field: 'inputs', found, expected: `${arity}` });
  }
  if (quanta.length !== inputs.length) {
    throw new Refusal({ code: 'wrong_count', field: 'quanta', found: `${quanta.length}`, expected: found });
  }
  const negative = quanta.findIndex((quantum) => quantum.startsWith('-'));
  if (negative >= 0) {
    throw new Refusal({ code: 'negative_quantum', field: `quanta[${negative}]`, found: quanta[negative] });
  }
}

function readOptions(kind: OperationKind, fields: Fields, count: number): OperationOptions {
  const { needs } = operationOf(kind);
  if (needs === 'signs') return { signs: readSigns(fields.signs, count) };
  if (needs === 'groups') return { groups: readGroups(fields.groups, count) };
  return {};
}

function readSigns(signs: unknown, count: number): number[] {
  if (signs === undefined) throw new Refusal({ code: 'missing', field: 'signs' });
  if (!Array.isArray(signs)) throw new Refusal({ code: 'not_list', field: 'signs' });
  if (signs.length !== count) {
    const found = `${signs.length}`;
    throw new Refusal({ code: 'wrong_count', field: 'signs', found, expected: `${count}` });
  }
  const fits = signs.every((sign) => sign === 1 || sign === -1);
  if (!fits) throw new Refusal({ code: 'bad_signs', field: 'signs' });
  return signs;
}

function readGroups(groups: unknown, count: number): [number[], number[]] {
  if (groups === undefined) throw new Refusal({ code: 'missing', field: 'groups' });
  const isIndex = (index: unknown) => Number.isInteger(index) && Number(index) >= 0 && Number(index) < count;
  const isGroup = (group: unknown) => Array.isArray(group) && group.length > 0 && group.every(isIndex);
  const fits = Array.isArray(groups) && groups.length === 2 && groups.every(isGroup);
  if (!fits) throw new Refusal({ code: 'bad_groups', field: 'groups', expected: `${count - 1}` });
  return groups as [number[], number[]];
}
