import { isCollection, isMap, isNode, isPair, isScalar } from 'yaml';
import type { Document, Node, Pair, Scalar } from 'yaml';
import type { Path, Problem } from '../diagnostics/problem.ts';

type Range = [from: number, to: number];

/** Offsets of what a problem is about; of the nearest ancestor where that does not exist. */
export function rangeOf(document: Document.Parsed, text: string, problem: Problem): Range {
  if (problem.at === 'key') {
    const key = keyNode(document, problem.path);
    if (key?.range) return [key.range[0], key.range[1]];
  }
  for (let depth = problem.path.length; depth > 0; depth--) {
    const path = problem.path.slice(0, depth);
    const node = document.getIn(path, true);
    const exact = depth === problem.path.length;
    if (isNode(node) && node.range && !isEmptyScalar(node))
      return exact ? rangeWithin(node, text, problem) : headOf(document, path, node);
    const key = keyNode(document, path);
    if (key?.range) return [key.range[0], key.range[1]];
  }
  return document.contents ? firstLineOf(document.contents) : [0, 1];
}

/** The key over a block, or the first line of a list item: short enough to underline. */
function headOf(document: Document.Parsed, path: Path, node: Node): Range {
  const key = keyNode(document, path);
  return key?.range ? [key.range[0], key.range[1]] : firstLineOf(node);
}

function rangeWithin(node: Node, text: string, { span }: Problem): Range {
  if (!isScalar(node)) return firstLineOf(node);
  const [from, to] = rangeOfScalar(node, text);
  return (span && span.length > 0 && rangeOfPart(node, text, span)) || [from, to];
}

/** A text of several lines is marked on its first line only. */
function rangeOfScalar(node: Scalar, text: string): Range {
  const [from = 0, to = 0] = node.range ?? [];
  const end = text.slice(from, to).search(/[\r\n]/);
  return [from, end < 0 ? to : from + end];
}

/** A block has no line of its own: its first key stands for it, or the dash of its first item. */
function firstLineOf(node: Node): Range {
  const [from = 0, to = from + 1] = node.range ?? [];
  if (isMap(node)) {
    const key = node.items[0]?.key;
    if (!node.flow && isNode(key) && key.range) return [key.range[0], key.range[1]];
  }
  return isCollection(node) ? [from, from + 1] : [from, to];
}

/**
 * Where a part of a scalar's value stands in the source, which quotes, indents and folds it:
 * the same characters, at the same count of their occurrences.
 */
function rangeOfPart(
  node: Scalar,
  text: string,
  { offset, length }: NonNullable<Problem['span']>,
): Range | undefined {
  const value = String(node.source ?? node.value);
  const part = value.slice(offset, offset + length);
  const [from = 0, to = 0] = node.range ?? [];
  let earlier = occurrences(value.slice(0, offset + length - 1), part);
  const end = text.slice(0, to).trimEnd().length;
  for (
    let at = text.indexOf(part, from + headerLength(node, text));
    at >= 0 && at < end;
    at = text.indexOf(part, at + 1)
  ) {
    if (earlier === 0) return [at, at + part.length];
    earlier -= 1;
  }
  return undefined;
}

/** `|-` and `>2` belong to no value. */
function headerLength(node: Scalar, text: string): number {
  const [from = 0] = node.range ?? [];
  const isBlock = node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED';
  return isBlock ? text.slice(from).search(/[\r\n]/) : 0;
}

function occurrences(text: string, part: string): number {
  let count = 0;
  for (let at = text.indexOf(part); at >= 0 && part !== ''; at = text.indexOf(part, at + 1)) count += 1;
  return count;
}

/** `value:` with nothing after it: its place is that of the next line. */
function isEmptyScalar(node: Node): boolean {
  return isScalar(node) && node.range?.[0] === node.range?.[1];
}

function keyNode(document: Document.Parsed, path: Path): Node | undefined {
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (!isMap(parent)) return undefined;
  const last = String(path.at(-1));
  const pair = parent.items.find(
    (item): item is Pair<Node> => isPair(item) && isScalar(item.key) && String(item.key.value) === last,
  );
  return pair && isNode(pair.key) ? pair.key : undefined;
}
