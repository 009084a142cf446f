import { printStage } from './cohort.ts';
import { formatNumber, printAt } from './number.ts';
import { sceneOf } from './scenes.ts';
import type { BarsOrRate, LiveChartSpec, NumberPattern } from './spec.ts';
import { LAYOUTS } from './theme.ts';
import { textOf } from './waterfall.ts';

/** What a point of the drawing stands for, in words. */
export interface PointText {
  /** The period or the row: '令和6年度', '特別催告状'. */
  readonly where: string;
  /** The series or part; '' where there is only one. */
  readonly what: string;
  readonly value: string;
}

/** For each dataset that `configureChart` makes, and each of its points, the words for it; null for a gap. */
export function pointsOf(spec: LiveChartSpec): (PointText | null)[][] {
  switch (spec.kind) {
    case 'line': {
      const alone = spec.series.length === 1;
      return spec.series.map((series) =>
        overPeriods(spec.x.labels, alone ? '' : series.label, { ...series, number: spec.y.number }),
      );
    }
    case 'bars':
      return [spec.bars, ...(spec.rate ? [spec.rate] : [])].map((row) =>
        overPeriods(spec.x.labels, row.label, row),
      );
    case 'cohort':
      return [
        spec.values
          .flatMap((row, group) => [
            null,
            ...spec.stages.map((stage, index) => {
              const words = point(spec.x.labels[group] ?? '', stage, row[index] ?? null, spec.y.number);
              return words && { ...words, value: printStage(spec, group, index) };
            }),
          ])
          .slice(1),
      ];
    case 'multiples': {
      const lines = spec.panels.map((panel) => overPeriods(spec.x.labels, panel.label, panel));
      return [...lines, lines.map((line) => line.findLast((each) => each !== null) ?? null)];
    }
    case 'shares':
      return spec.parts.map((part, index) =>
        spec.rows.map(({ label, values }) => point(label, part, values[index] ?? null, spec.number)),
      );
    case 'planned':
      return (['plan', 'actual'] as const).map((which) =>
        spec.rows.map((row) => {
          const words = point(row.label, spec.names[which], row[which], spec.number);
          return words && { ...words, value: row.printed?.[which] ?? words.value };
        }),
      );
    case 'waterfall':
      return sceneOf(spec, LAYOUTS.wide).sets.map(({ data }) =>
        data.map((bar, index) => {
          const row = spec.rows[index];
          return bar && row ? { where: row.label, what: '', value: textOf(spec, row) } : null;
        }),
      );
    case 'ranges':
      return (['base', 'target', 'now'] as const).map((key) =>
        spec.rows.map((row) => (row[key] ? { where: row.label, what: '', value: row[key].text } : null)),
      );
  }
}

function overPeriods(
  labels: readonly string[],
  what: string,
  row: Pick<BarsOrRate, 'values' | 'number' | 'printed'>,
): (PointText | null)[] {
  return row.values.map((value, index) => {
    const words = point(labels[index] ?? '', what, value, row.number);
    return words && { ...words, value: printAt(row, index, row.number) };
  });
}

function point(where: string, what: string, value: string | null, number: NumberPattern): PointText | null {
  if (value === null) return null;
  const [oneLine, name] = [where, what].map((text) => text.replaceAll('\n', ''));
  return { where: oneLine ?? '', what: name ?? '', value: formatNumber(value, number) };
}
