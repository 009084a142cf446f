import type { LoadedIndicator, Report } from '../load/report.ts';
import { isQuantity } from '../quantity/quantity.ts';
import type { Figure } from '../quantity/quantity.ts';

/** The series as comma-separated values: exact numbers for machines, and the figure as printed for people. */
export function indicatorCsv(report: Report, { data, observations }: LoadedIndicator): string {
  const rows = [...observations.values()].map(({ data: observation, figure }) => [
    observation.at, valueOf(figure), data.unit, 'quantum' in figure ? figure.quantum : '', 'absent' in figure ? figure.absent : '',
    observation.value, observation.change ?? '', observation.status ?? '',
    ...sourceCells(report, observation.source ?? data.source),
  ]);
  const head = ['period', 'value', 'unit', 'resolution', 'absent', 'printed', 'printed_change', 'status', 'document', 'page', 'line'];
  return [head, ...rows].map((cells) => cells.map(csvCell).join(',')).join('\r\n') + '\r\n';
}

/** The same for programs: exact values stay text, so that no reader rounds them. */
export function indicatorJson(report: Report, { data, observations }: LoadedIndicator): string {
  const { id, name, section, unit, kind, better, definition, source } = data;
  return `${JSON.stringify({
    id, name, section, unit: unitJson(report, unit), kind, better, definition, source,
    breaks: data.breaks ?? [], notes: data.notes ?? [],
    observations: [...observations.values()].map(({ data: observation, figure }) => ({
      period: observation.at, ...(isQuantity(figure) ? { value: figure.value, resolution: figure.quantum } : figure), printed: observation.value,
      ...(observation.change ? { printedChange: observation.change } : {}), ...(observation.status ? { status: observation.status } : {}),
      ...(observation.note ? { note: observation.note } : {}), source: observation.source ?? source,
    })),
  }, null, 2)}\n`;
}

/** As data/units.yaml has it. */
function unitJson({ units }: Report, id: string) {
  const { sixty, ...unit } = units.get(id) ?? { id };
  return { ...unit, ...(sixty && { sixty: { ...sixty.label, ...(sixty.aliases && { aliases: sixty.aliases }) } }) };
}

function valueOf(figure: Figure): string {
  return isQuantity(figure) ? figure.value : '';
}

function sourceCells(report: Report, { document, page, line }: LoadedIndicator['data']['source']): string[] {
  return [report.documents.get(document)?.title[report.languages.text] ?? document, String(page ?? ''), String(line ?? '')];
}

/** Quoted where need be; a text that a spreadsheet would run as a formula is kept a text. */
export function csvCell(text: string): string {
  const number = /^-?\d+(\.\d+)?$/.test(text);
  const safe = !number && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}
