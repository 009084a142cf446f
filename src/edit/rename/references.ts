import { isMap, isPair, isScalar, isSeq, parseDocument, visit } from 'yaml';
import { placeOf } from '../../load/named.ts';
import type { Named } from '../../load/named.ts';

/** What is renamed. */
export interface Renaming {
  readonly kind: Named;
  readonly from: string;
  readonly to: string;
  /** Of an id that is a file’s own: the files, 2025/np-collection; of a row’s the tables, finance/2025/items. */
  readonly places: ReadonlySet<string>;
  /** Whether a text in a file that names a table of a section means one of those places. */
  readonly meansTable: (file: string, section: string) => boolean;
}

export interface Changed {
  readonly text: string;
  readonly count: number;
}

/** The id where it is defined or named in a file of YAML; every other byte stays. */
export function inYaml(file: string, text: string, renaming: Renaming): Changed {
  const { from, to } = renaming;
  if (file === 'data/redirects.yaml' || !text.includes(from)) return { text, count: 0 };
  const document = parseDocument(text, { schema: 'failsafe' });
  const edits: { readonly at: number; readonly end: number; readonly text: string }[] = [];
  let count = 0;
  visit(document, {
    Scalar(key, node, above) {
      if (!node.range || typeof node.value !== 'string' || !node.value.includes(from)) return;
      const [at, end] = node.range;
      const raw = text.slice(at, end);
      const isKey = key === 'key';
      const path = keysOf(isKey ? above.slice(0, -1) : above).join('.');
      const refers = isKey ? isKeyOf(renaming, path, node.value) : refersTo(placeIn(file, renaming.kind, above), file, renaming, path, node.value);
      const changed = refers ? { text: raw.replace(lastOrOnly(renaming), to), count: 1 } : isKey ? { text: raw, count: 0 } : inProse(file, raw, renaming);
      if (changed.text === raw) return;
      edits.push({ at, end, text: changed.text });
      count += changed.count;
    },
  });
  return { text: edits.reverse().reduce((whole, edit) => whole.slice(0, edit.at) + edit.text + whole.slice(edit.end), text), count };
}

/** Keys from the root to a scalar, without the places in lists. */
function keysOf(above: readonly unknown[]): string[] {
  return above.flatMap((node) => (typeof node === 'object' && node !== null && 'key' in node && !isMap(node) && isScalar(node.key) ? [String(node.key.value)] : []));
}

/** The place of a scalar’s file; in a file about money that of the table that it stands in. */
function placeIn(file: string, kind: Named, above: readonly unknown[]): string {
  const place = placeOf(file);
  if (kind !== 'row') return place;
  const list = above.findIndex((node, index) => isSeq(node) && isTables(above[index - 1]));
  const table = above[list + 1];
  return list > 0 && isMap(table) ? `${place}/${String(table.get('id'))}` : place;
}

function isTables(node: unknown): boolean {
  return isPair(node) && isScalar(node.key) && (node.key.value === 'breakdowns' || node.key.value === 'plans');
}

/** What a figure may count of its file. */
const COUNTED: ReadonlySet<Named> = new Set<Named>(['measure', 'clause', 'target', 'issue', 'table', 'figure']);

/** What a document says of its indicators stands under their ids. */
function isKeyOf({ kind, from }: Renaming, path: string, key: string): boolean {
  return kind === 'indicator' && key === from && path === 'documents.percentForPoints.counts';
}

