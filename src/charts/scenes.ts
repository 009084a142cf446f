import { sceneOfMultiples } from './multiples.ts';
import { sceneOfPlanned } from './planned.ts';
import { sceneOfRanges } from './ranges.ts';
import type { Scene } from './scene.ts';
import { sceneOfShares } from './shares.ts';
import type { ChartSpec, MultiplesChartSpec, RowsChartSpec, TreeChartSpec } from './spec.ts';
import { LAYOUTS } from './theme.ts';
import type { Layout, Variant } from './theme.ts';
import { sceneOfTree } from './tree.ts';
import { sceneOfWaterfall } from './waterfall.ts';

export type SceneChartSpec = RowsChartSpec | MultiplesChartSpec | TreeChartSpec;

export function sceneOf(spec: SceneChartSpec, layout: Layout): Scene {
  switch (spec.kind) {
    case 'shares':
      return sceneOfShares(spec, layout);
    case 'planned':
      return sceneOfPlanned(spec, layout);
    case 'waterfall':
      return sceneOfWaterfall(spec, layout);
    case 'ranges':
      return sceneOfRanges(spec, layout);
    case 'multiples':
      return sceneOfMultiples(spec, layout);
    case 'tree':
      return sceneOfTree(spec, layout);
  }
}

/** The size of a chart's drawing: lists are as high as their rows ask for. */
export function layoutOf(spec: ChartSpec, variant: Variant): Layout {
  const layout = LAYOUTS[variant];
  switch (spec.kind) {
    case 'line':
    case 'bars':
    case 'cohort':
      return layout;
    default:
      return { ...layout, height: Math.ceil(sceneOf(spec, layout).height) };
  }
}
