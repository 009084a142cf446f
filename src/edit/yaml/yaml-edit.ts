import { isCollection, isMap, isNode, isScalar, isSeq, parseDocument } from 'yaml';
import type { Document, Node, Pair, YAMLMap, YAMLSeq } from 'yaml';
import type { Path } from '../../diagnostics/problem.ts';
import { numberOrText, scalarText } from './scalar.ts';

/** What is written into a file: texts, whole numbers, and maps and lists of them. */
export type YamlValue = string | number | readonly YamlValue[] | { readonly [key: string]: YamlValue };

/**
 * The text of a YAML file, edited in place: everything that an edit is not about stays as it is, to the byte.
 * Comments, order, quotes, line ends and the spelling of the others are never touched.
 */
export class YamlText {
  #text: string;
  #document: Document.Parsed | undefined;
  readonly #crlf: boolean;
  readonly #mark: string;

  constructor(text: string) {
    this.#mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
    this.#crlf = /\r\n/.test(text);
    const body = text.slice(this.#mark.length);
    this.#text = this.#crlf ? body.replaceAll('\r\n', '\n') : body;
  }

  get text(): string {
    return this.#mark + (this.#crlf ? this.#text.replaceAll('\n', '\r\n') : this.#text);
  }

  /** The scalar at a path as it is typed; undefined where there is none. */
  typed(path: Path): string | undefined {
    const node = this.#nodeAt(path);
    return isScalar(node) ? String(node.value) : undefined;
  }

  has(path: Path): boolean {
    return this.#nodeAt(path) !== undefined;
  }

  /** The number of items of a list; 0 where there is none. */
  count(path: Path): number {
    const node = this.#nodeAt(path);
    return isCollection(node) ? node.items.length : 0;
  }

  /**
   * Sets a key of a map, or replaces what it has.
   * @param order of the keys, where it must be added: it comes after the last that stands before it there
   */
  set(path: Path, value: YamlValue, order: readonly string[] = []): void {
    const node = this.#nodeAt(path);
    if (isScalar(node) && (typeof value === 'string' || typeof value === 'number')) return this.#replaceScalar(node, path, value);
    if (node !== undefined) this.remove(path);
    const key = String(path.at(-1));
    const map = this.#nodeAt(path.slice(0, -1));
    if (!isMap(map)) throw new RangeError(`no map at ${path.slice(0, -1).join('.')}`);
    this.#addPair(map, key, value, order);
  }

  /** Puts an item into a list, before the one at `index` or after the last. */
  insert(path: Path, index: number, value: YamlValue): void {
    const list = this.#nodeAt(path);
    if (!isSeq(list) || list.items.length === 0) throw new RangeError(`no list at ${path.join('.')}`);
    if (list.flow) return this.#insertFlow(list.items as Node[], index, list, flow(value));
    const dashes = dashesOf(list);
    const column = this.#column(dashes[0] ?? 0);
    const indent = ' '.repeat(column);
    const text = `${indent}- ${blockValue(value, `${indent}  `).trimStart()}\n`;
    if (index > 0) return this.#splice(this.#endOfLine(endOf(list.items[index - 1] as Node)), 0, text);
    this.#splice(this.#startOfLine(dashes[0] ?? 0), 0, text);
  }

  /** Takes a key out of a map, with its value. */
  remove(path: Path): void {
    const map = this.#nodeAt(path.slice(0, -1));
    if (!isMap(map) || map.flow) throw new RangeError(`no block map at ${path.slice(0, -1).join('.')}`);
    const pair = pairOf(map, String(path.at(-1)));
    if (!pair) return;
    const from = (pair.key as Node).range?.[0] ?? 0;
    const to = this.#endOfLine(isNode(pair.value) ? endOf(pair.value) : from);
    const start = this.#startOfLine(from);
    // The first key of an item stands behind its dash, which stays for the next.
    if (/^ *$/.test(this.#text.slice(start, from))) this.#splice(start, to - start, '');
    else this.#splice(from, to - from + this.#column(from), '');
  }

  #replaceScalar(node: Node, path: Path, value: string | number): void {
    const [from = 0, to = from] = node.range ?? [];
    const style = isScalar(node) ? node.type ?? undefined : undefined;
    const indent = ' '.repeat(this.#indentOfLine(path, from));
    const text = typeof value === 'number' ? String(value) : scalarText(value, indent, style);
    const isBlock = style === 'BLOCK_LITERAL' || style === 'BLOCK_FOLDED';
    if (!isBlock && inFlow(this.#root(), path) && text.startsWith('|')) return this.#splice(from, to - from, JSON.stringify(value));
    const ended = isBlock && this.#text.slice(from, to).endsWith('\n');
    this.#splice(from, to - from, ended && !text.endsWith('\n') ? `${text}\n` : text);
  }

  #addPair(map: YAMLMap, key: string, value: YamlValue, order: readonly string[]): void {
    const place = order.indexOf(key);
    const keys = map.items.map((pair) => String((pair.key as { value: unknown }).value));
    const before = place < 0 ? [] : order.slice(0, place);
    const index = place < 0 ? keys.length - 1 : keys.findLastIndex((each) => before.includes(each));
    if (map.flow) return this.#insertFlow(map.items.map((pair) => (isNode(pair.value) ? pair.value : (pair.key as Node))), index + 1, map, `${key}: ${flow(value)}`);
    const first = (map.items[0]?.key as Node | undefined)?.range?.[0] ?? 0;
    const indent = ' '.repeat(this.#column(first));
    if (index < 0) return this.#splice(first, 0, `${pairText(key, value, indent).trimStart()}\n${indent}`);
    const pair = map.items[index];
    const end = isNode(pair?.value) ? endOf(pair.value) : ((pair?.key as Node).range?.[1] ?? 0);
    this.#splice(this.#endOfLine(end), 0, `${pairText(key, value, indent)}\n`);
  }

  #insertFlow(items: readonly Node[], index: number, collection: Node, text: string): void {
    if (index === 0) return this.#splice((collection.range?.[0] ?? 0) + 1, 0, items.length > 0 ? `${text}, ` : text);
    this.#splice(items[index - 1]?.range?.[1] ?? 0, 0, `, ${text}`);
  }

  #splice(from: number, length: number, text: string): void {
    const atEnd = from === this.#text.length && from > 0 && !this.#text.endsWith('\n');
    this.#text = this.#text.slice(0, from) + (atEnd && length === 0 && text.endsWith('\n') ? `\n${text.slice(0, -1)}` : text) + this.#text.slice(from + length);
    this.#document = undefined;
  }

  #root(): Document.Parsed {
    this.#document ??= parseDocument(this.#text, { schema: 'failsafe', keepSourceTokens: true });
    return this.#document;
  }

  #nodeAt(path: Path): Node | undefined {
    const node = path.length === 0 ? this.#root().contents : this.#root().getIn(path, true);
    return isNode(node) ? node : undefined;
  }

  #startOfLine(offset: number): number {
    return this.#text.lastIndexOf('\n', offset - 1) + 1;
  }

