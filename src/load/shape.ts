import type { z } from 'zod';
import type { Path, Problem } from '../diagnostics/problem.ts';
import type { Localized } from '../locale.ts';
import { MOST_TOLD, moreMistakes } from './most-told.ts';
import { nearest } from './nearest.ts';
import { formOf, isOptional, keysOf, schemaAt, valueAt, valuesOf } from './schema-path.ts';
import * as say from './shape-words.ts';

export type Issue = z.core.$ZodIssue;

/** What is wrong with the shape of a file, as problems that an editor can act on. */
export function shapeProblems(file: string, value: unknown, schema: z.ZodType, error: z.ZodError, typed: Shape['typed']): ShapeProblems {
  const issues = flatIssues(error.issues).flatMap(oneByOne);
  const more = Math.max(0, issues.length - MOST_TOLD);
  const problems = issues.slice(0, MOST_TOLD).flatMap((issue) => explain({ file, value, schema, typed }, issue));
  const told = problems.filter((problem) => !isSettled(problem, problems));
  return { problems: more === 0 ? told : [...told, moreMistakes(file, more)], more };
}

interface ShapeProblems {
  readonly problems: Problem[];
  /** How many there are beyond those that are told. */
  readonly more: number;
}

function oneByOne(issue: Issue): Issue[] {
  return issue.code === 'unrecognized_keys' ? issue.keys.map((key) => ({ ...issue, keys: [key] })) : [issue];
}

/** A key that is missing because it is misspelt: to mend the spelling is enough. */
function isSettled({ code, path, message }: Problem, problems: readonly Problem[]): boolean {
  return (
    code === 'missing-key' &&
    problems.some(
      (other) =>
        other.code === 'unknown-key' &&
        JSON.stringify(other.path.slice(0, -1)) === JSON.stringify(path) &&
        other.repair !== undefined &&
        message.en === say.MISSING(quoted(other.repair.en), path).en,
    )
  );
}

/** Did you mean “better”? → better */
function quoted(text: string): string {
  return /“([^”]*)”/.exec(text)?.[1] ?? '';
}

/** A union of plain kinds complains once for each kind: only its most likely branch speaks. */
export function flatIssues(issues: readonly Issue[]): Issue[] {
  return issues.flatMap((issue) => {
    if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
    const branch =
      [...issue.errors].sort((a, b) => likeness(b) - likeness(a) || a.length - b.length)[0] ?? [];
    return flatIssues(branch.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }) as Issue));
  });
}

/** A branch that got further into the value was meant; one that knows the form of the text next. */
function likeness(issues: readonly Issue[]): number {
  return Math.max(
    0,
    ...issues.map(
      (issue) =>
        issue.path.length * 2 + (issue.message in say.FORMATS && issue.code === 'invalid_format' ? 1 : 0),
    ),
  );
}

interface Shape {
  readonly file: string;
  readonly value: unknown;
  readonly schema: z.ZodType;
  /** A scalar as it is written: 1e400, where the value is no number. */
  typed(path: Path): string | undefined;
}

