import { LineCounter, isAlias, isMap, isNode, isPair, isScalar, isSeq, parseDocument, visit } from 'yaml';
import type { Document, Node, Pair, YAMLError } from 'yaml';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Path, Problem } from '../diagnostics/problem.ts';
import type { Localized } from '../locale.ts';
import { explainYamlError } from './yaml-errors.ts';

/** A YAML file that was read: its plain value, and the way back from a path to a place in its text. */
export interface SourceFile {
  readonly file: string;
  /** Undefined when the syntax is broken: then only the syntax is reported. */
  readonly value: unknown;
  readonly diagnostics: readonly Diagnostic[];
  locate(problem: Problem): Diagnostic;
}

const MAX_BYTES = 4_000_000;

export function parseSource(file: string, bytes: Uint8Array): SourceFile {
  const lines = new LineCounter();
  const place = (from: number, to: number) => span(lines, from, to);
  const fail = (code: string, message: Localized, repair: Localized, from = 0, to = from + 1): SourceFile =>
    unreadable(file, [{ severity: 'error', code, file, ...place(from, to), message, repair }]);

  if (bytes.length > MAX_BYTES) return fail('file-too-large', TOO_LARGE, TOO_LARGE_REPAIR);
  const decoded = decode(bytes);
  if ('badByte' in decoded) return fail('encoding', NOT_UTF8, NOT_UTF8_REPAIR);

  const text = decoded.text;
  let document: Document.Parsed;
  try {
    document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, prettyErrors: false, stringKeys: true });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return fail('too-deep', TOO_DEEP, TOO_DEEP_REPAIR);
  }

  const diagnostics = [
    ...textWarnings(file, bytes, text, place),
    ...[...document.errors, ...document.warnings].map((error) => syntaxDiagnostic(file, error, text, place)),
    ...aliasDiagnostics(file, document, place),
  ];
  if (diagnostics.some((diagnostic) => diagnostic.severity === 'error')) return unreadable(file, firstOfEachLine(diagnostics));

  return {
    file,
    value: document.toJS(),
    diagnostics,
    locate: (problem) => ({ ...withoutPath(problem), ...place(...rangeOf(document, problem)) }),
  };
}

function unreadable(file: string, diagnostics: readonly Diagnostic[]): SourceFile {
  const start = { line: 1, column: 1, endLine: 1, endColumn: 2 };
  return { file, value: undefined, diagnostics, locate: (problem) => ({ ...withoutPath(problem), ...start }) };
}

function decode(bytes: Uint8Array): { text: string } | { badByte: true } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { badByte: true };
  }
}

/** A BOM and CRLF are read as they are meant, but a file should not keep them. */
function textWarnings(file: string, bytes: Uint8Array, text: string, place: Place): Diagnostic[] {
  const warnings: Diagnostic[] = [];
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    warnings.push({ severity: 'warning', code: 'bom', file, ...place(0, 1), message: BOM, repair: BOM_REPAIR });
  }
  const crlf = text.indexOf('\r');
  if (crlf >= 0) {
    warnings.push({ severity: 'warning', code: 'crlf', file, ...place(crlf, crlf + 1), message: CRLF, repair: CRLF_REPAIR });
  }
  return warnings;
}

function syntaxDiagnostic(file: string, error: YAMLError, text: string, place: Place): Diagnostic {
  const [from, to] = error.pos;
  const { code, at, message, repair } = explainYamlError(error, text);
  const start = at ?? from;
  return { severity: 'error', code, file, ...place(start, Math.max(to, start + 1)), message, repair };
}

