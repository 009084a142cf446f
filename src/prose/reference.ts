import { isPeriod } from '../time/period.ts';

/** What stands in braces in a text. */
export type Reference =
  | { readonly kind: 'figure'; readonly id: string; readonly at?: string; readonly as: FigureForm }
  | { readonly kind: 'period'; readonly period: string; readonly as: 'point' | 'span' }
  | { readonly kind: 'number'; readonly text: string }
  /** A month of any year, from 1. */
  | { readonly kind: 'month'; readonly month: number }
  /** A word with how it is read, above it. */
  | { readonly kind: 'ruby'; readonly text: string; readonly reading: string }
  | {
      readonly kind: 'link';
      readonly to: 'section' | 'indicator' | 'target' | 'table' | 'term';
      readonly id: string;
    };

/** value 72.7% · change 0.2ポイント上昇 · delta +0.2ポイント · size 395億円 (without its sign) */
export type FigureForm = 'value' | 'change' | 'delta' | 'size';

/**
 * Reads the inside of braces. Null when it is none of these:
 * `np-current-rate@2025-09`, `np-current-rate@2025-09:change`, `budget/items/total@FY2021`, `overseas-arrivals`, `FY2025`, `2025-09`, `2025-05:month`,
 * `20`, `1万`, `section:np-collection`, `term:mid-term-plan`, `month:4`, `ruby:督促|とくそく`.
 */
export function parseReference(inside: string): Reference | null {
  const text = inside.trim();
  const link = /^(section|indicator|target|table|term):([a-z0-9-]+(?:\/[a-z0-9-]+)?)$/.exec(text);
  if (link) return { kind: 'link', to: link[1] as 'section', id: link[2] ?? '' };
  const ruby = /^ruby:([^|]+)\|([^|]+)$/.exec(text);
  if (ruby) return { kind: 'ruby', text: (ruby[1] ?? '').trim(), reading: (ruby[2] ?? '').trim() };
  const month = /^month:([1-9]|1[0-2])$/.exec(text);
  if (month) return { kind: 'month', month: Number(month[1]) };
  const [head = '', form] = splitOnce(text, ':');
  if (isPeriod(head)) return periodReference(head, form);
  if (form === undefined && /^\d[\d,.]*[千万億兆]?$/.test(head)) return { kind: 'number', text: head };
  return figureReference(head, form);
}

function periodReference(period: string, form: string | undefined): Reference | null {
  if (form === undefined) return { kind: 'period', period, as: period.startsWith('FY') ? 'span' : 'point' };
  if (form === 'month' || form === 'year') return { kind: 'period', period, as: 'span' };
  return form === 'end' ? { kind: 'period', period, as: 'point' } : null;
}

function figureReference(head: string, form: string | undefined): Reference | null {
  const amount = /^((?:budget|settlement|difference|amount)(?:\/[a-z][a-z0-9-]*){2})@(FY\d{4})$/.exec(head);
  if (amount && (form === undefined || form === 'size'))
    return { kind: 'figure', id: amount[1] ?? '', as: form ?? 'value', at: amount[2] ?? '' };
  const match = /^([a-z][a-z0-9]*(?:-[a-z0-9]+)*)(?:@(.+))?$/.exec(head);
  if (!match || (match[2] !== undefined && !isPeriod(match[2]))) return null;
  if (form !== undefined && form !== 'change' && form !== 'delta' && form !== 'size') return null;
  return {
    kind: 'figure',
    id: match[1] ?? '',
    as: form ?? 'value',
    ...(match[2] === undefined ? {} : { at: match[2] }),
  };
}

function splitOnce(text: string, separator: string): [string, string?] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

export interface Piece {
  /** The text of a stretch, or the whole `{…}` of a reference. */
  readonly raw: string;
  readonly offset: number;
  /** Undefined for plain text; null for braces that are not understood. */
  readonly reference?: Reference | null;
}

/** Splits a text at its braces. `\{` is a brace that is meant. */
export function splitProse(text: string): Piece[] {
  // Names and most sentences have none.
  if (!text.includes('{')) return text === '' ? [] : [{ raw: text, offset: 0 }];
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(/(?<!\\)\{([^{}\n]*)\}/g)) {
    if (match.index > end) pieces.push({ raw: text.slice(end, match.index), offset: end });
    pieces.push({ raw: match[0], offset: match.index, reference: parseReference(match[1] ?? '') });
    end = match.index + match[0].length;
  }
  if (end < text.length) pieces.push({ raw: text.slice(end), offset: end });
  return pieces;
}