function explain(shape: Shape, issue: Issue): Problem[] {
  const path = issue.path as Path;
  const found = valueAt(shape.value, path);
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(shape, path, key));
  const make = (code: string, message: Localized, repair: Localized, at?: 'key'): Problem => ({
    severity: 'error',
    code,
    file: shape.file,
    path,
    message,
    repair,
    ...(at ? { at } : {}),
  });

  if (found === undefined && path.length > 0) return [missingKey(shape, path)];
  if (found === null)
    return [
      make(
        'empty-value',
        say.EMPTY(path),
        isFigure(shape, path) ? say.EMPTY_FIGURE : emptyRepair(shape, path),
        'key',
      ),
    ];
  if (found === '') return [make('empty-value', say.EMPTY(path), emptyRepair(shape, path))];
  const written = shown(typeof found === 'number' ? shape.typed(path) ?? found : found);
  const wanted = wantedForm(shape, path, issue);
  if (wanted && typeof found !== 'object') {
    const { code, message, repair } = say.FORMATS[wanted];
    return [make(code, message(written), repair(written))];
  }
  if (isRecord(found) && wantsText(issue))
    return [make('wrong-type', say.MAP_FOR_TEXT, say.MAP_FOR_TEXT_REPAIR)];
  if (Array.isArray(found) && wantsText(issue))
    return [make('wrong-type', say.LIST_FOR_TEXT, say.LIST_FOR_TEXT_REPAIR)];
  const choices = valuesOf(shape.schema, path, shape.value);
  if (choices.length > 0)
    return [
      make(
        'invalid-value',
        say.NOT_ONE_OF(written),
        say.ONE_OF(nearest(written, choices), choices),
      ),
    ];
  if (issue.code === 'invalid_type')
    return [make('wrong-type', say.WRONG_TYPE(written), say.EXPECTED(issue.expected, written))];
  if (issue.code === 'too_small')
    return [
      make(
        'too-small',
        Array.isArray(found)
          ? found.length === 0
            ? say.EMPTY_LIST
            : say.TOO_FEW
          : say.TOO_LITTLE(written),
        say.AT_LEAST(Number(issue.minimum), Array.isArray(found)),
      ),
    ];
  if (issue.code === 'too_big')
    return [make('too-big', Array.isArray(found) ? say.TOO_MANY(found.length) : say.TOO_MUCH(written), say.AT_MOST(Number(issue.maximum), Array.isArray(found)))];
  return [make('invalid', say.INVALID(written), say.SEE_SCHEMA)];
}

function unknownKey(shape: Shape, path: Path, key: string): Problem {
  const written = (valueAt(shape.value, path) ?? {}) as object;
  const known = keysOf(shape.schema, path, shape.value);
  const guess = nearest(
    key,
    known.filter((each) => !Object.hasOwn(written, each)),
  );
  const isRestOfText = guess === undefined && (written as Readonly<Record<string, unknown>>)[key] === null && !/^[\w-]+$/.test(key);
  const repair = isRestOfText ? say.COMMA_IN_BRACES : known.length === 0 ? say.REMOVE : say.DID_YOU_MEAN(guess, known);
  return {
    severity: 'error',
    code: 'unknown-key',
    file: shape.file,
    path: [...path, key],
    at: 'key',
    message: say.UNKNOWN(key),
    repair,
  };
}

/** The place is the parent: its key, or the first line of a list item. */
function missingKey(shape: Shape, path: Path): Problem {
  const key = String(path.at(-1));
  return {
    severity: 'error',
    code: 'missing-key',
    file: shape.file,
    path: path.slice(0, -1),
    at: 'key',
    message: say.MISSING(key, path.slice(0, -1)),
    repair: say.ADD(key),
  };
}

/** The form that a text should have: by the message of the issue, or by the schema where a number stands in its place. */
function wantedForm({ schema, value }: Shape, path: Path, issue: Issue): say.FormName | undefined {
  if (issue.message in say.FORMATS) return issue.message as say.FormName;
  const form = formOf(schemaAt(schema, path, value));
  return form !== undefined && form in say.FORMATS ? (form as say.FormName) : undefined;
}

function isFigure({ schema, value }: Shape, path: Path): boolean {
  return formOf(schemaAt(schema, path, value)) === 'printed';
}

function emptyRepair({ schema, value }: Shape, path: Path): Localized {
  return isOptional(schema, path, value) ? say.EMPTY_REPAIR : say.EMPTY_REQUIRED;
}

function wantsText(issue: Issue): boolean {
  return issue.code === 'invalid_type'
    ? issue.expected === 'string' || issue.message in say.FORMATS
    : issue.code === 'invalid_format' || issue.code === 'invalid_value';
}

function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  const line = text.replace(/\s+/g, ' ');
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}
