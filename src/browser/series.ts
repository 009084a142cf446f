import type { LiveChartSpec, MultiplesChartSpec, RowsChartSpec } from '../charts/spec.ts';
import { roleOf, shareStyle } from '../charts/theme.ts';
import type { Role } from '../charts/theme.ts';

/** Where Chart.js has drawn a figure. */
export interface DrawnAt {
  readonly dataset: number;
  readonly index: number;
}

/** A column of a chart's table, as it is drawn: each place, or nothing where there is no figure. */
export interface DrawnSeries {
  /** '' where the figures name themselves. */
  readonly label: string;
  readonly role?: Role;
  readonly strong?: boolean;
  readonly places: readonly (DrawnAt | undefined)[];
}

type Values = readonly (string | null | undefined)[];

/** The series of a chart in the order of its table, for each kind as its configuration draws them. */
export function seriesOf(spec: LiveChartSpec): DrawnSeries[] {
  switch (spec.kind) {
    case 'line': return spec.series.map((series, at) => ({
      label: spec.series.length > 1 ? flat(series.label) : '',
      role: roleOf(spec, series),
      strong: series.tone === 'strong',
      places: placesIn(at, series.values),
    }));
    case 'bars': return [
      { label: flat(spec.bars.label), role: 'series2', places: placesIn(0, spec.bars.values) },
      ...(spec.rate
        ? [{ label: flat(spec.rate.label), role: 'series1' as const, places: placesIn(1, spec.rate.values) }]
        : []),
    ];
    case 'cohort': return spec.stages.map((label, stage) => ({
      label,
      places: spec.values.map((row, group) =>
        (row[stage] == null ? undefined : { dataset: 0, index: group * (spec.stages.length + 1) + stage })),
    }));
    case 'multiples': return panelsOf(spec);
    default: return columnsOf(spec);
  }
}

function panelsOf({ panels }: MultiplesChartSpec): DrawnSeries[] {
  return panels.map(({ label, values }, at) => ({ label: flat(label), places: placesIn(at, values) }));
}

function columnsOf(spec: RowsChartSpec): DrawnSeries[] {
  switch (spec.kind) {
    case 'shares': return spec.parts.map((label, part) => ({
      label, role: shareStyle(part).fill, places: placesIn(part, spec.rows.map(({ values }) => values[part])),
    }));
    case 'planned': return (['plan', 'actual'] as const).map((which, at) => ({
      label: spec.names[which],
      places: placesIn(at, spec.rows.map((row) => row[which])),
    }));
    case 'waterfall': return [{
      label: '',
      places: spec.rows.map(({ value, total }, index) =>
        ({ dataset: total ? 0 : value.startsWith('-') ? 2 : 1, index })),
    }];
    case 'ranges': return (['base', 'target', 'now'] as const).map((mark, at) => ({
      label: '', places: placesIn(at, spec.rows.map((row) => row[mark]?.value)),
    }));
  }
}

function placesIn(dataset: number, values: Values): (DrawnAt | undefined)[] {
  return values.map((value, index) => (value == null ? undefined : { dataset, index }));
}

/** Without the places where it may be broken in two. */
export function flat(text: string): string {
  return text.replaceAll('\n', '');
}