/** Anchors and aliases are refused before they are resolved: a few lines of them can unfold to gigabytes. */
function aliasDiagnostics(file: string, document: Document.Parsed, place: Place): Diagnostic[] {
  const found: Diagnostic[] = [];
  visit(document, {
    Node(_key, node) {
      const anchored = isAlias(node) || ('anchor' in node && node.anchor !== undefined);
      const [from = 0, to = 0] = node.range ?? [];
      if (anchored) found.push({ severity: 'error', code: 'alias', file, ...place(from, to), message: ALIAS, repair: ALIAS_REPAIR });
    },
  });
  return found.slice(0, 20);
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

type Place = (from: number, to: number) => Pick<Diagnostic, 'line' | 'column' | 'endLine' | 'endColumn'>;

function span(lines: LineCounter, from: number, to: number): ReturnType<Place> {
  const start = lines.lineStarts.length > 0 ? lines.linePos(from) : { line: 1, col: 1 };
  const end = lines.lineStarts.length > 0 ? lines.linePos(Math.max(to, from)) : { line: 1, col: 2 };
  return { line: Math.max(1, start.line), column: Math.max(1, start.col), endLine: Math.max(1, end.line), endColumn: Math.max(1, end.col) };
}

function withoutPath({ severity, code, file, message, repair }: Problem) {
  return { severity, code, file, message, ...(repair ? { repair } : {}) };
}

/** Offsets of the value (or key) that a problem is about; of the nearest ancestor where it does not exist. */
function rangeOf(document: Document.Parsed, problem: Problem): [number, number] {
  if (problem.at === 'key') {
    const key = keyNode(document, problem.path);
    if (key) return within(key, problem);
  }
  for (let depth = problem.path.length; depth > 0; depth--) {
    const path = problem.path.slice(0, depth);
    const node = document.getIn(path, true);
    if (isNode(node) && node.range) return depth === problem.path.length ? within(node, problem) : headOf(document, path, node);
    const key = keyNode(document, path);
    if (key?.range) return [key.range[0], key.range[1]];
  }
  const root = document.contents?.range;
  return root ? [root[0], root[0] + 1] : [0, 1];
}

/** The key over a block, or the first line of a list item: short enough to underline. */
function headOf(document: Document.Parsed, path: Path, node: Node): [number, number] {
  const key = keyNode(document, path) ?? (isMap(node) ? node.items[0]?.key : undefined);
  if (isNode(key) && key.range) return [key.range[0], key.range[1]];
  return [node.range?.[0] ?? 0, (node.range?.[0] ?? 0) + 1];
}

function within(node: Node, problem: Problem): [number, number] {
  const [from = 0, to = 0] = node.range ?? [];
  if (!isScalar(node)) {
    if (isSeq(node) || isMap(node)) return [from, from + 1];
    return [from, to];
  }
  if (!problem.span) return [from, to];
  const quote = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE' ? 1 : 0;
  if (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED') return [from, to];
  const start = from + quote + problem.span.offset;
  return [start, start + problem.span.length];
}

function keyNode(document: Document.Parsed, path: Path): Node | undefined {
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (!isMap(parent)) return undefined;
  const last = String(path.at(-1));
  const pair = parent.items.find((item): item is Pair<Node> => isPair(item) && isScalar(item.key) && String(item.key.value) === last);
  return pair && isNode(pair.key) ? pair.key : undefined;
}

const TOO_LARGE = { ja: 'ファイルが大きすぎます（4 MB まで）。', en: 'The file is too large (4 MB at most).' };
const TOO_LARGE_REPAIR = { ja: '節や指標ごとのファイルに分けてください。', en: 'Split it into one file for each section or indicator.' };
const NOT_UTF8 = { ja: '文字コードが UTF-8 ではありません。', en: 'The file is not encoded in UTF-8.' };
const NOT_UTF8_REPAIR = { ja: 'エディターで「UTF-8」を選んで保存し直してください。', en: 'Save it again as UTF-8.' };
const TOO_DEEP = { ja: '入れ子が深すぎて読めません。', en: 'The nesting is too deep to be read.' };
const TOO_DEEP_REPAIR = { ja: '括弧や字下げの重なりを減らしてください。', en: 'Remove brackets or indentation.' };
const BOM = { ja: 'ファイルの先頭に見えない文字（BOM）があります。', en: 'The file begins with an invisible byte order mark (BOM).' };
const BOM_REPAIR = { ja: '「UTF-8（BOM なし）」で保存してください。', en: 'Save it as UTF-8 without BOM.' };
const CRLF = { ja: '改行が Windows 形式（CRLF）です。', en: 'The line endings are those of Windows (CRLF).' };
const CRLF_REPAIR = { ja: '改行を LF にして保存してください。', en: 'Save it with LF line endings.' };
const ALIAS = { ja: 'アンカー（&）とエイリアス（*）は使えません。', en: 'Anchors (&) and aliases (*) are not allowed.' };
const ALIAS_REPAIR = { ja: '値をその場に書いてください。先頭に & や * が必要な文は引用符で囲みます。', en: 'Write the value in its place; quote a text that begins with & or *.' };