  /** Where the next line begins, or the end of the file. */
  #endOfLine(offset: number): number {
    if (offset > 0 && this.#text[offset - 1] === '\n') return offset;
    const end = this.#text.indexOf('\n', offset);
    return end < 0 ? this.#text.length : end + 1;
  }

  #column(offset: number): number {
    return offset - this.#startOfLine(offset);
  }

  /** The column of the key over a scalar: what a block below it is set in from. */
  #indentOfLine(path: Path, from: number): number {
    const parent = this.#nodeAt(path.slice(0, -1));
    const key = isMap(parent) ? pairOf(parent, String(path.at(-1)))?.key : undefined;
    return this.#column(isNode(key) ? (key.range?.[0] ?? from) : from);
  }
}

function inFlow(document: Document.Parsed, path: Path): boolean {
  return path.some((_, depth) => {
    const node = depth === 0 ? document.contents : document.getIn(path.slice(0, depth), true);
    return isCollection(node) && node.flow === true;
  });
}

function pairOf(map: YAMLMap, key: string): Pair | undefined {
  return map.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === key);
}

/** Where the last thing inside ends; a collection's own range may take in comments that follow it. */
function endOf(node: Node): number {
  if (isCollection(node) && !node.flow && node.items.length > 0) {
    const last = node.items.at(-1);
    if (isMap(node)) {
      const { key, value } = last as Pair;
      return isNode(value) && (value.range?.[1] ?? 0) > 0 ? endOf(value) : endOf(key as Node);
    }
    return endOf(last as Node);
  }
  return node.range?.[1] ?? 0;
}

/** Where the dash of each item of a block list stands. */
function dashesOf(list: YAMLSeq): number[] {
  const token = list.srcToken;
  if (token?.type !== 'block-seq') return [];
  return token.items.flatMap(({ start }) => start.filter(({ type }) => type === 'seq-item-ind').map(({ offset }) => offset));
}

function pairText(key: string, value: YamlValue, indent: string): string {
  if (typeof value === 'string' || typeof value === 'number') return `${indent}${key}: ${numberOrText(value, indent)}`;
  return `${indent}${key}:\n${blockValue(value, `${indent}  `)}`;
}

function blockValue(value: YamlValue, indent: string): string {
  if (typeof value === 'string' || typeof value === 'number') return indent + numberOrText(value, indent.slice(2));
  if (Array.isArray(value)) return (value as readonly YamlValue[]).map((item) => `${indent}- ${blockValue(item, `${indent}  `).trimStart()}`).join('\n');
  return Object.entries(value).map(([key, each]) => pairText(key, each as YamlValue, indent)).join('\n');
}

function flow(value: YamlValue): string {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return /^[^\s,:#{}[\]"'&*!|>%@`-][^,:#{}[\]]*$/.test(value) && !scalarText(value, '').startsWith('"') ? value : JSON.stringify(value);
  if (Array.isArray(value)) return `[${(value as readonly YamlValue[]).map(flow).join(', ')}]`;
  return `{${Object.entries(value).map(([key, each]) => `${key}: ${flow(each as YamlValue)}`).join(', ')}}`;
}
