import type { LoadedIndicator, Report } from '../load/report.ts';
import { isQuantity } from '../quantity/quantity.ts';
import { toCsv } from './csv.ts';
import { FIGURE_FIELDS, figureCells, PLACE_FIELDS, placeCells } from './cells.ts';

/** The series as comma-separated values: exact numbers for machines, and the figure as printed for people. */
export function indicatorCsv({ data, observations }: LoadedIndicator): string {
  const head = ['period', ...FIGURE_FIELDS, 'printed', 'printed_change', 'status', ...PLACE_FIELDS];
  const rows = [...observations.values()].map(({ data: observation, figure }) => [
    observation.at, ...figureCells(figure), observation.value, observation.change ?? '', observation.status ?? '',
    ...placeCells(observation.source ?? data.source),
  ]);
  return toCsv([head, ...rows]);
}

/** The same for programs. */
export function indicatorJson(report: Report, indicator: LoadedIndicator): string {
  return `${JSON.stringify(indicatorObject(report, indicator), null, 2)}\n`;
}

/** Exact values stay text, so that no reader rounds them. */
export function indicatorObject(report: Report, { data, observations }: LoadedIndicator): object {
  const { id, name, section, unit, kind, better, definition, source } = data;
  return {
    id, name, section, unit: { id: unit, ...report.units.get(unit) }, kind, better, definition, source,
    breaks: data.breaks ?? [], notes: data.notes ?? [],
    observations: [...observations.values()].map(({ data: observation, figure }) => ({
      period: observation.at, ...(isQuantity(figure) ? { value: figure.value, resolution: figure.quantum } : figure), printed: observation.value,
      ...(observation.change ? { printedChange: observation.change } : {}), ...(observation.status ? { status: observation.status } : {}),
      ...(observation.note ? { note: observation.note } : {}), ...(observation.also ? { also: observation.also } : {}),
      source: observation.source ?? source,
    })),
  };
}
