import type { APIRoute } from 'astro';
import { getEdition, getLocales } from '../../../site/model.ts';
import { chartCsv } from '../../../view/chart-view.ts';
import { viewAllCharts } from '../../../view/target-charts.ts';

/** The table of each chart, as it stands on the page. */
export const getStaticPaths = () => getLocales().flatMap((locale) => viewAllCharts(getEdition(locale)).map((chart) =>
  ({ params: { chart: chart.csv.replace(/\.csv$/, '') }, props: { csv: chartCsv(chart) } })));

export const GET: APIRoute = ({ props }) =>
  new Response(props['csv'], { headers: { 'Content-Type': 'text/csv; charset=utf-8' } });
