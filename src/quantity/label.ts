import type { Unit, Units, UnitWord } from './unit.ts';
import { narrow } from './width.ts';

/** One spelling of a unit, as it is compared with text: half-width and in lower case. */
export interface UnitLabel {
  readonly text: string;
  readonly unit: Unit;
  readonly prefix: boolean;
  /** It names the larger unit, sixty of this one: 時間 of 分. */
  readonly larger?: true;
}

/** All spellings of all units, longest first; of equal ones, the preferred unit's, then the earlier. */
export function unitLabels(units: Units, preferred = ''): readonly UnitLabel[] {
  const sorted = SORTED.get(units) ?? new Map<string, readonly UnitLabel[]>();
  SORTED.set(units, sorted);
  const labels = sorted.get(preferred) ?? sortLabels(units, preferred);
  sorted.set(preferred, labels);
  return labels;
}

/** A body of data has thousands of figures and a few dozen units: their spellings are sorted once. */
const SORTED = new WeakMap<Units, Map<string, readonly UnitLabel[]>>();

function sortLabels(units: Units, preferred: string): readonly UnitLabel[] {
  const rank = (label: UnitLabel) => (label.unit.id === preferred ? 0 : 1);
  const labels = [...units.values()].flatMap(labelsOf);
  return labels.sort((a, b) => b.text.length - a.text.length || rank(a) - rank(b));
}

function labelsOf(unit: Unit): UnitLabel[] {
  const printed = Object.values(unit.label).flatMap(({ prefix = false, ...forms }) =>
    formsOf(forms).map((text) => ({ text: comparable(text), unit, prefix })));
  const aliases = (unit.aliases ?? []).map((text) => ({ text: comparable(text), unit, prefix: false }));
  return [...printed, ...aliases, ...sixtyLabels(unit)];
}

function sixtyLabels(unit: Unit): UnitLabel[] {
  if (!unit.sixty) return [];
  const { label, aliases = [] } = unit.sixty;
  const larger = [...Object.values(label).map((each) => each.larger), ...aliases];
  return [
    ...larger.map((text) => ({ text: comparable(text), unit, prefix: false, larger: true as const })),
    ...Object.values(label).map(({ smaller }) => ({ text: comparable(smaller), unit, prefix: false })),
  ];
}

function formsOf({ one, other, ...more }: Omit<UnitWord, 'prefix'>): string[] {
  return [one ?? other, other, ...Object.values(more)];
}

/** Half-width lower case of the same length, so that places in it are places in the text. */
export function comparable(text: string): string {
  return narrow(text).replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
