import { BarController, BarElement, BasicPlatform, CategoryScale, Chart, LinearScale, LineController, LineElement, PointElement } from 'chart.js';
import type { ChartConfiguration } from 'chart.js';
import { expect, test } from 'vitest';
import { configureChart } from '../../src/charts/config.ts';
import type { Configuration } from '../../src/charts/configuration.ts';
import { RecordingContext } from '../../src/charts/context.ts';
import { measureNotoSansJp } from '../../src/charts/font.ts';
import { layoutOf } from '../../src/charts/scenes.ts';
import { SETTLED_SCALES, settleScales } from '../../src/charts/settled-scales.ts';
import { isLive } from '../../src/charts/spec.ts';
import type { LiveChartSpec } from '../../src/charts/spec.ts';
import { ROLE_NAMES } from '../../src/charts/theme.ts';
import { everyKind } from './kinds.ts';
import { threeYears } from './specs.ts';

Chart.register(BarController, BarElement, LineController, LineElement, PointElement, CategoryScale, LinearScale, ...SETTLED_SCALES);

const SPECS = [threeYears(), ...(['ja', 'en'] as const).flatMap(everyKind)].filter(isLive);
const CASES = SPECS.flatMap((spec) => (['wide', 'narrow'] as const).map((variant) => [spec.kind, spec.locale, variant, spec] as const));

test.each(CASES)('%s (%s, %s): on settled scales Chart.js draws what it draws on its own, which the live chart has', (_, __, variant, spec) => {
  const [own, settled] = [draw(spec, variant, (chart) => chart), draw(spec, variant, settleScales)];
  expect(own.drawn.length).toBeGreaterThan(3);
  expect(settled.drawn).toEqual(own.drawn);
  expect(settled.clips).toEqual(own.clips);
});

function draw(spec: LiveChartSpec, variant: 'wide' | 'narrow', change: (configuration: Configuration) => Configuration): RecordingContext {
  const layout = layoutOf(spec, variant);
  const canvas = { width: layout.width, height: layout.height, getContext: () => context };
  const context = new RecordingContext(canvas, measureNotoSansJp);
  const configuration = { ...change(configureChart(spec, { layout, palette: ROLE_NAMES, fontFamily: 'inherit' })), platform: BasicPlatform };
  new Chart(canvas as unknown as HTMLCanvasElement, configuration as unknown as ChartConfiguration).destroy();
  return context;
}