/** Whether a scalar, by where it stands, is the id or a reference to it. */
function refersTo(place: string, file: string, { kind, from, places }: Renaming, path: string, value: string): boolean {
  const is = value === from;
  const own = places.has(place);
  if (is && path === 'figures.counts' && COUNTED.has(kind)) return own || kind === 'target';
  switch (kind) {
    case 'document': return is && (path.endsWith('.document') || path === 'document' || (file === 'data/documents.yaml' && path === 'documents.id'));
    case 'term': return is && file === 'data/glossary.yaml' && path === 'terms.id';
    case 'target': return is && /(^|\.)(targets\.id|targets)$/.test(path);
    case 'mid-term': return is && file.startsWith('data/mid-term/') && path === 'id';
    case 'measure': return own && is && /^(chapters\.)?measures\.id$/.test(path);
    case 'table': return own && is && /^(tables\.id|reference|measures\.clauses\.(progress|evaluation)\.tables)$/.test(path);
    case 'issue': return own && is && /^((chapters\.)?issues\.id|chapters\.measures\.items\.answers)$/.test(path);
    case 'figure': return own && (path === 'figures.id' ? is : /^(figures\.of|tables\.rows\.cells)$/.test(path) && value.split(':')[0] === from);
    case 'clause': {
      if (path === 'measures.clauses.id') return own && is;
      const [of, id] = splitLast(value);
      return id === from && places.has(of) && /^(measures\.clauses\.from\.of|dropped)$/.test(path);
    }
    case 'row': {
      if (/^(breakdowns|plans\.sides)(\.(lines|parts))+\.id$|^plans\.sides\.id$|\.balance\.(plus|minus)$/.test(path)) return own && is;
      const amount = AMOUNT.exec(value);
      if (amount && /^(figures\.of|tables\.rows\.cells)$/.test(path)) return amount[2] === from && places.has(`finance/${amount[3]}/${amount[1]}`);
      const [table, id] = splitLast(value);
      return file.startsWith('data/finance/') && path.endsWith('.is') && id === from && places.has(`${placeOf(file)}/${table}`);
    }
    case 'report': return is && (path === 'report' || path === 'reports.id' || path === 'measures.clauses.report') && /^data\/\d{4}\//.test(file);
    case 'unit': return is && /^(unit|figures\.unit|units\.(id|change))$/.test(path);
    case 'section':
      if (/(^|\.)(of|dropped)$/.test(path)) return new RegExp(`^\\d{4}/${from}/`).test(value);
      return is && (path === 'section' || /(^|\.)sections(\.id)?$/.test(path));
    case 'indicator': {
      if (file.startsWith('data/indicators/')) return is && (path === 'id' || path === 'formula.of' || path === 'cohort.base' || path === 'shareOf.part');
      if (/(^|\.)(indicator|plan)$/.test(path)) return is && !/^measures\./.test(path);
      if (path === 'headline') return is;
      return /(^|\.)(of|cells)$/.test(path) && new RegExp(`^${from}@`).test(value);
    }
  }
}

/** budget/items/total@FY2021 → items, total, 2021 */
const AMOUNT = /^(?:budget|settlement|difference|amount)\/([a-z0-9-]+)\/([a-z0-9-]+)@FY(\d{4})/;

/** 2025/np-collection/payment → [2025/np-collection, payment] */
function splitLast(value: string): [string, string] {
  const at = value.lastIndexOf('/');
  return [value.slice(0, Math.max(at, 0)), value.slice(at + 1)];
}

/** References in braces, in texts. */
export function inProse(file: string, text: string, { kind, from, to, places, meansTable }: Renaming): Changed {
  const pattern = patternOf(kind, from);
  if (!pattern || (kind === 'figure' && !places.has(placeOf(file)))) return { text, count: 0 };
  let count = 0;
  const changed = text.replace(pattern, (whole: string, before: string, year: unknown) => {
    if (kind === 'row' && !places.has(`finance/${String(year)}/${splitLast(before.slice(0, -1))[1]}`)) return whole;
    if (kind === 'table' && !meansTable(file, before.slice(before.indexOf(':') + 1, -1))) return whole;
    count += 1;
    return before + to;
  });
  return { text: changed, count };
}

function patternOf(kind: Named, from: string): RegExp | undefined {
  switch (kind) {
    case 'indicator': return new RegExp(`(\\{\\s*(?:indicator:)?)${from}(?=@|(?<=indicator:${from})\\s*\\})`, 'g');
    case 'section': return new RegExp(`(\\{\\s*(?:section:|table:))${from}(?=\\s*\\}|/)`, 'g');
    case 'table': return new RegExp(`(\\{\\s*table:[a-z0-9-]+/)${from}(?=\\s*\\})`, 'g');
    case 'row': return new RegExp(`(\\{\\s*(?:budget|settlement|difference|amount)/[a-z0-9-]+/)${from}(?=@FY(\\d{4}))`, 'g');
    case 'figure': return new RegExp(`(\\{\\s*)${from}(?=\\s*\\}|:(?:change|delta|size)\\s*\\})`, 'g');
    case 'target':
    case 'term': return new RegExp(`(\\{\\s*${kind}:)${from}(?=\\s*\\})`, 'g');
    default: return undefined;
  }
}

/** The id as a whole word, not within a longer one; of a clause or row the last, as its section or table may be called the same. */
function lastOrOnly({ kind, from }: Renaming): RegExp {
  return new RegExp(`(?<![a-z0-9-])${from}(?![a-z0-9-])${kind === 'clause' || kind === 'row' ? '(?!.*/)' : ''}`);
}
