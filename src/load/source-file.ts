import { isAlias, isScalar, parseDocument, visit } from 'yaml';
import type { Document } from 'yaml';
import { computeAnew } from '../cache/remember.ts';
import type { Remember } from '../cache/remember.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Path, Problem } from '../diagnostics/problem.ts';
import { CONTROLS } from '../diagnostics/unseen.ts';
import { FILE_PROBLEMS } from './file-problems.ts';
import type { FileProblem } from './file-problems.ts';
import { MOST_DATA_BYTES } from './files.ts';
import { Lines } from './lines.ts';
import { rangeOf } from './place.ts';
import { DIRECTION, FROM_THE_RIGHT, HIDDEN, STACKED, findFault, findOddities } from './text-faults.ts';
import { wrongKeys } from './wrong-keys.ts';
import { explainYamlErrors } from './yaml-errors.ts';

/** A YAML file that was read: its plain value, and the way back from a path to a place in its text. */
export interface SourceFile {
  readonly file: string;
  readonly text: string;
  /** Undefined when the syntax is broken: then only the syntax is reported. */
  readonly value: unknown;
  readonly diagnostics: readonly Diagnostic[];
  /** A scalar as it is typed: 72.0, where the value is the number 72. */
  typed(path: Path): string | undefined;
  locate(problem: Problem): Diagnostic;
}

/** Lines and all marks that mean something in YAML: what makes a file slow to read, long before it is large. */
const MAX_PARTS = 50_000;
/** Far beyond any data, and far from what would exhaust the stack. */
const MAX_DEPTH = 100;

/** Its value follows from its bytes; where things stand in its text is looked up only when there is a problem to show. */
export function parseSource(file: string, bytes: Uint8Array, remember: Remember = computeAnew): SourceFile {
  const text = new TextDecoder().decode(bytes);
  const content = remember('yaml', [file, bytes], () => readContent(file, bytes, text));
  return content.value !== undefined ? readable(file, text, content) : unreadable(file, text, content);
}

/** What a file says, without the way back into its text. */
interface Content {
  /** Undefined when the syntax is broken. */
  readonly value: unknown;
  readonly diagnostics: readonly Diagnostic[];
}

function readContent(file: string, bytes: Uint8Array, text: string): Content {
  const lines = new Lines(text);
  const tell: Tell = (problem, from, to) => ({
    severity: 'error',
    file,
    ...lines.span(from, to),
    ...problem,
  });
  const fail = (problem: FileProblem, from: number): Content => ({ value: undefined, diagnostics: [tell(problem, from, from + 1)] });

  if (bytes.length > MOST_DATA_BYTES || partsOf(bytes) > MAX_PARTS) return fail(FILE_PROBLEMS.tooLarge, 0);
  const fault = findFault(bytes, text);
  if (fault) return { value: undefined, diagnostics: [tell(fault.problem, fault.from, fault.to)] };
  const deep = tooDeepAt(text);
  if (deep >= 0) return fail(FILE_PROBLEMS.tooDeep, deep);

  try {
    return readDocument(text, tell, findOddities(bytes, text).map(({ problem, from, to }) => ({ ...tell(problem, from, to), severity: 'warning' })));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return fail(FILE_PROBLEMS.tooDeep, 0);
  }
}

function partsOf(bytes: Uint8Array): number {
  let parts = 0;
  for (const byte of bytes) if (PARTS[byte] === 1) parts += 1;
  return parts;
}

const PARTS = Uint8Array.from({ length: 256 }, (_, byte) => (`\n\r,:[]{}"'!?&*`.includes(String.fromCharCode(byte)) ? 1 : 0));

type Tell = (problem: FileProblem, from: number, to: number) => Diagnostic;

function readDocument(text: string, tell: Tell, warnings: readonly Diagnostic[]): Content {
  const document = openDocument(text);
  const syntax = [...explainYamlErrors(document, text), ...wrongKeys(document)].map(({ from, to, ...problem }) => tell(problem, from, to));
  const aliases = aliasesOf(document, text).map(([from, to]) => tell(FILE_PROBLEMS.alias, from, to));
  const scalars = scalarProblems(document, text).map(({ from, to, problem }) => tell(problem, from, to));
  const diagnostics = [...warnings, ...syntax, ...aliases, ...scalars];
  if (syntax.length + aliases.length + scalars.length > 0) return { value: undefined, diagnostics: firstOfEachLine(diagnostics) };
  return { value: document.toJS(), diagnostics };
}

