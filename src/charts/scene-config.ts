import type { ChartDataset } from 'chart.js';
import type { Configuration, Datum } from './configuration.ts';
import { paintStrokes, paintTexts } from './paint.ts';
import type { BarSet, Scene, SpotSet } from './scene.ts';
import { STILL } from './still.ts';
import type { ChartStyle, Palette } from './theme.ts';

/** Chart.js draws the sets of a scene, later ones on top, on two hidden axes that count px. */
export function configureScene(scene: Scene, style: ChartStyle): Configuration {
  const {
    palette,
    layout: { width },
  } = style;
  return {
    type: 'bar',
    data: {
      labels: [],
      datasets: scene.sets.map((set, index) => ({ ...configureSet(set, palette), order: -index })),
    },
    options: {
      ...STILL,
      indexAxis: 'y',
      layout: { padding: 0, autoPadding: false },
      scales: {
        x: { type: 'linear', display: false, offset: false, min: 0, max: width },
        y: { type: 'linear', display: false, offset: false, min: 0, max: scene.height, reverse: true },
      },
    },
    plugins: [
      {
        id: 'scene',
        beforeDatasetsDraw: ({ ctx }) => paintStrokes(ctx, scene.under, style),
        afterDatasetsDraw({ ctx }) {
          paintStrokes(ctx, scene.over, style);
          paintTexts(ctx, scene.texts, style);
        },
      },
    ],
  };
}

function configureSet(set: BarSet | SpotSet, palette: Palette): ChartDataset<'bar' | 'line', Datum[]> {
  return set.kind === 'bars' ? configureBars(set, palette) : configureSpots(set, palette);
}

function configureBars(
  { label, fill, thickness, data }: BarSet,
  palette: Palette,
): ChartDataset<'bar', Datum[]> {
  return {
    type: 'bar',
    label,
    data: data.map((bar) => (bar ? { x: [bar.from, bar.to], y: bar.y } : { x: null, y: 0 })),
    backgroundColor: fill ? palette[fill] : 'transparent',
    barThickness: thickness,
    grouped: false,
    borderWidth: 0,
    inflateAmount: 0,
    clip: false,
  };
}

function configureSpots(set: SpotSet, palette: Palette): ChartDataset<'line', Datum[]> {
  return {
    type: 'line',
    label: set.label,
    data: set.data.map((spot) => spot ?? { x: null, y: 0 }),
    // Along x, whatever the bars of the chart do.
    indexAxis: 'x',
    showLine: set.line !== undefined,
    spanGaps: false,
    borderColor: set.line ? palette[set.line] : 'transparent',
    borderWidth: 2,
    borderJoinStyle: 'round',
    pointStyle: set.shape,
    pointRadius: set.radius,
    pointBackgroundColor: palette[set.fill],
    pointBorderColor: palette[set.border],
    pointBorderWidth: 1.5,
    clip: false,
  };
}
