import { BarController, BarElement, BasicPlatform, Chart, LineController, LineElement, PointElement } from 'chart.js';
import type { ChartConfiguration } from 'chart.js';
import { checkSpec } from './check.ts';
import { configureChart } from './config.ts';
import { RecordingContext } from './context.ts';
import type { Drawn } from './drawn.ts';
import { measureNotoSansJp } from './font.ts';
import type { Measure } from './font.ts';
import { escapeMarkup, renderDrawn } from './markup.ts';
import { paintScene } from './paint.ts';
import { layoutOf, sceneOf } from './scenes.ts';
import { SETTLED_SCALES, settleScales } from './settled-scales.ts';
import { isLive } from './spec.ts';
import type { ChartSpec } from './spec.ts';
import { ROLE_NAMES } from './theme.ts';
import type { Layout, Variant } from './theme.ts';

Chart.register(BarController, BarElement, LineController, LineElement, PointElement, ...SETTLED_SCALES);

/**
 * Both drawings of a chart in one element; src/styles/chart.css shows the one that suits its width, and the
 * wide one on paper.
 */
export function renderChart(spec: ChartSpec, measure: Measure = measureNotoSansJp): string {
  return `<div class="chart">${renderSvg(spec, 'wide', measure)}${renderSvg(spec, 'narrow', measure)}</div>`;
}

/**
 * One drawing of a chart as an SVG element, scaled by its container; the same spec gives the same bytes.
 * Throws a RangeError on a spec that cannot be drawn (see `checkSpec`).
 */
export function renderSvg(
  spec: ChartSpec,
  variant: Variant = 'wide',
  measure: Measure = measureNotoSansJp,
): string {
  checkSpec(spec);
  const layout = layoutOf(spec, variant);
  const { width, height } = layout;
  const { drawn, clips } = record(spec, layout, measure);
  const shown = drawn.map(unclipText);
  const id = `${spec.id}-${variant}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" class="chart-${variant}" viewBox="0 0 ${width} ${height}"`
    + ` role="img" aria-labelledby="${id}-title" aria-describedby="${id}-desc" lang="${spec.locale}"`
    + ` font-size="${layout.fontSize}" fill="none">`
    + `<title id="${id}-title">${escapeMarkup(spec.title)}</title>`
    + `<desc id="${id}-desc">${escapeMarkup(spec.reading)}</desc>`
    + `${renderDrawn(shown, clips, layout.fontSize, id)}</svg>`;
}

/** Chart.js clips the ticks' labels to where it measured them; in a wider font they would lose a digit. */
function unclipText(item: Drawn): Drawn {
  const { clip: _, ...look } = item.look;
  return item.kind === 'text' ? { ...item, look } : item;
}

function record(spec: ChartSpec, layout: Layout, measure: Measure): RecordingContext {
  const canvas = { width: layout.width, height: layout.height, getContext: () => context };
  const context = new RecordingContext(canvas, measure);
  const style = { layout, palette: ROLE_NAMES, fontFamily: 'inherit' };
  if (!isLive(spec)) {
    paintScene(context as unknown as CanvasRenderingContext2D, sceneOf(spec, layout), style);
    return context;
  }
  const configuration = { ...settleScales(configureChart(spec, style)), platform: BasicPlatform };
  new Chart(canvas as unknown as HTMLCanvasElement, configuration as unknown as ChartConfiguration).destroy();
  return context;
}
