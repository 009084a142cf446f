import type { LoadedSection, Report } from '../load/report.ts';
import type { Cell } from '../schema/table.ts';
import type { Source } from '../schema/text.ts';
import { findFigure, foundAmount } from './figures.ts';
import { COLUMNS, financeTables, rowsOf } from './finance.ts';
import type { Found } from './figures.ts';

/** A figure that the source text lost, with every table that shows its empty cell. */
export interface Lost {
  readonly found: Found;
  readonly file: string;
  readonly source: Source;
  readonly cells: readonly LostCell[];
}

/** Where in a table a lost figure would stand. */
export interface LostCell {
  readonly section: LoadedSection;
  /** Index of the table in its section. */
  readonly table: number;
}

/** Every figure marked `lost`, once, in the order of the data. */
export function lostFigures(report: Report): Lost[] {
  const cells = Map.groupBy(report.sections.flatMap((section) => cellsOf(section)), ({ key }) => key);
  return foundFigures(report)
    .filter(({ found }) => 'absent' in found.figure && found.figure.absent === 'lost')
    .map(({ key, ...lost }) => ({ ...lost, cells: cells.get(key) ?? [] }));
}

interface Keyed {
  /** The reference of an observation; that of a section's figure with its file, for ids repeat between files. */
  readonly key: string;
}

function foundFigures(report: Report): (Keyed & Omit<Lost, 'cells'>)[] {
  const observed = [...report.indicators.values()].flatMap((indicator) =>
    [...indicator.observations.values()].map((observation) => {
      const { at, source = indicator.data.source } = observation.data;
      const ref = `${indicator.data.id}@${at}`;
      const origin = { kind: 'observation', indicator, at, observation } as const;
      return { key: ref, file: indicator.file, source, found: { ref, figure: observation.figure, origin } };
    }),
  );
  const told = report.sections.flatMap((section) =>
    [...section.figures].flatMap(([id, { data }]) => {
      const found = findFigure(report, id, section);
      const source = data.source ?? section.data.source;
      return found ? [{ key: keyOf(section, id), file: section.file, source, found }] : [];
    }),
  );
  const amounts = report.finances.flatMap((finance) => financeTables(finance).flatMap(rowsOf).flatMap((row) =>
    COLUMNS.flatMap((column) => {
      const found = foundAmount(finance, row, column);
      return found ? [{ key: found.ref, file: finance.file, source: row.amounts[column]?.source ?? row.source, found }] : [];
    })));
  return [...observed, ...told, ...amounts];
}

function cellsOf(section: LoadedSection): (Keyed & LostCell)[] {
  return (section.data.tables ?? []).flatMap((table, index) =>
    table.rows.flatMap((row) => {
      const refs = row.cells?.flatMap(refsOf) ?? table.columns.map(({ at }) => `${row.indicator}@${at}`);
      return refs.map((ref) => ({ key: keyOf(section, ref), section, table: index }));
    }),
  );
}

/** A change is no cell of its own: it is lost with its figure. */
function refsOf(cell: Cell): string[] {
  const refs = typeof cell === 'string' ? [cell] : Array.isArray(cell) ? cell : [];
  return refs.filter((ref) => !ref.includes(':'));
}

function keyOf({ file }: LoadedSection, ref: string): string {
  return ref.includes('@') ? ref : `${file}#${ref}`;
}