function openDocument(text: string): Document.Parsed {
  return parseDocument(text.replace(/\r(?!\n)/g, '\n'), { uniqueKeys: false, prettyErrors: false, stringKeys: true });
}

function readable(file: string, text: string, content: Content): SourceFile {
  let opened: { readonly document: Document.Parsed; readonly lines: Lines } | undefined;
  const open = () => (opened ??= { document: openDocument(text), lines: new Lines(text) });
  return {
    file,
    text,
    ...content,
    typed: (path) => typedScalar(open().document, path),
    locate: (problem) => {
      const { document, lines } = open();
      return { ...withoutPath(problem), ...lines.span(...rangeOf(document, text, problem)) };
    },
  };
}

function unreadable(file: string, text: string, { diagnostics }: Content): SourceFile {
  const start = { line: 1, column: 1, endLine: 1, endColumn: 2 };
  return {
    file,
    text,
    value: undefined,
    diagnostics,
    typed: () => undefined,
    locate: (problem) => ({ ...withoutPath(problem), ...start }),
  };
}

/** Where brackets or list marks nest beyond reason; −1 when they do not. Block nesting shows in the indentation. */
function tooDeepAt(text: string): number {
  let depth = 0;
  for (const { 0: mark, index } of text.matchAll(/[[\]{}\n]|^ *(?:- *){50}/gm)) {
    if (mark.length > 1) return index;
    depth =
      mark === '\n' && depth < MAX_DEPTH / 2
        ? 0
        : mark === '[' || mark === '{'
          ? depth + 1
          : Math.max(0, depth - 1);
    if (depth > MAX_DEPTH) return index;
  }
  return text.search(new RegExp(`^ {${MAX_DEPTH * 2}}`, 'm'));
}

/** Anchors and aliases are refused before they are resolved: a few lines of them can unfold to gigabytes. The first three will do. */
function aliasesOf(document: Document.Parsed, text: string): [number, number][] {
  if (!/[&*]/.test(text)) return [];
  const found: [number, number][] = [];
  visit(document, {
    Node(_key, node) {
      const anchored = isAlias(node) || ('anchor' in node && node.anchor !== undefined);
      const [from = 0, to = 0] = node.range ?? [];
      if (anchored) found.push([from, isScalar(node) || isAlias(node) ? to : from + 1]);
    },
  });
  return found.slice(0, 3);
}

const FORBIDDEN = new RegExp(String.raw`${HIDDEN.source}|[${CONTROLS}\uFFFD]|\p{Surrogate}|${STACKED.source}`, 'u');
const FORBIDDEN_OR_DIRECTION = new RegExp(`${FORBIDDEN.source}|${DIRECTION.source}`, 'u');
const MOST_CHARACTERS = 100_000;

/** What escapes such as "\u202e" bring in, and texts that are no texts any more. The first three will do. */
function scalarProblems(document: Document.Parsed, text: string): { from: number; to: number; problem: FileProblem }[] {
  const forbidden = FROM_THE_RIGHT.test(text) ? FORBIDDEN : FORBIDDEN_OR_DIRECTION;
  if (text.length <= MOST_CHARACTERS && !text.includes('\\') && !forbidden.test(text)) return [];
  const found: { from: number; to: number; problem: FileProblem }[] = [];
  visit(document, {
    Scalar(_key, { value, range }) {
      if (typeof value !== 'string') return;
      const problem = value.length > MOST_CHARACTERS ? FILE_PROBLEMS.tooLong : forbidden.test(value) ? FILE_PROBLEMS.escapedCharacter : undefined;
      const [from = 0, to = 0] = range ?? [];
      if (problem) found.push({ from, to: Math.min(to, from + 60), problem });
    },
  });
  return found.slice(0, 3);
}

/** One slip often breaks the rest of the line: the first complaint is the useful one. */
function firstOfEachLine(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const lines = new Set<string>();
  return diagnostics.filter(({ line, severity }) => {
    const key = `${severity}:${line}`;
    if (lines.has(key)) return false;
    lines.add(key);
    return true;
  });
}

function typedScalar(document: Document.Parsed, path: Path): string | undefined {
  const node = document.getIn(path, true);
  return isScalar(node) ? node.source : undefined;
}

function withoutPath({ severity, code, file, message, repair }: Problem) {
  return { severity, code, file, message, ...(repair ? { repair } : {}) };
}
