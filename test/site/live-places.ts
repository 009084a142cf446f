import type { Page } from 'playwright-core';
import { placesOfPath } from './path-places.ts';
import type { Place } from './path-places.ts';

/** Brings the chart with this number to life, as a reader's Tab key does. */
export async function wake(page: Page, nth = 0): Promise<void> {
  await page.locator('.chart').nth(nth).focus();
  await page.locator('.chart').nth(nth).locator('canvas').waitFor();
}

/** Where series have their corners and the middles of their marks, in px of the screen from the corner of the stage. */
export async function placesOfPicture(page: Page, nth: number): Promise<Place[]> {
  const { paths, scale } = await page.locator('.chart').nth(nth).evaluate((stage) => {
    const svg = [...stage.querySelectorAll('svg')].find((each) => each.checkVisibility())!;
    const paths = [...svg.querySelectorAll('path:is([class*="series"], [class*="share"], .s-quiet, .f-quiet, .s-target, .f-target, .f-ground)')];
    return { paths: paths.map((path) => path.getAttribute('d')!), scale: svg.getScreenCTM()!.a };
  });
  return paths.flatMap(placesOfPath).map(({ x, y }) => ({ x: x * scale, y: y * scale }));
}

/** Where Chart.js has the middles of its points and bars, in the same px. */
export async function placesOfLive(page: Page, nth: number): Promise<Place[]> {
  const stage = page.locator('.chart').nth(nth);
  await stage.evaluate((element) => {
    element.addEventListener('chart-drawn', (event) => Object.assign(element, { drawnChart: (event as CustomEvent).detail.chart }));
  });
  await wake(page, nth);
  return stage.evaluate((element) => {
    const { drawnChart: chart } = element as unknown as { drawnChart: import('chart.js').Chart };
    const [box, corner] = [chart.canvas.getBoundingClientRect(), element.getBoundingClientRect()];
    const [across, down] = [box.width / chart.width, box.height / chart.height];
    return chart.data.datasets.flatMap(({ data }, index) => chart.getDatasetMeta(index).data
      .filter((_, at) => data[at] !== null && (data[at] as { x?: unknown }).x !== null)
      .map((mark) => (mark as unknown as { getCenterPoint(): Place }).getCenterPoint())
      .map(({ x, y }) => ({ x: box.x - corner.x + x * across, y: box.y - corner.y + y * down })));
  });
}

/** From a place to the nearest of others, px. */
export function distance({ x, y }: Place, others: readonly Place[]): number {
  return Math.min(...others.map((other) => Math.hypot(other.x - x, other.y - y)));
}
