import { estimateWidth } from './estimate.ts';
import { formatNumber } from './number.ts';
import { placeRows } from './rows.ts';
import { outline } from './scene.ts';
import type { BarSet, Scene, SceneText } from './scene.ts';
import type { PlannedChartSpec, PlannedRow } from './spec.ts';
import type { Layout } from './theme.ts';

/** From a bar to its figure, px. */
const GAP = 6;

/** Plan, hollow, over actual, full, both from zero; the figures follow the bars, the achievement stands last. */
export function sceneOfPlanned(spec: PlannedChartSpec, layout: Layout): Scene {
  const { lineHeight, fontSize, oneRow } = layout;
  const thickness = lineHeight - 4;
  const last = Math.max(
    0,
    ...spec.rows.map(({ achievement = '' }) => estimateWidth(achievement, fontSize, true)),
  );
  const aside = last > 0 ? last + 14 : 0;
  const rows = placeRows(
    spec.rows.map(({ label }) => label),
    layout,
    { top: 2, content: 2 * lineHeight, aside },
  );
  const right = rows.right - (oneRow ? aside : 0);
  const levels = spec.rows.flatMap((row) => [
    { value: row.plan, text: textOf(spec, row, 'plan') },
    { value: row.actual, text: textOf(spec, row, 'actual') },
  ]);
  const perUnit = fitLengths(levels, right - rows.left - GAP, fontSize);
  const bars = (['plan', 'actual'] as const).map((which, line): BarSet => ({
    kind: 'bars',
    label: spec.names[which],
    thickness,
    ...(which === 'actual' ? { fill: 'series1' as const } : {}),
    data: spec.rows.map((row, index) => {
      const value = row[which];
      if (value === null) return null;
      const y = (rows.tops[index] ?? 0) + (line + 0.5) * lineHeight;
      return { from: rows.left, to: rows.left + Math.max(1, Number(value) * perUnit), y };
    }),
  }));
  return {
    height: rows.bottom + 4,
    under: [],
    sets: bars,
    over: [
      ...(bars[0]?.data ?? []).flatMap((bar) =>
        bar ? [outline(bar.from, bar.y - thickness / 2, bar.to - bar.from, thickness, 'series1')] : [],
      ),
      {
        points: [
          [rows.left, 0],
          [rows.left, rows.bottom + 2],
        ],
        role: 'axis',
      },
    ],
    texts: [
      ...rows.labels,
      ...spec.rows.flatMap((row, index) =>
        (['plan', 'actual'] as const).map((which, line): SceneText => ({
          text: textOf(spec, row, which),
          bold: which === 'actual',
          role: which === 'actual' ? 'text' : 'muted',
          x: (bars[line]?.data[index]?.to ?? rows.left) + GAP,
          y: (rows.tops[index] ?? 0) + (line + 0.5) * lineHeight,
        })),
      ),
      ...spec.rows.flatMap(({ achievement }, index) => {
        if (achievement === undefined) return [];
        const top = rows.tops[index] ?? 0;
        const y = oneRow ? top + lineHeight : top - 2 - lineHeight / 2;
        return [
          { text: achievement, x: rows.right, y, align: 'right' as const, bold: true, role: 'text' as const },
        ];
      }),
    ],
  };
}

function textOf(spec: PlannedChartSpec, row: PlannedRow, which: 'plan' | 'actual'): string {
  const value = row[which];
  return `${spec.names[which]} ${value === null ? '—' : (row.printed?.[which] ?? formatNumber(value, spec.number))}`;
}

/** Px for one unit, so that each bar and the text after it fit into `width`. */
export function fitLengths(
  levels: readonly { readonly value: string | null; readonly text: string }[],
  width: number,
  fontSize: number,
): number {
  const rates = levels.flatMap(({ value, text }) => {
    const size = Number(value ?? 0);
    return size > 0 ? [Math.max(1, width - estimateWidth(text, fontSize, true)) / size] : [];
  });
  return rates.length > 0 ? Math.min(...rates) : 0;
}
