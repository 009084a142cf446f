import type { Table } from '../schema/table.ts';
import type { Name } from '../schema/text.ts';

type Row = Table['rows'][number];

/**
 * A name for each row of a table that stays when rows are added or moved, the same in every language: its indicator,
 * else its heading, with the heading of its group where two rows are called the same; counted only where even these agree.
 */
export function nameRows(rows: readonly Row[]): string[] {
  const own = rows.map((row) => row.indicator ?? sharedIndicator(row) ?? slugOf(row.label));
  const grouped = rows.map((row, index) => (isTwice(own, index) ? joined(slugOf(row.group), own[index]) : own[index] ?? ''));
  const labelled = rows.map((row, index) => (isTwice(grouped, index) ? joined(grouped[index], slugOf(row.label)) : grouped[index] ?? ''));
  return labelled.map((name, index) => {
    const before = labelled.slice(0, index).filter((each) => each === name).length;
    if (name === '') return `row-${before + 1}`;
    return before === 0 ? name : `${name}-${before + 1}`;
  });
}

/** The indicator that all cells of a row are of. */
function sharedIndicator({ cells = [] }: Row): string | undefined {
  const ids = new Set(cells.flat().flatMap((cell) => (typeof cell === 'string' ? [/^([a-z][a-z0-9-]*)@/.exec(cell)?.[1]] : [])));
  const [id] = ids;
  return ids.size === 1 ? id : undefined;
}

/** {ja: 強制徴収, en: Compulsory collection} → compulsory-collection */
function slugOf(name: Name | undefined): string {
  const texts = name ? [name['en'], ...Object.values(name)] : [];
  const slugs = texts.map((text = '') => text.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '').replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, ''));
  return slugs.find((slug) => slug !== '') ?? '';
}

function isTwice(names: readonly (string | undefined)[], index: number): boolean {
  return names.indexOf(names[index]) !== names.lastIndexOf(names[index]);
}

function joined(...parts: readonly (string | undefined)[]): string {
  return [...new Set(parts)].filter((part) => part !== undefined && part !== '').join('-');
}
