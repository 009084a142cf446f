import { isQuantity } from '../quantity/quantity.ts';
import type { Figure } from '../quantity/quantity.ts';
import type { Source } from '../schema/text.ts';

/** The columns of every figure: exact value in units of one, size of its last printed place, and words that make it less exact. */
export const FIGURE_FIELDS = ['value', 'resolution', 'unit', 'qualifiers', 'absent'] as const;

export function figureCells(figure: Figure | undefined): string[] {
  if (!figure) return FIGURE_FIELDS.map(() => '');
  if (!isQuantity(figure)) return ['', '', '', '', figure.absent];
  return [figure.value, figure.quantum, figure.unit, (figure.qualifiers ?? []).join(' '), ''];
}

/** The columns of every source. */
export const PLACE_FIELDS = ['document', 'page', 'line'] as const;

export function placeCells(source: Source | undefined): string[] {
  return [source?.document ?? '', String(source?.page ?? ''), String(source?.line ?? '')];
}
