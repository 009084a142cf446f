import { configureBars } from './bars.ts';
import { configureCohort } from './cohort.ts';
import type { Configuration } from './configuration.ts';
import { configureLine } from './line.ts';
import { configureScene } from './scene-config.ts';
import { sceneOf } from './scenes.ts';
import type { LiveChartSpec } from './spec.ts';
import type { ChartStyle } from './theme.ts';

/** The Chart.js configuration of a chart: everything that decides where a point or a text lies. */
export function configureChart(spec: LiveChartSpec, style: ChartStyle): Configuration {
  switch (spec.kind) {
    case 'line': return configureLine(spec, style) as unknown as Configuration;
    case 'bars': return configureBars(spec, style);
    case 'cohort': return configureCohort(spec, style);
    default: return configureScene(sceneOf(spec, style.layout), style);
  }
}
